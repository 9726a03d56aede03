// Rows of second factors and recovery codes.
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "base/id.hpp"
#include "platform/db/db.hpp"

namespace identity::store {

struct Factor {
  std::string sealed;  // base64
  base::Instant enrolled;
  std::int64_t last_step = 0;
};

std::optional<Factor> factor(db::Tx& tx, base::PersonId person);
// Of whoever enrolled last.
std::optional<std::pair<base::PersonId, Factor>> newest_factor(db::Tx& tx);
// False if there is one already.
bool insert_factor(db::Tx& tx, base::PersonId person, const Factor& factor);
// True once for each step, and never again for it or one before it.
bool take_step(db::Tx& tx, base::PersonId person, std::int64_t step);
// With its recovery codes. False if there was none.
bool remove_factor(db::Tx& tx, base::PersonId person);
std::int64_t remove_all_factors(db::Tx& tx);

void replace_codes(db::Tx& tx, base::PersonId person, const std::vector<std::string>& hashes);
bool use_code(db::Tx& tx, base::PersonId person, std::string_view hash, base::Instant now);
int codes_left(db::Tx& tx, base::PersonId person);

}  // namespace identity::store
