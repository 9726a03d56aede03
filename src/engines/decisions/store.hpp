// Rows of tables: editions, and what packs brought.
#pragma once

#include "engines/decisions/decisions.hpp"

namespace decisions::store {

void insert(db::Tx& tx, const Edition& edition, std::string_view content);

struct Brought {
  std::string code;
  base::Date from;
  std::string content, hash;
};
std::vector<Brought> brought(db::Tx& tx, std::string_view pack);
void remember(db::Tx& tx, std::string_view pack, const Brought& one);

}  // namespace decisions::store
