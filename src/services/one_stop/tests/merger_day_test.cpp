// Lan's ward merges into another while her paper is under way: whose paper is it then?
#include <doctest/doctest.h>

#include <algorithm>

#include "cast/town.hpp"
#include "engines/casework/moving.hpp"
#include "engines/documents/moving.hpp"
#include "engines/identity/moving.hpp"
#include "engines/units/reorganise.hpp"
#include "platform/config/config.hpp"
#include "platform/pdf/tests/outside.hpp"
#include "services/one_stop/history.hpp"
#include "services/one_stop/moving.hpp"
#include "services/one_stop/room.hpp"
#include "services/one_stop/store.hpp"
#include "support/databases.hpp"

namespace {

using one_stop::Dossier;
using one_stop::Refusal;

constexpr std::string_view merger =
    "deed,unit,into,kind,name_vi,name_en,code,parent,area\n"
    "merge,31135,31120,,,,,,\n"
    "move,31135.TTHCC,,,,,,31120,\n";
constexpr std::string_view finish =
    R"({"papers": [{"from": "2025-01-01", "signed": "finish", "numbered": "finish", "law": "x"}]})";

// Phường Ninh Kiều merges into Phường Cái Khế on a day. Both have given numbers this year.
struct Merger {
  explicit Merger(db::Database& db, base::Date day) : town(db), day(day) {
    for (int i = 0; i < 2; ++i) number_of(town.ward), number_of(town.other_ward);
    dossier = *town.lan_submits("submitted", {0});
    REQUIRE(town.actions.accept(town.act(town.minh), town.task(dossier)));
  }

  std::int64_t number_of(base::UnitId unit) {
    return town.db.write([&](db::Tx& tx) {
      return documents::next_number(tx, unit,
                                    "UBND-XNTTHN:" + std::to_string(town.now.local().date.year()));
    });
  }
  void draft() {
    REQUIRE(town.actions.propose(town.act(town.duyen), town.task(dossier), "đủ điều kiện",
                                 town.draft(dossier)));
  }
  void sign(base::UnitId unit) {
    signed_paper = town.signed_by(dossier, town.hoa, unit);
    REQUIRE(town.actions.approve(town.act(town.hoa), town.task(dossier), signed_paper));
  }
  // The clerk numbers, and her token is pulled out before the seal.
  void number_only() {
    CHECK_THROWS(town.actions.number_and_seal(
        town.act(town.thu), town.task(dossier), signed_paper.file.hash,
        [](const auto&) -> documents::File { throw std::runtime_error("pulled out"); }));
  }
  one_stop::Actions::Done seal() {
    return town.actions.number_and_seal(
        town.act(town.thu), town.task(dossier), signed_paper.file.hash,
        [&](const documents::Document& paper) { return town.papers.sealed(paper, town.now); });
  }

  units::Movers movers() {
    return {identity::positions_mover(town.db),
            casework::open_cases(town.db,
                                 [](db::Tx& tx, std::string_view, std::int64_t id) {
                                   return one_stop::address_of(tx, {id});
                                 }),
            one_stop::papers_mover({town.db, town.journal, town.casework}),
            one_stop::drafts_mover()};
  }
  // What is told before the day: "1 Paper drafted, not signed [H13.01-261123-0001]: …".
  std::string told(const units::Movers& all, const std::vector<units::Step>& steps) {
    std::string out;
    town.db.read([&](db::Tx& tx) {
      const auto plan = units::plan(town.db, tx, steps, day, town.now.local().date, all);
      REQUIRE(plan);
      for (const auto& [unit, mover, item] : units::standing(tx, *plan, all)) {
        out += std::to_string(item.rows) + " " + item.what.en + ": " + item.becomes.en + "\n";
        if (mover == "papers") CHECK(item.names == std::vector{dossier.code});
      }
    });
    return out;
  }
  // Midnight: the ward is no more.
  void merge() {
    const auto all = movers();
    const auto steps = units::read_steps({"merger", std::string(merger)});
    REQUIRE(steps);
    listed = told(all, *steps);
    const auto done =
        units::reorganise({town.db, town.journal, all, town.now, "merger"}, *steps, day);
    REQUIRE_MESSAGE(done, (done ? "" : done.error().told(base::Lang::en)));
    town.now = base::Local::at(day, 8).instant();
    moved =
        units::move_on({town.db, town.journal, all, town.now, "move"}, [](const units::Slice&) {});
    for (auto* who : {&town.minh, &town.duyen, &town.hoa, &town.thu}) {
      who->positions =
          town.db.read([&](db::Tx& tx) { return identity::positions(tx, who->person, day); });
    }
  }
  documents::Document paper() {
    return *town.db.read(
        [&](db::Tx& tx) { return documents::of(tx, "result", "dossier", dossier.id.value); });
  }
  std::string words() {
    return outside::run("pdftotext -layout " + folder.put("r.pdf", town.bytes(dossier)) + " -")
        .text;
  }
  std::string signatures() {
    return outside::run("pdfsig -nocert " + folder.put("s.pdf", town.bytes(dossier))).text;
  }

