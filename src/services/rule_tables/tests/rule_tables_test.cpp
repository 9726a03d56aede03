// Khoa writes a rule table, Phúc publishes it; what was typed is never lost, and nobody does both.
#include <doctest/doctest.h>

#include "cast/town.hpp"
#include "engines/decisions/plain.hpp"
#include "engines/identity/erasing.hpp"
#include "engines/identity/positions.hpp"
#include "services/rule_tables/actions.hpp"
#include "services/rule_tables/sheet_form.hpp"
#include "services/rule_tables/store.hpp"
#include "support/databases.hpp"

namespace {

using namespace rule_tables;
using base::Lang;

bool has(const std::string& text, std::string_view part) { return text.find(part) != text.npos; }

// Children free, others pay; typed as a clerk types.
Sheet typed(const std::string& amount = "8000") {
  using decisions::ValueType;
  Sheet out = empty_sheet("le-phi", "Mức thu");
  auto& t = out.table;
  t.givens = {{"tuổi", ValueType::whole}, {"hộ nghèo", ValueType::flag}};
  t.inputs = {{{"Tuổi", "Age"}, "tuổi", ValueType::whole, "[0..120]"},
              {{"Hộ nghèo", "Poor"}, "hộ nghèo", ValueType::flag, ""}};
  t.outputs = {{{"Mức", "Amount"}, "mức", ValueType::number, "", ""}};
  t.rows = {{{"< 16", ""}, {"0"}, "Đ.1", ""},
            {{">= 16", "có"}, {"0"}, "Đ.2", ""},
            {{">= 16", "không"}, {amount}, "Đ.3", ""}};
  t.examples = {{"Trẻ em", {"10", "không"}, {"0"}},
                {"Hộ nghèo", {"40", "có"}, {"0"}},
                {"Người khác", {"40", "không"}, {amount}}};
  t.complete = true;
  out.from = "01/01/2027";
  out.reason = "Nghị quyết của Hội đồng nhân dân";
  return out;
}

struct Office {
  explicit Office(db::Database& db) : town(db), actions(db, town.journal) {
    khoa = officer("Trương Đăng Khoa", editor_role);
    phuc = officer("Hồ Hữu Phúc", publisher_role);
  }

  identity::Who officer(const char* name, std::string_view role) {
    identity::Who who{.name = name, .officer = true};
    town.db.write([&](db::Tx& tx) {
      who.person =
          identity::keep_person(town.db, tx, {.name = name}, identity::Source::desk, town.now);
      const auto day = town.now.local().date;
      identity::Position position{.person = who.person,
                                  .unit = units::by_code(tx, "92", day)->id,
                                  .role = std::string(role),
                                  .title = {"Công chức", "Officer"},
                                  .from = day};
      position.id = identity::appoint(town.db, tx, position);
      who.positions = {position};
    });
    return who;
  }

  Act act(const identity::Who& who, std::string id = {}) {
    if (id.empty()) id = "a" + std::to_string(town.db.next_id());
    return {id, town.now, &who};
  }
  DraftId begin() { return actions.begin_new(act(khoa), "le-phi", "Mức thu").value(); }
  Draft found(DraftId id) {
    return town.db.read([&](db::Tx& tx) { return *store::find(tx, id); });
  }
  Actions::Done<void> propose(DraftId id, const Sheet& sheet, bool confirmed = false) {
    return actions.propose(act(khoa), id, found(id).version, sheet, confirmed, Lang::vi);
  }
  Actions::Done<decisions::EditionId> publish(const identity::Who& who, DraftId id,
                                              bool confirmed = false) {
    return actions.publish(act(who), id, found(id).hash, confirmed, Lang::vi);
  }
  // Khoa writes it, Phúc publishes it.
  decisions::EditionId published(const Sheet& sheet, DraftId id) {
    REQUIRE(propose(id, sheet, true));
    return publish(phuc, id, true).value();
  }
  std::string verbs(DraftId id) {
    return town.db.read([&](db::Tx& tx) {
      std::string out;
      for (const auto& one : journal::Journal::of(tx, "rule_draft", id.value))
        out += one.verb + " ";
      return out;
    });
  }
  std::string answer(decisions::EditionId id) {
    return town.db.read([&](db::Tx& tx) {
      const auto one = decisions::edition(tx, id);
      const auto answer = decisions::Decider::of(one->table)->decide({feel::Value(40), false}, {});
      return decisions::shown(answer.value, Lang::vi);
    });
  }

