// Decisions by which a deputy or a delegate may sign the papers of a unit.
#include <fmt/format.h>

#include "app/commands/commands.hpp"
#include "engines/documents/authority.hpp"
#include "engines/identity/founding.hpp"
#include "engines/units/units.hpp"

namespace app {
namespace {

base::Date day(const std::string& text, const char* what) {
  const auto read = base::Date::parse_iso(text);
  if (!read) throw std::runtime_error(fmt::format("{}: write a day as 2025-07-01", what));
  return *read;
}

std::string told(documents::AuthorityRefusal why) {
  switch (why) {
    case documents::AuthorityRefusal::no_basis:
      return "the head of an agency signs by right; enter ASSIGNED, DELEGATED or BY_ORDER";
    case documents::AuthorityRefusal::no_decision:
      return "a decision in writing is needed: give its number by --decision";
    case documents::AuthorityRefusal::no_end:
      return "a delegation is for a fixed time: --to 2026-12-31";
    case documents::AuthorityRefusal::reversed:
      break;
  }
  return "it ends before it begins";
}

documents::SigningAuthority authority_of(db::Tx& tx, const Granting& g) {
  documents::SigningAuthority out;
  const auto unit = units::by_code(tx, g.unit, day(g.from, "--from"));
  if (!unit) throw std::runtime_error("no unit " + g.unit + " on that day");
  out.unit = unit->id;
  const auto person = identity::person_of_login(tx, g.login);
  if (!person) throw std::runtime_error("no account " + g.login);
  out.person = *person;
  const auto basis = documents::basis_of(g.basis);
  if (!basis) throw std::runtime_error("--basis is ASSIGNED, DELEGATED or BY_ORDER");
  out.basis = *basis;
  out.field = g.field;
  out.decision = g.decision;
  out.decided_on = day(g.decided, "--decided");
  out.from = day(g.from, "--from");
  if (!g.to.empty()) out.to = day(g.to, "--to");
  out.conditions = g.conditions;
  return out;
}

}  // namespace

bool grant_signing(Ground& ground, const Granting& g) {
  return ground.db->write([&](db::Tx& tx) {
    const auto authority = authority_of(tx, g);
    for (const auto& one : documents::authorities(tx, authority.unit, authority.from)) {
      const bool same = one.person == authority.person && one.decision == authority.decision &&
                        one.field == authority.field;
      if (same) return false;
    }
    const auto id = documents::grant(*ground.db, tx, authority);
    if (!id) throw std::runtime_error(told(id.error()));
    ground.journal.append(tx, now(),
                          {.act = fresh_act(),
                           .actor = {},
                           .verb = "app.grant_signing",
                           .subject_kind = "authority",
                           .subject = id->value,
                           .facts = {{"unit", authority.unit.str()},
                                     {"person", authority.person.str()},
                                     {"basis", g.basis},
                                     {"field", g.field},
                                     {"decision", g.decision},
                                     {"from", g.from},
                                     {"to", g.to}},
                           .law = ""});
    return true;
  });
}

int grant_signing(const std::string& data, const std::string& database, const Granting& granting) {
  Ground ground(data, database);
  const bool done = grant_signing(ground, granting);
  fmt::print("{}\n", done ? "Granted." : "This decision was entered already; nothing changed.");
  return 0;
}

}  // namespace app
