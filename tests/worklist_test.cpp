// What lies on an officer's desks: in which order, how much of it, and how long.
#include <doctest/doctest.h>

#include "base/must.hpp"
#include "cast/town.hpp"
#include "support/databases.hpp"

namespace {

const std::string intake(identity::role::intake_officer);

// A ward's desk with work of its own kind, beside no dossier.
struct Desk {
  explicit Desk(db::Database& db)
      : town(db), version(town.lan_submits("submitted").value().version) {
    query.desks = {{intake, unit}};
    query.now = town.now;
    query.soon = town.now + base::day_us;
  }

  base::CaseId opened(const char* code, const char* party, base::UnitId at = unit) {
    casework::Matter matter{.version = version, .subject_kind = "test", .subject = ++last};
    matter.unit = at;
    matter.code = code;
    matter.title = {"Việc", "Work"};
    matter.link = "/";
    matter.party = town.lan.person;
    matter.party_name = party;
    return town.db.write([&](db::Tx& tx) { return town.casework.open(tx, town.now, matter); });
  }
  void due(base::CaseId id, std::optional<base::Instant> when) {
    town.db.write([&](db::Tx& tx) { town.casework.set_due(tx, id, when); });
  }
  std::vector<casework::Card> cards() {
    return town.db.read([&](db::Tx& tx) { return casework::Casework::list(tx, query); });
  }
  std::string codes() {
    std::string all;
    for (const auto& card : cards()) all += card.code + " ";
    return all;
  }
  casework::Counts counts() {
    return town.db.read([&](db::Tx& tx) { return casework::Casework::count(tx, query); });
  }
  int open() {
    return town.db.read([&](db::Tx& tx) { return casework::Casework::open_at(tx, query); });
  }

  static constexpr base::UnitId unit{770'001};
  cast::Town town;
  base::VersionId version;
  std::int64_t last = 0;
  casework::Query query;
};

}  // namespace

TEST_CASE("The nearest deadline comes first, and work whose clock stands comes last") {
  support::on_each_database([](db::Database& db) {
    Desk desk(db);
    const auto now = desk.town.now;
    desk.opened("STANDS", "Lan");
    desk.due(desk.opened("LATER", "Bảo"), now + 3 * base::day_us);
    desk.due(desk.opened("LATE", "Thạch Thị Sa Rinh"), now - base::hour_us);
    desk.due(desk.opened("SOON", "Trần Quốc Bảo"), now + base::hour_us);
    CHECK(desk.codes() == "LATE SOON LATER STANDS ");
    CHECK(desk.counts().open == 4);
    CHECK(desk.counts().late == 1);
    CHECK(desk.counts().soon == 1);
    CHECK(desk.counts().not_running == 1);
    CHECK(desk.open() == 4);
    desk.query.limit = 2;
    desk.query.offset = 1;
    CHECK(desk.codes() == "SOON LATER ");
  });
}

TEST_CASE("Each filter shows what its number counts, with words and without") {
  support::on_each_database([](db::Database& db) {
    Desk desk(db);
    const auto now = desk.town.now;
    desk.opened("A-1", "Nguyễn Thị Lan");
    desk.due(desk.opened("A-2", "Trần Quốc Bảo"), now - base::hour_us);
    desk.due(desk.opened("A-3", "Trần Văn Ơn"), now + base::hour_us);
    desk.due(desk.opened("A-4", "100% _'\\"), now + 9 * base::day_us);
    using casework::Due;
    const auto shown = [&](Due due, const char* words) {
      desk.query.due = due;
      desk.query.words = words;
      return desk.codes();
    };
    CHECK(shown(Due::late, "") == "A-2 ");
    CHECK(shown(Due::soon, "") == "A-3 ");
    CHECK(shown(Due::not_running, "") == "A-1 ");
    CHECK(shown(Due::any, "tran") == "A-2 A-3 ");
    CHECK(desk.counts().open == 2);
    CHECK(desk.counts().late == 1);
    CHECK(shown(Due::soon, "TRẦN") == "A-3 ");
    CHECK(shown(Due::late, "lan").empty());
    CHECK(shown(Due::any, "%") == "A-4 ");
    CHECK(shown(Due::any, "_'\\") == "A-4 ");
  });
}

TEST_CASE("Whoever holds nine desks sees the work of all nine") {
  support::on_each_database([](db::Database& db) {
    Desk desk(db);
    desk.query.desks.clear();
    for (int i = 0; i < 9; ++i) {
      const base::UnitId unit{780'000 + i};
      desk.opened(("N-" + std::to_string(i)).c_str(), "Lan", unit);
      desk.query.desks.emplace_back(intake, unit);
    }
    CHECK(desk.cards().size() == 9);
    CHECK(desk.counts().open == 9);
    CHECK(desk.open() == 9);
    desk.query.desks.clear();
    CHECK(desk.cards().empty());
    CHECK(desk.counts().open == 0);
  });
}

TEST_CASE("A deadline goes on with the case to the next desk, moves there, and stands there") {
  support::on_each_database([](db::Database& db) {
    Desk desk(db);
    const auto first = desk.opened("M-1", "Lan");
    desk.opened("M-2", "Bảo");
    const auto when = desk.town.now + base::hour_us;
    desk.due(first, when);
    const auto at_first = desk.cards().front();
    REQUIRE(at_first.code == "M-1");
    const auto no_fee = [](std::string_view) { return std::optional<feel::Value>(0); };
    const auto next = db.write([&](db::Tx& tx) {
      return desk.town.casework.complete(tx, desk.town.now, at_first.id, "accept",
                                         desk.town.minh.person, no_fee);
    });
    REQUIRE(next);
    REQUIRE(next.value());
    CHECK(desk.codes() == "M-2 ");
    CHECK(desk.counts().done_this_week == 1);
    desk.query.desks = {{(*next.value()).role, Desk::unit}};
    CHECK(desk.counts().soon == 1);
    CHECK(desk.cards().front().due == when);
    desk.due(first, desk.town.now - base::hour_us);
    CHECK(desk.counts().late == 1);
    desk.due(first, std::nullopt);
    CHECK(desk.counts().not_running == 1);
  });
}
