// The second holder gets the newest seal each day, over a real mail server.
#include <doctest/doctest.h>

#include <sstream>

#include "engines/journal/seals.hpp"
#include "platform/crypto/crypto.hpp"
#include "services/administration/actions_holders.hpp"
#include "support/databases.hpp"
#include "support/mail_server.hpp"

namespace {

const base::Instant noon{1'790'000'000'000'000};

struct Post {
  Post(db::Database& database, std::vector<mail::Address> holders)
      : db(database),
        journal(db, crypto::ed25519_make()),
        smtp(server.address()),
        letters(
            db, journal,
            {*mail::Address::parse("city@example.vn"),
             {"Thành phố", "The city"},
             "https://city.example.vn"},
            [this](const auto& letter, auto now) { return smtp.send(letter, now); },
            std::move(holders), [this] { return now; }),
        worker(
            db, letters.jobs(), [this] { return now; },
            [this](auto&, std::string_view why, bool) { told += std::string(why) + "\n"; }) {
    act("first");
    journal.seal(now);
  }

  void act(std::string id) {
    db.write([&](db::Tx& tx) {
      journal.append(tx, now,
                     {.act = std::move(id),
                      .actor = {},
                      .verb = "one_stop.accept",
                      .subject_kind = "dossier",
                      .subject = 1,
                      .facts = {{"state", "accepted"}},
                      .law = ""});
    });
  }
  void day() {
    db.write([&](db::Tx& tx) {
      jobs::add(db, tx, now, administration::seal_letters_job, {},
                administration::seal_letters_job);
    });
    while (worker.run_one()) {
    }
  }
  // How many were handed over, by the journal.
  std::int64_t handed() {
    return db.read([](db::Tx& tx) {
      return *tx.first("SELECT count(*) FROM journal_entry WHERE verb = 'journal.hand_over'", {},
                       [](const db::Row& row) { return row.i64(0); });
    });
  }

  db::Database& db;
  base::Instant now = noon;
  journal::Journal journal;
  support::MailServer server;
  mail::Smtp smtp;
  administration::SealLetters letters;
  jobs::Worker worker;
  std::string told;
};

std::vector<mail::Address> addresses(std::vector<const char*> all) {
  std::vector<mail::Address> out;
  for (const auto* one : all) out.push_back(*mail::Address::parse(one));
  return out;
}

// The line to keep, as it stands in the plain part of a letter: quoted-printable undone.
std::string kept_line(const std::string& letter) {
  std::string text;
  const auto begin = letter.find("quoted-printable\r\n");
  const auto end = letter.find("\r\n--", begin);
  REQUIRE(end != letter.npos);
  for (std::size_t i = begin; i < end; ++i) {
    if (letter[i] != '=') {
      text += letter[i];
    } else if (letter.compare(i, 3, "=\r\n") == 0) {
      i += 2;
    } else {
      text += char(std::stoi(letter.substr(i + 1, 2), nullptr, 16));
      i += 2;
    }
  }
  const auto from = text.find("{\"at\"");
  REQUIRE(from != text.npos);
  return text.substr(from, text.find('\r', from) - from);
}

}  // namespace

TEST_CASE("The holder's letter has the newest seal, and its line finds a journal that was cut") {
  support::on_each_database([](db::Database& db) {
    Post post(db, addresses({"holder@archive.example.vn"}));
    post.day();
    const auto letter = post.server.letter(1);
    const auto seal = db.read([](db::Tx& tx) { return journal::newest_seals(tx, 0, 1).front(); });
    CHECK(letter.find("holder@archive.example.vn") != letter.npos);
    CHECK(letter.find("taydo journal verify --seals") != letter.npos);
    const auto line = kept_line(letter);
    CHECK(line == base::json::canonical(journal::seal_json(seal)));
    const auto compared = [&] {
      journal::Verification result;
      std::istringstream held(line + "\n");
      journal::compare(db, held, result);
      return result;
    };
    CHECK(compared().whole());
    db.write([](db::Tx& tx) { tx.execute("DELETE FROM journal_seal"); });
    REQUIRE(compared().findings.size() == 1);
    CHECK(compared().findings[0].what.find("the journal was cut") != std::string::npos);
  });
}

TEST_CASE("Each seal goes to each holder once, however often the day is asked for") {
  support::on_each_database([](db::Database& db) {
    Post post(db, addresses({"holder@archive.example.vn", "second@archive.example.vn"}));
    post.day();
    post.day();
    CHECK(post.handed() == 2);
    CHECK(post.server.letter(2) != "");
    CHECK(post.server.letter(3) == "");
    post.now = post.now + base::day_us;
    post.journal.seal(post.now);  // the hand-over itself was an act
    post.day();
    CHECK(post.handed() == 4);
    CHECK(post.told == "");
  });
}

TEST_CASE("A holder whose mailbox is full gets the letter later; the others do not wait") {
  support::on_each_database([](db::Database& db) {
    Post post(db, addresses({"grey@archive.example.vn", "holder@archive.example.vn"}));
    post.day();
    CHECK(post.handed() == 1);
    CHECK(post.told.find("code 451 to RCPT") != post.told.npos);
    CHECK(post.told.find("grey@") == post.told.npos);
    post.now = post.now + base::hour_us;
    while (post.worker.run_one()) {
    }
    CHECK(post.handed() == 2);
  });
}

TEST_CASE("Without holders nobody gets a letter, and a day without a seal asks for none") {
  support::on_each_database([](db::Database& db) {
    Post post(db, {});
    post.day();
    CHECK(post.server.letter(1) == "");
    CHECK(post.handed() == 0);
  });
  support::on_each_database([](db::Database& db) {
    Post other(db, addresses({"holder@archive.example.vn"}));
    db.write([](db::Tx& tx) { tx.execute("DELETE FROM journal_seal"); });
    other.day();
    CHECK(other.server.letter(1) == "");
  });
}
