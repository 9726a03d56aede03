// The rules of delegation.
#include "engines/identity/delegation.hpp"

#include <algorithm>

#include "engines/identity/store_delegation.hpp"

namespace identity {
namespace {

using Why = DelegationRefusal;

// What can be said without looking at what others do.
std::optional<Why> fault_in(const Delegation& d, base::Date today) {
  if (d.to == d.from) return Why::to_self;
  if (std::ranges::find(signings, d.signing) == std::end(signings)) return Why::no_signing;
  if (d.last < d.first) return Why::reversed;
  if (d.first < today) return Why::past;
  if (d.last - d.first >= delegation_days_max) return Why::long_;
  return std::nullopt;
}

bool contains(const Position& position, const Delegation& d) {
  return position.from <= d.first && (!position.to || *position.to >= d.last);
}

}  // namespace

DelegationState state_of(const Delegation& d, base::Date today) {
  if (d.revoked_at) return DelegationState::revoked;
  if (today < d.first) return DelegationState::coming;
  return today <= d.last ? DelegationState::in_force : DelegationState::ended;
}

bool may_stand_in(const std::vector<Position>& own, const Position& in) {
  if (in.role == role::system_administrator) return true;
  return std::ranges::any_of(
      own, [](const Position& p) { return p.role != role::system_administrator; });
}

base::json::object delegation_facts(DelegationId id, const Delegation& d) {
  return {{"delegation", id.str()}, {"position", d.position.str()}, {"to", d.to.str()},
          {"first", d.first.iso()}, {"last", d.last.iso()},         {"signing", d.signing}};
}

std::optional<DelegationTrouble> trouble_with(db::Tx& tx, const Delegation& d, base::Date today) {
  const auto held = held_position(tx, d.position);
  if (!held || held->taken_back || held->position.person != d.from) {
    return DelegationTrouble{Why::no_position};
  }
  if (const auto fault = fault_in(d, today)) return DelegationTrouble{*fault};
  if (!contains(held->position, d)) return DelegationTrouble{Why::outside, {}, held->position};
  if (!store::has_account(tx, d.to)) return DelegationTrouble{Why::no_account};
  auto own = positions(tx, d.to, d.first);
  std::erase_if(own, [](const Position& p) { return p.acting_for.has_value(); });
  if (own.empty()) return DelegationTrouble{Why::no_office};
  if (!may_stand_in(own, held->position)) return DelegationTrouble{Why::other_trade};
  if (auto other = store::delegated(tx, d)) return DelegationTrouble{Why::overlaps, other};
  if (auto other = store::given_by(tx, d.to, d)) return DelegationTrouble{Why::absent, other};
  if (auto other = store::received_by(tx, d.from, d)) return DelegationTrouble{Why::acting, other};
  return std::nullopt;
}

}  // namespace identity
