// What every action counts on: one answer from both engines, all or nothing, nothing lost.
#include "platform/db/db.hpp"

#include <doctest/doctest.h>

#include <atomic>
#include <thread>

#include "base/result.hpp"
#include "support/databases.hpp"

namespace {

using support::on_each_database;

constexpr std::string_view kCreate = R"sql(
  CREATE TABLE test_note (
    id BIGINT NOT NULL PRIMARY KEY,
    body TEXT,
    done BOOLEAN,
    score DOUBLE PRECISION,
    UNIQUE (body)
  ))sql";
constexpr std::string_view kInsert = R"sql(
  INSERT INTO test_note (id, body, done, score) VALUES ($1, $2, $3, $4))sql";
constexpr std::string_view kAll = R"sql(
  SELECT id, body, done, score FROM test_note ORDER BY id)sql";
constexpr std::string_view kCount = R"sql(SELECT count(*) FROM test_note)sql";

enum class Refusal { taken };

std::int64_t first_number(const db::Row& row) { return row.i64(0); }

std::int64_t count(db::Database& database) {
  return *database.read([](db::Tx& tx) { return tx.first(kCount, {}, first_number); });
}

void create(db::Database& database) {
  database.write([](db::Tx& tx) { tx.execute(kCreate); });
}

void insert(db::Database& database, std::int64_t id) {
  database.write([&](db::Tx& tx) { tx.execute(kInsert, {id, nullptr, false, 0.5}); });
}

}  // namespace

TEST_CASE("What is stored is read back the same: no value, truth, numbers, every script") {
  on_each_database([](db::Database& database) {
    create(database);
    struct Note {
      std::int64_t id;
      std::optional<std::string> body;
      std::optional<bool> done;
      std::optional<double> score;
      bool operator==(const Note&) const = default;
    };
    const std::vector<Note> notes = {
        {1, "Nguyễn Thị Đào — 'trích' \"dẫn\" \\ $1 🏛️", true, 0.1},
        {2, "", false, -1e300},
        {3, std::nullopt, std::nullopt, std::nullopt},
        {INT64_MAX, "dòng một\ndòng hai\ttab", true, 2.2250738585072014e-308},
    };
    database.write([&](db::Tx& tx) {
      for (const auto& n : notes) CHECK(tx.execute(kInsert, {n.id, n.body, n.done, n.score}) == 1);
    });
    const auto read = database.read([&](db::Tx& tx) {
      return tx.all(kAll, {}, [](const db::Row& r) {
        Note n{r.i64(0), std::nullopt, std::nullopt, std::nullopt};
        if (!r.null(1)) n.body = r.text(1);
        if (!r.null(2)) n.done = r.b(2);
        if (!r.null(3)) n.score = r.f64(3);
        return n;
      });
    });
    CHECK(read == notes);
  });
}

TEST_CASE("A missing value reads as nothing, zero or no, whatever it is asked as") {
  on_each_database([](db::Database& database) {
    constexpr std::string_view kNothing = R"sql(
      SELECT CAST(NULL AS BIGINT), CAST(NULL AS TEXT), CAST(NULL AS DOUBLE PRECISION))sql";
    database.read([&](db::Tx& tx) {
      tx.query(kNothing, {}, [](const db::Row& r) {
        CHECK(r.null(0));
        CHECK(r.i64(0) == 0);
        CHECK(r.text(1) == "");
        CHECK(r.f64(2) == 0);
        CHECK(!r.maybe_at(0));
        CHECK(!r.maybe_date(1));
        CHECK(!r.id<base::PersonId>(0));
      });
    });
  });
}

