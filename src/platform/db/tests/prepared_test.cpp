// Statements are made ready once a connection, whatever is bound to them.
#include <doctest/doctest.h>

#include "platform/db/sqlite/connection.hpp"
#include "support/folder.hpp"

namespace {

constexpr std::string_view kCreate = "CREATE TABLE test_row (id INTEGER PRIMARY KEY, words TEXT)";
constexpr std::string_view kFind = R"sql(
  SELECT id FROM test_row WHERE words LIKE $1 ESCAPE '\' AND id > $2 ORDER BY words, id)sql";

}  // namespace

TEST_CASE("A list searched with other words each time is not planned anew") {
  const support::Folder folder;
  db::sqlite::Connection connection(folder.path() + "/rows.db", db::sqlite::Use::writing);
  connection.execute(kCreate);
  const auto before = connection.prepared();
  for (const auto* words : {"a%", "%b%", "c", "", "a%"}) {
    for (int id = 0; id < 3; ++id) connection.query(kFind, {words, id}, [](const db::Row&) {});
  }
  CHECK(connection.prepared() == before + 1);
}
