// A city that tells Lan things, with a post office that says what it is told to say.
#pragma once

#include <doctest/doctest.h>

#include <deque>
#include <optional>

#include "engines/messages/letters.hpp"
#include "engines/messages/reach.hpp"
#include "engines/messages/store.hpp"
#include "engines/messages/template.hpp"
#include "platform/crypto/crypto.hpp"
#include "support/databases.hpp"

namespace post {

using messages::Type;
using messages::Value;

inline std::vector<messages::Kind> kinds() {
  return {{"test.ready",
           {"Đã có kết quả", "A result is ready"},
           false,
           {{"code", Type::text}, {"what", Type::words}, {"fee", Type::money, true}}},
          {"test.notice", {"Thông báo", "Notice"}, true, {{"reason", Type::text}}}};
}

inline constexpr const char* ready_words =
    "[vi]\nsubject Hồ sơ {code}\nViệc: {what}.\n\nPhí: {fee}.\n"
    "[en]\nsubject Dossier {code}\nAbout: {what}.\n\nFee: {fee}.\n";
inline constexpr const char* notice_words =
    "[vi]\nsubject Thông báo\nLý do: {reason}\n[en]\nsubject Notice\nReason: {reason}\n";

struct Office {
  explicit Office(db::Database& database, bool mail = true)
      : db(database),
        journal(db, crypto::ed25519_make()),
        messages(db, journal, kinds(), mail),
        desk(db, journal, messages),
        letters(
            db, journal, messages,
            {*mail::Address::parse("city@example.vn"),
             {"Thành phố", "The city"},
             "https://city.example.vn"},
            [this](const auto& letter, auto) { return take(letter); }, [this] { return now; }),
        worker(
            db, {letters.job()}, [this] { return now; }, [](auto&&...) {}) {
    publish("test.ready", ready_words);
    publish("test.notice", notice_words);
    publish("messages.confirm",
            "[vi]\nsubject Mã {code}\nĐến {until}.\n[en]\nsubject Code {code}\nUntil {until}.\n");
    publish("messages.bounced",
            "[vi]\nsubject Thư bị trả\nĐịa chỉ {address}.\n[en]\nsubject Back\nAt {address}.\n");
  }

  void publish(std::string_view kind, std::string_view words) {
    db.write([&](db::Tx& tx) {
      REQUIRE(messages::publish_template(db, tx, now, *messages.kind(kind), words));
    });
  }
  void tell(std::string_view kind, messages::Values values,
            std::optional<base::Instant> deadline = {}) {
    db.write([&](db::Tx& tx) {
      messages.tell(tx, now,
                    {.act = "act-" + std::to_string(++acts),
                     .to = lan,
                     .kind = kind,
                     .values = values,
                     .link = "/ho-so/H1",
                     .subject_kind = "dossier",
                     .subject = 7,
                     .deadline = deadline});
    });
  }
  void tell_ready() {
    tell("test.ready",
         {{"code", std::string("H1")}, {"what", base::Words{"hôn nhân", "marriage"}}});
  }
  void tell_notice() { tell("test.notice", {{"reason", std::string("thiếu giấy của Lan")}}); }

  std::vector<messages::Shown> inbox(base::Lang lang = base::Lang::vi) {
    return db.read([&](db::Tx& tx) { return messages.inbox(tx, lan, lang, 50, 0); });
  }
  messages::Desk::Act act() { return {"own-" + std::to_string(++acts), now, lan_as_actor()}; }
  journal::Actor lan_as_actor() const {
    return {.kind = journal::ActorKind::resident, .person = lan};
  }
  // The code as the letter carried it.
  std::string code() const { return sent.back().subject.substr(sent.back().subject.size() - 6); }
  void confirm(const char* address = "lan@example.vn") {
    REQUIRE(desk.ask_address(act(), address));
    REQUIRE(worker.run_one());
    REQUIRE(desk.confirm_address(act(), code()));
    sent.clear();
  }
  int work() {
    int n = 0;
    while (worker.run_one()) ++n;
    return n;
  }
  std::string state(std::string_view which) {
    const auto lines = db.read([&](db::Tx& tx) { return messages::letters(tx, which, 10, 0); });
    return lines.empty() ? "" : lines.front().state;
  }
  // Verbs about messages in the journal's order, with their facts.
  std::vector<journal::Stored> entries(messages::MessageId id) {
    return db.read([&](db::Tx& tx) { return journal::Journal::of(tx, "message", id.value); });
  }

  mail::Answer take(const mail::Letter& letter) {
    sent.push_back(letter);
    if (answers.empty()) return {mail::Outcome::accepted, 250, "250 ok", "DATA"};
    const auto answer = answers.front();
    answers.pop_front();
    return answer;
  }

  db::Database& db;
  base::Instant now = base::Local::parse_iso("2026-11-23T08:00")->instant();
  base::PersonId lan{11}, bao{12};
  int acts = 0;
  journal::Journal journal;
  messages::Messages messages;
  messages::Desk desk;
  messages::Letters letters;
  jobs::Worker worker;
  std::vector<mail::Letter> sent;
  std::deque<mail::Answer> answers;
};

}  // namespace post
