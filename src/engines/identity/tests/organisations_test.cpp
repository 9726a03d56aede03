#include "engines/identity/organisations.hpp"

#include <doctest/doctest.h>

#include "engines/identity/people.hpp"
#include "support/databases.hpp"

namespace {

using base::Date;
using identity::Organisation;
using identity::OrganisationRefusal;
using identity::Representative;

const Date today = *Date::of(2026, 11, 23);
const base::Instant now = base::Local::at(today, 9).instant();

Organisation shrimp() {
  return {.tax_code = "1800156801",
          .establishment = "",
          .name = "Công ty TNHH Tôm  Sông Hậu",
          .kind = "company",
          .from = *Date::of(2015, 3, 2)};
}

struct Register {
  explicit Register(db::Database& db) : db(db) {
    lan = db.write([&](db::Tx& tx) {
      return identity::keep_person(db, tx, {.name = "Nguyễn Thị Lan"}, identity::Source::oidc, now);
    });
    company = db.write([&](db::Tx& tx) { return identity::add(db, tx, shrimp()); });
  }

  Representative director() const {
    return {.organisation = company,
            .person = lan,
            .capacity = "Giám đốc",
            .evidence = "Giấy chứng nhận đăng ký doanh nghiệp ngày 02/3/2015",
            .from = *Date::of(2015, 3, 2)};
  }

  template <class One>
  std::optional<OrganisationRefusal> trouble(const One& one) {
    return db.read([&](db::Tx& tx) {
      const auto trouble = identity::trouble_with(tx, one);
      return trouble ? std::optional(trouble->why) : std::nullopt;
    });
  }

  db::Database& db;
  base::PersonId lan;
  identity::OrganisationId company;
};

}  // namespace

TEST_CASE("An organisation is known by a tax code that counts, once, or by its founding paper") {
  support::on_each_database([](db::Database& db) {
    Register all(db);
    using Why = OrganisationRefusal;
    const auto with = [&](auto change) {
      auto one = shrimp();
      one.tax_code = "1800278630";
      change(one);
      return all.trouble(one);
    };
    CHECK_FALSE(with([](Organisation&) {}));
    CHECK(with([](Organisation& o) { o.tax_code = "1800156801"; }) == Why::tax_taken);
    CHECK(with([](Organisation& o) { o.tax_code = "1800278631"; }) == Why::tax_check_digit);
    CHECK(with([](Organisation& o) { o.tax_code = "18002786"; }) == Why::tax_shape);
    CHECK(with([](Organisation& o) { o.tax_code = ""; }) == Why::no_number);
    CHECK_FALSE(with([](Organisation& o) {
      o.tax_code = "";
      o.establishment = "QĐ 15/QĐ-UBND";
    }));
    CHECK(with([](Organisation& o) { o.name = " "; }) == Why::no_name);
    CHECK(with([](Organisation& o) { o.kind = "party"; }) == Why::unknown_kind);
    CHECK(with([](Organisation& o) { o.to = o.from - 1; }) == Why::reversed);
    CHECK(identity::kept_tax_code("1800156801-001") == "1800156801001");
  });
}

TEST_CASE("An organisation is found by a part of its name without marks, or by its code") {
  support::on_each_database([](db::Database& db) {
    Register all(db);
    const auto found = [&](const char* words) {
      const identity::OrganisationQuery query{.words = words};
      return db.read([&](db::Tx& tx) {
        const auto list = identity::organisations(tx, query);
        CHECK(int(list.size()) == identity::organisation_count(tx, query));
        return list.size();
      });
    };
    CHECK(found("tom song hau") == 1);
    CHECK(found("1800 156 801") == 1);
    CHECK(found("") == 1);
    CHECK(found("%") == 0);
    auto renamed = *db.read([&](db::Tx& tx) { return identity::organisation(tx, all.company); });
    renamed.name = "Công ty Cổ phần Cá Tra";
    const auto change = [&] {
      return db.write([&](db::Tx& tx) { return identity::change(tx, renamed); });
    };
    CHECK(change());
    CHECK_FALSE(change());  // the second of two is told
    CHECK(found("ca tra") == 1);
    CHECK(found("tom") == 0);
  });
}

TEST_CASE("A person speaks for an organisation on proof, and on the days they may") {
  support::on_each_database([](db::Database& db) {
    Register all(db);
    using Why = OrganisationRefusal;
    CHECK_FALSE(all.trouble(all.director()));
    const auto id = db.write([&](db::Tx& tx) { return identity::add(db, tx, all.director()); });
    const auto with = [&](auto change) {
      auto one = all.director();
      change(one);
      return all.trouble(one);
    };
    CHECK(with([](Representative&) {}) == Why::overlaps);
    CHECK(with([](Representative& r) { r.evidence = ""; }) == Why::no_evidence);
    CHECK(with([](Representative& r) { r.capacity = ""; }) == Why::no_capacity);
    CHECK(with([](Representative& r) { r.from = *Date::of(2015, 3, 1); }) == Why::outside);
    CHECK(with([](Representative& r) { r.to = r.from - 1; }) == Why::reversed);
    auto ended = *db.read([&](db::Tx& tx) { return identity::representative(tx, id); });
    ended.to = today;
    CHECK_FALSE(all.trouble(ended));
    CHECK(db.write([&](db::Tx& tx) { return identity::change(tx, ended); }));
    CHECK_FALSE(db.write([&](db::Tx& tx) { return identity::change(tx, ended); }));
    db.read([&](db::Tx& tx) {
      const auto on = identity::represented_by(tx, all.lan, today);
      REQUIRE(on.size() == 1);
      CHECK(on[0].organisation.name == "Công ty TNHH Tôm Sông Hậu");
      CHECK(on[0].as.capacity == "Giám đốc");
      CHECK(identity::represented_by(tx, all.lan, today + 1).empty());
      CHECK(identity::represented_ever(tx, all.lan).size() == 1);
      CHECK(identity::representatives_of(tx, all.company).size() == 1);
    });
  });
}
