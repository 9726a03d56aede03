// An corrects the calendar: what it moves is shown first, moved once, and can be taken back.
#include "engines/calendar/publish.hpp"

#include <doctest/doctest.h>

#include <thread>

#include "platform/crypto/crypto.hpp"
#include "support/databases.hpp"

using namespace calendar;

namespace {

const base::Instant now = base::Local::parse_iso("2026-11-22T08:00")->instant();

Day day(int year, int month, int number, bool works = false) {
  return {*base::Date::of(year, month, number), works, Confidence::sourced, "Ngày nghỉ"};
}

// A room with 1,200 deadlines of three working days, ids 1 to 1,200, received on the days of a
// month.
struct Room {
  std::vector<Running> all;
  int moves = 0;

  explicit Room(const WorkingTime& time) {
    for (int i = 0; i < 1'200; ++i) {
      const auto start = base::Local::at(*base::Date::of(2026, 12, 1 + i % 28), 9).instant();
      const Limit limit{Mode::working_days, 3};
      all.push_back(
          {i + 1, "H13-" + std::to_string(i), {}, {start, limit}, due(time, start, limit)});
    }
  }
  Deadlines deadlines() {
    return {[this](db::Tx&, std::int64_t after, int limit) {
              std::vector<Running> out;
              for (const auto& one : all) {
                if (one.id > after && int(out.size()) < limit) out.push_back(one);
              }
              return out;
            },
            [this](db::Tx&, base::Instant, const Running& one, base::Instant due, int) {
              all[std::size_t(one.id - 1)].due = due;
              ++moves;
            },
            [](db::Tx&, base::UnitId, base::Date) { return std::vector<base::UnitId>(); }};
  }
};

struct City {
  db::Database& db;
  journal::Journal journal{db, crypto::ed25519_make()};

  Published publish(const char* act, Correction correction) {
    return calendar::publish(db, journal, {act, {}, now}, correction);
  }
  Edition now_in_force() {
    return db.read([](db::Tx& tx) { return current(tx); });
  }
  std::string import(Contents contents, bool overwrite = false) {
    return db.write([&](db::Tx& tx) {
      return publish_pack(tx, journal, {crypto::random_token(), {}, now}, contents, overwrite);
    });
  }
};

}  // namespace

TEST_CASE("Of two administrators who correct the same edition the second is told") {
  support::on_each_database([](db::Database& db) {
    City city{db};
    const auto first = city.publish("an", {0, {{day(2027, 1, 1)}, {}}});
    REQUIRE(first);
    CHECK(*first == 1);
    const auto second = city.publish("binh", {0, {{day(2027, 4, 30)}, {}}});
    REQUIRE_FALSE(second);
    CHECK(second.error() == PublishRefusal::overtaken);
    CHECK(city.now_in_force().contents.days == std::vector<Day>{day(2027, 1, 1)});
    const auto again = city.publish("an", {0, {{day(2027, 1, 1)}, {}}});
    REQUIRE(again);  // a doubled click
    CHECK(*again == 1);
    const auto entry = db.read([](db::Tx& tx) { return journal::Journal::of(tx, "calendar", 1); });
    REQUIRE(entry.size() == 1);
    CHECK(entry[0].verb == "calendar.publish");
    CHECK(base::json::number_at(entry[0].facts, "days_added") == 1);
  });
}

TEST_CASE("Ten administrators press publish at the same moment and exactly one is heard") {
  support::on_each_database([](db::Database& db) {
    City city{db};
    std::atomic<int> published = 0, told = 0;
    std::vector<std::thread> all;
    for (int i = 0; i < 10; ++i) {
      all.emplace_back([&, i] {
        const auto done =
            city.publish(("act" + std::to_string(i)).c_str(), {0, {{day(2027, 1, 1 + i)}, {}}});
        ++(done ? published : told);
      });
    }
    for (auto& thread : all) thread.join();
    CHECK(published == 1);
    CHECK(told == 9);
    CHECK(city.now_in_force().number == 1);
  });
}

TEST_CASE("A doubled click on publish is one edition and one answer") {
  support::on_each_database([](db::Database& db) {
    City city{db};
    std::atomic<int> first = 0;
    std::vector<std::thread> all;
    for (int i = 0; i < 6; ++i) {
      all.emplace_back([&] {
        const auto done = city.publish("same", {0, {{day(2027, 1, 1)}, {}}});
        first += done && *done == 1;
      });
    }
    for (auto& thread : all) thread.join();
    CHECK(first == 6);
    CHECK(city.now_in_force().number == 1);
  });
}

TEST_CASE("The pack is imported and at once An corrects a day, before any worker ran") {
  support::on_each_database([](db::Database& db) {
    City city{db};
    city.import({{day(2026, 11, 24)}, {}});
    REQUIRE_FALSE(city.now_in_force().settled);
    Room room(db.read([](db::Tx& tx) { return load(tx); }));
    const auto done = publish_and_move(db, city.journal, room.deadlines(), {"an", {}, now},
                                       {1, {{day(2026, 11, 25)}, {}}}, 10);
    REQUIRE(done);
    CHECK(*done == 2);
    CHECK(city.now_in_force().settled);
  });
}

