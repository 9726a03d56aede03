// Who asks, as permissions and the journal need it.
#include "engines/identity/visit.hpp"

#include <algorithm>

#include "engines/identity/route.hpp"

namespace identity {

const Position* Who::in(std::string_view role, base::UnitId unit) const {
  for (const auto& position : positions) {
    if (position.role == role && position.unit == unit) return &position;
  }
  return nullptr;
}

const Position* Who::over(std::string_view role, base::UnitId unit) const {
  for (const auto& position : positions) {
    if (position.role != role) continue;
    if (position.unit == unit || (tree && tree->within(unit, position.unit))) return &position;
  }
  return nullptr;
}

bool Permission::to_person(const Who* who) const {
  if (to == To::anyone) return true;
  if (who == nullptr) return false;
  if (to == To::signed_in) return true;
  if (who->officer != (to == To::officer)) return false;
  if (to == To::resident) return true;
  return std::ranges::any_of(who->positions, [&](const Position& position) {
    return roles.empty() || std::ranges::find(roles, position.role) != roles.end();
  });
}

bool Permission::to_subject(const Who& who, const Subject& subject) const {
  if (subject.person && subject.person != who.person) return false;
  if (!subject.unit || to != To::officer) return true;
  return std::ranges::any_of(who.positions, [&](const Position& position) {
    if (!subject.role.empty() && position.role != subject.role) return false;
    if (!roles.empty() && std::ranges::find(roles, position.role) == roles.end()) return false;
    if (position.unit == subject.unit) return true;
    return reach == Reach::subtree && who.tree && who.tree->within(subject.unit, position.unit);
  });
}

journal::Actor Who::actor(const Position* as) const {
  journal::Actor actor;
  actor.kind = officer ? journal::ActorKind::officer : journal::ActorKind::resident;
  actor.person = person;
  if (as != nullptr) {
    actor.position = as->id;
    actor.unit = as->unit;
    if (as->acting_for) actor.acting_for = as->acting_for->person;
  }
  return actor;
}

}  // namespace identity
