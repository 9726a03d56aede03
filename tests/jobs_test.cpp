// What comes back by itself does what it is for, in the program as it is wired.
#include <doctest/doctest.h>

#include "app/program.hpp"
#include "cast/town.hpp"
#include "support/folder.hpp"

namespace {

// The town served by the program, whose clock is the town's.
struct Served {
  Served() : ground(folder.path(), ""), town(*ground.db), program(ground, options()) {}

  app::ServeOptions options() {
    app::ServeOptions out;
    out.demo = true;
    out.clock = [this] { return town.now; };
    return out;
  }
  // A worker's look at that moment: the turns that are due, then all work.
  void work(std::string_view local) {
    town.now = base::Local::parse_iso(local)->instant();
    jobs::take_turns(*ground.db, program.schedules(), town.now);
    jobs::Worker worker(
        *ground.db, program.kinds(), [this] { return town.now; },
        [](const jobs::Job& job, std::string_view why, bool) {
          FAIL_CHECK(job.kind << ": " << why);
        });
    while (worker.run_one()) {
    }
  }
  std::string code(base::UnitId unit) {
    const auto day = town.now.local().date;
    return ground.db->read([&](db::Tx& tx) { return units::find(tx, unit, day)->code; });
  }
  std::size_t waiting_in(base::UnitId unit) {
    casework::Query query;
    query.desks = {{std::string(identity::role::intake_officer), unit}};
    query.now = query.soon = town.now;
    return ground.db->read([&](db::Tx& tx) { return casework::Casework::list(tx, query).size(); });
  }

  support::Folder folder;
  app::Ground ground;
  cast::Town town;
  app::Program program;
};

}  // namespace

TEST_CASE("A ward that ends on a coming day hands its work over in that night, by nobody's hand") {
  Served city;
  auto& town = city.town;
  REQUIRE(town.lan_submits("submit"));
  std::vector<units::Step> steps = {{.line = 1,
                                     .deed = units::Deed::merge,
                                     .unit = city.code(town.ward),
                                     .into = city.code(town.other_ward)}};
  units::Forest forest(*city.ground.db);
  for (const auto* child : forest.as_of(town.now.local().date)->children(town.ward)) {
    steps.push_back({.line = int(steps.size()) + 1,
                     .deed = units::Deed::move,
                     .unit = child->code,
                     .parent = city.code(town.other_ward)});
  }
  casework::Casework casework(*city.ground.db, app::flow_of);
  const auto movers = app::movers(city.ground, casework);
  const auto done =
      units::reorganise({*city.ground.db, city.ground.journal, movers, town.now, "merge"}, steps,
                        *base::Date::of(2026, 12, 1));
  REQUIRE_MESSAGE(done, (done ? "" : done.error().told(base::Lang::en)));

  city.work("2026-11-23T08:01");
  city.work("2026-11-30T23:59");
  CHECK(city.waiting_in(town.ward) == 1);
  city.work("2026-12-01T00:01");
  CHECK(city.waiting_in(town.ward) == 0);
  CHECK(city.waiting_in(town.other_ward) == 1);
}

TEST_CASE(
    "A form that lapsed yesterday is thrown away in the night, though nobody starts another") {
  Served city;
  auto& db = *city.ground.db;
  city.work("2026-11-23T08:00");
  db.write([&](db::Tx& tx) {
    const auto version = catalogue::find(tx, "1.004873", city.town.now.local().date)->id;
    forms::start_draft(db, tx, city.town.now, city.town.lan.person, version, {});
  });
  const auto left = [&] {
    return *db.read([](db::Tx& tx) {
      return tx.first("SELECT count(*) FROM forms_draft", {},
                      [](const db::Row& row) { return row.i64(0); });
    });
  };
  city.work("2026-12-23T02:00");
  CHECK(left() == 1);
  city.work("2026-12-24T02:00");
  CHECK(left() == 0);
}
