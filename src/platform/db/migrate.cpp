// Brings the tables up to date: numbered SQL files per owner, each run once, in its own
// transaction.
#include <fmt/format.h>
#include <openssl/evp.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <chrono>
#include <map>
#include <tuple>

#include "base/must.hpp"
#include "platform/db/db.hpp"
#include "platform/db/room.hpp"
#include "platform/db/script.hpp"
#include "platform/db/turn.hpp"

namespace db {
namespace {

using std::string_view;

constexpr std::string_view kCreate = R"sql(
  CREATE TABLE IF NOT EXISTS db_migration (
    owner TEXT NOT NULL,
    number BIGINT NOT NULL,
    name TEXT NOT NULL,
    hash TEXT NOT NULL,
    at BIGINT NOT NULL,
    PRIMARY KEY (owner, number)
  ))sql";

constexpr std::string_view kHash = R"sql(
  SELECT hash FROM db_migration WHERE owner = $1 AND number = $2)sql";

constexpr std::string_view kNewest = R"sql(
  SELECT max(number) FROM db_migration WHERE owner = $1)sql";

constexpr std::string_view kRemember = R"sql(
  INSERT INTO db_migration (owner, number, name, hash, at) VALUES ($1, $2, $3, $4, $5))sql";

// An engine uses the tables of those before it (house.md §2), so they are made in this order.
constexpr std::array owners = {
    string_view("journal"),   string_view("calendar"),  string_view("units"),
    string_view("identity"),  string_view("rules"),     string_view("decisions"),
    string_view("catalogue"), string_view("search"),    string_view("forms"),
    string_view("casework"),  string_view("documents"), string_view("payments"),
    string_view("messages"),  string_view("registry"),  string_view("exchange"),
    string_view("indicators")};

struct Migration {
  string_view owner;
  std::int64_t number;
  string_view name;
  string_view bytes;
  std::tuple<int, std::ptrdiff_t> rank;  // floor of the house, place in the list above
};

std::tuple<int, std::ptrdiff_t> rank(string_view path, string_view owner) {
  const int floor = path.starts_with("src/platform/")   ? 0
                    : path.starts_with("src/engines/")  ? 1
                    : path.starts_with("src/services/") ? 2
                                                        : 3;
  const auto place =
      floor == 1 ? std::find(owners.begin(), owners.end(), owner) - owners.begin() : 0;
  return {floor, place};
}

// Nothing for a file that is no migration, or one of the other engine.
std::optional<Migration> parse(const embedded::File& file, Engine engine) {
  constexpr string_view folder = "/migrations/";
  const auto at = file.path.rfind(folder);
  if (at == string_view::npos || !file.path.ends_with(".sql")) return std::nullopt;
  const auto above = file.path.substr(0, at);
  const auto owner = above.substr(above.rfind('/') + 1);

  auto name = file.path.substr(at + folder.size());
  name.remove_suffix(4);
  const auto only = [&](string_view suffix) {
    if (!name.ends_with(suffix)) return false;
    name.remove_suffix(suffix.size());
    return true;
  };
  if (only(".pg") ? engine != Engine::postgres : only(".sqlite") && engine != Engine::sqlite) {
    return std::nullopt;
  }
  std::int64_t number = 0;
  const auto [end, error] = std::from_chars(name.data(), name.data() + name.size(), number);
  if (error != std::errc() || end != name.data() + 4 || name.size() < 6 || name[4] != '_') {
    throw Failure(fmt::format("{} is not named like 0001_create.sql", file.path));
  }
  return Migration{owner, number, name.substr(5), file.bytes, rank(file.path, owner)};
}

std::string sha256_hex(string_view bytes) {
  unsigned char digest[32];
  std::size_t size = sizeof digest;
  base::must(EVP_Q_digest(nullptr, "SHA256", nullptr, bytes.data(), bytes.size(), digest, &size));
  std::string out;
  for (unsigned char byte : digest) out += fmt::format("{:02x}", byte);
  return out;
}

void run(Tx& tx, Engine engine, const Migration& migration) {
  take_turn(tx, engine);
  const auto hash = sha256_hex(migration.bytes);
  const auto known = tx.first(kHash, {migration.owner, migration.number},
                              [](const Row& row) { return row.str(0); });
  if (known == hash) return;
  if (known) {
    throw Failure(
        fmt::format("migration {}/{:04}_{} was changed after it ran on this database; "
                    "restore the file and add a new one with the next number",
                    migration.owner, migration.number, migration.name));
  }
  for (const auto& statement : statements(migration.bytes)) {
    tx.execute(engine == Engine::sqlite ? schema_for_sqlite(statement) : statement);
  }
  tx.execute(kRemember, {migration.owner, migration.number, migration.name, hash,
                         std::chrono::duration_cast<std::chrono::microseconds>(
                             std::chrono::system_clock::now().time_since_epoch())
                             .count()});
}

std::vector<Migration> in_order(std::span<const embedded::File> files, Engine engine) {
  std::vector<Migration> out;
  for (const auto& file : files) {
    if (auto migration = parse(file, engine)) out.push_back(*migration);
  }
  const auto key = [](const Migration& m) { return std::tie(m.rank, m.owner, m.number); };
  std::sort(out.begin(), out.end(), [&](const auto& a, const auto& b) { return key(a) < key(b); });
  const auto twin = std::adjacent_find(
      out.begin(), out.end(), [&](const auto& a, const auto& b) { return key(a) == key(b); });
  if (twin != out.end()) {
    throw Failure(fmt::format("two migrations of {} have number {}", twin->owner, twin->number));
  }
  return out;
}

// A program older than the data must not write to it.
void refuse_newer(Tx& tx, std::span<const Migration> migrations) {
  std::map<string_view, std::int64_t> newest;
  for (const auto& m : migrations) newest[m.owner] = std::max(newest[m.owner], m.number);
  for (const auto& [owner, number] : newest) {
    const auto found = tx.first(kNewest, {owner}, [](const Row& row) { return row.i64(0); });
    if (found.value_or(0) > number) {
      throw Failure(
          fmt::format("this database was made by a newer program ({} is at {:04}, this "
                      "program knows {:04}); install that program again",
                      owner, *found, number));
    }
  }
}

// Where nothing can be written, all of them must have run.
void expect_whole(Database& database, std::span<const Migration> migrations) {
  const bool whole = database.read([&](Tx& tx) {
    refuse_newer(tx, migrations);
    return std::ranges::all_of(migrations, [&](const Migration& m) {
      const auto known =
          tx.first(kHash, {m.owner, m.number}, [](const Row& row) { return row.str(0); });
      return known == sha256_hex(m.bytes);
    });
  });
  if (!whole)
    throw NoRoom("this program has new tables to make, and there is no room to: make room");
}

}  // namespace

void Database::migrate(std::span<const embedded::File> files) {
  const auto migrations = in_order(files, engine());
  if (!writable(*this)) return expect_whole(*this, migrations);
  write([&](Tx& tx) {
    take_turn(tx, engine());
    tx.execute(kCreate);
    refuse_newer(tx, migrations);
  });
  for (const auto& migration : migrations) {
    write([&](Tx& tx) { run(tx, engine(), migration); });
  }
}

}  // namespace db
