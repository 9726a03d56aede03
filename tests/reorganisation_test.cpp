// The change of 1 July 2025 on a generated city: nothing is lost, also when the program is killed.
#include <doctest/doctest.h>
#include <fmt/format.h>

#include "cast/june_2025.hpp"
#include "engines/casework/moving.hpp"
#include "engines/identity/moving.hpp"
#include "engines/journal/journal.hpp"
#include "engines/units/reorganise.hpp"
#include "platform/crypto/crypto.hpp"
#include "services/one_stop/room.hpp"
#include "support/child.hpp"
#include "support/databases.hpp"
#include "support/keys.hpp"

namespace {

using cast::june_2025::july_1;

constexpr int dossiers = 2'000;
const auto morning = base::Local::at(july_1, 7).instant();

units::Movers movers(db::Database& db) {
  return {identity::positions_mover(db),
          casework::open_cases(db, [](db::Tx& tx, std::string_view, std::int64_t dossier) {
            return one_stop::address_of(tx, {dossier});
          })};
}

struct Office {
  explicit Office(db::Database& db)
      : db(db), journal(db, crypto::ed25519_make()), all(movers(db)) {}
  units::Doing doing() { return {db, journal, all, morning, "july"}; }
  std::vector<units::Step> steps() const {
    auto read = units::read_steps({"july", cast::june_2025::change()});
    REQUIRE(read);
    return *read;
  }
  void reorganise() {
    const auto done = units::reorganise(doing(), steps(), july_1);
    REQUIRE_MESSAGE(done, (done ? "" : done.error().told(base::Lang::en)));
  }

  db::Database& db;
  journal::Journal journal;
  units::Movers all;
};

std::int64_t rows(const units::Tally& tally) {
  std::int64_t out = 0;
  for (const auto& [to, counts] : tally) out += counts.rows;
  return out;
}

// Somebody pulls the plug after `slices` slices, as kill -9 would.
void move_and_die(const std::string& address, int slices) {
  support::Child child([&](const support::Child::Say& say) {
    const auto db = db::open(address);
    support::use_test_keys(*db);
    Office office(*db);
    units::move_on(office.doing(), [&](const units::Slice&) { say("slice"); });
    say("end");
  });
  for (int i = 0; i < slices; ++i) REQUIRE(child.line() == "slice");
  child.kill();
}

}  // namespace

TEST_CASE(
    "On 1 July 2025 every open dossier and every officer has a unit, and no row is rewritten") {
  support::on_each_database([](db::Database& db) {
    cast::june_2025::settle(db, dossiers);
    const auto before = cast::june_2025::counts(db, july_1 - 1);
    CHECK(before.open_cases == dossiers);
    CHECK(before.orphaned_tasks == 0);

    Office office(db);
    // What is foretold is what happens.
    const auto foretold = db.read([&](db::Tx& tx) {
      const auto plan = units::plan(db, tx, office.steps(), july_1, july_1, office.all);
      REQUIRE_MESSAGE(plan, (plan ? "" : plan.error().told(base::Lang::en)));
      return units::forecast(tx, *plan, office.all);
    });
    office.reorganise();
    const auto moved = units::move_on(office.doing(), [](const units::Slice&) {});
    REQUIRE(moved.size() == foretold.size());
    for (const auto& [what, tally] : moved) {
      CAPTURE(what);
      CHECK(rows(tally) == rows(foretold.at(what)));
      CHECK(tally.size() == foretold.at(what).size());
    }

    const auto after = cast::june_2025::counts(db, july_1);
    CHECK(after.dossiers == before.dossiers);
    CHECK(after.dossier_units == before.dossier_units);
    CHECK(after.open_cases == before.open_cases);
    CHECK(after.open_tasks == before.open_tasks);
    CHECK(after.positions == before.positions);
    CHECK(after.orphaned_tasks == 0);
    CHECK(after.orphaned_positions == 0);
    CHECK(after.apart == 0);
    std::int64_t unsure = 0;
    for (const auto& [to, counts] : moved.at("open_cases")) unsure += counts.unsure;
    CHECK(after.to_confirm == unsure);
    CHECK(unsure > 0);
    CHECK(unsure < dossiers / 20);
    // The day before still reads as it was.
    CHECK(cast::june_2025::counts(db, july_1 - 1).positions == before.positions);
  });
}

TEST_CASE("Killed in the middle of moving, the next run goes on and the counts are the same") {
  support::on_each_database_at([](db::Database& db, const std::string& address) {
    cast::june_2025::settle(db, dossiers / 4);
    const auto before = cast::june_2025::counts(db, july_1 - 1);
    Office office(db);
    office.reorganise();
    for (const int slices : {1, 40, 7}) move_and_die(address, slices);
    const auto between = cast::june_2025::counts(db, july_1);
    CHECK(between.open_tasks == before.open_tasks);
    CHECK(between.apart == 0);
    CHECK(between.orphaned_tasks > 0);

    office.reorganise();  // the same file again does nothing
    const auto moved = units::move_on(office.doing(), [](const units::Slice&) {});
    CHECK(rows(moved.at("open_cases")) < dossiers / 4);
    const auto after = cast::june_2025::counts(db, july_1);
    CHECK(after.open_tasks == before.open_tasks);
    CHECK(after.positions == before.positions);
    CHECK(after.orphaned_tasks + after.orphaned_positions + after.apart == 0);
    CHECK(units::move_on(office.doing(), [](const units::Slice&) {}).empty());
  });
}