  cast::Town town;
  base::Date day;
  outside::Folder folder;
  Dossier dossier;
  one_stop::Signed signed_paper;
  std::map<std::string, units::Tally> moved;
  std::string listed;
};

const auto december = *base::Date::of(2026, 12, 1);
const auto new_year = *base::Date::of(2027, 1, 1);

bool holds(const std::string& text, const char* words) {
  return text.find(words) != std::string::npos;
}

// Heading, number, place, key and seal of one ward and of no other.
void all_of_cai_khe(Merger& m, const char* number) {
  const auto words = m.words(), signatures = m.signatures();
  CHECK(holds(words, "PHƯỜNG CÁI KHẾ"));
  CHECK(holds(words, "Cái Khế, ngày 01"));
  CHECK_FALSE(holds(words, "PHƯỜNG NINH KIỀU"));
  CHECK_FALSE(holds(words, "Ninh Kiều, ngày"));
  CHECK(holds(words, number));
  CHECK(m.paper().unit == m.town.other_ward);
  CHECK(holds(signatures, "Phường Cái Khế"));
  CHECK_FALSE(holds(signatures, "Phường Ninh Kiều"));
}
void all_of_ninh_kieu(Merger& m, const char* number) {
  const auto words = m.words(), signatures = m.signatures();
  CHECK(holds(words, "PHƯỜNG NINH KIỀU"));
  CHECK(holds(words, "Ninh Kiều, ngày 30 tháng 11 năm 2026"));
  CHECK_FALSE(holds(words, "PHƯỜNG CÁI KHẾ"));
  CHECK(holds(words, number));
  CHECK(m.paper().unit == m.town.ward);
  CHECK(holds(signatures, "Phường Ninh Kiều"));
  CHECK_FALSE(holds(signatures, "Phường Cái Khế"));
}

}  // namespace

TEST_CASE("Drafted before the merger: the heir drafts, signs, numbers and seals its own paper") {
  support::on_each_database([](db::Database& db) {
    Merger m(db, december);
    m.draft();
    m.merge();
    CHECK(m.moved.at("papers").at(m.town.other_ward).rows == 1);
    CHECK(holds(m.listed, "1 Paper drafted, not signed: The successor drafts it again"));
    CHECK(holds(m.listed, "1 Case at the step: "));
    CHECK(holds(m.listed, "4 Office held: Ends with the unit's last day and goes on"));
    // Hòa, now of the heir, cannot sign what names the old ward: the dossier is with Duyên again.
    CHECK(m.town.sources(m.dossier).result == std::nullopt);
    m.draft();
    m.sign(m.town.other_ward);
    REQUIRE(m.seal());
    all_of_cai_khe(m, "03/UBND-XNTTHN");
    CHECK(m.number_of(m.town.other_ward) == 4);
    // Letters name who wrote them: the old ward's stays the old ward's.
    const auto told = m.town.inbox(m.town.lan);
    REQUIRE(told.size() == 2);
    CHECK(holds(told[1].paragraphs.at(1), "Phường Ninh Kiều đã tiếp nhận"));
    CHECK(holds(told[0].paragraphs.at(1), "Phường Cái Khế đã giải quyết xong"));
    CHECK(m.town.verbs(m.dossier) ==
          "submit accept propose draft_again propose approve number seal");
  });
}

TEST_CASE("Signed before the merger: the heir drafts again and whoever had signed signs anew") {
  support::on_each_database([](db::Database& db) {
    Merger m(db, december);
    m.draft();
    m.sign(m.town.ward);
    m.merge();
    CHECK(holds(m.listed, "1 Paper signed, not numbered: The successor drafts it again; whoever"));
    CHECK_FALSE(m.seal());  // it waits for a draft, not for a seal
    m.draft();
    CHECK_FALSE(m.seal());
    m.sign(m.town.other_ward);
    REQUIRE(m.seal());
    all_of_cai_khe(m, "03/UBND-XNTTHN");
  });
}

TEST_CASE("Numbered before the merger: the old number is void, and never given again") {
  support::on_each_database([](db::Database& db) {
    Merger m(db, december);
    m.draft();
    m.sign(m.town.ward);
    m.number_only();
    CHECK(m.paper().full_number() == "03/UBND-XNTTHN");
    m.merge();
    CHECK(holds(m.listed, "1 Paper numbered, not sealed: The successor drafts, signs and numbers"));
    m.draft();
    m.sign(m.town.other_ward);
    REQUIRE(m.seal());
    all_of_cai_khe(m, "03/UBND-XNTTHN");
    m.town.now = base::Local::at(december - 1, 8).instant();
    CHECK(m.number_of(m.town.ward) == 4);
  });
}

TEST_CASE("Where the rule lets it, a signed paper is finished as the old ward's, under its key") {
  support::on_each_database([](db::Database& db) {
    Merger m(db, december);
    db.write([&](db::Tx& tx) {
      config::set(tx, m.town.now, documents::rules_setting,
                  base::json::parse(finish)->get_object());
    });
    m.draft();
    m.sign(m.town.ward);
    m.merge();
    CHECK(holds(m.listed, "1 Paper signed, not numbered: Finished under the old unit's name"));
    REQUIRE(m.seal());
    all_of_ninh_kieu(m, "03/UBND-XNTTHN");
    CHECK(m.number_of(m.town.other_ward) == 3);
  });
}

