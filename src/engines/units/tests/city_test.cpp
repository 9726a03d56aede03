// The pack's units: the three worlds of Cần Thơ and who took over from whom.
#include <doctest/doctest.h>

#include <algorithm>
#include <chrono>
#include <map>

#include "city.hpp"
#include "engines/units/units.hpp"
#include "support/databases.hpp"

namespace {

using base::Date;
const Date today = *Date::parse_iso("2026-11-22");
const Date june = *Date::parse_iso("2025-06-30");
const Date july = *Date::parse_iso("2025-07-01");

std::string name(db::Tx& tx, base::UnitId id, Date day) {
  const auto unit = units::find(tx, id, day);
  return unit ? unit->name.vi : "";
}

// Names of the units found, with the older name they were found by.
std::vector<std::string> found(db::Tx& tx, std::string_view words, Date day = today) {
  std::vector<std::string> out;
  for (const auto& hit : units::search(tx, words, day)) {
    out.push_back(hit.unit.name.vi + (hit.was ? " < " + hit.was->name.vi : ""));
  }
  return out;
}

bool has(const std::vector<std::string>& names, const std::string& name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

}  // namespace

TEST_CASE("The city is known as it is today and as it was before July and before March 2025") {
  support::on_each_database([](db::Database& db) {
    const auto done = city::import(db);
    CHECK(done.problem == "");
    units::Forest forest(db);
    const auto count = [&](Date day, std::string_view kind) {
      const auto tree = forest.as_of(day);
      return std::count_if(tree->all().begin(), tree->all().end(),
                           [&](const auto& unit) { return unit.kind == kind; });
    };
    CHECK(count(today, "ward") == 31);
    CHECK(count(today, "commune") == 72);
    CHECK(count(today, "department") + count(today, "inspectorate") == 13);
    CHECK(count(today, "urban_district") + count(today, "rural_district") == 0);
    CHECK(count(june, "ward") + count(june, "commune") + count(june, "township") == 263);
    CHECK(count(june, "urban_district") + count(june, "rural_district") +
              count(june, "district_city") + count(june, "district_town") ==
          28);
    CHECK(count(june, "province") == 2);
    const Date in_2022 = *Date::of(2022, 6, 1);
    CHECK(count(in_2022, "ward") + count(in_2022, "commune") + count(in_2022, "township") == 266);
    CHECK(count(in_2022, "department") == 17);
    CHECK(count(*Date::of(2025, 3, 1), "department") == 12);

    // Everything of today stands under the one city; what is uncertain says so.
    const auto tree = forest.as_of(today);
    CHECK(tree->children({}).size() == 1);
    CHECK(tree->by_code("92.VKTXH")->confidence == units::Confidence::uncertain);
    CHECK(tree->by_code("92.SNV")->confidence == units::Confidence::sourced);
  });
}

TEST_CASE("Every unit that ended has somebody who answers for it today") {
  support::on_each_database([](db::Database& db) {
    city::import(db);
    units::Forest forest(db);
    const auto before = forest.as_of(june), march = forest.as_of(*Date::of(2020, 2, 1));
    db.read([&](db::Tx& tx) {
      int split = 0;
      for (const auto& tree : {before, march}) {
        for (const auto& unit : tree->all()) {
          const auto heir = units::heir(tx, unit.id, today);
          CAPTURE(unit.name.vi);
          CHECK(units::find(tx, heir.unit, today));
          split += tree == before && !heir.certain;
        }
      }
      CHECK(split == 3 + 28);
    });
  });
}

TEST_CASE("The 266 links of July 2025: full, unchanged, and three wards split in two") {
  support::on_each_database([](db::Database& db) {
    city::import(db);
    units::Forest forest(db);
    const auto before = forest.as_of(june), after = forest.as_of(july);
    db.read([&](db::Tx& tx) {
      std::map<units::Share, int> shares;
      int unchanged = 0, reused = 0;
      for (const auto& unit : before->all()) {
        if (unit.kind != "ward" && unit.kind != "commune" && unit.kind != "township") continue;
        const auto* same = after->find(unit.id);
        unchanged += same != nullptr;
        const auto links = units::successors(tx, unit.id, today);
        CHECK(links.empty() == (same != nullptr));
        for (const auto& link : links) ++shares[link.share];
        const auto* coded = after->by_code(unit.code);
        reused += coded && coded->id != unit.id && coded->name.vi != unit.name.vi;
      }
      CHECK(shares[units::Share::whole] == 252);
      CHECK(shares[units::Share::part] == 3);
      CHECK(shares[units::Share::rest] == 3);
      CHECK(unchanged == 8);
      CHECK(reused > 20);
      // 31135 was phường Tân An; since July it is phường Ninh Kiều, which took Tân An over.
      const auto old = before->by_code("31135"), now = after->by_code("31135");
      CHECK(old->name.vi == "Phường Tân An");
      CHECK(now->name.vi == "Phường Ninh Kiều");
      // Three wards, and the work of the district that was for their addresses.
      CHECK(units::predecessors(tx, now->id, today).size() == 4);
      CHECK(units::predecessors(tx, now->id, june).empty());
    });
  });
}

TEST_CASE("Somebody who asks for an old name finds today's unit, all of them if it was split") {
  support::on_each_database([](db::Database& db) {
    city::import(db);
    db.read([](db::Tx& tx) {
      const auto tan_an = found(tx, "tan an");
      CHECK(has(tan_an, "Phường Tân An"));
      CHECK(has(tan_an, "Phường Ninh Kiều < Phường Tân An"));
      CHECK(found(tx, "Tân An").front() == "Phường Tân An");

      CHECK(found(tx, "phường Bình Thuỷ").front() == "Phường Bình Thủy");
      CHECK(found(tx, "PHƯỜNG BÌNH THỦY") == found(tx, "phuong binh thuy"));

      const auto split = found(tx, "Bùi Hữu Nghĩa");
      CHECK(split.size() == 2);
      CHECK(has(split, "Phường Cái Khế < Phường Bùi Hữu Nghĩa"));
      CHECK(has(split, "Phường Bình Thủy < Phường Bùi Hữu Nghĩa"));

      // Two steps: An Cư went to Thới Bình in 2024, and that to Ninh Kiều in 2025.
      CHECK(has(found(tx, "An Cư"), "Phường Ninh Kiều < Phường An Cư"));
      CHECK(has(found(tx, "An Cư", june), "Phường Thới Bình < Phường An Cư"));
      CHECK(has(found(tx, "So Giao thong"), "Sở Xây dựng < Sở Giao thông vận tải"));
      CHECK(found(tx, "31135").front() == "Phường Ninh Kiều");

      CHECK(found(tx, "").empty());
      CHECK(found(tx, " ,.").empty());
      CHECK(found(tx, "không có nơi này").empty());
      CHECK(found(tx, "a").size() <= 60);
    });
  });
}

TEST_CASE("Importing the pack again changes nothing, and an older installation keeps its ids") {
  support::on_each_database([](db::Database& db) {
    // As the program before this one made it: the city of today, without bases.
    const auto first = db.write([&](db::Tx& tx) {
      return units::import_units(db, tx,
                                 "code,kind,name_vi,name_en,parent,valid_from\n"
                                 "92,city,Thành phố Cần Thơ,Can Tho City,,2025-07-01\n"
                                 "31135,ward,Phường Ninh Kiều,Ninh Kiều ward,92,2025-07-01\n"
                                 "31213,ward,Phường Tân Lộc,Tân Lộc ward,92,2025-07-01\n");
    });
    REQUIRE(first.added == 3);
    const auto id = [&](std::string_view code, Date day) {
      return db.read([&](db::Tx& tx) { return units::by_code(tx, code, day)->id; });
    };
    const auto ward = id("31135", today), same = id("31213", today);

    const auto second = city::import(db);
    CHECK(second.problem == "");
    CHECK(second.founded == 3);
    CHECK(id("31135", today) == ward);
    CHECK(id("31135", june) != ward);
    CHECK(id("31213", today) == same);
    CHECK(id("31213", june) == same);
    db.read([&](db::Tx& tx) {
      CHECK(name(tx, units::find(tx, same, june)->parent, june) == "Quận Thốt Nốt");
      CHECK(name(tx, units::find(tx, same, july)->parent, july) == "Thành phố Cần Thơ");
      CHECK(units::find(tx, ward, today)->basis == "NQ 1668/NQ-UBTVQH15");
    });
    const auto third = city::import(db);
    CHECK(third.problem == "");
    CHECK(third.added + third.versions + third.founded + third.successions == 0);
  });
}
