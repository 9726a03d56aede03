// The change of 1 July 2025 on a generated city: counts before and after, and what it took.
// ninja -C build taydo_july && build/taydo_july [dossiers, 200000] [folder, /tmp/taydo-july]
#include <fmt/format.h>

#include <chrono>
#include <cstdlib>
#include <filesystem>

#include "app/program.hpp"
#include "bench/micro.hpp"
#include "cast/june_2025.hpp"
#include "engines/units/units.hpp"

namespace {

using cast::june_2025::Counts;
using cast::june_2025::july_1;

double seconds_since(std::chrono::steady_clock::time_point began) {
  return std::chrono::duration<double>(std::chrono::steady_clock::now() - began).count();
}

void print(std::string_view when, const Counts& c) {
  fmt::print(
      "{:<8} dossiers {}, open cases {}, open tasks {}, positions {}; orphaned cases {}, orphaned "
      "positions {}, tasks apart from their case {}, to confirm {}\n",
      when, c.dossiers, c.open_cases, c.open_tasks, c.positions, c.orphaned_tasks,
      c.orphaned_positions, c.apart, c.to_confirm);
}

bool kept(const Counts& before, const Counts& after) {
  return before.dossiers == after.dossiers && before.dossier_units == after.dossier_units &&
         before.open_cases == after.open_cases && before.open_tasks == after.open_tasks &&
         before.positions == after.positions &&
         after.orphaned_tasks + after.orphaned_positions + after.apart == 0;
}

void time_trees(db::Database& db) {
  std::int64_t i = 0;
  bench::measure("tree of a day, read from the database", 3, [&] {
    units::Forest forest(db);
    return forest.as_of(july_1 + int(++i % 2) - 1)->all().size();
  });
  units::Forest forest(db);
  bench::measure("tree of a day, remembered", 1'000,
                 [&] { return forest.as_of(july_1 + int(++i % 2) - 1)->all().size(); });
  const auto tree = forest.as_of(july_1);
  const auto top = tree->children({}).front()->id, unit = tree->all().back().id;
  bench::measure("within", 100'000, [&] { return tree->within(unit, top); });
  bench::measure("search by an old name", 10, [&] {
    return db.read([&](db::Tx& tx) { return units::search(tx, "tan an", july_1).size(); });
  });
}

}  // namespace

int main(int argc, char** argv) {
  const int dossiers = argc > 1 ? std::atoi(argv[1]) : 200'000;
  const std::string folder = argc > 2 ? argv[2] : "/tmp/taydo-july";
  std::filesystem::remove_all(folder);
  app::Ground ground(folder, "");
  const auto morning = base::Local::at(july_1, 7).instant();

  auto began = std::chrono::steady_clock::now();
  cast::june_2025::settle(*ground.db, dossiers);
  fmt::print("The city of June 2025 made in {:.1f} s\n", seconds_since(began));
  const auto before = cast::june_2025::counts(*ground.db, july_1 - 1);
  print("before", before);

  casework::Casework casework(*ground.db, app::flow_of);
  const auto movers = app::movers(ground, casework);
  const units::Doing doing{*ground.db, ground.journal, movers, morning, app::fresh_act()};
  const auto steps = units::read_steps({"july", cast::june_2025::change()});
  began = std::chrono::steady_clock::now();
  const auto done = units::reorganise(doing, *steps, july_1);
  if (!done) {
    fmt::print("refused: {}\n", done.error().told(base::Lang::en));
    return 1;
  }
  fmt::print("{} steps carried out in {:.2f} s\n", steps->size(), seconds_since(began));
  began = std::chrono::steady_clock::now();
  int slices = 0;
  const auto moved = units::move_on(doing, [&](const units::Slice&) { ++slices; });
  const double took = seconds_since(began);
  for (const auto& [what, tally] : moved) {
    units::Counts sum;
    for (const auto& [to, counts] : tally) {
      sum.rows += counts.rows;
      sum.unsure += counts.unsure;
    }
    fmt::print("moved {} {} to {} units, {} to be confirmed\n", sum.rows, what, tally.size(),
               sum.unsure);
  }
  fmt::print("in {} slices and {:.1f} s; longest transaction {:.1f} ms\n", slices, took,
             double(ground.db->load().write_us_max) / 1e3);
  const auto after = cast::june_2025::counts(*ground.db, july_1);
  print("after", after);
  time_trees(*ground.db);
  fmt::print("{}\n", kept(before, after) ? "Nothing is lost." : "SOMETHING IS LOST.");
  return kept(before, after) ? 0 : 1;
}
