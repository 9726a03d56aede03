// Teaches a SQLite connection the functions and the collation that PostgreSQL has and it lacks.
#pragma once

struct sqlite3;

namespace db::sqlite {

// greatest, least (NULLs left out, as PostgreSQL does), lower and upper for every alphabet, and the
// collation "vi-x-icu" (the order of the Vietnamese alphabet).
void add_functions(sqlite3* connection);

}  // namespace db::sqlite
