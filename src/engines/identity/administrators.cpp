// Who administers, and what a change of that is asked with.
#include "engines/identity/administrators.hpp"

#include <algorithm>

#include "engines/identity/store_accounts.hpp"
#include "engines/units/units.hpp"

namespace identity {
namespace {

bool of_whole_city(db::Tx& tx, const Position& position, base::Date today) {
  const auto unit = units::find(tx, position.unit, today);
  return unit && !unit->parent;
}

}  // namespace

bool administers_others(const Position& position) {
  return position.role == role::system_administrator;
}

bool is_administrator(db::Tx& tx, base::PersonId person, base::Date today) {
  const auto own = positions_ever(tx, person);
  const bool holds = std::ranges::any_of(own, [&](const Held& held) {
    const auto& p = held.position;
    return administers_others(p) && !held.taken_back && (!p.to || *p.to >= today);
  });
  if (holds) return true;
  const auto delegated = delegations_of(tx, person);
  return std::ranges::any_of(delegated, [&](const Delegation& d) {
    if (d.to != person || d.revoked_at || d.last < today) return false;
    const auto held = held_position(tx, d.position);
    return held && administers_others(held->position);
  });
}

bool takes_two(db::Tx& tx, base::PersonId asks, base::Date today) {
  const auto lines = store::account_lines(tx);
  return std::ranges::any_of(lines, [&](const AccountLine& line) {
    if (line.person == asks || line.state == AccountState::ended) return false;
    const auto held = positions(tx, line.person, today);
    return std::ranges::any_of(held, [&](const Position& one) {
      return administers_others(one) && !one.acting_for && of_whole_city(tx, one, today);
    });
  });
}

base::json::object position_facts(const Position& p) {
  base::json::object facts = {
      {"position", p.id.str()}, {"role", p.role}, {"unit", p.unit.str()}, {"from", p.from.iso()}};
  if (p.to) facts["to"] = p.to->iso();
  return facts;
}

namespace {

base::json::object title_and_days(const Position& p) {
  base::json::object facts = {
      {"title_vi", p.title.vi}, {"title_en", p.title.en}, {"from", p.from.iso()}};
  if (p.to) facts["to"] = p.to->iso();
  return facts;
}

}  // namespace

base::json::object asked_appointment(const Position& p) {
  auto facts = title_and_days(p);
  facts["role"] = p.role;
  facts["unit"] = p.unit.str();
  return facts;
}

base::json::object asked_change(const Held& held, const std::optional<Position>& to_be) {
  auto facts = title_and_days(to_be ? *to_be : held.position);
  facts["position"] = held.position.id.str();
  facts["version"] = held.version;
  facts["take_back"] = !to_be;
  return facts;
}

// Its reason is the request's: free text, never in the journal.
base::json::object asked_delegation(const Delegation& d) {
  return {{"position", d.position.str()},
          {"holder", d.from.str()},
          {"first", d.first.iso()},
          {"last", d.last.iso()},
          {"signing", d.signing}};
}

}  // namespace identity
