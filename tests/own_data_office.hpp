// The town with its office for requests about data, and what tests about them do by habit.
#pragma once

#include <doctest/doctest.h>

#include <filesystem>

#include "cast/town.hpp"
#include "platform/crypto/crypto.hpp"
#include "services/one_stop/keeping.hpp"
#include "services/privacy/actions.hpp"
#include "support/visit.hpp"

namespace support {

using privacy::Field;
using privacy::State;
using privacy::Why;

struct Office {
  explicit Office(db::Database& db)
      : town(db),
        actions(db, town.journal, town.messages, town.files, {one_stop::keeper(town.files)}) {}

  support::FakeVisit visit(const identity::Who& who, std::string act = {}) {
    return {who, town.now, act.empty() ? crypto::random_token() : std::move(act), ""};
  }
  privacy::Request request(privacy::RequestId id) {
    return *town.db.read([&](db::Tx& tx) { return privacy::store::find(tx, id); });
  }
  std::string verbs(privacy::RequestId id) {
    std::string out;
    for (const auto& entry : town.db.read(
             [&](db::Tx& tx) { return journal::Journal::of(tx, "privacy_request", id.value); })) {
      out += entry.verb + base::json::canonical(entry.facts) + " ";
    }
    return out;
  }
  privacy::Actions::Done corrects(Field field, const char* wanted, const char* words = "Sai") {
    const auto lan = visit(town.lan);
    return actions.ask_correction(lan, {field, wanted, words, ""});
  }
  privacy::Actions::Done erases() {
    const auto lan = visit(town.lan);
    return actions.ask_erasure(lan, "Nguyễn Thị Lan không dùng nữa");
  }
  // Received, appraised, signed, sealed and returned: every kind of paper was made.
  one_stop::Dossier ended_dossier() {
    auto& t = town;
    const auto dossier = t.lan_submits("submit", {0}).value();
    REQUIRE(t.actions.accept(t.act(t.minh), t.task(dossier)));
    REQUIRE(t.actions.propose(t.act(t.duyen), t.task(dossier), "Bà Nguyễn Thị Lan đủ điều kiện",
                              t.draft(dossier)));
    const auto paper = t.signed_by(dossier, t.hoa, t.ward);
    REQUIRE(t.actions.approve(t.act(t.hoa), t.task(dossier), paper));
    const auto seal = [&](const documents::Document& numbered) {
      return t.papers.sealed(numbered, t.now);
    };
    REQUIRE(t.actions.number_and_seal(t.act(t.thu), t.task(dossier), paper.file.hash, seal));
    return t.actions.return_result(t.act(t.minh), t.task(dossier)).value();
  }
  void in_ten_years() { town.now = base::Local::at(*base::Date::of(2036, 12, 1), 9).instant(); }
  std::string facts() {
    cast::AnyPurpose purpose;
    return town.db.read([&](db::Tx& tx) {
      const auto person = identity::person(tx, town.lan.person);
      return person->name.open(purpose) + "|" + person->number.open(purpose) + "|" +
             person->phone.open(purpose) + "|" + person->residence.open(purpose);
    });
  }
  int stored_files() {
    int count = 0;
    for (const auto& entry :
         std::filesystem::recursive_directory_iterator(town.folder.path() + "/files")) {
      count += entry.is_regular_file();
    }
    return count;
  }
  void do_jobs() {
    jobs::Worker worker(
        town.db, {privacy::Actions::removing(town.files)}, [this] { return town.now; },
        [](const jobs::Job&, std::string_view why, bool) { FAIL(std::string(why)); });
    while (worker.run_one()) {
    }
  }

  cast::Town town;
  privacy::Actions actions;
};

}  // namespace support
