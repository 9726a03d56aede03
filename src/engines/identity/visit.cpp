// Who asks, as permissions and the journal need it.
#include "engines/identity/visit.hpp"

namespace identity {

const Position* Who::in(std::string_view role, base::UnitId unit) const {
  for (const auto& position : positions) {
    if (position.role == role && position.unit == unit) return &position;
  }
  return nullptr;
}

journal::Actor Who::actor(const Position* as) const {
  journal::Actor actor;
  actor.kind = officer ? journal::ActorKind::officer : journal::ActorKind::resident;
  actor.person = person;
  if (as != nullptr) {
    actor.position = as->id;
    actor.unit = as->unit;
  }
  return actor;
}

}  // namespace identity
