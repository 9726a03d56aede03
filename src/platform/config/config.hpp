// What differs between installations: settings in the database, secrets and start-up words in a
// folder.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>

#include "base/json.hpp"
#include "platform/db/db.hpp"

namespace config {

// The data folder of an installation. Everything in it belongs to the program alone.
class Folder {
 public:
  // Makes it (mode 0700) if it is not there; throws db::Failure with a reason if it cannot.
  explicit Folder(std::filesystem::path path);

  const std::filesystem::path& path() const { return path_; }
  // "sqlite:<path>/taydo.db" unless another database is named.
  std::string database() const { return "sqlite:" + (path_ / "taydo.db").string(); }

  // The bytes kept under secrets/<name>, made by `make` the first time (mode 0600, whole or not at
  // all).
  std::string secret(std::string_view name, std::string (*make)()) const;

  // taydo.json, written by hand: {"public_url", "oidc": {…}}. Empty if there is none; a file that
  // cannot be read is a db::Failure naming its line.
  base::json::object file() const;

 private:
  std::filesystem::path path_;
};

// Settings that came with a pack ("city"): one JSON value each, the last one in force.
void set(db::Tx& tx, base::Instant now, std::string_view name, const base::json::object& value);
base::json::object get(db::Tx& tx, std::string_view name);

}  // namespace config
