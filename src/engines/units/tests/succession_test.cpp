#include <doctest/doctest.h>

#include "engines/units/units.hpp"
#include "support/databases.hpp"

namespace {

const auto day = *base::Date::parse_iso("2025-07-01");
constexpr base::UnitId north{1}, south{2}, rest{3};

std::vector<units::Succession> split() {
  using units::Share;
  return {{{9}, north, day, Share::part, "khu vực 1; đường Nguyễn Đệ", "", {}},
          {{9}, south, day, Share::part, "khu vực 2; khu vực 3", "", {}},
          {{9}, rest, day, Share::rest, "", "", {}}};
}

std::string problem(db::Database& db, const std::string& units_csv, const std::string& links = "") {
  return db.write([&](db::Tx& tx) {
    return units::import_units(
               db, tx, {{"u.csv", "code,kind,name_vi,parent,valid_from,valid_to\n" + units_csv}},
               {{"s.csv", "from,to,effective,share\n" + links}})
        .problem;
  });
}

}  // namespace

TEST_CASE("The address tells which part of a split ward answers; else it is the rest, to confirm") {
  const auto to = [](std::string_view address) { return units::choose(split(), address).unit; };
  CHECK(to("12 Đường Nguyễn Đệ, phường cũ") == north);
  CHECK(to("số 4, KHU VUC 2") == south);
  CHECK(to("số 4, khu vực 12") == rest);
  CHECK(to("") == rest);
  CHECK(units::choose(split(), "khu vực 1").certain);
  CHECK_FALSE(units::choose(split(), "khu vực 12").certain);
  // Both parts are named: nobody may guess.
  CHECK(to("góc khu vực 1 và khu vực 2") == rest);
  // "xã Hòa Tú 1" is not "xã Hòa Tú": the longer name tells.
  auto longer = split();
  longer[0].area = "xã Hòa Tú";
  longer[1].area = "xã Hòa Tú 1";
  CHECK(units::choose(longer, "xã Hoà Tú 1, huyện Mỹ Xuyên").unit == south);
  CHECK(units::choose(longer, "xã Hoà Tú, huyện Mỹ Xuyên").unit == north);
  CHECK(units::choose({{{9}, south, day, units::Share::whole, "", "", {}}}, "").unit == south);
}

TEST_CASE("What is wrong with a file of units is told with its line and how to mend it") {
  support::on_each_database([](db::Database& db) {
    const auto told = [&](const std::string& csv, const std::string& links = "") {
      return problem(db, csv, links);
    };
    CHECK(told("1,ward,A,,2025-02-30,\n").starts_with("u.csv line 2: code, kind, name_vi"));
    CHECK(told("1,ward,A,,2025-02-01,2025-01-01\n").starts_with("u.csv line 2: valid_to"));
    CHECK(told("1,ward,A,2,2025-02-01,\n2,ward,B,1,2025-02-01,\n")
              .starts_with("u.csv line 2: this unit stands below itself"));
    CHECK(told("1,ward,A,,2025-02-01,\n1,ward,B,,2025-01-01,\n")
              .starts_with("u.csv line 3: another unit has the code 1 then"));
    CHECK(told("1,city,A,,2025-01-01,2025-02-01\n2,ward,B,1,2025-01-01,2025-03-01\n")
              .starts_with("u.csv line 3: the unit above, 1, has ended on 2025-03-01"));
    CHECK(told("1,ward,A,,2025-01-01,\n", "1,2,2025-02-01,whole\n")
              .starts_with("s.csv line 2: there is no unit 2 on 2025-02-01"));
    CHECK(told("1,ward,A,,2025-01-01,\n", "1,1,2025-02-01,half\n")
              .starts_with("s.csv line 2: 'half' is no share"));
    CHECK(told("1,ward,A,,2025-01-01,2025-01-31\n2,ward,B,,2025-01-01,\n3,ward,C,,2025-01-01,\n",
               "1,2,2025-02-01,whole\n1,3,2025-02-01,rest\n")
              .starts_with("s.csv line 3: 1 has two fates on that day"));
    CHECK(told("1,ward,\"A,,2025-01-01,\n").starts_with("u.csv line 2: a quote is not closed"));
    CHECK(told("1,ward,A,,2025-01-01,,x\n").starts_with("u.csv line 2: 7 cells under 6 columns"));
    CHECK(told("1,ward,A\xff,,2025-01-01,\n").starts_with("u.csv the file is not UTF-8"));
    db.read([](db::Tx& tx) { CHECK(units::search(tx, "A", day).empty()); });
  });
}
