#include <doctest/doctest.h>
#include <fmt/format.h>

#include "engines/units/reorganise.hpp"
#include "platform/crypto/crypto.hpp"
#include "support/databases.hpp"

namespace {

using base::Date;
using units::Why;
const Date day = *Date::of(2025, 7, 1);
const base::Instant noon = base::Local::parse_iso("2025-07-01T12:00")->instant();

constexpr std::string_view small_city =
    "code,kind,name_vi,name_en,parent,valid_from\n"
    "92,city,Thành phố Cần Thơ,Can Tho City,,2004-01-01\n"
    "916,urban_district,Quận Ninh Kiều,Ninh Kiều district,92,2004-01-01\n"
    "1,ward,Phường Tân An,Tân An ward,916,2004-01-01\n"
    "2,ward,Phường Thới Bình,Thới Bình ward,916,2004-01-01\n"
    "3,ward,Phường Bùi Hữu Nghĩa,Bùi Hữu Nghĩa ward,916,2004-01-01\n"
    "4,ward,Phường Tân Lộc,Tân Lộc ward,916,2004-01-01\n";

constexpr std::string_view july =
    "deed,unit,into,kind,name_vi,name_en,code,parent,agency_code,area\n"
    "new,,,ward,Phường Ninh Kiều,Ninh Kiều ward,1,92,H13.01,\n"
    "new,,,ward,Phường Cái Khế,Cái Khế ward,3,92,,\n"
    "merge,1,1\n"
    "merge,2,1\n"
    "split-part,3,1,,,,,,,khu vực 1\n"
    "split-rest,3,3\n"
    "move,4,,,,,,92\n"
    "rename,4,,,Phường Tân Lộc Đông,Tân Lộc Đông ward\n"
    "merge,916,92\n";

std::vector<units::Step> steps(std::string_view csv) {
  const auto read = units::read_steps({"july.csv", std::string(csv)});
  REQUIRE(read);
  return *read;
}

struct City {
  explicit City(db::Database& db) : db(db), journal(db, crypto::ed25519_make()) {
    REQUIRE(db.write([&](db::Tx& tx) { return units::import_units(db, tx, small_city); }).added ==
            6);
  }
  base::Result<bool, units::Fault> reorganise(std::string_view csv, Date on = day) {
    return units::reorganise({db, journal, movers, noon, fmt::format("act-{}", ++acts)}, steps(csv),
                             on);
  }
  // What stands against a file, and its line.
  std::string fault(std::string_view lines, Why expected, Date on = day) {
    const auto done =
        reorganise(fmt::format("deed,unit,into,kind,name_vi,name_en,code,parent\n{}", lines), on);
    if (done) return "carried out";
    CHECK(int(done.error().why) == int(expected));
    return fmt::format("{} {}", done.error().line, done.error().about);
  }
  std::string name(std::string_view code, Date on) {
    return db.read([&](db::Tx& tx) {
      const auto unit = units::by_code(tx, code, on);
      return unit ? unit->name.vi : std::string();
    });
  }

  db::Database& db;
  journal::Journal journal;
  units::Movers movers;
  int acts = 0;
};

// Tasks that stand at units, each with an address: what an owner of such things would bring.
struct Tasks {
  std::map<base::UnitId, std::vector<std::string>> at;

  units::Mover mover() {
    static constexpr base::Text task{"Việc", "Task"}, follows{"Theo đơn vị", "Follows the unit"};
    return {"tasks",
            {},
            false,
            true,
            [this](db::Tx&, const units::Way& way, units::Items& items) {
              for (const auto& address : at[way.unit]) {
                items.add(task, follows, way.to(address), true);
              }
            },
            [this](db::Tx&, const units::Way& way, base::Instant, int limit) {
              units::Tally tally;
              auto& here = at[way.unit];
              for (; limit > 0 && !here.empty(); --limit) {
                const auto heir = way.to(here.back());
                ++tally[heir.unit].rows;
                tally[heir.unit].unsure += !heir.certain;
                at[heir.unit].push_back(here.back());
                here.pop_back();
              }
              return tally;
            }};
  }
};

}  // namespace

