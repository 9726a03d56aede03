// What was answered as done stays done: through a killed program, a full disk, a lost server.
#include <doctest/doctest.h>
#include <fmt/format.h>
#include <signal.h>
#include <sys/mount.h>
#include <sys/resource.h>

#include <algorithm>
#include <atomic>
#include <barrier>
#include <filesystem>
#include <thread>
#include <utility>

#include "platform/db/db.hpp"
#include "support/child.hpp"
#include "support/databases.hpp"
#include "support/folder.hpp"

namespace {

using support::Child;

constexpr std::string_view kCreate = R"sql(
  CREATE TABLE test_row (id BIGINT PRIMARY KEY, body TEXT NOT NULL, n BIGINT NOT NULL))sql";
constexpr std::string_view kInsert = R"sql(
  INSERT INTO test_row (id, body, n) VALUES ($1, $2, 0))sql";
constexpr std::string_view kCount = R"sql(SELECT count(*) FROM test_row)sql";
constexpr std::string_view kUp = R"sql(UPDATE test_row SET n = n + 1 WHERE id = $1)sql";
constexpr std::string_view kSum = R"sql(SELECT sum(n) FROM test_row)sql";
constexpr std::string_view kIntegrity = "PRAGMA integrity_check";
constexpr std::string_view kEndOthers =
    "SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity "
    "WHERE datname = current_database() AND pid <> pg_backend_pid()";
constexpr std::string_view kEndMe = "SELECT pg_terminate_backend(pg_backend_pid())";

std::int64_t number(db::Database& database, std::string_view sql) {
  return *database.read(
      [&](db::Tx& tx) { return tx.first(sql, {}, [](const db::Row& r) { return r.i64(0); }); });
}

void create(db::Database& database) {
  database.write([](db::Tx& tx) { tx.execute(kCreate); });
}

void insert(db::Database& database, std::int64_t id, std::string_view body = "x") {
  database.write([&](db::Tx& tx) { tx.execute(kInsert, {id, body}); });
}

// Writes rows until there is no room, then makes some: says "ok", or the first thing that was
// wrong.
std::string fill_up(const std::string& path, const std::function<void()>& make_room) {
  const auto database = db::open("sqlite:" + path);
  create(*database);
  std::int64_t done = 0;
  std::string trouble;
  const std::string body(100'000, 'a');
  while (trouble.empty() && done < 1000) {
    try {
      insert(*database, done + 1, body);
      ++done;
    } catch (const db::Failure& failure) {
      trouble = failure.what();
    }
  }
  if (trouble.find(path) == trouble.npos) return "does not name the file: " + trouble;
  if (number(*database, kCount) != done) return "rows lost or left over";
  make_room();
  insert(*database, 3000, body);
  if (number(*database, kCount) != done + 1) return "nothing written after making room";
  return *database->read([](db::Tx& tx) {
    return tx.first(kIntegrity, {}, [](const db::Row& r) { return r.str(0); });
  });
}

// Eight write at once, one of them more than there is room for.
std::string crowd(const std::string& path) {
  const auto database = db::open("sqlite:" + path);
  create(*database);
  std::atomic<int> small = 0, refused = 0;
  std::vector<std::thread> people;
  for (int person = 0; person < 8; ++person) {
    people.emplace_back([&, person] {
      try {
        insert(*database, person, std::string(person == 3 ? 8'000'000 : 10, 'b'));
        ++small;
      } catch (const db::Failure&) {
        ++refused;
      }
    });
  }
  for (auto& person : people) person.join();
  return fmt::format("{} done, {} refused, {} rows", small, refused, number(*database, kCount));
}

void limit_files(rlim_t bytes) {
  signal(SIGXFSZ, SIG_IGN);
  rlimit limit{};
  getrlimit(RLIMIT_FSIZE, &limit);
  limit.rlim_cur = std::min(bytes, limit.rlim_max);
  setrlimit(RLIMIT_FSIZE, &limit);
}

}  // namespace

TEST_CASE("Whoever was answered before the program was killed finds it all there") {
  const support::Folder folder;
  const auto address = "sqlite:" + folder.path() + "/taydo.db";
  Child child([&](const Child::Say& say) {
    const auto database = db::open(address);
    create(*database);
    std::vector<std::thread> people;
    for (int person = 0; person < 4; ++person) {
      people.emplace_back([&, person] {
        for (int i = 0;; ++i) {
          insert(*database, person * 1'000'000 + i);
          say("x");
        }
      });
    }
    for (auto& person : people) person.join();
  });
  for (int i = 0; i < 200; ++i) REQUIRE(child.line() == "x");
  child.kill();
  int answered = 200;
  while (child.line() == "x") ++answered;
  const auto database = db::open(address);
  CHECK(number(*database, kCount) >= answered);
  insert(*database, 9'000'000);
}

