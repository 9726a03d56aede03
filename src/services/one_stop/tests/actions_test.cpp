#include "services/one_stop/actions.hpp"

#include <doctest/doctest.h>

#include <atomic>
#include <thread>

#include "cast/town.hpp"
#include "engines/identity/delegation.hpp"
#include "engines/identity/people.hpp"
#include "engines/identity/positions.hpp"
#include "engines/indicators/indicators.hpp"
#include "engines/units/units.hpp"
#include "platform/pdf/tests/outside.hpp"
#include "support/databases.hpp"

using one_stop::Dossier;
using one_stop::Refusal;
using one_stop::State;

namespace {

base::Instant at(const char* local) { return base::Local::parse_iso(local)->instant(); }

// Minh receives and takes the fee, Duyên proposes: Hòa may sign.
Dossier ready_to_sign(cast::Town& town) {
  auto dossier = town.lan_submits("submit").value();
  REQUIRE(town.actions.accept(town.act(town.minh), town.task(dossier)));
  REQUIRE(town.actions.take_fee(town.act(town.minh), town.task(dossier)));
  const auto draft = town.draft(dossier);
  return town.actions.propose(town.act(town.duyen), town.task(dossier), "đủ điều kiện", draft)
      .value();
}

one_stop::Signed signed_by(cast::Town& town, const Dossier& dossier, const identity::Who& who) {
  return town.signed_by(dossier, who, town.ward);
}
one_stop::Signed signed_by_hoa(cast::Town& town, const Dossier& dossier) {
  return signed_by(town, dossier, town.hoa);
}

}  // namespace

