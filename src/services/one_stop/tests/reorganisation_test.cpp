// A ward ends while Lan's dossier is open: who answers for it, and who says so.
#include <doctest/doctest.h>

#include "cast/town.hpp"
#include "engines/casework/moving.hpp"
#include "engines/identity/moving.hpp"
#include "engines/units/reorganise.hpp"
#include "services/one_stop/history.hpp"
#include "services/one_stop/room.hpp"
#include "services/one_stop/store.hpp"
#include "support/databases.hpp"

namespace {

const auto december = *base::Date::of(2026, 12, 1);
constexpr std::string_view split =
    "deed,unit,into,kind,name_vi,name_en,code,parent,area\n"
    "new,,,ward,Phường Bắc,North ward,40001,92,\n"
    "new,,,ward,Phường Nam,South ward,40002,92,\n"
    "split-part,31135,40001,,,,,,một nơi không ai ở\n"
    "split-rest,31135,40002\n"
    "move,31135.TTHCC,,,,,,40002\n";

struct After {
  explicit After(db::Database& db) : town(db), dossier(*town.lan_submits("submitted")) {
    const units::Movers movers = {
        identity::positions_mover(db),
        casework::open_cases(db, [](db::Tx& tx, std::string_view, std::int64_t id) {
          return one_stop::address_of(tx, {id});
        })};
    const auto steps = units::read_steps({"split", std::string(split)});
    REQUIRE(steps);
    const auto done =
        units::reorganise({db, town.journal, movers, town.now, "split"}, *steps, december);
    REQUIRE_MESSAGE(done, (done ? "" : done.error().told(base::Lang::en)));
    town.now = base::Local::at(december, 8).instant();
    units::move_on({db, town.journal, movers, town.now, "move"}, [](const units::Slice&) {});
    db.read([&](db::Tx& tx) {
      north = units::by_code(tx, "40001", december)->id;
      south = units::by_code(tx, "40002", december)->id;
      minh = town.minh;
      minh.positions = identity::positions(tx, minh.person, december);
    });
  }
  base::UnitId answering() {
    return town.db.read([&](db::Tx& tx) { return one_stop::answering(tx, dossier, december); });
  }
  std::vector<casework::Card> cards(base::UnitId unit) {
    casework::Query query;
    query.desks = {{std::string(identity::role::intake_officer), unit}};
    query.now = query.soon = town.now;
    return town.db.read([&](db::Tx& tx) { return casework::Casework::list(tx, query); });
  }

  cast::Town town;
  one_stop::Dossier dossier;
  base::UnitId north, south;
  identity::Who minh;
};

}  // namespace

TEST_CASE("When Lan's ward is split her dossier keeps its ward, and the rest of it answers") {
  support::on_each_database([](db::Database& db) {
    After after(db);
    CHECK(after.answering() == after.south);
    db.read([&](db::Tx& tx) {
      CHECK(one_stop::store::find(tx, after.dossier.id)->unit == after.town.ward);
      const auto sources = one_stop::sources_of(tx, after.dossier, december);
      REQUIRE(sources);
      CHECK(sources->unit.name.vi == "Phường Nam");
    });
    // The program read Lan's address to find it, and her ledger says so.
    db.read([&](db::Tx& tx) {
      const auto seen = identity::accesses(tx, {.subject = after.town.lan.person});
      REQUIRE(seen.size() == 1);
      CHECK(seen[0].purpose == casework::move_purpose);
      CHECK(seen[0].matter == after.dossier.id.value);
      CHECK(seen[0].unit == after.south);
    });
    // Minh receives there now, and is asked whether the dossier belongs there.
    REQUIRE(after.minh.positions.size() == 1);
    CHECK(after.minh.positions[0].unit == after.south);
    CHECK(after.cards(after.south).size() == 2);
    // He simply goes on with it: that confirms.
    REQUIRE(after.town.actions.accept(after.town.act(after.minh), after.town.task(after.dossier)));
    for (const auto& card : after.cards(after.south)) {
      CHECK(card.action != casework::confirm_action);
    }
    CHECK(after.town.verbs(after.dossier) == "submit accept");
  });
}

TEST_CASE("Minh hands the dossier on to the other part, and only to a part of the old ward") {
  support::on_each_database([](db::Database& db) {
    After after(db);
    auto& town = after.town;
    base::TaskId asked;
    for (const auto& card : after.cards(after.south)) {
      if (card.action == casework::confirm_action) asked = card.id;
    }
    REQUIRE(asked);
    const auto wrong = town.actions.confirm_unit(town.act(after.minh), asked, town.other_ward);
    REQUIRE_FALSE(wrong);
    CHECK(wrong.error() == one_stop::Refusal::incomplete);
    // Tâm receives in another ward.
    CHECK(town.actions.confirm_unit(town.act(town.tam), asked, after.north).error() ==
          one_stop::Refusal::not_your_office);
    const auto act = town.act(after.minh);
    REQUIRE(town.actions.confirm_unit(act, asked, after.north));
    REQUIRE(town.actions.confirm_unit(act, asked, after.north));  // a doubled click
    CHECK(after.answering() == after.north);
    CHECK(after.cards(after.south).empty());
    CHECK(after.cards(after.north).size() == 1);
    CHECK(town.actions.accept(town.act(after.minh), town.task(after.dossier)).error() ==
          one_stop::Refusal::not_your_office);
    CHECK(town.verbs(after.dossier) == "submit confirm_unit");
  });
}
