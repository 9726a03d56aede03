#include "engines/payments/payments.hpp"

#include <doctest/doctest.h>

#include "support/databases.hpp"

using namespace payments;

namespace {
const base::Instant noon = base::Local::parse_iso("2026-11-23T10:00")->instant();
const std::vector<Line> fee = {{{"Lệ phí", "Charge"}, {15'000}, true}};
}  // namespace

TEST_CASE("Lan pays once; a second officer at the counter is told") {
  support::on_each_database([](db::Database& db) {
    const auto id = db.write([&](db::Tx& tx) { return ask(db, tx, noon, "dossier", 5, fee); });
    REQUIRE(id);
    const auto take = [&](db::Tx& tx) { return take_at_counter(tx, noon, *id, {9}, {7}); };
    const auto first = db.write(take);
    REQUIRE(first);
    CHECK(first->confirmation == "1/2026");
    CHECK(first->total == base::Dong{15'000});
    CHECK(first->demo());
    CHECK(db.write(take).error() == Refusal::already_paid);
    CHECK(db.read([](db::Tx& tx) { return of(tx, "dossier", 5); })->state == State::paid);
  });
}

TEST_CASE("Where nothing is owed, nothing is asked, and a refused dossier owes nothing") {
  support::on_each_database([](db::Database& db) {
    CHECK_FALSE(db.write([&](db::Tx& tx) { return ask(db, tx, noon, "dossier", 5, {}); }));
    const auto id = db.write([&](db::Tx& tx) { return ask(db, tx, noon, "dossier", 6, fee); });
    db.write([](db::Tx& tx) { cancel(tx, "dossier", 6); });
    const auto paid =
        db.write([&](db::Tx& tx) { return take_at_counter(tx, noon, *id, {9}, {7}); });
    CHECK(paid.error() == Refusal::cancelled);
  });
}
