#include "platform/jobs/runner.hpp"

#include <doctest/doctest.h>

#include <mutex>
#include <thread>

#include "platform/jobs/tests/office.hpp"
#include "support/databases.hpp"

namespace {

using namespace std::chrono_literals;

base::Instant at(std::string_view local) { return base::Local::parse_iso(local)->instant(); }

// Whether `seen` comes true within five seconds.
bool soon(const std::function<bool()>& seen) {
  for (int i = 0; i < 500; ++i) {
    if (seen()) return true;
    std::this_thread::sleep_for(10ms);
  }
  return false;
}

jobs::Running hourly(Office& office) {
  return {.clock = [&] { return office.now; }, .trouble = [](auto) {}, .poll = 1h};
}

}  // namespace

TEST_CASE("A worker that looks once an hour hears of a job as soon as its act is committed") {
  support::on_each_database([](db::Database& db) {
    Office office(db);
    std::atomic<int> ran = 0;
    office.work = [&](const jobs::Job&) { ++ran; };
    const jobs::Runner runner(db, *office.worker, hourly(office));
    std::this_thread::sleep_for(50ms);  // it has looked, and sleeps
    for (int i = 1; i <= 3; ++i) {
      office.ask("lan");
      CHECK(soon([&] { return ran == i; }));
    }
  });
}

TEST_CASE("Work that another process left is found at the next look") {
  support::on_each_database_at([](db::Database& db, const std::string& address) {
    const auto elsewhere = db::open(address);
    Office office(db);
    std::atomic<int> ran = 0;
    office.work = [&](const jobs::Job&) { ++ran; };
    auto how = hourly(office);
    how.poll = 20ms;
    const jobs::Runner runner(db, *office.worker, how);
    Office(*elsewhere).ask("lan");
    CHECK(soon([&] { return ran == 1; }));
  });
}

TEST_CASE("A stopped worker finishes the attempt it is in") {
  support::on_each_database([](db::Database& db) {
    Office office(db);
    std::atomic<bool> begun = false, ended = false;
    office.work = [&](const jobs::Job&) {
      begun = true;
      std::this_thread::sleep_for(100ms);
      ended = true;
    };
    office.ask("lan");
    {
      const jobs::Runner runner(db, *office.worker, hourly(office));
      CHECK(soon([&] { return begun.load(); }));
    }
    CHECK(ended);
    CHECK(office.standing().waiting + office.standing().running == 0);
  });
}

TEST_CASE("What comes back each ten seconds comes on the ten seconds") {
  const auto schedule = jobs::each("mail", 10 * base::second_us);
  CHECK(schedule.next(at("2026-11-23T08:00")) == at("2026-11-23T08:00") + 10 * base::second_us);
  CHECK(schedule.next(at("2026-11-23T08:00") + 1) == at("2026-11-23T08:00") + 10 * base::second_us);
}

TEST_CASE("What comes back at two on working days passes by the weekend") {
  const auto working = [](base::Date day) {
    return day.iso() != "2026-11-28" && day.iso() != "2026-11-29";
  };
  const auto schedule = jobs::daily("mail", 2, 0, working);
  CHECK(schedule.next(at("2026-11-27T01:59")) == at("2026-11-27T02:00"));
  CHECK(schedule.next(at("2026-11-27T02:00")) == at("2026-11-30T02:00"));
  CHECK(jobs::daily("mail", 2, 0).next(at("2026-11-27T02:00")) == at("2026-11-28T02:00"));
}

TEST_CASE("Of two processes one does each turn, and turns nobody was there for come once") {
  support::on_each_database_at([](db::Database& db, const std::string& address) {
    const auto second = db::open(address);
    Office office(db);
    const std::vector schedules{jobs::each("mail", base::minute_us)};
    const auto turn = [&] {
      std::thread other([&] { jobs::take_turns(*second, schedules, office.now); });
      jobs::take_turns(db, schedules, office.now);
      other.join();
    };
    turn();
    CHECK(office.standing().waiting == 0);  // begun; the first turn is the next full minute
    office.now = office.now + base::minute_us;
    turn();
    turn();
    CHECK(office.standing().waiting == 1);
    CHECK(office.worker->run_one());
    office.now = office.now + base::day_us;
    turn();
    turn();
    CHECK(office.standing().waiting == 1);
  });
}

