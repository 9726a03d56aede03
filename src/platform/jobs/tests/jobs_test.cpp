#include "platform/jobs/jobs.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <atomic>
#include <set>
#include <thread>

#include "platform/embedded.hpp"
#include "platform/guarded.hpp"
#include "platform/jobs/tests/office.hpp"
#include "support/child.hpp"
#include "support/databases.hpp"
#include "support/folder.hpp"

using jobs::Job;

TEST_CASE("A job asked for in an act is done once, in the order of asking, and leaves no trace") {
  support::on_each_database([](db::Database& db) {
    Office office(db);
    office.ask("lan");
    office.ask("bao");
    CHECK(office.standing().waiting == 2);
    CHECK(office.worker->run_one());
    CHECK(office.worker->run_one());
    CHECK_FALSE(office.worker->run_one());
    CHECK(office.done == "lan bao ");
    CHECK(office.standing().waiting == 0);
  });
}

TEST_CASE("An act that is rolled back asks for nothing") {
  support::on_each_database([](db::Database& db) {
    Office office(db);
    const auto act = [&](db::Tx& tx) {
      jobs::add(db, tx, office.now, "mail", {});
      throw std::runtime_error("no");
    };
    const auto rings = db.bell().rings();
    CHECK_THROWS(db.write(act));
    CHECK(db.bell().rings() == rings);
    CHECK_FALSE(office.worker->run_one());
  });
}

TEST_CASE("What is asked for with a key is asked for once, and again when it is done") {
  support::on_each_database([](db::Database& db) {
    Office office(db);
    const auto first = office.ask("lan", "reminder-7");
    CHECK(office.ask("lan", "reminder-7") == first);
    CHECK(office.worker->run_one());
    CHECK_FALSE(office.worker->run_one());
    CHECK(office.ask("lan", "reminder-7") != first);
  });
}

TEST_CASE("Eight acts at once that ask with one key ask for one job") {
  support::on_each_database([](db::Database& db) {
    Office office(db);
    std::vector<std::thread> threads;
    for (int i = 0; i < 8; ++i) threads.emplace_back([&] { office.ask("lan", "reminder-7"); });
    for (auto& thread : threads) thread.join();
    CHECK(office.standing().waiting == 1);
  });
}

TEST_CASE("What is asked for with a key while it runs is done once more, not forgotten") {
  support::on_each_database([](db::Database& db) {
    Office office(db);
    const auto good = office.work;
    bool asked = false;
    office.work = [&](const Job& job) {
      good(job);
      if (asked) return;
      asked = true;
      office.ask("lan", "reminder-7");
      office.ask("lan", "reminder-7");
    };
    office.ask("lan", "reminder-7");
    while (office.worker->run_one()) {
    }
    CHECK(office.done == "lan lan ");
    CHECK(office.standing().waiting == 0);
  });
}

TEST_CASE("A long job done in slices has a whole lease for each, and ends") {
  support::on_each_database([](db::Database& db) {
    Office office(db, 1);
    int slices = 0;
    office.work = [&](const Job& job) {
      CHECK(job.attempts == 1);
      CHECK(job.lease_until == office.now + jobs::Kind().lease_us);
      office.now = office.now + base::minute_us;
      if (++slices < 5) jobs::once_more(db, job);
    };
    office.ask("lan");
    while (office.worker->run_one()) {
    }
    CHECK(slices == 5);
    CHECK(office.standing().waiting == 0);
  });
}

TEST_CASE("While a letter waits for a server that hangs, other kinds are done, other letters not") {
  support::on_each_database([](db::Database& db) {
    Office office(db);
    std::optional<jobs::Worker> workers;
    std::string done;
    jobs::Kind letter{.name = "mail", .run = [&](const Job&) {
                        done += "letter ";
                        if (done != "letter ") return;
                        while (workers->run_one()) {  // a second worker, meanwhile
                        }
                        done += "taken ";
                      }};
    letter.lane = "mail";
    const jobs::Kind check{.name = "check", .run = [&](const Job&) { done += "check "; }};
    workers.emplace(
        db, std::vector{letter, check}, [&] { return office.now; }, [](auto&&...) {});
    for (int i = 0; i < 10; ++i) office.ask("lan");
    db.write([&](db::Tx& tx) { jobs::add(db, tx, office.now, "check", {}); });
    CHECK(workers->run_one());
    CHECK(done == "letter check taken ");
    while (workers->run_one()) {
    }
    CHECK(std::ranges::count(done, 'l') == 10);
  });
}

