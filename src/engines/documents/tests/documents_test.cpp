#include "engines/documents/documents.hpp"

#include <doctest/doctest.h>

#include <atomic>
#include <map>
#include <set>
#include <thread>

#include "engines/documents/moving.hpp"
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
    const auto take = [&](db::Tx& tx) { return number(tx, noon.local().date, id); };
    CHECK(db.write(take).error() == Refusal::wrong_state);
    CHECK(db.write([&](db::Tx& tx) { return sign(tx, noon, id, {"f2", "h2"}, {7}); }));
    CHECK_FALSE(db.write([&](db::Tx& tx) { return sign(tx, noon, id, {"f3", "h3"}, {7}); }));
    CHECK(db.write([&](db::Tx& tx) { return draft(db, tx, noon, certificate(1)); }).error() ==
          Refusal::wrong_state);
    CHECK(db.write(take)->full_number() == "01/UBND-XNTTHN");
    CHECK(db.write(take)->number == "1");  // a second click takes no second number
    CHECK(db.write([&](db::Tx& tx) { return issue(tx, noon, id, {"f4", "h4"}); }));
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

TEST_CASE("Twenty clerks number at once over New Year's night: no number twice, none left out") {
  support::on_each_database([](db::Database& db) {
    const auto old_year = *base::Date::of(2026, 12, 31);
    constexpr int each = 20;  // papers of each of two wards, half of them after midnight
    std::vector<base::DocumentId> papers;
    for (int i = 0; i < 2 * each; ++i) {
      auto paper = certificate(i + 1);
      paper.unit = {i % 2 == 0 ? 9 : 8};
      papers.push_back(db.write([&](db::Tx& tx) {
        const auto id = draft(db, tx, noon, paper).value();
        REQUIRE(sign(tx, noon, id, {"f", "h"}, {7}));
        return id;
      }));
    }
    std::vector<std::thread> clerks;
    std::atomic<int> next = 0;
    for (int t = 0; t < 8; ++t) {
      clerks.emplace_back([&] {
        for (int i = next++; i < int(papers.size()); i = next++) {
          const auto day = i % 4 < 2 ? old_year : old_year + 1;
          CHECK(db.write([&](db::Tx& tx) { return number(tx, day, papers[std::size_t(i)]); }));
        }
      });
    }
    for (auto& clerk : clerks) clerk.join();
    std::map<std::string, std::set<int>> given;
    for (const auto id : papers) {
      const auto paper = *db.read([&](db::Tx& tx) { return find(tx, id); });
      const auto series = paper.unit.str() + paper.issued_on->iso();
      CHECK(given[series].insert(std::stoi(paper.number)).second);
    }
    REQUIRE(given.size() == 4);
    for (const auto& [series, numbers] : given) {
      CHECK(numbers.size() == each / 2);
      CHECK(*numbers.rbegin() == each / 2);
    }
  });
}

TEST_CASE("A number cannot go out twice even when its counter was set back") {
  support::on_each_database([](db::Database& db) {
    const auto next = [](db::Tx& tx) { return next_number(tx, {9}, "x:2026"); };
    CHECK(db.write(next) == 1);
    db.write([](db::Tx& tx) { tx.execute("UPDATE documents_series SET last = 0", {}); });
    CHECK_THROWS(db.write(next));
  });
}

TEST_CASE("A withdrawn paper's number stays void in its series; the heir drafts under its own") {
  support::on_each_database([](db::Database& db) {
    const auto today = noon.local().date;
    const auto id = db.write([&](db::Tx& tx) { return draft(db, tx, noon, certificate(1)); });
    db.write([&](db::Tx& tx) {
      REQUIRE(sign(tx, noon, *id, {"f2", "h2"}, {7}));
      const auto paper = number(tx, today, *id);
      REQUIRE(under_way(tx, {9}, {}, 10).size() == 1);
      CHECK(withdraw(tx, noon, *paper));
      CHECK_FALSE(withdraw(tx, noon, *paper));
      CHECK(under_way(tx, {9}, {}, 10).empty());
    });
    auto anew = certificate(1);
    anew.unit = {8};
    db.write([&](db::Tx& tx) {
      REQUIRE(draft(db, tx, noon, anew).value() == *id);
      CHECK(find(tx, *id)->unit == base::UnitId{8});
      CHECK(find(tx, *id)->number.empty());
      CHECK(next_number(tx, {9}, "UBND-XNTTHN:2026") == 2);
    });
  });
}

TEST_CASE(
    "The rule of the first day without the agency holds; a rule that contradicts is refused") {
  const auto read = [](std::string_view text) { return base::json::parse(text)->get_object(); };
  CHECK(flaw_in(read(R"({"papers": []})")) != "");
  CHECK(flaw_in(read(R"({"papers": [{"from": "2025-01-01", "signed": "again",
    "numbered": "perhaps", "law": "x"}]})")) != "");
  CHECK(flaw_in(read(R"({"papers": [{"from": "2025-01-01", "signed": "finish",
    "numbered": "again", "law": "x"}]})")) != "");
  CHECK(flaw_in(read(R"({"papers": [{"from": "2025-01-01", "signed": "again",
    "numbered": "finish", "law": "x"}]})")) == "");
}
