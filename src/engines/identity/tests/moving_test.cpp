// A ward ends: what its officers hold, are to hold, and whom they stand in for.
#include "engines/identity/moving.hpp"

#include <doctest/doctest.h>

#include "engines/identity/delegation.hpp"
#include "engines/identity/people.hpp"
#include "platform/crypto/crypto.hpp"
#include "support/databases.hpp"

namespace {

using base::Date;
using identity::DelegationState;
using identity::Position;

const auto day = *Date::of(2026, 12, 1);
const auto noon = base::Local::parse_iso("2026-11-23T12:00") -> instant();
constexpr std::string_view wards =
    "code,kind,name_vi,name_en,parent,valid_from,valid_to,same_as,legal_basis,confidence\n"
    "92,city,Thành phố,City,,2020-01-01,,,,\n"
    "1,ward,Phường Một,First ward,92,2020-01-01,,,,\n"
    "2,ward,Phường Hai,Second ward,92,2020-01-01,,,,\n";

struct Wards {
  explicit Wards(db::Database& db)
      : db(db), journal(db, crypto::ed25519_make()), movers{identity::positions_mover(db)} {
    db.write([&](db::Tx& tx) {
      REQUIRE(units::import_units(db, tx, wards).problem.empty());
      first = units::by_code(tx, "1", day)->id;
      second = units::by_code(tx, "2", day)->id;
      hoa = identity::keep_person(db, tx, {.name = "Hòa"}, identity::Source::desk, noon);
      duyen = identity::keep_person(db, tx, {.name = "Duyên"}, identity::Source::desk, noon);
    });
  }
  base::PositionId appoint(base::PersonId who, base::UnitId unit, Date from,
                           std::optional<Date> to = {}) {
    return db.write([&](db::Tx& tx) {
      return identity::appoint(db, tx,
                               {.person = who,
                                .unit = unit,
                                .role = "LEADER",
                                .title = {"Chủ tịch", "Chair"},
                                .from = from,
                                .to = to},
                               noon);
    });
  }
  identity::DelegationId delegate(base::PositionId position, Date from, Date to) {
    return db.write([&](db::Tx& tx) {
      return identity::delegate(db, tx,
                                {.position = position,
                                 .from = hoa,
                                 .to = duyen,
                                 .first = from,
                                 .last = to,
                                 .signing = "KT",
                                 .reason = "đi học"},
                                noon);
    });
  }
  std::vector<units::Standing> merge() {
    const auto steps = units::read_steps(
        {"m", "deed,unit,into,kind,name_vi,name_en,code,parent,area\nmerge,1,2\n"});
    REQUIRE(steps);
    const auto listed = db.read([&](db::Tx& tx) {
      const auto plan = units::plan(db, tx, *steps, day, noon.local().date, movers);
      REQUIRE(plan);
      return units::standing(tx, *plan, movers);
    });
    REQUIRE(units::reorganise({db, journal, movers, noon, "merge"}, *steps, day));
    units::move_on({db, journal, movers, noon, "move"}, [](const auto&) {});
    return listed;
  }
  std::vector<Position> on(base::PersonId who, Date when) {
    return db.read([&](db::Tx& tx) { return identity::positions(tx, who, when); });
  }
  std::vector<identity::Held> ever(base::PersonId who) {
    return db.read([&](db::Tx& tx) { return identity::positions_ever(tx, who); });
  }
  // States of all delegations on a day: "in_force" may stand there once an office.
  int in_force(Date when) {
    int count = 0;
    for (const auto& one : db.read([&](db::Tx& tx) { return identity::delegations_of(tx, hoa); })) {
      count += identity::state_of(one, when) == DelegationState::in_force;
    }
    return count;
  }

  db::Database& db;
  journal::Journal journal;
  units::Movers movers;
  base::UnitId first, second;
  base::PersonId hoa, duyen;
};

// How many of what, and what becomes of them, in English.
std::string told(const std::vector<units::Standing>& all) {
  std::string out;
  for (const auto& one : all) {
    out +=
        std::to_string(one.item.rows) + " " + one.item.what.en + ": " + one.item.becomes.en + "\n";
  }
  return out;
}

}  // namespace