TEST_CASE("A file that may not grow is said so by name, and all goes on when it may") {
  const support::Folder folder;
  Child child([&](const Child::Say& say) {
    limit_files(3'000'000);
    say(fill_up(folder.path() + "/taydo.db", [] { limit_files(RLIM_INFINITY); }));
  });
  CHECK(child.line() == "ok");
}

TEST_CASE("Who asks for more than there is room does not take along those who wait beside") {
  for (int i = 0; i < 5; ++i) {  // who shares a commit with whom is chance
    const support::Folder folder;
    Child child([&](const Child::Say& say) {
      limit_files(3'000'000);
      say(crowd(folder.path() + "/taydo.db"));
    });
    CHECK(child.line() == "7 done, 1 refused, 7 rows");
  }
}

TEST_CASE("A full disk loses nothing, and all goes on when there is room") {
  const support::Folder folder;
  if (mount("tmpfs", folder.path().c_str(), "tmpfs", 0, "size=6m") != 0) {
    MESSAGE("not run: only root may mount a small disk");
    return;
  }
  Child child([&](const Child::Say& say) {
    say(fill_up(folder.path() + "/taydo.db",
                [&] { mount("tmpfs", folder.path().c_str(), "tmpfs", MS_REMOUNT, "size=60m"); }));
  });
  CHECK(child.line() == "ok");
  child.kill();
  umount(folder.path().c_str());
}

TEST_CASE("Two who lock each other out are both served, one of them a little later") {
  support::on_each_database([](db::Database& database) {
    if (database.engine() == db::Engine::sqlite) return;  // there is one writer
    create(database);
    insert(database, 1);
    insert(database, 2);
    std::barrier both_hold(2);
    const auto person = [&](int first, int second) {
      bool met = false;
      database.write([&](db::Tx& tx) {
        tx.execute(kUp, {first});
        if (!std::exchange(met, true)) both_hold.arrive_and_wait();
        tx.execute(kUp, {second});
      });
    };
    std::thread other([&] { person(2, 1); });
    person(1, 2);
    other.join();
    CHECK(number(database, kSum) == 4);
  });
}

TEST_CASE("A server that drops everyone is asked again; nobody notices") {
  support::on_each_database([](db::Database& database) {
    if (database.engine() == db::Engine::sqlite) return;
    create(database);
    // Many connections lie idle, all of them dead soon.
    std::barrier all(5);
    std::vector<std::thread> people;
    for (int person = 0; person < 5; ++person) {
      people.emplace_back([&, person] {
        database.write([&](db::Tx& tx) {
          tx.execute(kInsert, {person, "x"});
          all.arrive_and_wait();
        });
      });
    }
    for (auto& person : people) person.join();
    CHECK(number(database, kEndOthers) == 4);
    insert(database, 100);
    database.read([](db::Tx&) {});
    CHECK(number(database, kCount) == 6);

    int times = 0;
    database.write([&](db::Tx& tx) {
      tx.execute(kInsert, {200, "x"});
      if (++times == 1) tx.execute(kEndMe);
    });
    CHECK(times == 2);
    CHECK(number(database, kCount) == 7);
  });
}

TEST_CASE("What cannot be opened is explained to the operator, without passwords") {
  const support::Folder folder;
  CHECK_THROWS_WITH_AS(db::open("sqlite:" + folder.path() + "/none/taydo.db"),
                       doctest::Contains("does its folder exist"), db::Failure);
  std::filesystem::create_directory(folder.path() + "/taydo.db");
  CHECK_THROWS_AS(db::open("sqlite:" + folder.path() + "/taydo.db"), db::Failure);
  CHECK_THROWS_WITH_AS(db::open("mysql:secret"), doctest::Contains("sqlite:/path"), db::Failure);
  try {
    db::open("postgres:host=" + folder.path() + " dbname=x password=secret");
    FAIL("there is no such server");
  } catch (const db::Failure& failure) {
    const std::string message = failure.what();
    CHECK(message.find("does not answer") != message.npos);
    CHECK(message.find("secret") == message.npos);
  }
}
