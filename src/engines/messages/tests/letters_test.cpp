// Addresses and their codes; letters that arrive, wait, come back or are uncertain.
#include "post.hpp"

#include "support/mail_server.hpp"

using namespace messages;
using mail::Outcome;
using post::Office;

TEST_CASE("An address is used only after its code came back") {
  support::on_each_database([](db::Database& db) {
    Office office(db);
    CHECK(office.desk.ask_address(office.act(), "no address").error() == ReachRefusal::no_address);
    const auto click = office.act();
    REQUIRE(office.desk.ask_address(click, "lan@example.vn"));
    REQUIRE(office.desk.ask_address(click, "lan@example.vn"));  // doubled
    CHECK(office.desk.ask_address(office.act(), "x@example.vn").error() == ReachRefusal::too_soon);
    CHECK(office.work() == 1);
    REQUIRE(office.sent.size() == 1);
    CHECK(office.sent[0].to.str() == "lan@example.vn");
    CHECK(office.inbox().empty());  // the code is in the letter and nowhere else
    office.tell_ready();
    CHECK(office.work() == 0);
    const auto code = office.code();
    const std::string wrong = code == "111111" ? "222222" : "111111";
    CHECK(office.desk.confirm_address(office.act(), wrong).error() == ReachRefusal::wrong_code);
    REQUIRE(office.desk.confirm_address(office.act(), code));
    CHECK(office.desk.confirm_address(office.act(), code).error() == ReachRefusal::no_code);
    office.tell_ready();
    CHECK(office.work() == 1);
    CHECK(office.sent.back().subject == "Hồ sơ H1");
  });
}

TEST_CASE("A code cannot be guessed by trying, nor used the day after tomorrow") {
  support::on_each_database([](db::Database& db) {
    Office office(db);
    REQUIRE(office.desk.ask_address(office.act(), "lan@example.vn"));
    office.work();
    const auto code = office.code();
    const std::string wrong = code == "111111" ? "222222" : "111111";
    for (int i = 0; i < code_tries_max; ++i) {
      CHECK(office.desk.confirm_address(office.act(), wrong).error() == ReachRefusal::wrong_code);
    }
    CHECK(office.desk.confirm_address(office.act(), code).error() == ReachRefusal::too_often);
    office.now = office.now + ask_again_us;
    REQUIRE(office.desk.ask_address(office.act(), "lan@example.vn"));
    office.work();
    office.now = office.now + code_lasts_us + 1;
    CHECK(office.desk.confirm_address(office.act(), office.code()).error() ==
          ReachRefusal::no_code);
  });
}

TEST_CASE("A legal notice leaves proof of its letter in the journal, and nothing personal") {
  support::on_each_database([](db::Database& db) {
    Office office(db);
    office.confirm();
    office.tell_notice();
    const auto id = office.inbox()[0].id;
    office.answers = {{Outcome::accepted, 250, "250 2.0.0 queued for lan@example.vn", "DATA"}};
    CHECK(office.work() == 1);
    const auto entries = office.entries(id);
    REQUIRE(entries.size() == 2);
    CHECK(entries[1].verb == "messages.accepted");
    CHECK(base::json::number_at(entries[1].facts, "smtp_code") == 250);
    CHECK(base::json::text_at(entries[1].facts, "message_id") == "<" + id.str() + "@example.vn>");
    for (const auto& entry : entries) {
      const auto facts = base::json::canonical(entry.facts);
      CHECK(facts.find("lan@") == std::string::npos);
      CHECK(facts.find("giấy") == std::string::npos);
    }
    CHECK(office.sent[0].unsubscribe == "");
    CHECK(office.sent[0].text.find("https://city.example.vn/ho-so/H1") != std::string::npos);
  });
}

TEST_CASE("A letter the server has no time for, or may have taken, goes again as the same letter") {
  support::on_each_database([](db::Database& db) {
    Office office(db);
    office.confirm();
    office.tell_ready();
    office.answers = {{Outcome::later, 451, "451 later", "RCPT"},
                      {Outcome::unsure, 354, "timed out", "DATA"}};
    CHECK(office.work() == 1);
    CHECK(office.state("failing") == "failing");
    CHECK(office.work() == 0);  // not at once
    office.now = office.now + base::hour_us;
    CHECK(office.work() == 1);
    office.now = office.now + base::hour_us;
    CHECK(office.work() == 1);
    REQUIRE(office.sent.size() == 3);
    CHECK(mail::message_id(office.sent[0]) == mail::message_id(office.sent[2]));
    CHECK(office.state("sent") == "sent");
    CHECK(office.work() == 0);
  });
}

