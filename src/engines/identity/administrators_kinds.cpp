// Changes of who administers, from what was asked to what is done.
#include "engines/identity/administering.hpp"
#include "engines/identity/administrators.hpp"
#include "engines/identity/text.hpp"
#include "engines/units/units.hpp"

namespace identity {
namespace {

using Told = std::vector<std::pair<std::string, std::string>>;

std::optional<base::Date> day(const base::json::object& facts, std::string_view name) {
  return base::Date::parse_iso(base::json::text_at(facts, name));
}

template <class Id>
Id id_in(const base::json::object& facts, std::string_view name) {
  return Id::parse(base::json::text_at(facts, name)).value_or(Id{});
}

void take_title_and_days(const base::json::object& facts, Position& out) {
  out.title = {std::string(base::json::text_at(facts, "title_vi")),
               std::string(base::json::text_at(facts, "title_en"))};
  out.from = day(facts, "from").value_or(base::Date{});
  out.to = day(facts, "to");
}

Told told_of(db::Tx& tx, const Position& position, base::Lang lang) {
  const auto unit = units::find(tx, position.unit, position.from);
  const auto words = [&](const base::Text& text) { return std::string(text.in(lang)); };
  return {{words(text::officer), officer_name(tx, position.person)},
          {words(text::position), position.title.in(lang)},
          {words(text::unit), unit ? unit->name.in(lang) : ""},
          {words(text::first_day), position.from.vn()},
          {words(text::last_day), position.to ? position.to->vn() : words(text::no_last_day)}};
}

void tell_done(journal::Journal& journal, db::Tx& tx, const TwoPersonRequest& request,
               const Visit& visit, std::string verb, base::PersonId subject,
               base::json::object facts) {
  facts["request"] = request.id.str();
  facts["asked_by"] = request.asked_by.str();
  journal.append(tx, visit.now(),
                 {.act = "did-" + request.id.str(),
                  .actor = visit.who()->actor(administering(*visit.who())),
                  .verb = std::move(verb),
                  .subject_kind = "person",
                  .subject = subject.value,
                  .facts = std::move(facts)});
}

// ---- Appointing

Position appointed(const TwoPersonRequest& request) {
  Position out;
  out.person = request.concerned;
  out.unit = id_in<base::UnitId>(request.facts, "unit");
  out.role = base::json::text_at(request.facts, "role");
  take_title_and_days(request.facts, out);
  return out;
}

TwoPerson::Kind appointing(db::Database& db, journal::Journal& journal) {
  const auto told = [](db::Tx& tx, const TwoPersonRequest& request, base::Lang lang) {
    return told_of(tx, appointed(request), lang);
  };
  const auto carry_out = [&db, &journal](db::Tx& tx, const TwoPersonRequest& request,
                                         const Visit& visit) {
    auto position = appointed(request);
    if (trouble_with(tx, position)) return false;
    position.id = appoint(db, tx, position, visit.now());
    tell_done(journal, tx, request, visit, "identity.appoint", position.person,
              position_facts(position));
    return true;
  };
  return {std::string(appoint_administrator_kind), text::appoint_administrator, told, carry_out};
}

// ---- Changing and taking back

// The position as it stands; nothing: it is no more what the request was drawn from.
std::optional<Held> unchanged(db::Tx& tx, const TwoPersonRequest& request) {
  auto held = held_position(tx, id_in<base::PositionId>(request.facts, "position"));
  if (!held || held->taken_back) return std::nullopt;
  if (held->version != base::json::number_at(request.facts, "version")) return std::nullopt;
  return held;
}

Told change_told(db::Tx& tx, const TwoPersonRequest& request, base::Lang lang) {
  auto held = held_position(tx, id_in<base::PositionId>(request.facts, "position"));
  if (!held) return {};
  const auto words = [&](const base::Text& text) { return std::string(text.in(lang)); };
  const auto days = [&](const Position& p) {
    return p.from.vn() + " - " + (p.to ? p.to->vn() : words(text::no_last_day));
  };
  auto to_be = held->position;
  take_title_and_days(request.facts, to_be);
  auto out = told_of(tx, to_be, lang);
  if (base::json::flag_at(request.facts, "take_back")) {
    out.emplace_back(words(text::change), words(text::taken_back));
  } else if (request.state == TwoPersonRequest::State::waiting) {
    out.emplace_back(words(text::until_now), days(held->position));
  }
  return out;
}

bool carry_out_change(journal::Journal& journal, db::Tx& tx, const TwoPersonRequest& request,
                      const Visit& visit) {
  const auto held = unchanged(tx, request);
  if (!held) return false;
  const auto& was = held->position;
  if (base::json::flag_at(request.facts, "take_back")) {
    if (!may_be_taken_back(*held, visit.now().local().date)) return false;
    if (!take_back(tx, *held, visit.now())) return false;
    tell_done(journal, tx, request, visit, "identity.take_back_position", was.person,
              position_facts(was));
    return true;
  }
  auto to_be = was;
  take_title_and_days(request.facts, to_be);
  if (trouble_with(tx, to_be) || !change_position(tx, to_be, held->version)) return false;
  auto facts = position_facts(to_be);
  facts["was_from"] = was.from.iso();
  if (was.to) facts["was_to"] = was.to->iso();
  tell_done(journal, tx, request, visit, "identity.change_position", was.person, std::move(facts));
  return true;
}

// ---- Delegating

// Whom the request is about is who would act: they gain by it.
Delegation delegated(const TwoPersonRequest& request) {
  Delegation out;
  out.position = id_in<base::PositionId>(request.facts, "position");
  out.from = id_in<base::PersonId>(request.facts, "holder");
  out.to = request.concerned;
  out.first = day(request.facts, "first").value_or(base::Date{});
  out.last = day(request.facts, "last").value_or(base::Date{});
  out.signing = base::json::text_at(request.facts, "signing");
  out.reason = request.reason;
  return out;
}

Told delegation_told(db::Tx& tx, const TwoPersonRequest& request, base::Lang lang) {
  const auto d = delegated(request);
  const auto held = held_position(tx, d.position);
  const auto words = [&](const base::Text& text) { return std::string(text.in(lang)); };
  return {{words(text::holder), officer_name(tx, d.from)},
          {words(text::position), held ? held->position.title.in(lang) : ""},
          {words(text::stand_in), officer_name(tx, d.to)},
          {words(text::first_day), d.first.vn()},
          {words(text::last_day), d.last.vn()}};
}

bool carry_out_delegation(db::Database& db, journal::Journal& journal, db::Tx& tx,
                          const TwoPersonRequest& request, const Visit& visit) {
  const auto d = delegated(request);
  if (trouble_with(tx, d, visit.now().local().date)) return false;
  const auto id = delegate(db, tx, d, visit.now());
  tell_done(journal, tx, request, visit, "identity.delegate", d.from, delegation_facts(id, d));
  return true;
}

}  // namespace

std::vector<TwoPerson::Kind> administrator_kinds(db::Database& db, journal::Journal& journal) {
  const auto change = [&journal](db::Tx& tx, const TwoPersonRequest& request, const Visit& visit) {
    return carry_out_change(journal, tx, request, visit);
  };
  const auto delegation = [&db, &journal](db::Tx& tx, const TwoPersonRequest& request,
                                          const Visit& visit) {
    return carry_out_delegation(db, journal, tx, request, visit);
  };
  return {appointing(db, journal),
          {std::string(change_administrator_kind), text::change_administrator, change_told, change},
          {std::string(delegate_administrator_kind), text::delegate_administrator, delegation_told,
           delegation}};
}

}  // namespace identity