TEST_CASE("Dates, moments, money and ids keep their kind") {
  on_each_database([](db::Database& database) {
    const auto date = *base::Date::of(2025, 7, 1);
    const base::Instant at{1'751'302'800'000'001};
    constexpr std::string_view kBack = R"sql(
      SELECT CAST($1 AS TEXT), CAST($2 AS BIGINT), CAST($3 AS BIGINT), CAST($4 AS BIGINT),
             CAST($5 AS BIGINT))sql";
    database.read([&](db::Tx& tx) {
      tx.query(kBack, {date, at, base::Dong{15'000}, base::PersonId{7}, base::UnitId{}},
               [&](const db::Row& r) {
                 CHECK(r.date(0) == date);
                 CHECK(r.at(1) == at);
                 CHECK(r.i64(2) == 15'000);
                 CHECK(r.id<base::PersonId>(3) == base::PersonId{7});
                 CHECK(r.null(4));
               });
    });
  });
}

TEST_CASE("Reading a column as what it is not is a bug, on either engine") {
  on_each_database([](db::Database& database) {
    constexpr std::string_view kMixed = R"sql(SELECT CAST('7' AS TEXT), CAST(7 AS BIGINT))sql";
    const auto asking = [&](const db::Reader& ask) {
      database.read([&](db::Tx& tx) { tx.query(kMixed, {}, ask); });
    };
    CHECK_THROWS_AS(asking([](const db::Row& r) { r.i64(0); }), base::Bug);
    CHECK_THROWS_AS(asking([](const db::Row& r) { r.text(1); }), base::Bug);
    CHECK_THROWS_AS(asking([](const db::Row& r) { r.i64(2); }), base::Bug);
    CHECK_THROWS_AS(asking([](const db::Row& r) { r.b(0); }), base::Bug);
  });
}

TEST_CASE("Values find their places in any order; too few or too many are a bug") {
  on_each_database([](db::Database& database) {
    constexpr std::string_view kTwice = R"sql(
      SELECT CAST($2 AS TEXT), CAST($1 AS TEXT), CAST($2 AS TEXT))sql";
    database.read([&](db::Tx& tx) {
      tx.query(kTwice, {"một", "hai"}, [](const db::Row& r) {
        CHECK(r.text(0) == "hai");
        CHECK(r.text(1) == "một");
        CHECK(r.text(2) == "hai");
      });
      CHECK_THROWS_AS(tx.execute(kTwice, {"một"}), base::Bug);
      CHECK_THROWS_AS(tx.execute(kTwice, {"một", "hai", "ba"}), base::Bug);
    });
  });
}

TEST_CASE("Case, order, lists and the larger of two are understood the same") {
  on_each_database([](db::Database& database) {
    constexpr std::string_view kWords = R"sql(
      SELECT lower('ĐẠI HỌC'), upper('thuỷ'), greatest(3, 10, NULL), least('b', 'a'),
             'HÒA' LIKE 'hòa')sql";
    constexpr std::string_view kOrder = R"sql(
      SELECT letter FROM (SELECT 'Đ' AS letter UNION SELECT 'D' UNION SELECT 'Ă' UNION SELECT 'A'
        UNION SELECT 'Â' UNION SELECT 'E') letters
      ORDER BY letter COLLATE "vi-x-icu")sql";
    constexpr std::string_view kListed = R"sql(
      SELECT count(*) FROM (SELECT 5 AS n UNION SELECT 6 UNION SELECT 7) numbers
      WHERE n IN {in:$1})sql";
    database.read([&](db::Tx& tx) {
      tx.query(kWords, {}, [](const db::Row& r) {
        CHECK(r.text(0) == "đại học");
        CHECK(r.text(1) == "THUỶ");
        CHECK(r.i64(2) == 10);
        CHECK(r.text(3) == "a");
        CHECK(!r.b(4));
      });
      std::string order;
      tx.query(kOrder, {}, [&](const db::Row& r) { order += r.text(0); });
      CHECK(order == "AĂÂDĐE");
      CHECK(tx.first(kListed, {"[5,7,9]"}, first_number) == 2);
    });
  });
}