TEST_CASE("Units merge, are split, renamed and moved on one day; the day before reads as it was") {
  support::on_each_database([](db::Database& db) {
    City city(db);
    const auto done = city.reorganise(july);
    REQUIRE_MESSAGE(done, (done ? "" : done.error().told(base::Lang::en)));
    CHECK(*done);
    CHECK(city.name("1", day - 1) == "Phường Tân An");
    CHECK(city.name("1", day) == "Phường Ninh Kiều");
    CHECK(city.name("4", day - 1) == "Phường Tân Lộc");
    CHECK(city.name("4", day) == "Phường Tân Lộc Đông");
    CHECK(city.name("916", day) == "");
    units::Forest forest(db);
    const auto tree = forest.as_of(day);
    CHECK(tree->all().size() == 4);
    CHECK(tree->children({}).size() == 1);
    CHECK(tree->by_code("1")->agency_code == "H13.01");
    db.read([&](db::Tx& tx) {
      const auto split = units::by_code(tx, "3", day - 1)->id;
      CHECK(units::find(tx, units::heir(tx, split, day, "12 khu vực 1").unit, day)->code == "1");
      const auto rest = units::heir(tx, split, day);
      CHECK(units::find(tx, rest.unit, day)->code == "3");
      CHECK_FALSE(rest.certain);
      CHECK(units::heirs(tx, split, day).size() == 2);
      // The same unit under another name: it has no successor, it is its own.
      const auto renamed = units::by_code(tx, "4", day - 1)->id;
      CHECK(units::heir(tx, renamed, day).unit == renamed);
    });
    // Once more finds the first.
    const auto again = city.reorganise(july);
    REQUIRE(again);
    CHECK_FALSE(*again);
    CHECK(forest.as_of(day) == tree);
  });
}

TEST_CASE("A reorganisation that is wrong anywhere changes nothing, and its line is named") {
  support::on_each_database([](db::Database& db) {
    City city(db);
    units::Forest forest(db);
    const auto before = forest.as_of(day);
    CHECK(city.fault("merge,9,1\n", Why::unknown_unit) == "2 9");
    CHECK(city.fault("merge,1,9\n", Why::unknown_target) == "2 9");
    CHECK(city.fault("merge,1,2\nmerge,2,1\n", Why::ends_itself) == "2 1");
    CHECK(city.fault("merge,1,2\nmerge,1,3\n", Why::two_fates) == "3 1");
    CHECK(city.fault("merge,1,2\nclose,1\n", Why::two_fates) == "3 1");
    CHECK(city.fault("rename,1,,,Phường Mới\nmerge,1,2\n", Why::two_fates) == "3 1");
    CHECK(city.fault("split-part,1,2\n", Why::no_rest) == "2 1");
    CHECK(city.fault("split-rest,1,2\nsplit-rest,1,3\n", Why::no_rest) == "3 1");
    CHECK(city.fault("split-part,1,2\nsplit-rest,1,2\n", Why::two_fates) == "3 1");
    CHECK(city.fault("move,916,,,,,,1\n", Why::below_itself) == "2 916");
    CHECK(city.fault("move,1,,,,,,2\nmove,2,,,,,,1\n", Why::below_itself).starts_with("2 "));
    CHECK(city.fault("close,916\n", Why::stranded) == "2 1");
    CHECK(city.fault("new,,,ward,Phường Mới,New ward,1,92\n", Why::code_taken) == "2 1");
    CHECK(city.fault("rename,1,,,,,2\n", Why::code_taken) == "2 2");
    CHECK(city.fault("new,,,,Phường Mới,New ward,8,92\n", Why::incomplete) == "2 8");
    CHECK(city.fault("rename,1\n", Why::incomplete) == "2 1");
    CHECK(city.fault("merge,1\n", Why::incomplete) == "2 1");
    CHECK(city.fault("close,1\n", Why::odd_day, *Date::of(1999, 1, 1)) == "0 1999-01-01");
    CHECK(city.fault("close,1\n", Why::odd_day, *Date::of(2060, 1, 1)) == "0 2060-01-01");
    CHECK(forest.as_of(day) == before);

    REQUIRE(city.reorganise("deed,unit,name_vi\nrename,1,Phường Tân An Mới\n", day + 30));
    CHECK(city.fault("rename,1,,,Phường Khác\n", Why::later_version) == "2 1");
    CHECK(city.fault("merge,1,2\n", Why::later_version, day + 30) == "2 1");
    CHECK(city.name("1", day + 30) == "Phường Tân An Mới");
  });
}

