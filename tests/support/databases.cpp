// Fresh databases: migrated once per engine, then copied for every test.
#include "support/databases.hpp"

#include <doctest/doctest.h>
#include <stdlib.h>

#include <filesystem>

#include "platform/embedded.hpp"

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
  body(*database, address);
}

}  // namespace

Folder::Folder() {
  auto pattern = (fs::temp_directory_path() / "taydo-test-XXXXXX").string();
  if (!mkdtemp(pattern.data())) throw std::runtime_error("no temporary folder: " + pattern);
  path_ = pattern;
}

Folder::~Folder() {
  std::error_code ignored;
  fs::remove_all(path_, ignored);
}

void on_each_database_at(const Body& body) { on_sqlite(body); }

void on_each_database(const std::function<void(db::Database&)>& body) {
  on_each_database_at([&](db::Database& database, const std::string&) { body(database); });
}

}  // namespace support