TEST_CASE("Lan's dossier goes from desk to desk and each act is one entry, these and no others") {
  support::on_each_database([](db::Database& db) {
    cast::Town town(db);
    const auto dossier = ready_to_sign(town);
    CHECK(dossier.code == "H13.01-261123-0001");
    const auto file = signed_by_hoa(town, dossier);
    REQUIRE(town.actions.approve(town.act(town.hoa), town.task(dossier), file));
    const auto seal = [&](const documents::Document& paper) {
      CHECK(paper.full_number().starts_with("01/"));
      return town.papers.sealed(paper, town.now);
    };
    const auto sealed =
        town.actions.number_and_seal(town.act(town.thu), town.task(dossier), file.file.hash, seal);
    REQUIRE(sealed);
    CHECK(sealed->state == State::resolved);
    const auto returned = town.actions.return_result(town.act(town.minh), town.task(dossier));
    REQUIRE(returned);
    CHECK(returned->state == State::returned);
    CHECK(town.verbs(dossier) ==
          "submit accept take_fee propose approve number seal return_result");
    CHECK(town.bytes(dossier).size() > 10'000);
    const auto told = town.inbox(town.lan);
    REQUIRE(told.size() == 2);
    CHECK(told[1].title == "Hồ sơ H13.01-261123-0001 đã được tiếp nhận");
    CHECK(told[0].title == "Hồ sơ H13.01-261123-0001 đã có kết quả");
    CHECK(told[0].link == "/ho-so/H13.01-261123-0001");
    CHECK(town.inbox(town.bao).empty());
    CHECK(town.journal.verify().findings.empty());
  });
}

TEST_CASE("Submitting twice by a doubled click makes one dossier, and a used draft makes none") {
  support::on_each_database([](db::Database& db) {
    cast::Town town(db);
    const auto first = town.lan_submits("click");
    const auto second = town.lan_submits("click");
    REQUIRE(first);
    REQUIRE(second);
    CHECK(first->id == second->id);
    CHECK(town.verbs(*first) == "submit");
    CHECK(town.lan_submits("another")->code == "H13.01-261123-0002");
  });
}

TEST_CASE("Two officers on one task: the second is told, and nothing happens twice") {
  support::on_each_database([](db::Database& db) {
    cast::Town town(db);
    const auto dossier = town.lan_submits("submit").value();
    const auto task = town.task(dossier);
    std::atomic<int> done = 0, told = 0;
    std::vector<std::thread> clicks;
    for (int i = 0; i < 4; ++i) {
      clicks.emplace_back([&] {
        const auto result = town.actions.accept(town.act(town.minh), task);
        if (result)
          ++done;
        else if (result.error() == Refusal::already_done)
          ++told;
      });
    }
    for (auto& click : clicks) click.join();
    CHECK(done == 1);
    CHECK(told == 3);
    CHECK(town.verbs(dossier) == "submit accept");
  });
}

TEST_CASE("The clock starts at acceptance, or at payment where a fee comes first") {
  support::on_each_database([](db::Database& db) {
    cast::Town town(db);
    const auto free = town.lan_submits("free", {0}).value();
    const auto accepted = town.actions.accept(town.act(town.minh), town.task(free));
    CHECK(accepted->state == State::accepted);
    // 24/11 is a holiday: three working days from Monday 23/11 end on Friday 27/11.
    CHECK(accepted->due_at->local().iso() == "2026-11-27T17:00");

    const auto owing = town.lan_submits("owing").value();
    CHECK(town.actions.accept(town.act(town.minh), town.task(owing))->state ==
          State::payment_requested);
    CHECK_FALSE(town.actions.accept(town.act(town.minh), town.task(owing)));
    town.now = at("2026-11-25T09:00");
    const auto paid = town.actions.take_fee(town.act(town.minh), town.task(owing));
    CHECK(paid->state == State::in_progress);
    CHECK(paid->due_at->local().iso() == "2026-11-30T17:00");
  });
}

TEST_CASE("A refusal to receive needs a reason, owes nothing, and ends the dossier") {
  support::on_each_database([](db::Database& db) {
    cast::Town town(db);
    const auto dossier = town.lan_submits("submit").value();
    const auto task = town.task(dossier);
    CHECK(town.actions.refuse(town.act(town.minh), task, "").error() == Refusal::reason_missing);
    const auto refused = town.actions.refuse(town.act(town.minh), task, "Nộp sai nơi cư trú");
    REQUIRE(refused);
    CHECK(refused->state == State::refused);
    const auto order =
        db.read([&](db::Tx& tx) { return payments::of(tx, "dossier", dossier.id.value); });
    CHECK(order->state == payments::State::cancelled);
    CHECK(town.actions.accept(town.act(town.minh), task).error() == Refusal::already_done);
    CHECK(town.verbs(dossier) == "submit refuse");
    const auto told = town.inbox(town.lan);
    REQUIRE(told.size() == 1);
    CHECK(told[0].legal);
    CHECK(told[0].paragraphs[2] == "Lý do: Nộp sai nơi cư trú");
    cast::AnyPurpose purpose;
    const auto slip = town.papers.slip(town.sources(*refused), one_stop::Papers::Slip::refusal,
                                       purpose, town.now);
    REQUIRE(slip);
    CHECK(slip->starts_with("%PDF"));
  });
}

TEST_CASE("Only the office a task is offered to may do it") {
  support::on_each_database([](db::Database& db) {
    cast::Town town(db);
    const auto dossier = town.lan_submits("submit").value();
    const auto task = town.task(dossier);
    for (const auto* stranger : {&town.tam, &town.hoa, &town.lan, &town.bao}) {
      CHECK(town.actions.accept(town.act(*stranger), task).error() == Refusal::not_your_office);
    }
    CHECK(town.actions.take_fee(town.act(town.minh), task).error() == Refusal::wrong_state);
    CHECK(town.actions.accept(town.act(town.minh), {12345}).error() == Refusal::no_dossier);
    CHECK(town.verbs(dossier) == "submit");
  });
}

TEST_CASE("Hoa sends a draft back with her reason, and Duyen proposes again") {
  support::on_each_database([](db::Database& db) {
    cast::Town town(db);
    const auto dossier = ready_to_sign(town);
    const auto task = town.task(dossier);
    CHECK(town.actions.send_back(town.act(town.hoa), task, "").error() == Refusal::reason_missing);
    const auto back = town.actions.send_back(town.act(town.hoa), task, "ghi rõ mục đích");
    REQUIRE(back);
    CHECK(back->opinion == "ghi rõ mục đích");
    const auto draft = town.draft(dossier);
    REQUIRE(town.actions.propose(town.act(town.duyen), town.task(dossier), "đã sửa", draft));
    CHECK(town.verbs(dossier) == "submit accept take_fee propose send_back propose");
  });
}

TEST_CASE("The vice chair signs for Hòa, who is away: the paper says so and her own key signs") {
  support::on_each_database([](db::Database& db) {
    cast::Town town(db);
    const auto dossier = ready_to_sign(town);
    const auto today = town.now.local().date;
    identity::Who bich{.name = "Đặng Thị Bích", .officer = true};
    db.write([&](db::Tx& tx) {
      bich.person =
          identity::keep_person(db, tx, {.name = bich.name}, identity::Source::desk, town.now);
      identity::appoint(db, tx,
                        {.person = bich.person,
                         .unit = town.ward,
                         .role = "DESK_HEAD",
                         .title = {"Phó Chủ tịch Ủy ban nhân dân phường", "Vice chair"},
                         .from = today});
      identity::delegate(db, tx,
                         {.position = town.hoa.positions.front().id,
                          .from = town.hoa.person,
                          .to = bich.person,
                          .first = today,
                          .last = today,
                          .signing = "KT"},
                         town.now);
    });
    bich.positions =
        db.read([&](db::Tx& tx) { return identity::positions(tx, bich.person, today); });
    REQUIRE(
        town.actions.approve(town.act(bich), town.task(dossier), signed_by(town, dossier, bich)));
    const outside::Folder folder;
    const auto file = folder.put("result.pdf", town.bytes(dossier));
    const auto text = outside::run("pdftotext -layout " + file + " -").text;
    CHECK(text.find("KT. CHỦ TỊCH") != std::string::npos);
    CHECK(text.find(bich.name) != std::string::npos);
    CHECK(text.find(town.hoa.name) == std::string::npos);
    const auto judged = outside::run("pdfsig -nocert " + file).text;
    CHECK(judged.find("Signature is Valid") != std::string::npos);
    CHECK(judged.find(bich.name) != std::string::npos);
    CHECK(judged.find(town.hoa.name) == std::string::npos);
  });
}

TEST_CASE("A seal that fails keeps its number for the next try") {
  support::on_each_database([](db::Database& db) {
    cast::Town town(db);
    const auto dossier = ready_to_sign(town);
    const auto paper = signed_by_hoa(town, dossier);
    REQUIRE(town.actions.approve(town.act(town.hoa), town.task(dossier), paper));
    const auto task = town.task(dossier);
    const auto seal = [&](const one_stop::Actions::SealPaper& how) {
      return town.actions.number_and_seal(town.act(town.thu), task, paper.file.hash, how);
    };
    CHECK_THROWS(seal([](const auto&) -> documents::File {
      throw std::runtime_error("the token was pulled out");
    }));
    std::string number;
    REQUIRE(seal([&](const auto& numbered) {
      number = numbered.number;
      return town.papers.sealed(numbered, town.now);
    }));
    CHECK(number == "1");
    CHECK(town.verbs(dossier) == "submit accept take_fee propose approve number seal");
  });
}

TEST_CASE("The month's figures follow the acts in the same transaction") {
  support::on_each_database([](db::Database& db) {
    cast::Town town(db);
    const auto figures = [&] {
      const auto period = indicators::Period::month_of(town.now.local().date);
      return db.read([&](db::Tx& tx) { return indicators::month(tx, period, town.now); });
    };
    const auto dossier = town.lan_submits("free", {0}).value();
    CHECK(figures().received == 0);
    REQUIRE(town.actions.accept(town.act(town.minh), town.task(dossier)));
    CHECK(figures().received == 1);
    CHECK(figures().late == 0);
    town.now = at("2026-11-28T08:00");
    CHECK(figures().late == 1);
  });
}
