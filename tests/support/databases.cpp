// Fresh databases: migrated once per engine, then copied for every test.
#include "support/databases.hpp"

#include <doctest/doctest.h>
#include <fmt/format.h>
#include <libpq-fe.h>

#include <filesystem>

#include "platform/crypto/keyring.hpp"
#include "platform/embedded.hpp"
#include "support/folder.hpp"
#include "support/keys.hpp"
#include "support/postgres.hpp"

namespace support {
namespace {

namespace fs = std::filesystem;
using Body = std::function<void(db::Database&, const std::string& address)>;

// All migrations run once; each test gets a copy of this file.
const std::string& sqlite_template() {
  static const Folder folder;
  static const std::string path = [] {
    const auto made = folder.path() + "/template.db";
    db::open("sqlite:" + made)->migrate(embedded::files());  // closing it empties the log
    return made;
  }();
  return path;
}

void on_sqlite(const Body& body) {
  const Folder folder;
  const auto path = folder.path() + "/taydo.db";
  fs::copy_file(sqlite_template(), path);
  const auto address = "sqlite:" + path;
  CAPTURE(address);
  const auto database = db::open(address);
  use_test_keys(*database);
  body(*database, address);
}

// Databases of the private server, copied from one that was migrated once.
class Copies {
 public:
  Copies() : admin_(PQconnectdb(server_.settings("postgres").c_str())) {
    run("CREATE DATABASE template_taydo");
    db::open("postgres:" + server_.settings("template_taydo"))->migrate(embedded::files());
  }
  ~Copies() { PQfinish(admin_); }

  std::string make() {
    const auto name = fmt::format("test_{}", ++count_);
    run(fmt::format("CREATE DATABASE {} TEMPLATE template_taydo STRATEGY file_copy", name));
    return name;
  }
  void drop(const std::string& name) { run("DROP DATABASE " + name + " WITH (FORCE)"); }
  std::string settings(const std::string& name) const { return server_.settings(name); }

 private:
  void run(const std::string& sql) {
    PGresult* result = PQexec(admin_, sql.c_str());
    const bool done = PQresultStatus(result) == PGRES_COMMAND_OK;
    PQclear(result);
    if (!done) throw std::runtime_error(sql + ": " + PQerrorMessage(admin_));
  }

  PostgresServer server_;
  PGconn* admin_;
  int count_ = 0;
};

void on_postgres(const Body& body) {
  static Copies copies;
  const auto name = copies.make();
  {
    const auto address = "postgres:" + copies.settings(name);
    CAPTURE(address);
    const auto database = db::open(address);
    use_test_keys(*database);
    body(*database, address);
  }
  copies.drop(name);
}

}  // namespace

void use_test_keys(db::Database& database) {
  const auto load = [] { return crypto::Keyring::Keys{{1, std::string(32, 'k')}}; };
  database.use_keys(std::make_shared<crypto::Keyring>(load, "lookup"));
}

void on_each_database_at(const Body& body) {
  on_sqlite(body);
  on_postgres(body);
}

void on_each_database(const std::function<void(db::Database&)>& body) {
  on_each_database_at([&](db::Database& database, const std::string&) { body(database); });
}

}  // namespace support