TEST_CASE("An address that bounces is used no more, and Lan reads why in her inbox") {
  support::on_each_database([](db::Database& db) {
    Office office(db);
    office.confirm();
    office.tell_ready();
    office.tell_ready();
    office.answers = {{Outcome::bounced, 550, "550 5.1.1 no such user", "RCPT"}};
    CHECK(office.work() == 2);
    CHECK(office.sent.size() == 1);  // the second was dropped
    CHECK(office.state("bounced") == "bounced");
    CHECK(office.state("dropped") == "dropped");
    CHECK(office.inbox()[0].paragraphs[0] == "Địa chỉ l•••@example.vn.");
    CHECK(db.read([&](db::Tx& tx) { return letter_counts(tx, office.now); }).bouncing == 1);
    office.tell_ready();
    CHECK(office.work() == 0);
    office.now = office.now + ask_again_us;
    office.confirm();
    office.tell_ready();
    CHECK(office.work() == 1);
    CHECK(office.sent.size() == 1);
  });
}

TEST_CASE("A letter refused for what it says is given up, and the address stays") {
  support::on_each_database([](db::Database& db) {
    Office office(db);
    office.confirm();
    office.tell_ready();
    office.answers = {{Outcome::refused, 554, "554 5.7.0 spam", "DATA"}};
    CHECK(office.work() == 1);
    CHECK(office.state("refused") == "refused");
    office.tell_ready();
    CHECK(office.work() == 1);
    CHECK(office.sent.size() == 2);
  });
}

TEST_CASE("Where no letters can be sent there is the inbox, and no address is asked for") {
  support::on_each_database([](db::Database& db) {
    Office office(db, false);
    office.tell_ready();
    CHECK(office.inbox().size() == 1);
    CHECK(office.work() == 0);
    CHECK(office.desk.ask_address(office.act(), "lan@example.vn").error() == ReachRefusal::no_mail);
  });
}

TEST_CASE(
    "A letter that was not taken in the evening is tried again in the morning, not at night") {
  support::on_each_database([](db::Database& db) {
    Office office(db);
    office.confirm();
    const auto at = [&](const char* time) {
      office.now = base::Local::parse_iso(time)->instant();
      office.work();
      return office.sent.size();
    };
    office.now = base::Local::parse_iso("2026-11-23T20:59")->instant();
    office.tell_ready();
    const mail::Answer later{Outcome::later, 451, "451 later", "RCPT"};
    for (int i = 0; i < 7; ++i) office.answers.push_back(later);
    CHECK(office.work() == 1);
    CHECK(at("2026-11-23T21:30") == 1);
    CHECK(at("2026-11-24T06:59") == 1);
    CHECK(at("2026-11-24T07:00") == 2);
    CHECK(at("2026-11-24T21:30") == 2);
    CHECK(at("2026-11-25T08:00") == 3);
    // Nights are no attempts: of its eight the letter has five left.
    for (const char* time : {"2026-11-25T14:30", "2026-11-25T20:55", "2026-11-26T08:00",
                             "2026-11-26T14:30", "2026-11-27T08:00"}) {
      at(time);
    }
    CHECK(office.sent.size() == 8);
    CHECK(office.state("sent") == "sent");
  });
}

TEST_CASE("Who waits for a code or can miss a day of the law is written to at night too") {
  support::on_each_database([](db::Database& db) {
    Office office(db);
    office.confirm();
    office.now = base::Local::parse_iso("2026-11-23T22:00")->instant();
    office.tell("test.notice", {{"reason", std::string("hạn")}}, office.now + base::day_us);
    REQUIRE(office.desk.ask_address(office.act(), "new@example.vn"));
    office.answers.assign(2, {Outcome::later, 451, "451 later", "RCPT"});
    CHECK(office.work() == 2);
    office.now = office.now + base::hour_us;
    CHECK(office.work() == 2);
    CHECK(office.sent.size() == 4);
  });
}

TEST_CASE("Lan's letter goes through a real server and can be read there") {
  support::MailServer server;
  support::on_each_database([&](db::Database& db) {
    Office office(db);
    office.confirm();
    mail::Smtp smtp(server.address());
    Letters letters(
        db, office.journal, office.messages,
        {*mail::Address::parse("city@example.vn"),
         {"Thành phố", "The city"},
         "https://city.example.vn"},
        [&](const auto& letter, auto now) { return smtp.send(letter, now); },
        [&] { return office.now; });
    jobs::Worker worker(
        db, {letters.job()}, [&] { return office.now; }, [](auto&&...) {});
    office.tell_ready();
    CHECK(worker.run_one());
    CHECK(office.state("sent") == "sent");
  });
  CHECK(server.letter(1).find("To: <lan@example.vn>") != std::string::npos);
  CHECK_FALSE(server.letter(2).empty());  // from the other database
}
