// Appointing an administrator, from what was asked to the position held.
#include "engines/identity/administrators.hpp"

#include <algorithm>

#include "engines/identity/administering.hpp"
#include "engines/identity/store_accounts.hpp"
#include "engines/identity/text.hpp"
#include "engines/units/units.hpp"

namespace identity {
namespace {

Position asked(const TwoPersonRequest& request) {
  const auto& facts = request.facts;
  const auto day = [&](std::string_view name) {
    return base::Date::parse_iso(base::json::text_at(facts, name));
  };
  Position out;
  out.person = request.concerned;
  out.unit = base::UnitId::parse(base::json::text_at(facts, "unit")).value_or(base::UnitId{});
  out.role = base::json::text_at(facts, "role");
  out.title = {std::string(base::json::text_at(facts, "title_vi")),
               std::string(base::json::text_at(facts, "title_en"))};
  out.from = day("from").value_or(base::Date{});
  out.to = day("to");
  return out;
}

std::vector<std::pair<std::string, std::string>> told(db::Tx& tx, const TwoPersonRequest& request,
                                                      base::Lang lang) {
  const auto position = asked(request);
  const auto unit = units::find(tx, position.unit, position.from);
  const auto words = [&](const base::Text& text) { return std::string(text.in(lang)); };
  return {{words(text::officer), officer_name(tx, request.concerned)},
          {words(text::position), position.title.in(lang)},
          {words(text::unit), unit ? unit->name.in(lang) : ""},
          {words(text::first_day), position.from.vn()},
          {words(text::last_day), position.to ? position.to->vn() : words(text::no_last_day)}};
}

}  // namespace

bool administers_others(const Position& position) {
  return position.role == role::system_administrator;
}

bool has_a_second(db::Tx& tx, base::PersonId asks, base::PersonId concerned, base::Date today) {
  const auto lines = store::account_lines(tx);
  return std::ranges::any_of(lines, [&](const AccountLine& line) {
    if (line.person == asks || line.person == concerned) return false;
    if (line.state != AccountState::active) return false;
    const auto held = positions(tx, line.person, today);
    return std::ranges::any_of(held, [&](const Position& one) {
      const auto unit = units::find(tx, one.unit, today);
      return administers_others(one) && unit && !unit->parent;
    });
  });
}

base::json::object asked_facts(const Position& p) {
  base::json::object facts = {{"role", p.role},
                              {"unit", p.unit.str()},
                              {"title_vi", p.title.vi},
                              {"title_en", p.title.en},
                              {"from", p.from.iso()}};
  if (p.to) facts["to"] = p.to->iso();
  return facts;
}

TwoPerson::Kind appoint_administrator(db::Database& db, journal::Journal& journal) {
  const auto carry_out = [&db, &journal](db::Tx& tx, const TwoPersonRequest& request,
                                         const Visit& visit) {
    auto position = asked(request);
    if (trouble_with(tx, position)) return false;
    position.id = appoint(db, tx, position, visit.now());
    journal.append(tx, visit.now(),
                   {.act = "did-" + request.id.str(),
                    .actor = visit.who()->actor(administering(*visit.who())),
                    .verb = "identity.appoint",
                    .subject_kind = "person",
                    .subject = request.concerned.value,
                    .facts = {{"position", position.id.str()},
                              {"role", position.role},
                              {"unit", position.unit.str()},
                              {"request", request.id.str()},
                              {"asked_by", request.asked_by.str()}}});
    return true;
  };
  return {std::string(appoint_administrator_kind), text::appoint_administrator, told, carry_out};
}

}  // namespace identity
