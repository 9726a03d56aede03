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

TEST_CASE("What was corrected stays corrected, until the provider says something new") {
  support::on_each_database([](db::Database& db) {
    const auto signs_in = [&](const char* phone, const char* residence = "12 đường Hai Bà Trưng") {
      return db.write([&](db::Tx& tx) {
        auto said = lan();
        said.phone = phone;
        said.residence = residence;
        return identity::keep_person(db, tx, said, identity::Source::oidc, now);
      });
    };
    const auto id = signs_in("0912000107");
    const auto known = [&] {
      return *db.read([&](db::Tx& tx) { return identity::person(tx, id); });
    };
    const auto phone = [&] {
      Reading reading;
      return known().phone.open(reading);
    };
    const auto correct = [&](const char* wanted) {
      auto facts = lan();
      facts.name = "Nguyễn Thị Lan";
      facts.number = "";
      facts.phone = wanted;
      const int version = known().version;
      CHECK(db.write(
          [&](db::Tx& tx) { return identity::correct_person(tx, id, facts, version, now); }));
    };
    correct("0912345999");
    signs_in("0912000107", "7 đường 30 tháng 4");
    CHECK(phone() == "0912345999");
    Reading reading;
    CHECK(known().residence.open(reading) == "7 đường 30 tháng 4");  // nobody corrected that
    correct("0912345998");
    signs_in("0912000107");
    CHECK(phone() == "0912345998");
    signs_in("0987000111");  // Lan told the provider too
    CHECK(phone() == "0987000111");
    signs_in("0912000107");
    CHECK(phone() == "0912000107");
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

TEST_CASE("Two people of one name and birthday stay two, and each is found by number") {
  support::on_each_database([](db::Database& db) {
    db.write([&](db::Tx& tx) {
      auto other = lan();
      other.number = "092196000991";
      auto year_only = lan();
      year_only.number = "";
      year_only.birth = "1996";
      for (const auto& one : {lan(), other, year_only}) {
        identity::keep_person(db, tx, one, identity::Source::oidc, now);
      }
    });
    db.read([&](db::Tx& tx) {
      using identity::people_by_name;
      CHECK(people_by_name(tx, "nguyen thi lan", "1996-03-14").size() == 3);
      CHECK(people_by_name(tx, "NGUYỄN  THỊ LAN", "1996").size() == 3);
      CHECK(people_by_name(tx, "Nguyễn Thị Lan", "1996-03-15").size() == 1);  // the year-only one
      CHECK(people_by_name(tx, "Nguyễn Thị Lan", "1997").empty());
      CHECK(people_by_name(tx, "Thị Lan", "1996-03-14").empty());  // nobody is browsed by a part
      CHECK(people_by_name(tx, "%", "1996-03-14").empty());
      const auto found = identity::people_by_any_number(tx, "092196000991");
      REQUIRE(found.size() == 1);
      CHECK(found[0].id == identity::person_by_number(tx, "092196000991"));
    });
  });
}

TEST_CASE("A name in NFD, with an apostrophe or an emoji is kept and found again") {
  support::on_each_database([](db::Database& db) {
    for (const char* name : {"Nguye\u0302\u0303n Thi\u0323 Lan", "K'Brôi H’Niê", "Lan 🌸"}) {
      CAPTURE(name);
      const auto id = db.write([&](db::Tx& tx) {
        return identity::keep_person(db, tx, {.name = name, .birth = "1996"},
                                     identity::Source::desk, now);
      });
      const auto found =
          db.read([&](db::Tx& tx) { return identity::people_by_name(tx, name, "1996"); });
      REQUIRE(found.size() == 1);
      CHECK(found[0].id == id);
    }
    const auto long_one = db.write([&](db::Tx& tx) {
      return identity::keep_person(db, tx, {.name = std::string(10'000, 'a')},
                                   identity::Source::desk, now);
    });
    Reading reading;
    const auto kept = db.read([&](db::Tx& tx) { return identity::person(tx, long_one); });
    CHECK(kept->name.open(reading).size() == 600);
  });
}

TEST_CASE("Who was kept before names were searchable is found after they are folded") {
  support::on_each_database([](db::Database& db) {
    db.write([&](db::Tx& tx) {
      for (int i = 0; i < 501; ++i) {  // more than a slice
        identity::keep_person(db, tx, {.name = "Trần Văn Bảo", .birth = "1988"},
                              identity::Source::desk, now);
      }
      tx.execute("UPDATE identity_person SET words = NULL, sort_key = NULL");
    });
    const auto found = [&] {
      return db.read(
          [](db::Tx& tx) { return identity::people_by_name(tx, "tran van bao", "1988").size(); });
    };
    CHECK(found() == 0);
    identity::fold_names(db);
    CHECK(found() == 20);
  });
}

TEST_CASE("An old nine-digit number leads to everybody who had it, and belongs to one once") {
  support::on_each_database([](db::Database& db) {
    using identity::PaperKind;
    using identity::PaperRefusal;
    const auto add = [&](base::PersonId person, PaperKind kind, std::string_view number,
                         std::optional<base::Date> from = {}, std::optional<base::Date> to = {}) {
      identity::Paper paper{.person = person, .kind = kind, .from = from, .to = to};
      paper.source = "Căn cước";
      return db.write([&](db::Tx& tx) { return identity::add_paper(db, tx, paper, number, now); });
    };
    const auto [lan_id, bao] = db.write([&](db::Tx& tx) {
      return std::pair(identity::keep_person(db, tx, lan(), identity::Source::oidc, now),
                       identity::keep_person(db, tx, {.name = "Bảo"}, identity::Source::desk, now));
    });
    CHECK(add(lan_id, PaperKind::old_card, "362512345", Date::of(2010, 1, 1),
              Date::of(2024, 12, 31)));
    CHECK(add(lan_id, PaperKind::old_card, "362512345").error() == PaperRefusal::already);
    CHECK(add(lan_id, PaperKind::old_card, "36251234").error() == PaperRefusal::number);
    CHECK(add(lan_id, PaperKind::passport, "c1").error() == PaperRefusal::number);
    CHECK(add(lan_id, PaperKind::passport, "C1234567", Date::of(2024, 1, 1), Date::of(2023, 1, 1))
              .error() == PaperRefusal::reversed);
    REQUIRE(add(bao, PaperKind::old_card, "362512345"));  // both provinces gave it
    db.read([&](db::Tx& tx) {
      CHECK(identity::people_by_any_number(tx, "362512345").size() == 2);
      const auto papers = identity::papers_of(tx, lan_id);
      REQUIRE(papers.size() == 1);
      Reading reading;
      CHECK(papers[0].number.open(reading) == "362512345");
      CHECK(reading.seen == lan_id);
      CHECK(papers[0].to == Date::of(2024, 12, 31));
    });
    const auto paper = db.read([&](db::Tx& tx) { return identity::papers_of(tx, bao)[0].id; });
    CHECK_FALSE(db.write([&](db::Tx& tx) { return identity::remove_paper(tx, lan_id, paper); }));
    CHECK(db.write([&](db::Tx& tx) { return identity::remove_paper(tx, bao, paper); }));
  });
}

TEST_CASE("Of two who correct one person, the second is told and nothing is lost") {
  support::on_each_database([](db::Database& db) {
    const auto id = db.write([&](db::Tx& tx) {
      return identity::keep_person(db, tx, {.name = "Phạm Văn Minh"}, identity::Source::desk, now);
    });
    const auto correct = [&](const identity::PersonFacts& facts, int version) {
      return db.write(
          [&](db::Tx& tx) { return identity::correct_person(tx, id, facts, version, now); });
    };
    CHECK(correct({.number = "092080000001", .name = "Phạm Văn Minh", .birth = "1980"}, 1));
    CHECK_FALSE(correct({.name = "Phạm Minh"}, 1));
    CHECK(correct({.number = "092080000009", .name = "Phạm Văn Minh", .phone = "0912000001"}, 2));
    const auto person = db.read([&](db::Tx& tx) { return identity::person(tx, id); });
    Reading reading;
    CHECK(person->number.open(reading) == "092080000001");  // given once
    CHECK(person->birth.open(reading) == "");               // what is left out is emptied
    CHECK(person->version == 3);
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