TEST_CASE("A statement may run inside the reading of another, even of itself") {
  on_each_database([](db::Database& database) {
    create(database);
    insert(database, 1);
    insert(database, 2);
    int pairs = 0;
    database.read([&](db::Tx& tx) {
      tx.query(kAll, {},
               [&](const db::Row&) { tx.query(kAll, {}, [&](const db::Row&) { ++pairs; }); });
    });
    CHECK(pairs == 4);
  });
}

TEST_CASE("A refusal rolls back; so does an exception, which reaches the caller as it was") {
  on_each_database([](db::Database& database) {
    create(database);
    const auto refused = database.write([](db::Tx& tx) -> base::Result<int, Refusal> {
      tx.execute(kInsert, {1, "đơn", true, 1.0});
      return base::refuse(Refusal::taken);
    });
    CHECK(!refused);
    CHECK(count(database) == 0);

    const auto out_of_time = [](db::Tx& tx) {
      tx.execute(kInsert, {1, "đơn", true, 1.0});
      throw std::out_of_range("hết giờ");
    };
    CHECK_THROWS_WITH_AS(database.write(out_of_time), "hết giờ", std::out_of_range);
    CHECK(count(database) == 0);

    const auto done = database.write([](db::Tx& tx) -> base::Result<int, Refusal> {
      tx.execute(kInsert, {1, "đơn", true, 1.0});
      return 7;
    });
    CHECK(done.value() == 7);
    CHECK(count(database) == 1);
  });
}

TEST_CASE("The second of a kind that may be there once is told so and leaves nothing behind") {
  on_each_database([](db::Database& database) {
    create(database);
    database.write([](db::Tx& tx) { tx.execute(kInsert, {1, "số 1", true, 1.0}); });
    const auto again = [](db::Tx& tx) { tx.execute(kInsert, {2, "số 1", true, 1.0}); };
    const auto same_id = [](db::Tx& tx) { tx.execute(kInsert, {1, "số 2", true, 1.0}); };
    CHECK_THROWS_AS(database.write(again), db::AlreadyThere);
    CHECK_THROWS_AS(database.write(same_id), db::AlreadyThere);

    const auto answer = database.write([&](db::Tx& tx) -> base::Result<int, Refusal> {
      try {
        again(tx);
      } catch (const db::AlreadyThere&) {
        return base::refuse(Refusal::taken);
      }
      return 1;
    });
    CHECK(answer.error() == Refusal::taken);
    CHECK(count(database) == 1);
  });
}

TEST_CASE("Going on after a failed statement, which only one engine would keep, is a bug") {
  on_each_database([](db::Database& database) {
    create(database);
    insert(database, 1);
    const auto deaf = [](db::Tx& tx) {
      try {
        tx.execute(kInsert, {1, "x", true, 1.0});
      } catch (const db::AlreadyThere&) {
      }
    };
    CHECK_THROWS_AS(database.write(deaf), base::Bug);
    CHECK_THROWS_AS(database.write([&](db::Tx& tx) {
      deaf(tx);
      tx.execute(kInsert, {2, "y", true, 1.0});
    }),
                    base::Bug);
    CHECK(count(database) == 1);
  });
}

TEST_CASE("Going back to a savepoint makes a failed statement good again") {
  on_each_database([](db::Database& database) {
    create(database);
    insert(database, 1);
    database.write([](db::Tx& tx) {
      tx.execute("SAVEPOINT trial");
      CHECK_THROWS_AS(tx.execute(kInsert, {1, "x", true, 1.0}), db::AlreadyThere);
      tx.execute("ROLLBACK TO SAVEPOINT trial");
      tx.execute(kInsert, {2, "y", true, 1.0});
    });
    CHECK(count(database) == 2);
  });
}

