#include <doctest/doctest.h>

#include <atomic>
#include <future>
#include <thread>

#include "engines/journal/seals.hpp"
#include "platform/crypto/crypto.hpp"
#include "support/databases.hpp"

namespace {

const base::Instant noon{1'790'000'000'000'000};

journal::Entry act(std::string id) {
  return {.act = std::move(id),
          .actor = {},
          .verb = "one_stop.accept",
          .subject_kind = "dossier",
          .subject = 1,
          .facts = {{"state", "accepted"}},
          .law = ""};
}

std::string found(const journal::Verification& verification) {
  std::string all;
  for (const auto& finding : verification.findings) all += finding.what + "\n";
  return all;
}

// The longest any entry waited for its seal, in microseconds; -1 when one waits still.
std::int64_t longest_wait(db::Database& db) {
  return db.read([](db::Tx& tx) {
    return *tx.first(
        "SELECT CASE WHEN count(*) = count(s.number) THEN max(s.at - e.at) ELSE -1 END"
        " FROM journal_entry e LEFT JOIN journal_leaf l ON l.entry_id = e.id"
        " LEFT JOIN journal_seal s ON s.number = l.seal",
        {}, [](const db::Row& row) { return row.i64(0); });
  });
}

// A folder of keys, as an installation has it: the one in use, and the next while it is changed.
struct Keys {
  std::string now = crypto::ed25519_make(), next = {};
  std::string operator()(std::string_view wanted) const {
    return !next.empty() && crypto::ed25519_public(next) == wanted ? next : now;
  }
};

}  // namespace

TEST_CASE("Under load and after a restart no entry waits ten seconds for its seal") {
  support::on_each_database([](db::Database& db) {
    const auto key = crypto::ed25519_make();
    auto journal = std::make_unique<journal::Journal>(db, key);
    auto now = noon;
    for (int tick = 0; tick < 6; ++tick) {
      for (int second = 0; second < 5; ++second, now = now + base::second_us) {
        db.write([&](db::Tx& tx) {
          for (int i = 0; i < 700; ++i) {
            journal->append(
                tx, now,
                act(std::to_string(tick) + "-" + std::to_string(second) + "-" + std::to_string(i)));
          }
        });
      }
      if (tick == 3) journal = std::make_unique<journal::Journal>(db, key);  // a crash
      CHECK(journal->seal(now) == 3'500);
    }
    const auto wait = longest_wait(db);
    CHECK(wait >= 0);
    CHECK(wait <= 10 * base::second_us);
    CHECK(journal->verify().whole());
  });
}

TEST_CASE("Two programs that seal at once give each number once and leave no entry out") {
  support::on_each_database_at([](db::Database& db, const std::string& address) {
    const auto key = crypto::ed25519_make();
    journal::Journal writer(db, key);
    std::atomic<bool> writing = true;
    std::atomic<int> sealed = 0;
    const auto sealer = [&] {
      const auto own = db::open(address);
      journal::Journal journal(*own, key);
      while (writing) sealed += journal.seal(noon);
      sealed += journal.seal(noon);
    };
    std::thread one(sealer), other(sealer);
    for (int i = 0; i < 300; ++i) {
      db.write([&](db::Tx& tx) { writer.append(tx, noon, act(std::to_string(i))); });
    }
    writing = false;
    one.join();
    other.join();
    sealed += writer.seal(noon);
    const auto result = writer.verify();
    CHECK(found(result) == "");
    CHECK(result.entries == 300);
    CHECK(result.unsealed == 0);
    CHECK(sealed == 300);
  });
}

TEST_CASE("An entry whose commit comes late on PostgreSQL is taken by a later seal") {
  support::on_each_database([](db::Database& db) {
    if (db.engine() == db::Engine::sqlite) return;  // has one writer: nothing comes late
    journal::Journal journal(db, crypto::ed25519_make());
    std::promise<void> appended, sealed;
    std::thread late([&] {
      db.write([&](db::Tx& tx) {
        journal.append(tx, noon, act("late"));
        appended.set_value();
        sealed.get_future().wait();
      });
    });
    appended.get_future().wait();
    db.write([&](db::Tx& tx) { journal.append(tx, noon, act("early")); });
    CHECK(journal.seal(noon) == 1);
    sealed.set_value();
    late.join();
    CHECK(journal.seal(noon) == 1);
    CHECK(found(journal.verify()) == "");
  });
}

TEST_CASE("A new key is brought in by a seal of the old one, and both terms can be read") {
  support::on_each_database([](db::Database& db) {
    Keys keys;
    journal::Journal journal(db, [&](auto wanted) { return keys(wanted); });
    db.write([&](db::Tx& tx) { journal.append(tx, noon, act("a")); });
    journal.seal(noon);
    keys.next = crypto::ed25519_make();
    journal.change_key(noon, act("change"), crypto::ed25519_public(keys.next));
    db.write([&](db::Tx& tx) { journal.append(tx, noon, act("b")); });
    journal.seal(noon);
    CHECK(found(journal.verify()) == "");
    const auto terms = db.read([](db::Tx& tx) { return journal::key_terms(tx); });
    REQUIRE(terms.size() == 2);
    CHECK(terms[0].public_key == crypto::ed25519_public(keys.now));
    CHECK(terms[0].from == 1);
    CHECK(terms[0].until == 2);
    CHECK(terms[1].public_key == crypto::ed25519_public(keys.next));
    CHECK(terms[1].from == 3);
    CHECK(terms[1].until == 0);
  });
}

TEST_CASE("A seal by a key that nobody brought in is named with both keys") {
  support::on_each_database([](db::Database& db) {
    const auto key = crypto::ed25519_make(), stranger = crypto::ed25519_make();
    journal::Journal journal(db, key);
    db.write([&](db::Tx& tx) { journal.append(tx, noon, act("a")); });
    journal.seal(noon);
    db.write([&](db::Tx& tx) { journal.append(tx, noon, act("b")); });
    journal::Journal(db, stranger).seal(noon);
    const auto terms = db.read([](db::Tx& tx) { return journal::key_terms(tx); });
    REQUIRE(terms.size() == 2);
    CHECK(terms[0].until == 1);
    CHECK(terms[1].public_key == crypto::ed25519_public(stranger));
    const auto text = found(journal.verify());
    const auto name = [](const std::string& pem) {
      return journal::key_name(crypto::ed25519_public(pem));
    };
    CHECK(text.find("seal 2: it was sealed with another key (" + name(stranger) + "), not with " +
                    name(key)) != text.npos);
    CHECK(text.find("is not the one of this installation") != text.npos);
  });
}

TEST_CASE("A seal whose key is gone is named, and the others are still judged") {
  support::on_each_database([](db::Database& db) {
    journal::Journal journal(db, crypto::ed25519_make());
    for (const char* id : {"a", "b", "c"}) {
      db.write([&](db::Tx& tx) { journal.append(tx, noon, act(id)); });
      journal.seal(noon);
    }
    db.write([](db::Tx& tx) {
      tx.execute("UPDATE journal_seal SET public_key = '' WHERE number = 2");
      tx.execute("UPDATE journal_seal SET signature = 'AAAA' WHERE number = 3");
    });
    const auto text = found(journal.verify());
    CHECK(text.find("seal 2: its key is gone or cannot be read") != text.npos);
    CHECK(text.find("seal 3: its signature is not valid") != text.npos);
    CHECK(text.find("seal 1:") == text.npos);
  });
}

TEST_CASE(
    "Which key held when is told by the seal that brought in the next, however many lie between") {
  support::on_each_database([](db::Database& db) {
    journal::Journal journal(db, crypto::ed25519_make());
    db.write([&](db::Tx& tx) { journal.append(tx, noon, act("a")); });
    journal.seal(noon);
    db.write([](db::Tx& tx) {
      tx.execute(R"(
        WITH RECURSIVE n(i) AS (SELECT 2 UNION ALL SELECT i + 1 FROM n WHERE i < 2000)
        INSERT INTO journal_seal (number, at, entries, root, previous, hash, signature,
          public_key, next_key)
        SELECT n.i, s.at, 1, s.root, s.hash, s.hash, s.signature, s.public_key,
          CASE WHEN n.i = 700 THEN s.public_key ELSE '' END
        FROM n, journal_seal s WHERE s.number = 1)",
                 {});
    });
    const auto terms = db.read([](db::Tx& tx) { return journal::key_terms(tx); });
    REQUIRE(terms.size() == 2);
    CHECK(terms[0].from + terms[1].from == 1 + 701);
  });
}
