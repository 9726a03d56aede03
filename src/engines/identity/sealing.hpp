// Numbers of people stand sealed; this seals again what is not yet under the newest key, and tells
// whether a key is the one that rows depend on.
#pragma once

#include <optional>
#include <string_view>

#include "platform/crypto/keyring.hpp"
#include "platform/db/db.hpp"

namespace identity {

// One slice of rows after `after`, which moves on; says how many it sealed, 0 at the end. Rows that
// somebody changed meanwhile are left to the next round.
int seal_numbers(db::Tx& tx, std::int64_t& after, int limit);
int seal_paper_numbers(db::Tx& tx, std::int64_t& after, int limit);

// Is this the key? Tried on the newest row that depends on it; nothing where no row does. The empty
// key fits no row.
std::optional<bool> lookup_fits(db::Tx& tx, crypto::Keyring& keys);         // numbers of people
std::optional<bool> factor_key_fits(db::Tx& tx, std::string_view key);      // second factors
std::optional<bool> held_forms_key_fits(db::Tx& tx, std::string_view key);  // forms held 24 h

// Where these keys are lost for good: numbers are hashed again as they are sealed again; all second
// factors are taken away (says how many), so that each officer enrols anew.
void forget_number_hashes(db::Tx& tx);
std::int64_t forget_factors(db::Tx& tx);

}  // namespace identity