TEST_CASE("A worker that died holds its lane up no longer than its lease") {
  support::on_each_database([](db::Database& db) {
    Office office(db);
    std::optional<jobs::Worker> workers;
    int begun = 0;
    jobs::Kind letter{.name = "mail", .run = [&](const Job&) {
                        if (++begun > 1) return;
                        CHECK_FALSE(workers->run_one());
                        office.now = office.now + jobs::Kind().lease_us;
                        CHECK(workers->run_one());
                      }};
    letter.lane = "mail";
    workers.emplace(
        db, std::vector{letter}, [&] { return office.now; }, [](auto&&...) {});
    office.ask("lan");
    office.ask("bao");
    CHECK(workers->run_one());
    CHECK(begun == 2);
  });
}

TEST_CASE("Eight workers do one job of a lane at a time, whatever its kind, and do all of them") {
  support::on_each_database([](db::Database& db) {
    Office office(db);
    std::atomic<int> running = 0, done = 0;
    std::atomic<bool> together = false;
    jobs::Kind letter{.name = "mail", .run = [&](const Job&) {
                        if (++running > 1) together = true;
                        std::this_thread::sleep_for(std::chrono::milliseconds(5));
                        --running;
                        ++done;
                      }};
    letter.lane = "mail";
    auto seal = letter;
    seal.name = "seal";
    for (int i = 0; i < 12; ++i) {
      office.ask("lan");
      db.write([&](db::Tx& tx) { jobs::add(db, tx, office.now, "seal", {}); });
    }
    std::vector<std::thread> threads;
    for (int i = 0; i < 8; ++i) {
      threads.emplace_back([&] {
        jobs::Worker worker(
            db, {letter, seal}, [&] { return office.now; }, [](auto&&...) {});
        while (done < 24) {
          if (!worker.run_one()) std::this_thread::sleep_for(std::chrono::milliseconds(1));
        }
      });
    }
    for (auto& thread : threads) thread.join();
    CHECK_FALSE(together);
    CHECK(done == 24);
  });
}

TEST_CASE("What says that it is not the time rests until then, and loses no attempt") {
  support::on_each_database([](db::Database& db) {
    Office office(db, 2);
    const auto good = office.work;
    office.work = [&](const Job& job) {
      CHECK(job.attempts == 1);
      throw jobs::NotYet{office.now + base::hour_us};
    };
    office.ask("lan", "once");
    for (int i = 0; i < 5; ++i) {
      CHECK(office.worker->run_one());
      CHECK_FALSE(office.worker->run_one());
      CHECK(office.standing().waiting == 1);
      office.now = office.now + base::hour_us;
    }
    office.work = good;
    CHECK(office.worker->run_one());
    CHECK(office.done == "lan ");
    CHECK(office.heard == "");
  });
}

TEST_CASE("A job waits for its time") {
  support::on_each_database([](db::Database& db) {
    Office office(db);
    office.ask("lan", {}, office.now + base::hour_us);
    CHECK_FALSE(office.worker->run_one());
    CHECK_FALSE(office.standing().oldest);
    office.now = office.now + base::hour_us;
    CHECK(office.standing().oldest == office.now);
    CHECK(office.worker->run_one());
  });
}

TEST_CASE(
    "What fails is tried again later and later, then is a dead letter that can be sent again") {
  support::on_each_database([](db::Database& db) {
    Office office(db);
    const auto good = office.work;
    office.work = [](const Job&) { throw std::runtime_error("no route"); };
    const auto id = office.ask("lan", "once");
    CHECK(office.worker->run_one());
    CHECK_FALSE(office.worker->run_one());
    office.now = office.now + jobs::wait_after(1);
    CHECK(office.worker->run_one());
    office.now = office.now + jobs::wait_after(1);
    CHECK_FALSE(office.worker->run_one());  // the second rest is longer
    office.now = office.now + jobs::wait_after(2);
    CHECK(office.worker->run_one());
    CHECK(office.heard == "no route no route no route! ");
    CHECK(office.standing().dead == 1);
    const auto dead = office.dead();
    REQUIRE(dead.size() == 1);
    CHECK(dead[0].trouble == "no route");
    CHECK(dead[0].attempts == 3);

    office.work = good;
    CHECK(db.write([&](db::Tx& tx) { return jobs::resend(tx, office.now, id); }));
    CHECK_FALSE(db.write([&](db::Tx& tx) { return jobs::resend(tx, office.now, id); }));
    CHECK(office.worker->run_one());
    CHECK(office.done == "lan ");
    CHECK_FALSE(db.write([&](db::Tx& tx) { return jobs::drop(tx, id); }));
  });
}

