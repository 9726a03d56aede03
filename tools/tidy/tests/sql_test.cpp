#include <doctest/doctest.h>

#include "tidy/tests/rules.hpp"

using namespace tidy;

namespace {

// What the check says of a statement in the store of the room one_stop.
std::string said(const std::string& statement) {
  return first(sql, "src/services/one_stop/store.cpp", "auto k = R\"sql(" + statement + ")sql\";");
}

}  // namespace

TEST_CASE("SQL stands in a store, as a raw text that a test can find") {
  const std::string text = "auto k = R\"sql(SELECT 1)sql\";";
  CHECK_FALSE(refuses(sql, "src/services/one_stop/store.cpp", text));
  CHECK_FALSE(refuses(sql, "src/engines/journal/seal_store.cpp", text));
  CHECK_FALSE(refuses(sql, "src/platform/jobs/jobs.cpp", text));
  CHECK(refuses(sql, "src/services/one_stop/actions.cpp", text));
  CHECK(refuses(sql, "src/app/main.cpp", text));
  CHECK(refuses(sql, "src/services/one_stop/store.cpp", "auto k = \"SELECT id FROM one_stop_x\";"));
  CHECK(refuses(sql, "src/services/one_stop/store.cpp", "auto k = \"UPDATE one_stop_x SET a=1\";"));
  CHECK_FALSE(refuses(sql, "src/services/one_stop/pages.cpp", "auto k = \"SELECTED\";"));
  CHECK_FALSE(refuses(sql, "src/platform/db/migrate.cpp", "auto k = \"SELECT 1\";"));
}

TEST_CASE("A room's SQL names only its own tables") {
  for (const char* good :
       {"SELECT id FROM one_stop_dossier d JOIN one_stop_paper p ON p.dossier=d.id",
        "INSERT INTO one_stop_dossier (id) VALUES ($1) ON CONFLICT (id) DO UPDATE SET a=2",
        "WITH RECURSIVE up(id) AS (SELECT 1 UNION SELECT id FROM up) SELECT id FROM up",
        "SELECT a FROM one_stop_dossier WHERE b IS DISTINCT FROM c FOR UPDATE",
        "SELECT value FROM json_each($1)", "SELECT 1 FROM (SELECT 1 FROM one_stop_dossier) x",
        "SELECT sum(n) FROM facts_dossier, one_stop_dossier WHERE x='from other'"}) {
    CAPTURE(good);
    CHECK(said(good) == "");
  }
  for (const char* bad :
       {"SELECT id FROM units_unit", "DELETE FROM portal_draft", "UPDATE identity_person SET a=1",
        "SELECT 1 FROM one_stop_dossier, portal_draft",
        "INSERT INTO journal_entry (id) VALUES ($1)",
        "SELECT 1 FROM one_stop_dossier d LEFT JOIN units_unit u ON u.id=d.unit_id"}) {
    CAPTURE(bad);
    CHECK(said(bad) != "");
  }
  CHECK(said("SELECT 1\n FROM\n  units_unit") == "3: one_stop names the table units_unit");
}

TEST_CASE("Migrations make tables of their owner and refer to no other's") {
  const std::string file = "src/services/one_stop/migrations/0001_create.sql";
  CHECK_FALSE(refuses(sql, file,
                      "-- from nowhere\nCREATE TABLE one_stop_dossier (id BIGINT);"
                      "CREATE UNIQUE INDEX one_stop_by_code ON one_stop_dossier (code);"));
  CHECK(refuses(sql, file, "CREATE TABLE IF NOT EXISTS dossier (id BIGINT PRIMARY KEY);"));
  CHECK(refuses(sql, file, "CREATE INDEX one_stop_x ON units_unit (id);"));
  CHECK(refuses(sql, file, "CREATE TABLE one_stop_a (u BIGINT REFERENCES units_unit (id));"));
}