TEST_CASE("A schedule that comes oftener than it did does not wait for its old time") {
  support::on_each_database([](db::Database& db) {
    Office office(db);
    jobs::take_turns(db, {jobs::daily("mail", 2, 0)}, office.now);
    const std::vector often{jobs::each("mail", base::minute_us)};
    jobs::take_turns(db, often, office.now);
    office.now = office.now + base::minute_us;
    jobs::take_turns(db, often, office.now);
    CHECK(office.standing().waiting == 1);
  });
}

TEST_CASE("What a clock that ran ahead put off is done in time when it is set back") {
  support::on_each_database([](db::Database& db) {
    Office office(db);
    const auto monday = office.now;
    office.ask("lan", "", monday + 3 * base::hour_us);  // asked for before: not moved
    office.now = monday + 400 * base::day_us;
    while (office.worker->run_one()) {
    }
    CHECK(office.done == "lan ");
    office.ask("bao");
    office.ask("hoa", "", office.now + base::hour_us);
    office.work = [](const jobs::Job&) { throw std::runtime_error("no route"); };
    CHECK(office.worker->run_one());  // bao rests ten seconds
    office.ask("minh");
    office.work = [&](const jobs::Job&) {
      jobs::Worker other(
          db, {}, [&] { return office.now; }, [](auto&&...) {});
      CHECK_FALSE(other.run_one());
      throw jobs::NotYet{office.now + 2 * base::hour_us};
    };
    CHECK(office.worker->run_one());  // minh is put off two hours
    office.work = [&](const jobs::Job& job) {
      office.done += std::string(base::json::text_at(job.facts, "to")) + " ";
    };
    office.now = monday + base::minute_us;
    const auto all = [&] {
      while (office.worker->run_one()) {
      }
      return office.done;
    };
    CHECK(all() == "lan ");
    jobs::follow_clock(db, office.now);
    office.now = office.now + 11 * base::second_us;
    CHECK(all() == "lan bao ");
    office.now = office.now + base::hour_us;
    CHECK(all() == "lan bao hoa ");
    office.now = office.now + base::hour_us;
    CHECK(all() == "lan bao hoa minh ");
  });
}

TEST_CASE("A lease of the future does not hold a job, nor its lane, once the clock is set back") {
  support::on_each_database([](db::Database& db) {
    base::Instant now = at("2028-01-03T08:00");
    int ran = 0;
    const auto die = [&](const jobs::Job&) {
      if (++ran == 1) throw std::string("killed");  // no exception of ours: no word of its end
    };
    jobs::Kind mail{.name = "mail", .run = die, .lane = "mail"};
    jobs::Worker worker(
        db, {mail}, [&] { return now; }, [](auto&&...) {});
    db.write([&](db::Tx& tx) { jobs::add(db, tx, now, "mail", {}); });
    CHECK_THROWS(worker.run_one());
    now = at("2026-11-23T08:00");
    CHECK_FALSE(worker.run_one());
    jobs::follow_clock(db, now);
    CHECK(worker.run_one());
    CHECK(ran == 2);
  });
}

TEST_CASE("A runner sees by itself that the clock was set back") {
  support::on_each_database([](db::Database& db) {
    Office office(db);
    std::atomic<std::int64_t> now = at("2028-01-03T08:00").us;
    office.now = {now};
    office.ask("hoa", "", office.now + base::minute_us);
    std::atomic<int> ran = 0;
    jobs::Kind mail{.name = "mail", .run = [&](const jobs::Job&) { ++ran; }};
    jobs::Worker worker(
        db, {mail}, [&] { return base::Instant{now}; }, [](auto&&...) {});
    const jobs::Runner runner(
        db, worker,
        {.clock = [&] { return base::Instant{now}; }, .trouble = [](auto) {}, .poll = 10ms});
    std::this_thread::sleep_for(50ms);
    now = at("2026-11-23T08:00").us;
    std::this_thread::sleep_for(50ms);
    CHECK(ran == 0);
    now = at("2026-11-23T08:02").us;
    CHECK(soon([&] { return ran == 1; }));
  });
}
