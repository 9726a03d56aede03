#include "services/administration/actions_jobs.hpp"

#include <doctest/doctest.h>

#include "cast/town.hpp"
#include "support/databases.hpp"

namespace {

using administration::JobRefusal;

// The town with An, who runs the system, and letters that nobody takes.
struct Cellar {
  explicit Cellar(db::Database& db) : town(db), actions(db, town.journal) {
    an = {.person = {}, .name = "Lý Thành An", .officer = true};
    an.person = db.write([&](db::Tx& tx) {
      return identity::keep_person(db, tx, {.name = an.name}, identity::Source::desk, town.now);
    });
  }

  void give_up(int letters) {
    for (int i = 0; i < letters; ++i) ask("letter");
    const auto fail = [](const jobs::Job&) { throw std::runtime_error("no route"); };
    work({{.name = "letter", .run = fail, .attempts_max = 1}});
  }
  jobs::JobId ask(std::string_view kind) {
    return town.db.write([&](db::Tx& tx) { return jobs::add(town.db, tx, town.now, kind, {}); });
  }
  void work(std::vector<jobs::Kind> kinds) {
    jobs::Worker worker(
        town.db, std::move(kinds), [this] { return town.now; }, [](auto&&...) {});
    while (worker.run_one()) {
    }
  }
  administration::office::StaffAct act(std::string id) const { return {id, town.now, &an}; }
  jobs::Standing letters() {
    for (auto& one : town.db.read([&](db::Tx& tx) { return jobs::standing(tx, town.now); })) {
      if (one.kind == "letter") return one;
    }
    return {};
  }
  jobs::JobId first_dead() {
    return town.db.read([](db::Tx& tx) { return jobs::dead(tx, "letter", 1, 0); }).front().id;
  }
  // Verbs about one job, then the facts of the last.
  std::string told(jobs::JobId id) {
    std::string out;
    const auto all =
        town.db.read([&](db::Tx& tx) { return journal::Journal::of(tx, "job", id.value); });
    for (const auto& entry : all) out += entry.verb + " ";
    return all.empty() ? out : out + base::json::canonical(all.back().facts);
  }

  cast::Town town;
  administration::JobActions actions;
  identity::Who an;
};

}  // namespace

TEST_CASE("An tries a letter again: it waits, one entry says so, a doubled click adds nothing") {
  support::on_each_database([](db::Database& db) {
    Cellar cellar(db);
    cellar.give_up(1);
    const auto id = cellar.first_dead();
    CHECK(cellar.actions.resend(cellar.act("again"), id));
    CHECK(cellar.actions.resend(cellar.act("again"), id));
    CHECK(cellar.letters().waiting == 1);
    CHECK(cellar.told(id) == R"(jobs.resend {"attempts":1,"kind":"letter"})");
    const auto second = cellar.actions.resend(cellar.act("other"), id);
    REQUIRE_FALSE(second);
    CHECK(second.error() == JobRefusal::gone);
  });
}

TEST_CASE("What An gives up for good is gone, and the journal keeps who did it") {
  support::on_each_database([](db::Database& db) {
    Cellar cellar(db);
    cellar.give_up(1);
    const auto id = cellar.first_dead();
    CHECK(cellar.actions.drop(cellar.act("drop"), id));
    CHECK(cellar.actions.drop(cellar.act("drop"), id));
    CHECK(cellar.letters().dead == 0);
    CHECK(cellar.told(id) == R"(jobs.drop {"attempts":1,"kind":"letter"})");
    CHECK_FALSE(cellar.actions.drop(cellar.act("drop-2"), id));
  });
}

TEST_CASE("A letter that waits for its next attempt is not An's to drop") {
  support::on_each_database([](db::Database& db) {
    Cellar cellar(db);
    const auto id = cellar.ask("letter");
    CHECK_FALSE(cellar.actions.drop(cellar.act("drop"), id));
    CHECK(cellar.letters().waiting == 1);
    CHECK(cellar.told(id).empty());
  });
}

TEST_CASE("All of a kind are tried again: 500 at once, what is left by a job of its own") {
  support::on_each_database([](db::Database& db) {
    Cellar cellar(db);
    cellar.give_up(620);
    const auto seen_at = cellar.town.now;
    CHECK(cellar.actions.resend_all(cellar.act("all"), "fax", seen_at) == 0);
    CHECK(cellar.actions.resend_all(cellar.act("all"), "letter", seen_at) == 620);
    CHECK(cellar.actions.resend_all(cellar.act("all"), "letter", seen_at) == 620);
    CHECK(cellar.letters().waiting == 500);
    int sent = 0;
    cellar.work({{.name = "letter", .run = [&](auto&) { ++sent; }},
                 administration::JobActions::resending(db, [&] { return cellar.town.now; })});
    CHECK(sent == 620);
  });
}
