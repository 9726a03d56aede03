#include "engines/journal/journal.hpp"

#include <doctest/doctest.h>

#include <chrono>
#include <future>
#include <thread>

#include "platform/crypto/crypto.hpp"
#include "support/databases.hpp"

namespace {

const base::Instant noon{1'790'000'000'000'000};

journal::Entry act(std::string id, std::int64_t dossier) {
  return {.act = std::move(id),
          .actor = {journal::ActorKind::officer, {7}, {8}, {9}, {}},
          .verb = "one_stop.accept",
          .subject_kind = "dossier",
          .subject = dossier,
          .facts = {{"state", "accepted"}, {"code", "H13"}},
          .law = "NĐ 118/2025"};
}

// Three entries, the first two sealed.
void write_three(db::Database& db, journal::Journal& journal) {
  db.write([&](db::Tx& tx) { journal.append(tx, noon, act("a", 1)); });
  db.write([&](db::Tx& tx) { journal.append(tx, noon, act("b", 1)); });
  REQUIRE(journal.seal(noon) == 2);
  db.write([&](db::Tx& tx) { journal.append(tx, noon, act("c", 2)); });
}

std::string found(journal::Journal& journal) {
  std::string all;
  for (const auto& finding : journal.verify().findings) all += finding.what + "\n";
  return all;
}

}  // namespace

TEST_CASE("An untouched journal verifies and reads back as it was written") {
  support::on_each_database([](db::Database& db) {
    journal::Journal journal(db, crypto::ed25519_make());
    write_three(db, journal);
    const auto result = journal.verify();
    CHECK(result.findings.empty());
    CHECK(result.entries == 3);
    CHECK(result.seals == 1);
    CHECK(result.unsealed == 1);
    const auto entries = db.read([](db::Tx& tx) { return journal::Journal::of(tx, "dossier", 1); });
    REQUIRE(entries.size() == 2);
    CHECK(entries[0].act == "a");
    CHECK(entries[0].actor.unit == base::UnitId{9});
    CHECK(base::json::text_at(entries[0].facts, "state") == "accepted");
    CHECK(journal.seal(noon) == 1);
    CHECK(journal.seal(noon) == 0);
    CHECK(journal.verify().findings.empty());
  });
}

TEST_CASE("A second click while the first is being carried out waits, then finds its entry") {
  support::on_each_database([](db::Database& db) {
    journal::Journal journal(db, crypto::ed25519_make());
    std::promise<void> begun;
    std::thread first([&] {
      db.write([&](db::Tx& tx) {
        REQUIRE_FALSE(journal::Journal::find_act(tx, "a"));
        journal.append(tx, noon, act("a", 1));
        begun.set_value();
        std::this_thread::sleep_for(std::chrono::milliseconds(50));
      });
    });
    begun.get_future().wait();
    const auto found =
        db.write([](db::Tx& tx) { return journal::Journal::find_act(tx, "a").has_value(); });
    first.join();
    CHECK(found);
  });
}

TEST_CASE("The same act twice is found, and cannot be written twice") {
  support::on_each_database([](db::Database& db) {
    journal::Journal journal(db, crypto::ed25519_make());
    write_three(db, journal);
    CHECK(db.read([](db::Tx& tx) { return journal::Journal::find_act(tx, "a"); })->subject == 1);
    CHECK_THROWS_AS(db.write([&](db::Tx& tx) { journal.append(tx, noon, act("a", 3)); }),
                    db::AlreadyThere);
  });
}

TEST_CASE("Who alters the journal behind its back is named by entry") {
  const std::pair<const char*, const char*> tampering[] = {
      {"UPDATE journal_entry SET facts = '{\"state\":\"refused\"}' WHERE act = 'a'",
       "content does not match its hash"},
      {"UPDATE journal_entry SET at = at + 1 WHERE act = 'c'", "content does not match its hash"},
      {"DELETE FROM journal_entry WHERE act = 'b'", "was sealed and is gone"},
      {"UPDATE journal_seal SET root = 'x'", "seal 1: "},
      {"DELETE FROM journal_leaf", "entries were added or taken away"},
      {"DELETE FROM journal_seal", "seal 1: it is gone"},
      {"UPDATE journal_entry SET facts = facts || ' ' WHERE act = 'b'",
       "content does not match its hash"},
  };
  for (const auto& [sql, expected] : tampering) {
    CAPTURE(sql);
    support::on_each_database([&, sql = sql, expected = expected](db::Database& db) {
      journal::Journal journal(db, crypto::ed25519_make());
      write_three(db, journal);
      db.write([&](db::Tx& tx) { tx.execute(sql); });
      CHECK(found(journal).find(expected) != std::string::npos);
    });
  }
}

TEST_CASE("A projection that fails never stops the act; it is marked stale") {
  support::on_each_database([](db::Database& db) {
    journal::Journal journal(db, crypto::ed25519_make(),
                             {{"broken", [](db::Tx& tx, const auto&) {
                                 tx.execute("INSERT INTO journal_stale (projection) VALUES (NULL)");
                               }}});
    db.write([&](db::Tx& tx) { journal.append(tx, noon, act("a", 1)); });
    const auto stale = db.read([](db::Tx& tx) {
      return tx.all("SELECT projection FROM journal_stale", {},
                    [](auto& row) { return row.str(0); });
    });
    CHECK(stale == std::vector<std::string>{"broken"});
    CHECK(journal.verify().entries == 1);
  });
}
