// What every request or every row pays, by itself: ninja -C build taydo_micro && build/taydo_micro
#include "bench/micro.hpp"

#include <filesystem>
#include <fstream>
#include <iterator>

#include "engines/calendar/edition.hpp"
#include "engines/identity/route.hpp"
#include "engines/units/tests/city.hpp"
#include "platform/embedded.hpp"

namespace {

// A city of departments and wards with desks below them: 103 wards, 20 departments, 8 desks each.
std::vector<units::Unit> a_city() {
  std::vector<units::Unit> all;
  const auto add = [&](std::int64_t id, std::int64_t parent) {
    units::Unit unit;
    unit.id = base::UnitId{id};
    unit.parent = base::UnitId{parent};
    unit.kind = "unit";
    unit.code = std::to_string(id);
    all.push_back(unit);
  };
  add(1, 0);
  for (std::int64_t i = 0; i < 123; ++i) {
    add(100 + i, 1);
    for (std::int64_t desk = 0; desk < 8; ++desk) add(1'000 + i * 8 + desk, 100 + i);
  }
  return all;
}

identity::Who an_officer() {
  identity::Who who{.officer = true};
  who.tree = std::make_shared<units::Tree>(a_city());
  for (const auto role : {"INTAKE_OFFICER", "CLERK", "SPECIALIST", "LEADER"}) {
    identity::Position position;
    position.role = role;
    position.unit = base::UnitId{150};
    who.positions.push_back(position);
  }
  return who;
}

calendar::WorkingTime the_citys_calendar() {
  std::ifstream file(TAYDO_SOURCE_DIR "/packs/cantho/calendar/holidays.csv");
  return {*calendar::read_days(std::string(std::istreambuf_iterator<char>(file), {})), {}};
}

void due_times() {
  const auto time = the_citys_calendar();
  const auto monday = base::Local::at(*base::Date::of(2026, 1, 5), 9).instant();
  std::int64_t day = 0;
  const auto received = [&] { return monday + (day = (day + 7) % 360) * base::day_us; };
  bench::measure("due time: 30 working days", 100'000, [&] {
    return calendar::due(time, received(), {calendar::Mode::working_days, 30}).us;
  });
  bench::measure("due time: 30 working days, two waits", 100'000, [&] {
    const auto start = received();
    return calendar::due(time, {start,
                                {calendar::Mode::working_days, 30},
                                {{start + 2 * base::day_us, start + 5 * base::day_us},
                                 {start + 9 * base::day_us, start + 12 * base::day_us}}})
        ->us;
  });
  bench::measure("due time: 240 working hours", 100'000, [&] {
    return calendar::due(time, received(), {calendar::Mode::working_hours, 240}).us;
  });
}

// The city's own units of all times, in a SQLite file of its own.
void trees() {
  const auto folder = std::filesystem::temp_directory_path() / "taydo-micro";
  std::filesystem::remove_all(folder);
  std::filesystem::create_directories(folder);
  {
    const auto db = db::open("sqlite:" + (folder / "units.db").string());
    db->migrate(embedded::files());
    city::import(*db);
    units::Forest forest(*db);
    const auto size = [&](units::Forest& of, base::Date day) {
      return of.as_of(day)->all().size();
    };
    const auto first = *base::Date::of(2026, 1, 1);
    bench::measure("tree of a day: asked before", 1'000, [&] { return size(forest, first); });
    int day = 0;
    bench::measure("tree of a day: read anew from the database", 20, [&] {
      units::Forest fresh(*db);
      return size(fresh, first + (day = (day + 7) % 360));
    });
  }
  std::filesystem::remove_all(folder);
}

}  // namespace

int main() {
  due_times();
  trees();
  const auto who = an_officer();
  const auto permission =
      identity::officer({"DESK_HEAD", "LEADER"}).over([](db::Tx&, const identity::Visit&) {
        return std::optional<identity::Subject>();
      });
  std::int64_t at = 0;
  bench::measure("permission: role, unit subtree, 4 positions", 100'000, [&] {
    at = (at + 7) % 984;
    return permission.to_person(&who) &&
           permission.to_subject(who, {.unit = base::UnitId{1'000 + at}});
  });
}
