#include <doctest/doctest.h>

#include <atomic>
#include <thread>

#include "engines/units/units.hpp"
#include "support/databases.hpp"

namespace {

const auto may = *base::Date::parse_iso("2025-05-02");
const auto july = *base::Date::parse_iso("2025-07-01");
constexpr std::string_view city =
    "code,kind,name_vi,name_en,parent,valid_from\n"
    "92,city,Thành phố Cần Thơ,Can Tho City,,2025-07-01\n"
    "31135,ward,Phường Ninh Kiều,Ninh Kieu Ward,92,2025-07-01\n"
    "31120,ward,Phường Cái Khế,Cai Khe Ward,92,2025-07-01\n"
    "31135-D,service_centre,Trung tâm,Centre,31135,2025-07-01\n";

void import(db::Database& db, std::string_view csv) {
  REQUIRE(db.write([&](db::Tx& tx) { return units::import_units(db, tx, csv); }).problem.empty());
}

units::Unit unit(std::int64_t id, std::int64_t parent) {
  units::Unit out;
  out.id = {id};
  out.code = std::to_string(id);
  out.parent = {parent};
  return out;
}

}  // namespace

TEST_CASE("The tree of a day knows who is above whom, and siblings stand in alphabetical order") {
  support::on_each_database([](db::Database& db) {
    import(db, city);
    units::Forest forest(db);
    const auto tree = forest.as_of(july);
    REQUIRE(tree->all().size() == 4);
    const auto *top = tree->by_code("92"), *ward = tree->by_code("31135"),
               *desk = tree->by_code("31135-D"), *other = tree->by_code("31120");
    REQUIRE((top && ward && desk && other));
    CHECK(tree->within(desk->id, top->id));
    CHECK(tree->within(desk->id, ward->id));
    CHECK(tree->within(ward->id, ward->id));
    CHECK_FALSE(tree->within(ward->id, desk->id));
    CHECK_FALSE(tree->within(desk->id, other->id));
    CHECK_FALSE(tree->within({7}, top->id));
    CHECK(tree->path(desk->id) == std::vector{desk->id, ward->id, top->id});
    CHECK(tree->children(top->id) == std::vector{other, ward});
    CHECK(tree->children({}) == std::vector{top});
    CHECK(tree->children({7}).empty());
    CHECK(forest.as_of(may)->all().empty());
    CHECK(forest.as_of(july + 500) == tree);
  });
}

TEST_CASE("What another process changes is seen at once, and what failed is never seen") {
  support::on_each_database_at([](db::Database& db, const std::string& address) {
    import(db, city);
    units::Forest forest(db);
    const auto before = forest.as_of(july);
    const auto ward = before->by_code("31135")->id;
    CHECK(before->find(ward)->agency_code.empty());

    const auto other = db::open(address);
    other->write([&](db::Tx& tx) { units::set_agency_code(tx, ward, "H13.07", july); });
    CHECK(forest.as_of(july)->find(ward)->agency_code == "H13.07");
    CHECK(forest.as_of(july) == forest.as_of(july + 1));
    CHECK(before->find(ward)->agency_code.empty());

    struct Undone {};
    CHECK_THROWS_AS(db.write([&](db::Tx& tx) {
      units::set_agency_code(tx, ward, "H13.99", july);
      CHECK(forest.as_of(tx, july)->find(ward)->agency_code == "H13.99");
      throw Undone();
    }),
                    Undone);
    CHECK(forest.as_of(july)->find(ward)->agency_code == "H13.07");
  });
}

TEST_CASE("A tree whose rows form a circle is still a tree, with every unit in it once") {
  const units::Tree tree({unit(1, 3), unit(2, 1), unit(3, 2), unit(4, 0), unit(5, 99)});
  CHECK(tree.all().size() == 5);
  CHECK(tree.within({2}, {1}));
  CHECK(tree.path({2}).size() <= 5);
  CHECK(tree.children({}).size() == 3);
}

TEST_CASE("Many threads may ask for trees while somebody changes units") {
  support::on_each_database([](db::Database& db) {
    import(db, city);
    units::Forest forest(db);
    std::atomic<int> wrong = 0;
    std::vector<std::thread> readers;
    for (int i = 0; i < 4; ++i) {
      readers.emplace_back([&] {
        for (int n = 0; n < 50; ++n) wrong += forest.as_of(july + n % 3)->all().size() != 4;
      });
    }
    const auto ward = forest.as_of(july)->by_code("31135")->id;
    for (int n = 0; n < 20; ++n) {
      db.write([&](db::Tx& tx) {
        units::set_agency_code(tx, ward, "H13." + std::to_string(n), july + n);
      });
    }
    for (auto& reader : readers) reader.join();
    CHECK(wrong == 0);
    CHECK(forest.as_of(july + 30)->find(ward)->agency_code == "H13.19");
  });
}
