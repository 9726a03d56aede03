// Migrations run once, in order, and are never edited.
#include <doctest/doctest.h>

#include <thread>

#include "platform/db/db.hpp"
#include "platform/db/script.hpp"
#include "platform/embedded.hpp"
#include "support/databases.hpp"

namespace {

using Files = std::vector<embedded::File>;

// The room's table needs the engine's, whose path sorts after it in the list.
const Files two_owners = {
    {"src/services/aaa_room/migrations/0001_create.sql",
     "CREATE TABLE aaa_room_thing (id BIGINT PRIMARY KEY, unit BIGINT REFERENCES zz_unit (id));"
     "INSERT INTO aaa_room_thing (id, unit) VALUES (1, 2)"},
    {"src/engines/units/migrations/0902_fill.sql",
     "-- one; two\nINSERT INTO zz_unit (id, name) VALUES (1, 'a;b''c');\n;;"
     "INSERT INTO zz_unit (id, name) VALUES (2, 'd') /*pg ON CONFLICT DO NOTHING*/"},
    {"src/engines/units/migrations/0901_create.sql",
     "CREATE TABLE zz_unit (id BIGINT PRIMARY KEY, name TEXT NOT NULL)"},
    {"src/engines/units/migrations/0903_only.pg.sql", "INSERT INTO zz_unit VALUES (3, 'pg')"},
    {"src/engines/units/migrations/0903_only.sqlite.sql",
     "INSERT INTO zz_unit VALUES (3, 'sqlite')"},
    {"web/dist/style.css", "b{}"},
};
const embedded::File create_unit = two_owners[2];

constexpr std::string_view kNames = R"sql(SELECT name FROM zz_unit ORDER BY id)sql";
constexpr std::string_view kRun = R"sql(SELECT count(*) FROM db_migration)sql";

std::string names(db::Database& database) {
  return database.read([&](db::Tx& tx) {
    std::string out;
    tx.query(kNames, {}, [&](const db::Row& r) { out += r.str(0) + "|"; });
    return out;
  });
}

std::int64_t run_so_far(db::Database& database) {
  return *database.read(
      [](db::Tx& tx) { return tx.first(kRun, {}, [](const db::Row& r) { return r.i64(0); }); });
}

}  // namespace

TEST_CASE("Migrations run in the order of the house, each engine its own, and only once") {
  support::on_each_database([](db::Database& database) {
    const auto before = run_so_far(database);
    database.migrate(two_owners);
    const bool sqlite = database.engine() == db::Engine::sqlite;
    CHECK(names(database) == (sqlite ? "a;b'c|d|sqlite|" : "a;b'c|d|pg|"));
    CHECK(run_so_far(database) == before + 4);
    database.migrate(two_owners);
    CHECK(run_so_far(database) == before + 4);
  });
}

TEST_CASE("The program's own migrations, run a second time, do nothing") {
  support::on_each_database([](db::Database& database) {
    const auto before = run_so_far(database);
    database.migrate(embedded::files());
    CHECK(run_so_far(database) == before);
  });
}

TEST_CASE("Two programs that start at once make the tables once") {
  support::on_each_database_at([](db::Database& database, const std::string& address) {
    std::vector<std::thread> programs;
    for (int i = 0; i < 4; ++i) {
      programs.emplace_back([&] {
        try {
          db::open(address)->migrate(two_owners);
        } catch (const std::exception& problem) {
          FAIL_CHECK(std::string(problem.what()));
        }
      });
    }
    for (auto& program : programs) program.join();
    CHECK(names(database).starts_with("a;b'c|d|"));
  });
}

TEST_CASE("An old migration that was changed is refused by name") {
  support::on_each_database([](db::Database& database) {
    database.migrate(two_owners);
    auto changed = two_owners;
    changed[2].bytes = "CREATE TABLE zz_unit (id BIGINT PRIMARY KEY)";
    CHECK_THROWS_WITH_AS(database.migrate(changed), doctest::Contains("units/0901_create"),
                         db::Failure);
  });
}

TEST_CASE("A migration that breaks half way leaves no half") {
  support::on_each_database([](db::Database& database) {
    const Files broken = {
        {create_unit.path,
         "CREATE TABLE zz_unit (id BIGINT PRIMARY KEY); INSERT INTO no_such VALUES (1)"}};
    CHECK_THROWS_AS(database.migrate(broken), db::Failure);
    CHECK(db::check(database, "SELECT id FROM zz_unit"));
    database.migrate(two_owners);
    CHECK(!db::check(database, "SELECT id FROM zz_unit"));
  });
}

TEST_CASE("Older programs, twin numbers and badly named files are refused") {
  support::on_each_database([](db::Database& database) {
    database.migrate(two_owners);
    const Files older = {create_unit};
    CHECK_THROWS_WITH_AS(database.migrate(older), doctest::Contains("newer program"), db::Failure);
    const Files twins = {create_unit, {"src/engines/units/migrations/0901_other.sql", ""}};
    CHECK_THROWS_WITH_AS(database.migrate(twins), doctest::Contains("two migrations"), db::Failure);
    const Files unnamed = {{"src/engines/units/migrations/create.sql", ""}};
    CHECK_THROWS_WITH_AS(database.migrate(unnamed), doctest::Contains("not named"), db::Failure);
  });
}

TEST_CASE("A script is cut at the semicolons that end a statement, not at others") {
  using Cut = std::vector<std::string>;
  CHECK(db::statements("") == Cut{});
  CHECK(db::statements(" ; -- a;b\n /* c; */ ;") == Cut{});
  CHECK(db::statements("a 'x;''y;' \";\";b") == Cut{"a 'x;''y;' \";\"", "b"});
  CHECK(db::statements("a -- ;'\n;b /* ;' */ c") == Cut{"a -- ;'\n", "b /* ;' */ c"});
  CHECK(db::statements("CREATE TRIGGER t AFTER INSERT ON x BEGIN SELECT 1; SELECT 2; END; b") ==
        Cut{"CREATE TRIGGER t AFTER INSERT ON x BEGIN SELECT 1; SELECT 2; END", " b"});
  CHECK(db::statements("CREATE TRIGGER t BEFORE UPDATE ON x EXECUTE FUNCTION f(); b").size() == 2);
}

TEST_CASE("One text becomes what each engine speaks") {
  CHECK(db::for_postgres("a /*pg b*/ c /* d */") == "a  b  c /* d */");
  CHECK(db::for_sqlite("n IN {in:$2}") == "n IN (SELECT value FROM json_each($2))");
  CHECK(db::for_sqlite("n IN {in text:$2}") == "n IN (SELECT value FROM json_each($2))");
  CHECK(db::schema_for_sqlite("id BIGINT PRIMARY KEY, n BIGINT") ==
        "id INTEGER PRIMARY KEY, n BIGINT");
}