  cast::Town town;
  Actions actions;
  identity::Who khoa, phuc;
};

template <class T>
Refusal why(const Actions::Done<T>& done) {
  REQUIRE_FALSE(done);
  return done.error();
}

}  // namespace

TEST_CASE("Khoa writes a table and proposes it, Phúc publishes it; each act leaves one entry") {
  support::on_each_database([](db::Database& db) {
    Office office(db);
    const auto id = office.begin();
    CHECK(why(office.publish(office.phuc, id)) == Refusal::wrong);
    REQUIRE(office.propose(id, typed()));
    const auto edition = office.publish(office.phuc, id);
    REQUIRE(edition);
    CHECK(office.answer(*edition) == "8.000");
    CHECK(office.found(id).state == State::published);
    CHECK(office.verbs(id) == "rule_tables.begin rule_tables.propose ");
    db.read([&](db::Tx& tx) {
      const auto entries = journal::Journal::of(tx, "rule_table", edition->value);
      REQUIRE(entries.size() == 1);
      CHECK(entries[0].actor.person == office.phuc.person);
      CHECK(base::json::text_at(entries[0].facts, "proposed_by") == office.khoa.person.str());
      CHECK_FALSE(has(base::json::canonical(entries[0].facts), "Nghị quyết"));
    });
  });
}

TEST_CASE("Khoa does not publish what Khoa proposed, nor does who stands in for Khoa") {
  support::on_each_database([](db::Database& db) {
    Office office(db);
    const auto id = office.begin();
    REQUIRE(office.propose(id, typed()));
    auto both = office.khoa;
    both.positions.push_back(office.phuc.positions.front());
    both.positions.back().person = both.person;
    CHECK(why(office.publish(both, id)) == Refusal::own);
    // Phúc is absent, Khoa stands in for Phúc: the same hand.
    auto stand_in = office.khoa;
    stand_in.positions = office.phuc.positions;
    stand_in.positions.front().acting_for =
        identity::Absent{office.phuc.person, office.phuc.name, office.town.now.local().date};
    CHECK(why(office.publish(stand_in, id)) == Refusal::own);
    CHECK(office.found(id).state == State::proposed);
    REQUIRE(office.publish(office.phuc, id));
  });
}

TEST_CASE("What was typed is kept whatever it is, and what is wrong stands at its cell") {
  support::on_each_database([](db::Database& db) {
    Office office(db);
    const auto id = office.begin();
    auto sheet = typed();
    sheet.table.rows[1].tests[0] = ">= mười sáu (";
    sheet.table.rows[2].answers[0] = "15.000";
    sheet.from = "31/02/2027";
    const auto version = office.found(id).version;
    REQUIRE(office.actions.save(office.act(office.khoa), id, version, sheet));
    CHECK(office.found(id).sheet == sheet);
    const auto looked = review(sheet, {}, office.town.now.local().date, Lang::vi);
    CHECK(has(looked.wrong_from, "ngày có thật"));
    std::string places;
    for (const auto& one : looked.findings)
      places += std::to_string(int(one.spot.part)) + ":" + std::to_string(one.spot.row) + " ";
    CHECK(has(places, "4:1"));  // the condition
    CHECK(has(places, "5:2"));  // the answer
    CHECK(why(office.propose(id, sheet)) == Refusal::wrong);
    CHECK(office.found(id).state == State::draft);
  });
}

TEST_CASE("All that is wrong with a table is told, also twice at one place") {
  auto sheet = typed();
  sheet.table.rows[2] = {{"", ""}, {"8000"}, "", ""};
  const auto looked = review(sheet, {}, *base::Date::of(2026, 11, 23), Lang::vi);
  std::string all;
  for (const auto& one : looked.findings) all += one.words.vi + "\n";
  CHECK(has(all, "Dòng 1 và dòng 3 cùng phù hợp"));
  CHECK(has(all, "Dòng 2 và dòng 3 cùng phù hợp"));
  sheet.table.rows = {{{"[1..3]", ""}, {"0"}, "", ""}, {{"[5..9]", "có"}, {"1"}, "", ""}};
  int gaps = 0;
  for (const auto& one : review(sheet, {}, *base::Date::of(2026, 11, 23), Lang::vi).findings)
    gaps += has(one.words.vi, "Không dòng nào phù hợp");
  CHECK(gaps == 2);
}