TEST_CASE("All dead letters seen are sent again in slices, not those that died since") {
  support::on_each_database([](db::Database& db) {
    Office office(db, 1);
    office.work = [](const Job&) { throw std::runtime_error("no route"); };
    for (int i = 0; i < 3; ++i) office.ask("lan");
    while (office.worker->run_one()) {
    }
    const auto seen_at = office.now;
    office.now = office.now + 1;
    const auto late = office.ask("bao");
    CHECK(office.worker->run_one());
    const auto resend = [&](std::string_view kind) {
      return db.write(
          [&](db::Tx& tx) { return jobs::resend_all(tx, office.now, kind, seen_at, 2); });
    };
    CHECK(resend("fax") == 0);
    CHECK(resend("mail") == 2);
    CHECK(resend("") == 1);
    REQUIRE(office.dead().size() == 1);
    CHECK(office.dead()[0].id == late);
  });
}

TEST_CASE("A worker that dies loses its lease, and one that dies each time buries the job") {
  support::on_each_database([](db::Database& db) {
    Office office(db, 2);
    office.ask("lan");
    struct Killed {};  // not an exception a worker knows: it is gone, as after kill -9
    office.work = [](const Job&) { throw Killed(); };
    CHECK_THROWS_AS(office.worker->run_one(), Killed);
    CHECK(office.standing().running == 1);
    CHECK_FALSE(office.worker->run_one());
    office.now = office.now + jobs::Kind().lease_us;
    CHECK_THROWS_AS(office.worker->run_one(), Killed);
    office.now = office.now + jobs::Kind().lease_us;
    CHECK(office.worker->run_one());
    CHECK(office.heard == "the worker ended without a word, each time! ");
    CHECK(office.standing().dead == 1);
    CHECK_FALSE(office.worker->run_one());
  });
}

TEST_CASE("A job whose process is killed in the middle is done by the next process") {
  const support::Folder folder;
  const auto address = "sqlite:" + folder.path() + "/taydo.db";
  support::Child child([&](const auto& say) {
    const auto db = db::open(address);
    db->migrate(embedded::files());
    Office office(*db);
    office.work = [&](const Job&) {
      say("half done");
      for (;;) std::this_thread::sleep_for(std::chrono::hours(1));
    };
    office.ask("lan");
    office.worker->run_one();
  });
  REQUIRE(child.line() == "half done");
  child.kill();
  const auto db = db::open(address);
  Office office(*db);
  CHECK(office.standing().running == 1);
  CHECK_FALSE(office.worker->run_one());
  office.now = office.now + jobs::Kind().lease_us;
  CHECK(office.worker->run_one());
  CHECK(office.done == "lan ");
}

TEST_CASE("Who was slower than the lease does not end the attempt of who has it now") {
  support::on_each_database([](db::Database& db) {
    Office slow(db), other(db);
    slow.ask("lan");
    slow.work = [&](const Job&) {
      other.now = slow.now + jobs::Kind().lease_us;
      other.work = [&](const Job& job) {
        if (job.attempts == 2) throw std::runtime_error("no route");
      };
      CHECK(other.worker->run_one());
    };
    CHECK(slow.worker->run_one());
    CHECK(slow.heard == "took longer than its lease; another worker may have it ");
    CHECK(slow.standing().waiting == 1);  // the second attempt failed: there is to be a third
  });
}

TEST_CASE("A kind nobody knows becomes a dead letter, not a stuck queue") {
  support::on_each_database([](db::Database& db) {
    Office office(db);
    db.write([&](db::Tx& tx) { jobs::add(db, tx, office.now, "fax", {}); });
    office.ask("lan");
    CHECK(office.worker->run_one());
    CHECK(office.worker->run_one());
    CHECK(office.done == "lan ");
    CHECK(office.heard.find("fax") != std::string::npos);
  });
}

TEST_CASE("Four workers share the work: none is done twice, no two ever hold the same") {
  support::on_each_database([](db::Database& db) {
    Office office(db);
    for (int i = 0; i < 60; ++i) office.ask("lan");
    std::atomic<int> ran = 0, held_by_two = 0;
    platform::Guarded<std::set<std::int64_t>> held;
    const auto work = [&](const Job& job) {
      held.with([&](auto& ids) { held_by_two += !ids.insert(job.id.value).second; });
      std::this_thread::sleep_for(std::chrono::milliseconds(1));
      ++ran;  // the id stays: done twice is as bad as held by two
    };
    std::vector<std::thread> threads;
    for (int i = 0; i < 4; ++i) {
      threads.emplace_back([&] {
        jobs::Worker worker(
            db, {{.name = "mail", .run = work}}, [&] { return office.now; }, [](auto&&...) {});
        while (worker.run_one()) {
        }
      });
    }
    for (auto& thread : threads) thread.join();
    while (office.worker->run_one()) {  // what two workers fought over to the end
    }
    CHECK(held_by_two == 0);
    CHECK(ran + int(std::ranges::count(office.done, ' ')) == 60);
    CHECK(office.standing().waiting == 0);
  });
}
