// SQL as text: a script cut into statements, one dialect turned into the other's.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace db {

// Cuts at each semicolon that ends a statement: not those in quotes, comments or the body of a
// trigger. Statements come without their semicolon; those of blanks and comments only are left out.
std::vector<std::string> statements(std::string_view script);

// One SQL text serves both engines; what differs is marked (docs/architecture.md, "Data"):
//   /*pg FOR UPDATE SKIP LOCKED*/   a comment to SQLite, opened for PostgreSQL
//   id IN {in:$1}                   $1 is a JSON array of whole numbers
//   desk IN {in text:$1}            $1 is a JSON array of texts
std::string for_postgres(std::string_view sql);
std::string for_sqlite(std::string_view sql);

// The n of the highest $n.
int highest_parameter(std::string_view sql);

// BIGINT PRIMARY KEY becomes INTEGER PRIMARY KEY, SQLite's word for "the row's own number": without
// it each table carries a second index (a quarter more bytes, measured).
std::string schema_for_sqlite(std::string_view sql);

}  // namespace db