TEST_CASE("A refusal says in both languages what is wrong and how to mend it") {
  const units::Fault fault{Why::stranded, 7, "31135", "916"};
  CHECK(fault.told(base::Lang::en) ==
        "line 7: 31135 stands under 916, which ends; move, merge or close 31135");
  CHECK(fault.told(base::Lang::vi).starts_with("dòng 7: đơn vị 31135 trực thuộc 916"));
  for (int why = 0; why <= int(Why::changed_meanwhile); ++why) {
    CHECK(units::Fault{Why(why), 1, "A", "B"}.told(base::Lang::vi).find('{') == std::string::npos);
  }
  CHECK(units::read_steps({"f", "deed,unit\nvanish,1\n"}).error().told() ==
        "f line 2: 'vanish' is no deed; write new, merge, split-part, split-rest, rename, move or "
        "close");
  CHECK_FALSE(units::read_steps({"f", ""}));
}

TEST_CASE("A unit with open work is not closed unless somebody takes it over") {
  support::on_each_database([](db::Database& db) {
    City city(db);
    Tasks tasks;
    city.movers = {tasks.mover()};
    const auto id = db.read([](db::Tx& tx) { return units::by_code(tx, "1", day)->id; });
    tasks.at[id] = {"a", "b"};
    CHECK(city.fault("close,1\n", Why::open_work) == "2 1");
    tasks.at[id].clear();
    CHECK(city.fault("close,1\n", Why::open_work) == "carried out");
    CHECK(city.name("1", day) == "");
    CHECK(city.name("1", day - 1) == "Phường Tân An");
  });
}

