// Ids grow, whatever the clock does.
#include "platform/db/ids.hpp"

#include <doctest/doctest.h>

#include <set>
#include <thread>

#include "support/databases.hpp"

namespace {

constexpr std::int64_t moment = 1'795'000'000'123;
constexpr std::int64_t day_ms = 86'400'000;

std::int64_t ms_of(std::int64_t id) { return (id >> 21) + 1'577'836'800'000; }

}  // namespace

TEST_CASE("An id carries its millisecond, and the next one is above it") {
  std::int64_t now = moment;
  db::Ids ids(0, [&] { return now; });
  const auto first = ids.next();
  CHECK(ms_of(first) == now);
  CHECK(ids.next() == first + 1);
  now += 5;
  CHECK(ms_of(ids.next()) == now);
}

TEST_CASE("When a millisecond is full, ids borrow from the next, and never touch the node") {
  db::Ids ids(0, [] { return moment; });
  ids.go_on({0, 1023});
  std::int64_t last = 0;
  for (int i = 0; i < 5000; ++i) {
    const auto id = ids.next();
    REQUIRE(id > last);
    REQUIRE((id >> 11 & 1023) == 1023);
    last = id;
  }
}

TEST_CASE("The clock set back a day makes no id twice") {
  std::int64_t now = moment;
  db::Ids ids(0, [&] { return now; });
  const auto before = ids.next();
  now -= day_ms;
  CHECK(ids.next() > before);
}

TEST_CASE("Each commit stores a floor above the ids it may hold, and only when passed") {
  db::Ids ids(0, [] { return moment; });
  const auto id = ids.next();
  const auto floor = ids.floor_due();
  REQUIRE(floor.has_value());
  CHECK(*floor > id);
  ids.floor_stored(*floor);
  ids.next();
  CHECK(!ids.floor_due());
  db::Ids reopened(*floor, [] { return moment - day_ms; });
  CHECK(reopened.next() > *floor);
}

TEST_CASE("Eight threads never get the same id") {
  db::Ids ids;
  std::vector<std::vector<std::int64_t>> got(8);
  std::vector<std::thread> threads;
  for (auto& mine : got) {
    threads.emplace_back([&] {
      for (int i = 0; i < 2000; ++i) mine.push_back(ids.next());
    });
  }
  for (auto& thread : threads) thread.join();
  std::set<std::int64_t> all;
  for (auto& mine : got) all.insert(mine.begin(), mine.end());
  CHECK(all.size() == 16'000);
}

TEST_CASE("Programs that share a database, started in the same millisecond, never meet") {
  support::on_each_database_at([](db::Database& database, const std::string& address) {
    const auto other = db::open(address), third = db::open(address);
    std::set<std::int64_t> all;
    for (int i = 0; i < 3000; ++i) {
      for (auto* each : {&database, other.get(), third.get()}) all.insert(each->next_id());
    }
    CHECK(all.size() == 9000);
  });
}

TEST_CASE("A node number that goes round starts again at the first") {
  support::on_each_database_at([](db::Database& database, const std::string& address) {
    constexpr std::string_view kLast = R"sql(UPDATE db_ids SET node = 1023)sql";
    database.write([](db::Tx& tx) { tx.execute(kLast); });
    CHECK((db::open(address)->next_id() >> 11 & 1023) == 0);
    CHECK((db::open(address)->next_id() >> 11 & 1023) == 1);
  });
}

TEST_CASE("A database opened again goes on above what it stored, though the clock is behind") {
  support::on_each_database_at([](db::Database& database, const std::string& address) {
    constexpr std::string_view kRaise = R"sql(UPDATE db_ids SET floor = $1)sql";
    const auto id = database.next_id();
    database.write([](db::Tx&) {});
    CHECK(db::open(address)->next_id() > id);

    const auto far = id + (day_ms << 21);  // as if the clock had been a day ahead
    database.write([&](db::Tx& tx) { tx.execute(kRaise, {far}); });
    CHECK(db::open(address)->next_id() > far);
  });
}
