// The parts of the door that are the same behind it.
#include "platform/db/db.hpp"

#include <fmt/format.h>

#include "base/must.hpp"
#include "platform/db/postgres/postgres.hpp"
#include "platform/db/room.hpp"
#include "platform/db/sqlite/sqlite.hpp"

namespace db {

std::optional<base::Instant> Row::maybe_at(int column) const {
  if (null(column)) return std::nullopt;
  return at(column);
}

base::Date Row::date(int column) const { return maybe_date(column).value_or(base::Date{}); }

std::optional<base::Date> Row::maybe_date(int column) const {
  if (null(column)) return std::nullopt;
  const auto date = base::Date::parse_iso(text(column));
  base::must(date.has_value());
  return date;
}

std::unique_ptr<Database> open(const std::string& address) {
  const auto after = [&](std::string_view scheme) { return address.substr(scheme.size()); };
  if (address.starts_with("sqlite:")) return std::make_unique<sqlite::File>(after("sqlite:"));
  if (address.starts_with("postgres:")) {
    return std::make_unique<postgres::Server>(after("postgres:"));
  }
  throw Failure(fmt::format(
      "{} is no database address; write sqlite:/path/to/taydo.db or postgres:host=... dbname=...",
      address.substr(0, address.find(':'))));  // what follows may hold a password
}

bool writable(const Database& database) {
  const auto* file = dynamic_cast<const sqlite::File*>(&database);
  return !file || file->writable();
}

bool has_room(const Database& database) {
  const auto* file = dynamic_cast<const sqlite::File*>(&database);
  return !file || file->has_room();
}

crypto::Keyring& Database::keys() const {
  if (!keys_) throw Failure("this database was given no keys for sealed values");
  return *keys_;
}

std::shared_future<void> Database::post(std::function<void(Tx&)> body) {
  return std::async(std::launch::async, [this, body = std::move(body)] { write(body); });
}

std::optional<std::string> check(Database& database, std::string_view sql) {
  return database.problem_in(sql);
}

}  // namespace db
