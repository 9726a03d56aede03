#include <doctest/doctest.h>
#include <fmt/format.h>

#include <cstdlib>
#include <fstream>
#include <sstream>

#include "engines/journal/seals.hpp"
#include "platform/crypto/crypto.hpp"
#include "platform/embedded.hpp"
#include "support/folder.hpp"

namespace {

const base::Instant noon{1'790'000'000'000'000};

// A journal on a real file, with a second holder; its enemy has the sqlite3 command line.
struct Installation {
  support::Folder folder;
  std::string file = folder.path() + "/taydo.db", held = folder.path() + "/held";
  std::string key = crypto::ed25519_make();

  // Six entries, two in each of three seals; the second holder has all three.
  Installation() {
    write(file, key);
    const auto db = open(file);
    REQUIRE(journal::hand_over(*db, held) == 3);
    REQUIRE(verified() == "");
  }

  static std::unique_ptr<db::Database> open(const std::string& path) {
    auto db = db::open("sqlite:" + path);
    db->migrate(embedded::files());
    return db;
  }

  static void write(const std::string& path, const std::string& with) {
    const auto db = open(path);
    journal::Journal journal(*db, with);
    auto now = noon;
    for (const char* two : {"ab", "cd", "ef"}) {
      for (int i = 0; i < 2; ++i) {
        db->write([&](db::Tx& tx) {
          journal.append(tx, now,
                         {.act = std::string(1, two[i]),
                          .actor = {},
                          .verb = "one_stop.accept",
                          .subject_kind = "dossier",
                          .subject = 1,
                          .facts = {{"state", "accepted"}},
                          .law = ""});
        });
      }
      journal.seal(now);
      now = now + base::hour_us;
    }
  }

  void sqlite3(const std::string& sql) const {
    std::ofstream(folder.path() + "/script") << sql;
    const auto line =
        fmt::format("sqlite3 -bail {0} < {1}/script > {1}/said 2>&1", file, folder.path());
    std::ifstream said(folder.path() + "/said");
    INFO(sql);
    REQUIRE(std::system(line.c_str()) == 0);
  }

  // What `taydo journal verify` finds, with or without the second holder's file.
  std::string verified(bool with_holder = false) const {
    const auto db = open(file);
    journal::Journal journal(*db, key);
    auto result = journal.verify();
    if (with_holder) {
      std::ifstream lines(held);
      journal::compare(*db, lines, result);
    }
    std::string all;
    for (const auto& finding : result.findings) all += finding.what + "\n";
    return all;
  }

  // Nothing may have the file open while its enemy writes.
  template <class F>
  auto read(F body) const {
    return open(file)->read(body);
  }

  std::string entry(const char* act) const {
    return "entry " +
           read([&](db::Tx& tx) { return journal::Journal::find_act(tx, act)->id.str(); });
  }
};

void check_names(const std::string& found, const std::string& what) {
  CAPTURE(found);
  CAPTURE(what);
  CHECK(found.find(what) != std::string::npos);
}

// A sound entry, hash and all, as somebody who knows the format would forge it.
std::string forged_entry(std::int64_t id, base::Instant at) {
  journal::Stored entry;
  entry.id = {id};
  entry.at = at;
  entry.act = "forged";
  entry.verb = "one_stop.accept";
  entry.subject_kind = "dossier";
  entry.subject = 1;
  const auto hash = crypto::sha256_hex(journal::hashed_text(entry));
  return fmt::format(
      "INSERT INTO journal_entry (id, at, act, actor_kind, verb, subject_kind, subject_id, facts,"
      " law, version, hash) VALUES ({}, {}, 'forged', 'system', 'one_stop.accept', 'dossier', 1,"
      " '{{}}', '', 1, '{}');",
      id, at.us, hash);
}

}  // namespace

TEST_CASE("Who alters an entry with sqlite3 is named, however much else is made to fit") {
  const Installation city;
  const auto entry = city.entry("c");
  city.sqlite3("UPDATE journal_entry SET facts = '{\"state\":\"refused\"}' WHERE act = 'c';");
  check_names(city.verified(), entry + ": content does not match its hash");
  const auto hash = city.read([](db::Tx& tx) {
    return crypto::sha256_hex(journal::hashed_text(*journal::Journal::find_act(tx, "c")));
  });
  city.sqlite3("UPDATE journal_entry SET hash = '" + hash + "' WHERE act = 'c';");
  check_names(city.verified(), entry + ": changed after it was sealed");
  city.sqlite3("UPDATE journal_leaf SET hash = '" + hash + "' WHERE seal = 2 AND place = 0;");
  check_names(city.verified(), "seal 2: its entries do not make its root");
  const auto root = city.read([](db::Tx& tx) {
    return journal::merkle_root(
        tx.all("SELECT hash FROM journal_leaf WHERE seal = 2 ORDER BY place", {},
               [](const db::Row& row) { return row.str(0); }));
  });
  city.sqlite3("UPDATE journal_seal SET root = '" + root + "' WHERE number = 2;");
  check_names(city.verified(), "seal 2: it was altered");
  const auto sealed = city.read([](db::Tx& tx) {
    return crypto::sha256_hex(journal::seal_text(journal::newest_seals(tx, 3, 1).front()));
  });
  city.sqlite3("UPDATE journal_seal SET hash = '" + sealed + "' WHERE number = 2;");
  check_names(city.verified(), "seal 2: its signature is not valid");
  check_names(city.verified(), "seal 3: it does not follow the seal before it");
}

TEST_CASE("Who inserts an entry with sqlite3 is named, also when it is sealed later") {
  const Installation city;
  city.sqlite3(forged_entry(77, noon + base::minute_us));
  check_names(city.verified(), "entry 77: no seal holds it, though later ones were made");
  {
    const auto db = city.open(city.file);
    journal::Journal(*db, city.key).seal(noon + base::day_us);  // the program knows no better
  }
  check_names(city.verified(), "entry 77: sealed long after its time");
  city.sqlite3("UPDATE journal_leaf SET seal = 1, place = 2 WHERE entry_id = 77;");
  check_names(city.verified(), "seal 1: entries were added or taken away");
}

TEST_CASE("Who deletes an entry with sqlite3 is named, also when its leaf goes with it") {
  const Installation city;
  const auto entry = city.entry("d");
  city.sqlite3("DELETE FROM journal_entry WHERE act = 'd';");
  check_names(city.verified(), entry + ": was sealed and is gone");
  // A leaf of a seal that is not there evens the count.
  city.sqlite3(forged_entry(77, noon + base::day_us) +
               "INSERT INTO journal_leaf (entry_id, seal, place, hash) VALUES (77, 99, 0, 'x');");
  check_names(city.verified(), entry + ": was sealed and is gone");
  check_names(city.verified(), "seal 99: it is gone");
  city.sqlite3("DELETE FROM journal_leaf WHERE entry_id NOT IN (SELECT id FROM journal_entry);");
  check_names(city.verified(), "seal 2: entries were added or taken away");
}

TEST_CASE("Who swaps two entries with sqlite3 is named") {
  const Installation city;
  const auto first = city.entry("a"), second = city.entry("f");
  const std::string swap =
      "UPDATE {0} SET {1} = -1 WHERE {1} = {2}; UPDATE {0} SET {1} = {2} WHERE {1} = {3};"
      "UPDATE {0} SET {1} = {3} WHERE {1} = -1;";
  city.sqlite3(
      fmt::format(fmt::runtime(swap), "journal_entry", "id", first.substr(6), second.substr(6)));
  check_names(city.verified(), first + ": content does not match its hash");
  check_names(city.verified(), second + ": content does not match its hash");
  check_names(city.verified(), first + ": changed after it was sealed");
  const Installation other;
  other.sqlite3(
      "UPDATE journal_leaf SET place = place + 10 WHERE seal = 1;"
      "UPDATE journal_leaf SET place = 11 - place WHERE seal = 1;");
  check_names(other.verified(), "seal 1: its entries do not make its root");
}

TEST_CASE("Who cuts the tail with its seals is named by what the second holder has") {
  const Installation city;
  city.sqlite3(
      "DELETE FROM journal_entry WHERE act IN ('e', 'f');"
      "DELETE FROM journal_leaf WHERE seal = 3; DELETE FROM journal_seal WHERE number = 3;");
  CHECK(city.verified() == "");  // nobody can see it from the inside
  check_names(city.verified(true), "seal 3: the second holder has it (");
  check_names(city.verified(true), "here it is gone: the journal was cut");
  // And when the journal then goes on, number 3 is another one.
  {
    const auto db = city.open(city.file);
    journal::Journal journal(*db, city.key);
    db->write([&](db::Tx& tx) {
      journal.append(tx, noon + base::day_us,
                     {.act = "g", .actor = {}, .verb = "a.b", .subject_kind = "c", .subject = 1});
    });
    journal.seal(noon + base::day_us);
    CHECK_THROWS_AS(journal::hand_over(*db, city.held), db::Failure);
  }
  check_names(city.verified(true), "seal 3: the second holder has another one");
}

TEST_CASE("Who seals the whole anew with another key is named, by our key and by the holder's") {
  const Installation city;
  const auto forged = city.folder.path() + "/forged.db";
  Installation::write(forged, crypto::ed25519_make());
  city.sqlite3("ATTACH '" + forged +
               "' AS forged;"
               "DELETE FROM journal_entry; DELETE FROM journal_leaf; DELETE FROM journal_seal;"
               "INSERT INTO journal_entry SELECT * FROM forged.journal_entry;"
               "INSERT INTO journal_leaf SELECT * FROM forged.journal_leaf;"
               "INSERT INTO journal_seal SELECT * FROM forged.journal_seal;");
  check_names(city.verified(), "is not the one of this installation");
  check_names(city.verified(true), "seal 1: the second holder has it with another key");
}

TEST_CASE("The second holder's file grows by what is new, and a line that is no seal is named") {
  const Installation city;
  const auto db = city.open(city.file);
  CHECK(journal::hand_over(*db, city.held) == 0);
  std::stringstream all, held;
  CHECK(journal::write_seals(*db, 0, all) == 3);
  held << std::ifstream(city.held).rdbuf();
  CHECK(all.str() == held.str());
  journal::Verification result;
  std::istringstream broken("{\"number\":\"1\"}\n" + all.str());
  journal::compare(*db, broken, result);
  REQUIRE(result.findings.size() == 1);
  CHECK(result.findings[0].what == "line 1 of the second holder: no seal");
}

namespace {

std::string content(const std::string& path) {
  std::stringstream all;
  all << std::ifstream(path, std::ios::binary).rdbuf();
  return all.str();
}

void put(const std::string& path, const std::string& all) {
  std::ofstream(path, std::ios::binary) << all;
}

std::size_t line_starts(const std::string& all, int line) {
  std::size_t at = 0;
  while (--line > 0) at = all.find('\n', at) + 1;
  return at;
}

}  // namespace

TEST_CASE("A second holder whose last line was torn has every seal whole after the next round") {
  const Installation city;
  const auto whole = content(city.held);
  const auto second = line_starts(whole, 2), third = line_starts(whole, 3);
  const std::size_t cuts[] = {1, second - 1, second + 40, third - 1, third + 200, whole.size() - 1};
  for (const auto cut : cuts) {
    for (const auto* zeros : {"", "00"}) {  // what a power cut may leave of a block
      CAPTURE(cut);
      put(city.held, whole.substr(0, cut) + std::string(std::string_view(zeros).size(), '\0'));
      CHECK(city.verified(true) == "");
      const auto held = journal::newest_held(city.held);
      CHECK((held ? held->number : 0) == (cut < second ? 0 : cut < third ? 1 : 2));
      const auto db = city.open(city.file);
      CHECK(journal::hand_over(*db, city.held) == (cut < second ? 3 : cut < third ? 2 : 1));
      CHECK(content(city.held) == whole);
      CHECK(journal::newest_held(city.held)->number == 3);
    }
  }
}

TEST_CASE("Verifying says that the second holder's last line was torn, and accuses nobody of it") {
  const Installation city;
  const auto whole = content(city.held);
  const auto db = city.open(city.file);
  const auto torn = [&](const std::string& held) {
    journal::Verification result;
    std::istringstream lines(held);
    journal::compare(*db, lines, result);
    CHECK(result.whole());
    return result.held_torn;
  };
  CHECK_FALSE(torn(whole));
  CHECK(torn(whole.substr(0, whole.size() - 1)));
  CHECK(torn(whole.substr(0, line_starts(whole, 3) + 100)));
  CHECK(torn(whole.substr(0, 100)));
}

TEST_CASE("A torn line that is the beginning of no seal of ours stays, and is told") {
  const Installation city;
  const auto whole = content(city.held);
  const auto third = line_starts(whole, 3);
  const auto stays = [&](const std::string& held) {
    put(city.held, held);
    const auto db = city.open(city.file);
    CHECK_THROWS_AS(journal::hand_over(*db, city.held), db::Failure);
    CHECK(content(city.held) == held);
    CHECK(city.verified(true) != "");
  };
  stays(whole.substr(0, third) + "{\"at\":\"1\",\"entries\":\"2\"");  // another seal 3 stood here
  stays(whole + "{\"at\":");                                          // one that the journal lost
  stays("a shopping list");
  stays("a shopping list\n" + whole.substr(0, 50));
}
