// Rows of the catalogue.
#pragma once

#include "engines/catalogue/publish.hpp"

namespace catalogue::store {

void insert(db::Tx& tx, const Version& version, const Publication& publication, base::Instant now);

// The newest published of a procedure, whatever its dates: what the next one follows.
struct Newest {
  int number = 0;
  std::string published_hash;
  std::string hash;         // of what is read: another one if it was carried over to FEEL
  Publication publication;  // as it is read
};
std::optional<Newest> newest(db::Tx& tx, std::string_view code);

// What the last import of a pack brought: code and hash.
std::vector<std::pair<std::string, std::string>> brought(db::Tx& tx, std::string_view pack);
void remember_brought(db::Tx& tx, std::string_view pack, std::string_view code,
                      std::string_view hash);

}  // namespace catalogue::store
