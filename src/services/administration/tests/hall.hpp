// The town with its administrators, for tests of what they do.
#pragma once

#include <doctest/doctest.h>

#include "cast/town.hpp"
#include "engines/identity/administrators.hpp"
#include "engines/identity/founding.hpp"
#include "services/administration/actions_organisations.hpp"
#include "services/administration/actions_people.hpp"
#include "support/databases.hpp"
#include "support/visit.hpp"

namespace hall {

using administration::office::OrganisationActions;
using administration::office::StaffAct;
using administration::office::StaffActions;
using administration::office::StaffRefusal;
using base::Date;

// The town with An, who administers the city, and Hạnh, who administers Tâm's ward only.
struct Hall {
  explicit Hall(db::Database& db)
      : town(db),
        two_person(db, town.journal, identity::administrator_kinds(db, town.journal)),
        staff(db, town.journal, two_person),
        organisations(db, town.journal) {
    const auto city = db.read([&](db::Tx& tx) { return units::by_code(tx, "92", today())->id; });
    an = administrator("Lý Thành An", city);
    hanh = administrator("Võ Thị Hạnh", town.other_ward);
  }

  Date today() const { return town.now.local().date; }

  identity::Who administrator(const char* name, base::UnitId unit) {
    identity::Who who{.name = name, .officer = true};
    identity::Position position{.unit = unit,
                                .role = "SYS_ADMIN",
                                .title = {"Quản trị hệ thống", "Administrator"},
                                .from = today()};
    town.db.write([&](db::Tx& tx) {
      who.person = position.person =
          identity::keep_person(town.db, tx, {.name = name}, identity::Source::desk, town.now);
      position.id = identity::appoint(town.db, tx, position);
    });
    who.positions = {position};
    units::Forest forest(town.db);
    who.tree = forest.as_of(today());
    return who;
  }

  StaffAct act(const identity::Who& who, std::string id = {}) {
    if (id.empty()) id = "a" + std::to_string(town.db.next_id());
    return {id, town.now, &who};
  }

  identity::Position position(base::PersonId person, base::UnitId unit, const char* role) const {
    return {.person = person,
            .unit = unit,
            .role = role,
            .title = {"Văn thư", "Clerk"},
            .from = today()};
  }

  identity::Held held(base::PositionId id) {
    return *town.db.read([&](db::Tx& tx) { return identity::held_position(tx, id); });
  }
  identity::Held last_of(base::PersonId person) {
    return town.db.read([&](db::Tx& tx) { return identity::positions_ever(tx, person).front(); });
  }

  // Yến administers the city too, with an account of her own; answers her.
  identity::Who a_second() {
    identity::create_administrator(
        town.db, town.journal,
        {"yen", "Phan Thị Kim Yến", "mật khẩu dài", false, an.positions.front().unit}, town.now);
    identity::Who yen{.officer = true};
    yen.person = town.db.read([](db::Tx& tx) {
      identity::StaffQuery query;
      query.words = "Kim Yen";
      query.day = *base::Date::of(2026, 12, 31);
      return identity::staff(tx, query).front().position.person;
    });
    yen.positions = positions(yen.person);
    return yen;
  }
  std::vector<identity::Position> positions(base::PersonId person) {
    return town.db.read([&](db::Tx& tx) { return identity::positions(tx, person, today()); });
  }
  support::FakeVisit visit(const identity::Who& who) {
    return {who, town.now, "v" + std::to_string(town.db.next_id()), "token"};
  }

  // The verbs in the journal of a person, in order.
  std::string verbs(std::int64_t subject, std::string_view kind = "person") {
    return town.db.read([&](db::Tx& tx) {
      std::string out;
      for (const auto& entry : journal::Journal::of(tx, kind, subject)) out += entry.verb + " ";
      return out;
    });
  }

  cast::Town town;
  identity::TwoPerson two_person;
  StaffActions staff;
  OrganisationActions organisations;
  identity::Who an, hanh;
};

template <class T>
inline StaffRefusal why(const administration::office::StaffDone<T>& done) {
  REQUIRE_FALSE(done);
  return done.error().why;
}

}  // namespace hall
