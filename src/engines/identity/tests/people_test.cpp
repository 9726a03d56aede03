#include <doctest/doctest.h>

#include "engines/identity/identity.hpp"
#include "support/databases.hpp"

namespace {

using base::Date;

const base::Instant now = base::Local::at(*Date::of(2026, 11, 22), 9).instant();
const base::UnitId ninh_kieu{31135}, cai_khe{31120};

struct Reading final : base::Purpose {
  void opened(base::PersonId subject) override { seen = subject; }
  base::PersonId seen;
};

identity::PersonFacts lan() {
  return {.number = "092196000107",
          .name = "Nguyễn Thị  Lan ",
          .birth = "1996-03-14",
          .gender = "female",
          .residence = "12 đường Hai Bà Trưng",
          .phone = "0912000107"};
}

}  // namespace

TEST_CASE("A personal number has twelve digits, and no prefix is refused for its new meaning") {
  CHECK(identity::is_personal_number("092196000107"));
  CHECK(identity::is_personal_number("094148000033"));     // Sóc Trăng, merged away in 2025
  CHECK_FALSE(identity::is_personal_number("362512345"));  // nine digits: the old card
  CHECK_FALSE(identity::is_personal_number("09219600010x"));
  CHECK_FALSE(identity::is_personal_number("000196000107"));
  CHECK_FALSE(identity::is_personal_number("0921960001077"));
}

TEST_CASE("Digits that disagree with gender or birth are noticed") {
  CHECK(identity::number_agrees("092196000107", "female", "1996-03-14"));
  CHECK(identity::number_agrees("092196000107", "", "1996"));
  CHECK_FALSE(identity::number_agrees("092196000107", "male", "1996-03-14"));
  CHECK_FALSE(identity::number_agrees("092196000107", "female", "1969"));
  CHECK(identity::number_agrees("092305000107", "female", "2005-01-01"));
}

TEST_CASE("A person is kept once by number, and what is left unsaid stays") {
  support::on_each_database([](db::Database& db) {
    const auto keep = [&](const identity::PersonFacts& facts) {
      return db.write([&](db::Tx& tx) {
        return identity::keep_person(db, tx, facts, identity::Source::oidc, now);
      });
    };
    const auto first = keep(lan());
    auto later = lan();
    later.phone = "0912999999";
    later.residence = "";
    later.birth = "14/3/96";  // no date as we keep it: dropped, so what is known stays
    CHECK(keep(later) == first);
    CHECK(keep({.name = "Trần Văn Bảo"}) != keep({.name = "Trần Văn Bảo"}));
    const auto person = db.read([&](db::Tx& tx) { return identity::person(tx, first); });
    REQUIRE(person);
    Reading reading;
    CHECK(person->name.open(reading) == "Nguyễn Thị Lan");
    CHECK(reading.seen == first);
    CHECK(person->phone.open(reading) == "0912999999");
    CHECK(person->residence.open(reading) == "12 đường Hai Bà Trưng");
    CHECK(person->birth.open(reading) == "1996-03-14");
    CHECK(db.read([&](db::Tx& tx) { return identity::person_by_number(tx, "092196000107"); }) ==
          first);
  });
}

TEST_CASE("A position counts from its first day to its last, and only in its own unit") {
  support::on_each_database([](db::Database& db) {
    const auto minh = db.write([&](db::Tx& tx) {
      const auto id =
          identity::keep_person(db, tx, {.name = "Phạm Văn Minh"}, identity::Source::desk, now);
      identity::appoint(db, tx,
                        {.person = id,
                         .unit = ninh_kieu,
                         .role = "LEADER",
                         .title = {"Phó Chủ tịch", "Vice chair"},
                         .from = *Date::of(2025, 7, 1),
                         .to = *Date::of(2026, 6, 30)});
      identity::appoint(db, tx,
                        {.person = id,
                         .unit = cai_khe,
                         .role = "LEADER",
                         .title = {"Chủ tịch", "Chair"},
                         .from = *Date::of(2026, 7, 1)});
      return id;
    });
    const auto on = [&](int year, int month, int day) {
      return db.read([&](db::Tx& tx) {
        std::string all;
        const auto date = *Date::of(year, month, day);
        for (const auto& p : identity::positions(tx, minh, date)) all += p.unit.str() + " ";
        for (const auto unit : {ninh_kieu, cai_khe}) {
          for (const auto& o : identity::officers(tx, unit, "LEADER", date)) {
            all += o.name + "/" + o.position.title.vi;
          }
        }
        return all;
      });
    };
    CHECK(on(2025, 6, 30) == "");
    CHECK(on(2025, 7, 1) == "31135 Phạm Văn Minh/Phó Chủ tịch");
    CHECK(on(2026, 6, 30) == "31135 Phạm Văn Minh/Phó Chủ tịch");
    CHECK(on(2026, 7, 1) == "31120 Phạm Văn Minh/Chủ tịch");
    CHECK(db.read([&](db::Tx& tx) { return identity::officer_name(tx, minh); }) == "Phạm Văn Minh");
    const auto lan_id = db.write([&](db::Tx& tx) {
      return identity::keep_person(db, tx, lan(), identity::Source::oidc, now);
    });
    CHECK(db.read([&](db::Tx& tx) { return identity::officer_name(tx, lan_id); }) == "");
  });
}

TEST_CASE("After sign-in nobody is led off the site") {
  for (const char* away : {"https://evil.example", "//evil.example", "/\\evil.example", "\\\\evil",
                           "/\t/evil.example", "javascript:alert(1)", "", "ho-so", "/a\nb"}) {
    CAPTURE(away);
    CHECK(identity::local_path(away) == "/");
  }
  CHECK(identity::local_path("/ho-so/H13?buoc=2") == "/ho-so/H13?buoc=2");
  CHECK(identity::local_path("/" + std::string(1'000, 'a')) == "/");
}