TEST_CASE(
    "Where the rule lets it, a numbered paper keeps its number and gets the old ward's seal") {
  support::on_each_database([](db::Database& db) {
    Merger m(db, december);
    db.write([&](db::Tx& tx) {
      config::set(tx, m.town.now, documents::rules_setting,
                  base::json::parse(finish)->get_object());
    });
    m.town.now = base::Local::at(december - 1, 16).instant();
    m.draft();
    m.sign(m.town.ward);
    m.number_only();
    m.merge();
    REQUIRE(m.seal());
    all_of_ninh_kieu(m, "03/UBND-XNTTHN");
  });
}

TEST_CASE("Sealed before the merger: the paper is valid as it is, and the heir hands it out") {
  support::on_each_database([](db::Database& db) {
    Merger m(db, december);
    m.town.now = base::Local::at(december - 1, 16).instant();
    m.draft();
    m.sign(m.town.ward);
    REQUIRE(m.seal());
    m.merge();
    CHECK(m.moved.count("papers") == 0);
    CHECK(holds(m.listed, "1 Paper issued, not handed out: Valid as it is"));
    REQUIRE(m.town.actions.return_result(m.town.act(m.town.minh), m.town.task(m.dossier)));
    all_of_ninh_kieu(m, "03/UBND-XNTTHN");
  });
}

TEST_CASE("A merger on New Year's Day: numbers of the new year, each agency's from 1") {
  support::on_each_database([](db::Database& db) {
    Merger m(db, new_year);
    m.town.now = base::Local::at(new_year - 1, 16).instant();
    m.draft();
    m.sign(m.town.ward);
    m.merge();
    m.draft();
    m.sign(m.town.other_ward);
    REQUIRE(m.seal());
    CHECK(m.paper().full_number() == "01/UBND-XNTTHN");
    CHECK(m.paper().issued_on == new_year);
    CHECK(m.paper().unit == m.town.other_ward);
  });
}

TEST_CASE("Hòa signs what he was shown: a draft read before the merger is not signed after it") {
  support::on_each_database([](db::Database& db) {
    Merger m(db, december);
    m.draft();
    cast::AnyPurpose purpose;
    const auto read =
        m.town.papers.shown_to(m.town.sources(m.dossier), m.town.signer(m.town.hoa), purpose)
            .value();
    const auto early = m.town.signed_by(m.dossier, m.town.hoa, m.town.ward);
    m.merge();
    m.draft();
    const auto signer = m.town.signer(m.town.hoa, m.town.other_ward);
    const auto from = m.town.sources(m.dossier);
    const auto now_shown = m.town.papers.shown_to(from, signer, purpose).value();
    const auto refused = m.town.papers.signed_by(from, signer, now_shown, read.hash, m.town.now);
    REQUIRE_FALSE(refused);
    CHECK(refused.error() == Refusal::paper_changed);
    // Nor does a signature made at five to midnight arrive at five past.
    const auto late = m.town.actions.approve(m.town.act(m.town.hoa), m.town.task(m.dossier), early);
    REQUIRE_FALSE(late);
    CHECK(late.error() == Refusal::paper_changed);
    m.sign(m.town.other_ward);
  });
}

TEST_CASE("What is shown twice is the same to the byte, and the seal goes under what was signed") {
  support::on_each_database([](db::Database& db) {
    Merger m(db, december);
    m.draft();
    cast::AnyPurpose purpose;
    const auto signer = m.town.signer(m.town.hoa);
    const auto once = m.town.papers.shown_to(m.town.sources(m.dossier), signer, purpose).value();
    m.town.now = base::Instant{m.town.now.us + base::hour_us};
    const auto again = m.town.papers.shown_to(m.town.sources(m.dossier), signer, purpose).value();
    CHECK(once.hash == again.hash);
    m.sign(m.town.ward);
    CHECK(m.signed_paper.shown == once.hash);
    const auto stale = m.town.actions.number_and_seal(
        m.town.act(m.town.thu), m.town.task(m.dossier), once.hash,
        [&](const auto& paper) { return m.town.papers.sealed(paper, m.town.now); });
    REQUIRE_FALSE(stale);
    CHECK(stale.error() == Refusal::paper_changed);
    CHECK(m.paper().number.empty());  // no number for what was not sealed
    REQUIRE(m.seal());
    for (const auto& entry : db.read(
             [&](db::Tx& tx) { return journal::Journal::of(tx, "dossier", m.dossier.id.value); })) {
      if (entry.verb == "one_stop.approve") {
        CHECK(entry.facts.at("shown").as_string() == once.hash);
        CHECK(entry.facts.at("paper").as_string() == m.signed_paper.file.hash);
      }
      if (entry.verb == "one_stop.seal") {
        CHECK(entry.facts.at("signed").as_string() == m.signed_paper.file.hash);
        CHECK(entry.facts.at("paper").as_string() == m.paper().hash);
      }
    }
  });
}