TEST_CASE("What a correction would move is listed first, then moved once, in slices") {
  support::on_each_database([](db::Database& db) {
    City city{db};
    REQUIRE(city.publish("first", {0, {{day(2026, 11, 24)}, {}}}));
    Room room(db.read([](db::Tx& tx) { return load(tx); }));
    const auto deadlines = room.deadlines();
    CHECK(carry_on(db, deadlines, now, 10));  // nothing to move yet
    CHECK(room.moves == 0);

    const Contents mended{{day(2026, 11, 24), day(2026, 12, 12, true), day(2026, 12, 16)}, {}};
    const auto promised = room.all;
    const auto shown = preview(db, deadlines, mended, now.local().date, 1'000);
    CHECK(room.moves == 0);
    CHECK(shown.running == 1'200);
    CHECK(shown.earlier > 0);
    CHECK(shown.later > 0);
    CHECK(shown.first.size() == std::size_t(shown.earlier + shown.later));

    REQUIRE(city.publish("second", {1, mended}));
    CHECK_FALSE(carry_on(db, deadlines, now, 1));  // 500 of 1,200
    CHECK_FALSE(city.now_in_force().settled);
    const auto early = city.publish("third", {2, {{}, {}}});
    REQUIRE_FALSE(early);
    CHECK(early.error() == PublishRefusal::still_moving);
    CHECK(carry_on(db, deadlines, now, 10));
    CHECK(carry_on(db, deadlines, now, 10));
    CHECK(room.moves == shown.earlier + shown.later);
    CHECK(city.now_in_force().moved == room.moves);
    const auto time = db.read([](db::Tx& tx) { return load(tx); });
    for (const auto& one : room.all) CHECK(one.due == due(time, one.clock));

    // Undone: the older edition is published again, and every promise is as it was.
    const auto older = db.read([](db::Tx& tx) { return edition(tx, 1); });
    REQUIRE(city.publish("undo", {2, older->contents, Origin::undo, 1}));
    CHECK(carry_on(db, deadlines, now, 10));
    for (std::size_t i = 0; i < promised.size(); ++i) CHECK(room.all[i].due == promised[i].due);
    CHECK(city.now_in_force().restores == 1);
  });
}

TEST_CASE(
    "A deadline that was promised otherwise is left alone where the calendar changes nothing") {
  support::on_each_database([](db::Database& db) {
    City city{db};
    Room room(WorkingTime{});
    room.all[0].due = room.all[0].due + base::day_us;  // an older rule, or an extension
    const auto deadlines = room.deadlines();
    REQUIRE(city.publish("spring", {0, {{day(2027, 4, 30)}, {}}}));
    CHECK(carry_on(db, deadlines, now, 10));
    CHECK(room.moves == 0);
  });
}

TEST_CASE("Importing the pack again does not undo what An has corrected, unless it is asked to") {
  support::on_each_database([](db::Database& db) {
    City city{db};
    const Contents pack{{day(2027, 1, 1)}, {}}, mended{{day(2027, 1, 1), day(2027, 1, 4)}, {}};
    CHECK(city.import(pack) == "calendar: edition 1 with 1 days");
    CHECK(city.import(pack) == "calendar: unchanged");
    Room none(WorkingTime{});
    none.all.clear();
    CHECK(carry_on(db, none.deadlines(), now, 1));
    REQUIRE(city.publish("mended", {1, mended}));
    CHECK(carry_on(db, none.deadlines(), now, 1));
    CHECK(city.import(pack).starts_with("calendar: kept as corrected here"));
    CHECK(city.now_in_force().contents == mended);
    CHECK(city.import(pack, true) == "calendar: edition 3 with 1 days");
    CHECK(city.now_in_force().contents == pack);
  });
}

TEST_CASE("The pack's own next version is taken as long as nobody corrected the last") {
  support::on_each_database([](db::Database& db) {
    City city{db};
    Room none(WorkingTime{});
    none.all.clear();
    CHECK(city.import({{day(2027, 1, 1)}, {}}).starts_with("calendar: edition 1"));
    CHECK(carry_on(db, none.deadlines(), now, 1));
    CHECK(city.import({{day(2027, 1, 1), day(2027, 9, 2)}, {}}).starts_with("calendar: edition 2"));
  });
}

TEST_CASE("Whether a clock goes on or begins anew after a supplement is dated, by procedure") {
  support::on_each_database([](db::Database& db) {
    db.write([](db::Tx& tx) {
      tx.execute(
          "INSERT INTO calendar_supplement (procedure_code, valid_from, after)"
          " VALUES ('1.004873', '2026-07-01', 'RESTART'), ('1.004873', '2027-03-01', 'PAUSE')");
    });
    db.read([](db::Tx& tx) {
      const auto on = [&](const char* procedure, const char* date) {
        return after_supplement(tx, procedure, *base::Date::parse_iso(date));
      };
      CHECK(on("1.004873", "2026-06-30") == After::pause);
      CHECK(on("1.004873", "2026-07-01") == After::restart);
      CHECK(on("1.004873", "2027-03-01") == After::pause);
      CHECK(on("2.000635", "2026-07-01") == After::pause);
    });
  });
}
