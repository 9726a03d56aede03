// The keys of values that stand sealed in the database, and sealing again under the newest.
#pragma once

#include <memory>

#include "platform/config/config.hpp"
#include "platform/crypto/keyring.hpp"

namespace app {

// secrets/fields-1.key, fields-2.key … as they lie there, checked by nobody.
crypto::Keyring::Keys field_keys(const config::Folder& folder);
std::string field_key_name(int number);       // "fields-3.key"
int field_key_number(std::string_view file);  // 3; 0 of anything else

// Under which key the values of this database were last sealed, with a value to try it on; the key
// 0: none were, or not yet all of those this program seals.
struct SealedUnder {
  int key = 0;
  std::string trial;
  bool all = false;
};
SealedUnder sealed_under(db::Database& db);
bool opens(crypto::Keyring& keys, const SealedUnder& under);
void not_all_sealed(db::Tx& tx);  // the next start goes over them again

// One round over all sealed values, in slices, beside whoever works; says how many were sealed.
std::int64_t seal_again(db::Database& db);

// A new key; from now on it seals. Says its number.
int make_key(db::Database& db, const config::Folder& folder);

std::string fresh_key();  // 32 bytes

// What a key is known by; tells nothing of it.
std::string proof_of(std::string_view name, std::string_view key);

}  // namespace app