TEST_CASE(
    "What stands at units that ended moves on in slices, each in the journal, and only once") {
  support::on_each_database([](db::Database& db) {
    City city(db);
    Tasks tasks;
    city.movers = {tasks.mover()};
    std::map<std::string, base::UnitId> old;
    db.read([&](db::Tx& tx) {
      for (const char* code : {"1", "2", "3"}) old[code] = units::by_code(tx, code, day - 1)->id;
    });
    tasks.at[old["1"]].assign(600, "");
    tasks.at[old["2"]].assign(1, "");
    tasks.at[old["3"]] = {"số 5, khu vực 1", "số 6, khu vực 1", "số 7, khu vực 2"};

    const auto planned = db.read([&](db::Tx& tx) {
      const auto plan = units::plan(db, tx, steps(july), day, day, city.movers);
      REQUIRE(plan);
      return units::forecast(tx, *plan, city.movers).at("tasks");
    });
    REQUIRE(planned.size() == 2);
    CHECK(tasks.at[old["1"]].size() == 600);

    REQUIRE(city.reorganise(july));
    int slices = 0;
    const units::Doing doing{db, city.journal, city.movers, noon, "move"};
    const auto moved = units::move_on(doing, [&](const units::Slice&) { ++slices; });
    CHECK(slices == 3 + 1 + 1);
    const auto at = [&](const char* code) {
      return db.read([&](db::Tx& tx) { return units::by_code(tx, code, day)->id; });
    };
    CHECK(tasks.at[at("1")].size() == 603);
    CHECK(tasks.at[at("3")].size() == 1);
    CHECK(moved.at("tasks").at(at("3")).unsure == 1);
    CHECK(moved.at("tasks").at(at("1")).unsure == 0);
    std::size_t entries = 0;
    db.read([&](db::Tx& tx) {
      for (const auto& [code, unit] : old) {
        for (const auto& entry : journal::Journal::of(tx, "unit", unit.value)) {
          entries += entry.verb == "units.move_on";
        }
      }
    });
    CHECK(entries == 5);
    CHECK(units::move_on(doing, [](const units::Slice&) {}).empty());

    // Before the day has come, what has no dates stays.
    const units::Doing earlier{db, city.journal, city.movers, {noon.us - 86'400'000'000}, "e"};
    tasks.at[old["2"]] = {""};
    CHECK(units::move_on(earlier, [](const units::Slice&) {}).empty());
  });
}

namespace {

// An administrator at the small city.
struct Desk {
  explicit Desk(db::Database& db) : city(db) {}
  base::Result<base::UnitId, units::Fault> edit(base::UnitId unit, units::Step step, Date on,
                                                std::string seen_then = "", std::string act = "") {
    if (seen_then.empty()) seen_then = seen(unit);
    if (act.empty()) act = fmt::format("edit-{}", ++city.acts);
    return units::edit(doing(act), unit, std::move(step), on, seen_then);
  }
  units::Doing doing(std::string act) {
    return {city.db, city.journal, city.movers, noon, std::move(act)};
  }
  base::UnitId id(std::string_view code, Date on = day) {
    return city.db.read([&](db::Tx& tx) { return units::by_code(tx, code, on)->id; });
  }
  std::string seen(base::UnitId unit) {
    return city.db.read([&](db::Tx& tx) { return units::fingerprint(tx, unit); });
  }
  City city;
};

}  // namespace

TEST_CASE("Of two administrators who rename one ward at once, the second is told") {
  support::on_each_database([](db::Database& db) {
    Desk desk(db);
    const auto ward = desk.id("1");
    const auto first = desk.seen(ward);
    const units::Step rename{.deed = units::Deed::rename, .name = {"Phường Mới", "New ward"}};
    REQUIRE(desk.edit(ward, rename, day, first, "a"));
    CHECK(desk.city.name("1", day) == "Phường Mới");
    CHECK(desk.city.name("1", day - 1) == "Phường Tân An");
    // The same act again finds the first.
    CHECK(*desk.edit(ward, rename, day, first, "a") == ward);
    const auto late = desk.edit(ward, rename, day + 1, first, "b");
    REQUIRE_FALSE(late);
    CHECK(late.error().why == Why::changed_meanwhile);

    REQUIRE(
        units::edit_code(desk.doing("h"), ward, {"EDXML", day, "000.00.01.H13"}, desk.seen(ward)));
    db.read([&](db::Tx& tx) {
      REQUIRE(units::codes(tx, ward).size() == 1);
      const auto entries = journal::Journal::of(tx, "unit", ward.value);
      REQUIRE(entries.size() == 2);
      CHECK(entries[0].verb == "units.rename");
      CHECK(entries[1].verb == "units.set_code");
    });
  });
}

TEST_CASE("An administrator begins an office, moves it and closes it, each from its own day") {
  support::on_each_database([](db::Database& db) {
    Desk desk(db);
    const units::Step begin{.deed = units::Deed::begin,
                            .kind = "office",
                            .code = "916.VP",
                            .name = {"Văn phòng", "Office"}};
    const auto district = desk.id("916"), ward = desk.id("1");
    const auto office = desk.edit(district, begin, day);
    REQUIRE_MESSAGE(office, (office ? "" : office.error().told(base::Lang::en)));
    CHECK(desk.id("916.VP") == *office);
    const units::Step move{.deed = units::Deed::move, .parent = "1"};
    REQUIRE(desk.edit(*office, move, day + 10));
    db.read([&](db::Tx& tx) {
      CHECK(units::find(tx, *office, day + 9)->parent == district);
      CHECK(units::find(tx, *office, day + 10)->parent == ward);
      CHECK(units::history(tx, *office).size() == 2);
    });
    // It changes later already, so nothing may be put before that.
    CHECK(desk.edit(*office, move, day + 5).error().why == Why::later_version);
    const units::Step close{.deed = units::Deed::close};
    REQUIRE(desk.edit(*office, close, day + 20));
    CHECK(desk.city.name("916.VP", day + 20) == "");
    CHECK(desk.edit(*office, close, day + 30).error().why == Why::unknown_unit);

    units::Forest forest(db);
    const auto before = forest.as_of(day - 1), after = forest.as_of(day + 15);
    const auto difference = units::difference(*before, *after);
    CHECK(difference.began.size() == 1);
    CHECK(difference.renamed.size() + difference.moved.size() + difference.ended.size() == 0);
    CHECK(units::difference(*after, *forest.as_of(day + 25)).ended.size() == 1);
    CHECK(units::difference(*forest.as_of(day + 5), *after).moved.size() == 1);
  });
}
