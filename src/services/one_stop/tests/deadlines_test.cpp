// A corrected calendar moves what Lan was promised, tells her, and leaves what is done alone.
#include "services/one_stop/deadlines.hpp"

#include <doctest/doctest.h>

#include "cast/town.hpp"
#include "engines/indicators/indicators.hpp"
#include "services/one_stop/history.hpp"
#include "support/databases.hpp"

namespace {

// Adds a day off to the calendar in force, as an administrator would.
void day_off(cast::Town& town, const char* date) {
  auto now = town.db.read([](db::Tx& tx) { return calendar::current(tx); });
  now.contents.days.push_back({*base::Date::parse_iso(date), false, {}, "Nghỉ bão"});
  std::sort(now.contents.days.begin(), now.contents.days.end(),
            [](auto& a, auto& b) { return a.date < b.date; });
  REQUIRE(
      calendar::publish(town.db, town.journal, {date, {}, town.now}, {now.number, now.contents}));
}

std::string due(const one_stop::Dossier& dossier) { return dossier.due_at->local().iso(); }

}  // namespace

TEST_CASE("A storm day entered afterwards gives Lan a later due time, and she reads why") {
  support::on_each_database([](db::Database& db) {
    cast::Town town(db);
    const auto deadlines = one_stop::deadlines(town.journal, town.casework);
    CHECK(calendar::carry_on(db, deadlines, town.now, 1));
    auto dossier = town.lan_submits("submit").value();
    REQUIRE(town.actions.accept(town.act(town.minh), town.task(dossier)));
    dossier = town.actions.take_fee(town.act(town.minh), town.task(dossier)).value();
    REQUIRE(due(dossier) == "2026-11-27T17:00");  // Monday, 24/11 is off, three working days

    day_off(town, "2026-11-26");
    CHECK(calendar::carry_on(db, deadlines, town.now, 1));
    db.read([&](db::Tx& tx) {
      const auto moved = deadlines.running(tx, 0, 500);
      REQUIRE(moved.size() == 1);
      CHECK(moved[0].due.local().iso() == "2026-11-30T17:00");
      CHECK(moved[0].code == dossier.code);
      const auto cards = casework::Casework::cards_of(tx, "dossier", dossier.id.value);
      CHECK(cards.back().due == moved[0].due);  // the worklist says the same
      const auto story = one_stop::story_of(tx, town.casework, dossier, town.now.local().date);
      const auto told = one_stop::timeline(story, base::Lang::en);
      CHECK(std::any_of(told.begin(), told.end(), [](const ui::Moment& moment) {
        return std::string_view(moment.title).find("calendar was corrected") !=
               std::string_view::npos;
      }));
      const auto log = one_stop::log(story, "Nguyễn Thị Lan", base::Lang::en);
      CHECK(std::string_view(log.front().who) == "The system");  // not Lan
    });
    CHECK(town.verbs(dossier) == "submit accept take_fee move_due");
    const auto late = [&](const char* when) {
      const auto now = base::Local::parse_iso(when)->instant();
      return db.read([&](db::Tx& tx) {
        const auto period = indicators::Period::month_of(now.local().date);
        CHECK(int(indicators::behind(tx, indicators::Figure::late, period, now, {}, 9).size()) ==
              indicators::month(tx, period, now).late);
        return indicators::month(tx, period, now).late;
      });
    };
    CHECK(late("2026-11-28T08:00") == 0);  // the storm day is not held against the office
    CHECK(late("2026-11-30T18:00") == 1);
    CHECK(town.journal.verify().findings.empty());
  });
}

TEST_CASE("A dossier that is not running keeps its times whatever the calendar becomes") {
  support::on_each_database([](db::Database& db) {
    cast::Town town(db);
    const auto deadlines = one_stop::deadlines(town.journal, town.casework);
    CHECK(calendar::carry_on(db, deadlines, town.now, 1));
    const auto waiting = town.lan_submits("submit").value();
    REQUIRE(town.actions.accept(town.act(town.minh), town.task(waiting)));  // for her money
    day_off(town, "2026-11-25");
    CHECK(calendar::carry_on(db, deadlines, town.now, 1));
    CHECK(town.verbs(waiting) == "submit accept");
    // Paid after the correction: counted by the new calendar at once.
    const auto paid = town.actions.take_fee(town.act(town.minh), town.task(waiting)).value();
    CHECK(due(paid) == "2026-11-30T17:00");
  });
}
