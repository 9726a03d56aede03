// The keys in a data folder: read with care, and known to the database by their proofs.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "platform/config/config.hpp"
#include "platform/db/db.hpp"

namespace config {

inline std::filesystem::path secrets(const Folder& folder) { return folder.path() / "secrets"; }

// The bytes kept under secrets/<name>; nothing: there is no such file. One that others than its
// owner may read, or that cannot be read, is a db::Failure with the mend.
std::optional<std::string> kept(const Folder& folder, std::string_view name);

// What each key is known by, so that a lost or another one is found. A key that has a proof keeps
// it: `prove` answers the proof that stands. `drop_proof` is for keys that are renewed.
std::optional<std::string> proof(db::Tx& tx, std::string_view key);
std::vector<std::string> proven(db::Tx& tx);  // names
std::string prove(db::Tx& tx, base::Instant now, std::string_view key, std::string_view proof);
void drop_proof(db::Tx& tx, std::string_view key);

}  // namespace config