TEST_CASE("Who acts for Hòa when the ward ends acts on at the heir, and is in force once") {
  support::on_each_database([](db::Database& db) {
    Wards w(db);
    const auto position = w.appoint(w.hoa, w.first, *Date::of(2026, 1, 1));
    w.appoint(w.duyen, w.first, *Date::of(2026, 1, 1));
    w.delegate(position, *Date::of(2026, 11, 23), *Date::of(2026, 12, 20));
    const auto listed = told(w.merge());
    CHECK(listed.find("1 Delegation in force: Ends with the old office and goes on") !=
          listed.npos);
    CHECK(w.in_force(day - 1) == 1);
    CHECK(w.in_force(day) == 1);
    CHECK(w.in_force(*Date::of(2026, 12, 20)) == 1);
    CHECK(w.in_force(*Date::of(2026, 12, 21)) == 0);
    const auto acting = w.on(w.duyen, day);
    REQUIRE(acting.size() == 2);
    CHECK(acting[1].acting_for);
    CHECK(acting[1].unit == w.second);
    // The last day reads as it was.
    CHECK(w.on(w.duyen, day - 1).at(1).unit == w.first);
  });
}

TEST_CASE("A delegation that was to begin later passes along, and none of it stays behind") {
  support::on_each_database([](db::Database& db) {
    Wards w(db);
    const auto position = w.appoint(w.hoa, w.first, *Date::of(2026, 1, 1));
    w.appoint(w.duyen, w.second, *Date::of(2026, 1, 1));
    const auto id = w.delegate(position, *Date::of(2026, 12, 10), *Date::of(2026, 12, 12));
    w.merge();
    CHECK(w.in_force(*Date::of(2026, 12, 11)) == 1);
    db.read([&](db::Tx& tx) {
      const auto one = identity::delegation(tx, id);
      CHECK(one->position != position);
      CHECK(identity::held_position(tx, one->position)->position.unit == w.second);
    });
  });
}

TEST_CASE("Where Hòa leads the heir already, the old office and who acted in it end") {
  support::on_each_database([](db::Database& db) {
    Wards w(db);
    const auto position = w.appoint(w.hoa, w.first, *Date::of(2026, 1, 1));
    w.appoint(w.hoa, w.second, *Date::of(2026, 1, 1));
    w.appoint(w.duyen, w.second, *Date::of(2026, 1, 1));
    w.delegate(position, *Date::of(2026, 11, 23), *Date::of(2026, 12, 20));
    const auto later = w.delegate(position, *Date::of(2026, 12, 24), *Date::of(2026, 12, 25));
    w.merge();
    CHECK(w.on(w.hoa, day).size() == 1);
    CHECK(w.in_force(day) == 0);
    CHECK(w.in_force(*Date::of(2026, 12, 24)) == 0);
    db.read([&](db::Tx& tx) { CHECK(identity::delegation(tx, later)->revoked_at); });
  });
}

TEST_CASE("An appointment to come begins on its day at the heir, and none ends before it begins") {
  support::on_each_database([](db::Database& db) {
    Wards w(db);
    const auto spring = *Date::of(2027, 3, 1);
    w.appoint(w.hoa, w.first, spring, *Date::of(2027, 9, 1));
    const auto listed = told(w.merge());
    CHECK(listed == "1 Appointment to come: Begins on its day, at the successor\n");
    CHECK(w.on(w.hoa, day).empty());
    REQUIRE(w.on(w.hoa, spring).size() == 1);
    CHECK(w.on(w.hoa, spring)[0].unit == w.second);
    CHECK(w.on(w.hoa, spring)[0].to == *Date::of(2027, 9, 1));
    for (const auto& held : w.ever(w.hoa)) {
      CHECK((!held.position.to || held.position.from <= *held.position.to));
      CHECK(held.taken_back == (held.position.unit == w.first));
    }
  });
}

TEST_CASE("Who is to lead the heir from spring holds the moved office until then, not beside it") {
  support::on_each_database([](db::Database& db) {
    Wards w(db);
    const auto spring = *Date::of(2027, 3, 1);
    w.appoint(w.hoa, w.first, *Date::of(2026, 1, 1));
    w.appoint(w.hoa, w.second, spring);
    w.merge();
    CHECK(w.on(w.hoa, day).size() == 1);
    CHECK(w.on(w.hoa, spring - 1).size() == 1);
    CHECK(w.on(w.hoa, spring).size() == 1);
  });
}