TEST_CASE("A proposal that says what the newest edition says is no proposal") {
  support::on_each_database([](db::Database& db) {
    Office office(db);
    office.published(typed(), office.begin());
    const auto id = office.actions.begin(office.act(office.khoa), "le-phi", Lang::vi).value();
    CHECK(why(office.propose(id, typed())) == Refusal::nothing_new);
  });
}

TEST_CASE("Two save one draft at once: the second hears it, and a doubled click saves once") {
  support::on_each_database([](db::Database& db) {
    Office office(db);
    const auto id = office.begin();
    const auto version = office.found(id).version;
    const auto mine = office.act(office.khoa, "twice");
    CHECK(*office.actions.save(mine, id, version, typed("1")) == version + 1);
    CHECK(*office.actions.save(mine, id, version, typed("1")) == version + 1);
    CHECK(why(office.actions.save(office.act(office.khoa), id, version, typed("2"))) ==
          Refusal::changed);
    CHECK(office.found(id).sheet == typed("1"));
  });
}

TEST_CASE("A draft hears that another edition was published meanwhile, and goes on from it") {
  support::on_each_database([](db::Database& db) {
    Office office(db);
    office.published(typed("8000"), office.begin());
    const auto id = office.actions.begin(office.act(office.khoa), "le-phi", Lang::vi).value();
    CHECK(*office.actions.begin(office.act(office.khoa), "le-phi", Lang::en) == id);  // one draft
    // The pack brings an edition of its own while Khoa writes.
    const auto ready = decisions::checked(
        [&] {
          decisions::Findings none;
          return decisions::feel_of(typed("9000").table, none);
        }(),
        {*base::Date::of(2027, 1, 1), {}});
    REQUIRE(ready);
    office.town.db.write([&](db::Tx& tx) {
      const auto done =
          decisions::publish(db, tx, office.town.journal, {"pack", {}, office.town.now}, *ready,
                             {.based_on = 1, .origin = decisions::Origin::pack});
      REQUIRE(done);
    });
    CHECK(why(office.propose(id, typed("10000"))) == Refusal::overtaken);
    REQUIRE(office.actions.rebase(office.act(office.khoa), id, office.found(id).version));
    const auto edition = office.published(typed("10000"), id);
    CHECK(office.answer(edition) == "10.000");
    CHECK(db.read([](db::Tx& tx) { return decisions::editions(tx, "le-phi").size(); }) == 3);
  });
}

TEST_CASE("A published table leaves open dossiers, flows and payments with what they began with") {
  support::on_each_database([](db::Database& db) {
    Office office(db);
    const auto first = office.published(typed("8000"), office.begin());
    // Lan's dossier is under way; whoever charged her keeps the edition by its id.
    const auto dossier = office.town.lan_submits("submit").value();
    REQUIRE(
        office.town.actions.accept(office.town.act(office.town.minh), office.town.task(dossier)));
    const auto before = office.town.verbs(dossier);
    const auto task = office.town.task(dossier);
    const auto id = office.actions.begin(office.act(office.khoa), "le-phi", Lang::vi).value();
    auto later = typed("15000");
    later.from = "01/11/2026";  // reaches back
    const auto second = office.published(later, id);
    CHECK(office.answer(first) == "8.000");
    CHECK(office.answer(second) == "15.000");
    CHECK(office.town.verbs(dossier) == before);
    CHECK(office.town.task(dossier) == task);
    REQUIRE(office.town.actions.take_fee(office.town.act(office.town.minh), task));
  });
}

TEST_CASE("Phúc gives a table back with a reason; Khoa mends and proposes it again") {
  support::on_each_database([](db::Database& db) {
    Office office(db);
    const auto id = office.begin();
    REQUIRE(office.propose(id, typed()));
    CHECK(why(office.actions.give_back(office.act(office.phuc), id, "")) == Refusal::no_reason);
    REQUIRE(office.actions.give_back(office.act(office.phuc), id, "Thiếu người khuyết tật"));
    CHECK(office.found(id).returned == "Thiếu người khuyết tật");
    REQUIRE(office.propose(id, typed("9000")));
    CHECK(office.found(id).returned.empty());
    REQUIRE(office.actions.withdraw(office.act(office.khoa), id));
    REQUIRE(office.actions.drop(office.act(office.khoa), id));
    CHECK(office.verbs(id) ==
          "rule_tables.begin rule_tables.propose rule_tables.give_back "
          "rule_tables.propose rule_tables.withdraw rule_tables.drop ");
    office.begin();  // a dropped one stands in nobody's way
  });
}

