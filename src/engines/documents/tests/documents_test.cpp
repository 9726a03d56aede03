#include "engines/documents/documents.hpp"

#include <doctest/doctest.h>

#include "support/databases.hpp"

using namespace documents;

namespace {
const base::Instant noon = base::Local::parse_iso("2026-11-23T10:00")->instant();

Document certificate(std::int64_t dossier) {
  return {.kind = "result",
          .subject_kind = "dossier",
          .subject = dossier,
          .unit = {9},
          .file = "f1",
          .symbol = "UBND-XNTTHN"};
}
}  // namespace

TEST_CASE("A paper is drafted, signed, numbered and issued, in that order only") {
  support::on_each_database([](db::Database& db) {
    const auto id =
        db.write([&](db::Tx& tx) { return draft(db, tx, noon, certificate(1)); }).value();
    const auto take = [&](db::Tx& tx) { return number(tx, noon, id); };
    CHECK(db.write(take).error() == Refusal::wrong_state);
    CHECK(db.write([&](db::Tx& tx) { return sign(tx, noon, id, "f2", {7}); }));
    CHECK_FALSE(db.write([&](db::Tx& tx) { return sign(tx, noon, id, "f3", {7}); }));
    CHECK(db.write([&](db::Tx& tx) { return draft(db, tx, noon, certificate(1)); }).error() ==
          Refusal::wrong_state);
    CHECK(db.write(take)->full_number() == "01/UBND-XNTTHN");
    CHECK(db.write(take)->number == "1");  // a second click takes no second number
    CHECK(db.write([&](db::Tx& tx) { return issue(tx, noon, id, "f4"); }));
    const auto paper = db.read([&](db::Tx& tx) { return find(tx, id); });
    CHECK(paper->state == State::issued);
    CHECK(paper->file == "f4");
    CHECK(paper->issued_on->iso() == "2026-11-23");
  });
}

TEST_CASE("Numbers have no gap: a refused act gives its number back") {
  support::on_each_database([](db::Database& db) {
    const auto next = [](db::Tx& tx) { return next_number(tx, {9}, "x:2026"); };
    CHECK(db.write(next) == 1);
    CHECK_THROWS(db.write([&](db::Tx& tx) {
      next(tx);
      throw std::runtime_error("the officer's disk is full");
    }));
    CHECK(db.write(next) == 2);
    CHECK(db.write([](db::Tx& tx) { return next_number(tx, {8}, "x:2026"); }) == 1);
  });
}