TEST_CASE("What is not there or is no SQL is a failure that names the statement") {
  on_each_database([](db::Database& database) {
    create(database);
    constexpr std::string_view kWrong = R"sql(SELECT title FROM test_note ORDER BY id)sql";
    constexpr std::string_view kQuoted = R"sql(SELECT "no_such" FROM test_note)sql";
    CHECK_THROWS_WITH_AS(database.read([](db::Tx& tx) { tx.execute(kWrong); }),
                         doctest::Contains("SELECT title"), db::Failure);
    CHECK_THROWS_AS(database.read([](db::Tx& tx) { tx.execute(kQuoted); }), db::Failure);
    CHECK(db::check(database, kWrong)->find("title") != std::string::npos);
    CHECK(!db::check(database, kInsert));
    CHECK(db::check(database, "SELECT 1; SELECT 2"));
  });
}

TEST_CASE("A read sees one moment: what others write meanwhile is not in it") {
  on_each_database([](db::Database& database) {
    create(database);
    insert(database, 1);
    database.read([&](db::Tx& tx) {
      CHECK(tx.first(kCount, {}, first_number) == 1);
      std::thread([&] { insert(database, 2); }).join();
      CHECK(tx.first(kCount, {}, first_number) == 1);
    });
    CHECK(count(database) == 2);
  });
}

TEST_CASE("Writing in a read, or one transaction inside another, is a bug") {
  on_each_database([](db::Database& database) {
    create(database);
    const auto nothing = [](db::Tx&) {};
    const auto writing = [](db::Tx& tx) { tx.execute(kInsert, {1, "x", true, 1.0}); };
    CHECK_THROWS_AS(database.read(writing), base::Bug);
    CHECK_THROWS_AS(database.write([&](db::Tx&) { database.write(nothing); }), base::Bug);
    CHECK_THROWS_AS(database.write([&](db::Tx&) { database.read(nothing); }), base::Bug);
    CHECK_THROWS_AS(database.read([&](db::Tx&) { database.write(nothing); }), base::Bug);
    CHECK_THROWS_AS(database.read([&](db::Tx&) { database.read(nothing); }), base::Bug);
    insert(database, 1);
    CHECK(count(database) == 1);
  });
}

TEST_CASE("Sixteen people write at once: every row is there, failing ones take nobody with them") {
  on_each_database([](db::Database& database) {
    create(database);
    const auto before = database.load().writes;
    constexpr int each = 25;
    std::atomic<int> failed = 0;
    const auto write_one = [&](int id, bool breaks) {
      try {
        database.write([&](db::Tx& tx) {
          tx.execute(kInsert, {id, nullptr, true, 0.0});
          if (breaks) throw std::range_error("thôi");
        });
      } catch (const std::range_error&) {
        ++failed;
      }
    };
    std::vector<std::thread> people;
    for (int person = 0; person < 16; ++person) {
      people.emplace_back([&, person] {
        for (int i = 0; i < each; ++i) write_one(person * 1000 + i, i % 5 == 0);
      });
    }
    for (auto& person : people) person.join();
    CHECK(failed == 16 * each / 5);
    CHECK(count(database) == 16 * each * 4 / 5);
    CHECK(database.load().writes - before == 16 * each * 4 / 5);
    CHECK(database.load().write_us_max > 0);
  });
}

TEST_CASE("Four people count up one number: no step is lost") {
  on_each_database([](db::Database& database) {
    create(database);
    insert(database, 1);
    constexpr std::string_view kUp = R"sql(
      UPDATE test_note SET score = score + 1 WHERE id = $1)sql";
    std::vector<std::thread> people;
    for (int person = 0; person < 4; ++person) {
      people.emplace_back([&] {
        for (int i = 0; i < 50; ++i) database.write([&](db::Tx& tx) { tx.execute(kUp, {1}); });
      });
    }
    for (auto& person : people) person.join();
    constexpr std::string_view kScore = R"sql(SELECT score FROM test_note WHERE id = $1)sql";
    const auto score = database.read([](db::Tx& tx) {
      return tx.first(kScore, {1}, [](const db::Row& r) { return r.f64(0); });
    });
    CHECK(score == 200.5);
  });
}