TEST_CASE("What Phúc saw is what is published: a draft that changed is refused") {
  support::on_each_database([](db::Database& db) {
    Office office(db);
    const auto id = office.begin();
    REQUIRE(office.propose(id, typed()));
    const auto done =
        office.actions.publish(office.act(office.phuc), id, std::string(64, '0'), false, Lang::vi);
    CHECK(why(done) == Refusal::changed);
  });
}

TEST_CASE("Warnings are confirmed by both: a day that lies behind, a gap that is meant") {
  support::on_each_database([](db::Database& db) {
    Office office(db);
    const auto id = office.begin();
    auto sheet = typed();
    sheet.table.complete = false;
    sheet.table.rows.pop_back();
    sheet.table.examples.pop_back();
    CHECK(why(office.propose(id, sheet)) == Refusal::unsure);
    REQUIRE(office.propose(id, sheet, true));
    CHECK(why(office.publish(office.phuc, id)) == Refusal::unsure);
    REQUIRE(office.publish(office.phuc, id, true));
  });
}

TEST_CASE("A person is erased, and no table knows them: examples are invented cases") {
  support::on_each_database([](db::Database& db) {
    Office office(db);
    const auto id = office.begin();
    auto sheet = typed();
    sheet.table.examples[0].name = "Nguyễn Thị Lan 092196000107";
    CHECK(why(office.propose(id, sheet)) == Refusal::wrong);
    const auto edition = office.published(typed(), id);
    db.write(
        [&](db::Tx& tx) { identity::erase_person(tx, office.town.lan.person, office.town.now); });
    CHECK(office.answer(edition) == "8.000");
    const auto all = db.read([](db::Tx& tx) { return decisions::editions(tx, "le-phi"); });
    CHECK(decisions::check(all.front().table).empty());
  });
}

TEST_CASE("Buttons change the table by one move and keep what was typed") {
  auto table = typed().table;
  REQUIRE(edit(table, "row.add.0"));
  CHECK(table.rows.size() == 4);
  CHECK(table.rows[1].tests == std::vector<std::string>{"", ""});
  REQUIRE(edit(table, "row.down.0"));
  CHECK(table.rows[1].tests[0] == "< 16");
  REQUIRE(edit(table, "in.down.0"));  // the columns change places, cells under them
  CHECK(table.inputs[0].expression == "hộ nghèo");
  CHECK(table.rows[1].tests == std::vector<std::string>{"", "< 16"});
  REQUIRE(edit(table, "out.add.0"));
  CHECK(table.rows[1].answers == std::vector<std::string>{"0", ""});
  CHECK(table.examples[0].expected == std::vector<std::string>{"0", ""});
  REQUIRE(edit(table, "case.drop.2"));
  CHECK(table.examples.size() == 2);
  for (const char* none : {"row.up.0", "row.drop.9", "in.copy.0", "row.add.-2", "x.add.0", "", "..",
                           "row.drop.-1", "row.fly.0"}) {
    CAPTURE(none);
    auto same = table;
    CHECK_FALSE(edit(same, none));
    CHECK(same == table);
  }
}

TEST_CASE(
    "A column that asks for another name keeps its examples; one that goes takes them along") {
  auto sheet = typed();
  sheet.table.inputs[0].expression = "tuổi người khai";
  settle(sheet, {"tuổi", "hộ nghèo"});
  CHECK(sheet.table.givens[0].name == "tuổi người khai");
  CHECK(sheet.table.examples[0].given[0] == "10");
  sheet.table.inputs.push_back({{"Nơi", ""}, "nơi", decisions::ValueType::text, ""});
  settle(sheet, {"tuổi người khai", "hộ nghèo", ""});
  CHECK(sheet.table.givens.size() == 3);
  CHECK(sheet.table.examples[0].given.size() == 3);
  REQUIRE(edit(sheet.table, "in.drop.1"));
  settle(sheet, {"tuổi người khai", "nơi"});
  CHECK(sheet.table.givens.size() == 2);
  CHECK(sheet.table.examples[1].given == std::vector<std::string>{"40", ""});
  sheet.table.inputs[0].expression = "";  // being retyped: nothing is thrown away
  settle(sheet, {"tuổi người khai", "nơi"});
  CHECK(sheet.table.examples[1].given[0] == "40");
}

TEST_CASE("A sheet comes back from its row as it was typed") {
  auto sheet = typed();
  sheet.table.rows[0].note = "“<b>”\n2";
  sheet.trial = {"40", ""};
  sheet.replaces = "x";
  CHECK(read_sheet(written(sheet)) == sheet);
}
