// Fresh, fully migrated databases for tests: a SQLite file and a real PostgreSQL, each by itself.
#pragma once

#include <functional>
#include <string>

#include "platform/db/db.hpp"

namespace support {

// Runs the body once on each engine; a failed check names the database. It is gone afterwards.
void on_each_database(const std::function<void(db::Database&)>& body);

// The same, with the address (for db::open) too, for tests that open it again.
void on_each_database_at(
    const std::function<void(db::Database&, const std::string& address)>& body);

}  // namespace support
