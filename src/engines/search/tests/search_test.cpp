#include "engines/search/search.hpp"

#include <doctest/doctest.h>

#include "support/databases.hpp"

namespace {

void put_three(db::Database& db) {
  db.write([](db::Tx& tx) {
    search::put(tx,
                {"procedure",
                 "1.004873",
                 {"Thủ tục cấp Giấy xác nhận tình trạng hôn nhân", "Marital-status certificate"},
                 "Hộ tịch độc thân",
                 0});
    search::put(tx, {"procedure",
                     "1.000894",
                     {"Thủ tục đăng ký kết hôn", "Marriage registration"},
                     "giấy xác nhận",
                     5});
    search::put(tx, {"unit", "31135", {"Phường Ninh Kiều", "Ninh Kiều ward"}, "", 0});
  });
}

std::string found(db::Database& db, std::string_view words, std::string_view kind = "") {
  std::string refs;
  db.read([&](db::Tx& tx) {
    for (const auto& item : search::find(tx, words, 10, kind)) refs += item.ref + " ";
  });
  return refs;
}

}  // namespace

TEST_CASE("Lan finds the paper with or without marks, in any order of words, in both languages") {
  support::on_each_database([](db::Database& db) {
    put_three(db);
    CHECK(found(db, "tình trạng hôn nhân") == "1.004873 ");
    CHECK(found(db, "hon nhan tinh trang") == "1.004873 ");
    CHECK(found(db, "marital") == "1.004873 ");
    CHECK(found(db, "ĐỘC THÂN") == "1.004873 ");
    CHECK(found(db, "1.004873") == "1.004873 ");
    CHECK(found(db, "đăng ký, kết hôn") == "1.000894 ");
  });
}

TEST_CASE("A title that holds all words comes before a heavier one that only mentions them") {
  support::on_each_database([](db::Database& db) {
    put_three(db);
    CHECK(found(db, "giay xac nhan") == "1.004873 1.000894 ");
    CHECK(found(db, "thu tuc") == "1.000894 1.004873 ");
    CHECK(found(db, "ninh", "procedure") == "");
  });
}

TEST_CASE("Signs mean nothing to the search, and nonsense finds nothing") {
  support::on_each_database([](db::Database& db) {
    put_three(db);
    CHECK(found(db, "") == "");
    CHECK(found(db, "%") == "");
    CHECK(found(db, "_ \\ '") == "");
    CHECK(found(db, "ân") == "");  // the end of a word is not its beginning
    CHECK(found(db, std::string(5'000, 'h')) == "");
    CHECK(found(db, "thu tuc cap giay xac nhan tinh trang hon nhan va nhieu chu nua") ==
          "1.004873 ");
  });
}

TEST_CASE("A changed title replaces the old one, a removed thing is not found") {
  support::on_each_database([](db::Database& db) {
    put_three(db);
    db.write([](db::Tx& tx) {
      search::put(tx, {"unit", "31135", {"Phường Cái Khế", ""}, "", 0});
      search::remove(tx, "procedure", "1.000894");
    });
    CHECK(found(db, "ninh kieu") == "");
    CHECK(found(db, "cai khe") == "31135 ");
    CHECK(found(db, "ket hon") == "");
  });
}
