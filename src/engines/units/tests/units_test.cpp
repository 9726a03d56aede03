#include "engines/units/units.hpp"

#include <doctest/doctest.h>

#include "support/databases.hpp"

namespace {
const auto today = *base::Date::parse_iso("2026-11-22");
constexpr std::string_view file =
    "# the city\n"
    "code,kind,name_vi,name_en,parent,valid_from\n"
    "92,city,Thành phố Cần Thơ,Can Tho City,,2025-07-01\n"
    "31135,ward,Phường Ninh Kiều,Ninh Kieu Ward,92,2025-07-01\n"
    "31120,ward,Phường Cái Khế,Cai Khe Ward,92,2025-07-01\n"
    "31135-PSC,service_centre,\"Trung tâm, Ninh Kiều\",Centre,31135,2025-07-01\n";
}  // namespace

TEST_CASE("Units are found as of a day and stand in alphabetical order") {
  support::on_each_database([](db::Database& db) {
    REQUIRE(db.write([&](db::Tx& tx) { return units::import_units(db, tx, file); }).added == 4);
    CHECK(db.write([&](db::Tx& tx) { return units::import_units(db, tx, file); }).added == 0);
    db.read([](db::Tx& tx) {
      const auto wards = units::of_kinds(tx, {"ward"}, today);
      REQUIRE(wards.size() == 2);
      CHECK(wards[0].name.vi == "Phường Cái Khế");
      const auto desk = units::by_code(tx, "31135-PSC", today);
      REQUIRE(desk);
      CHECK(units::within(tx, desk->id, wards[1].id, today));
      CHECK_FALSE(units::within(tx, desk->id, wards[0].id, today));
      CHECK_FALSE(units::by_code(tx, "31135", *base::Date::parse_iso("2025-06-30")));
    });
  });
}

TEST_CASE("A units file with an unknown parent is refused by line") {
  support::on_each_database([](db::Database& db) {
    const auto result = db.write([&](db::Tx& tx) {
      return units::import_units(db, tx,
                                 "code,kind,name_vi,parent,valid_from\n1,ward,A,9,2025-07-01\n");
    });
    CHECK(result.problem ==
          "line 2: no unit has the code '9' on 2025-07-01; "
          "give the parent a line of its own");
  });
}
