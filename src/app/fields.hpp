// The keys of values that stand sealed in the database, and sealing again under the newest.
#pragma once

#include <memory>

#include "platform/config/config.hpp"
#include "platform/crypto/keyring.hpp"

namespace app {

// secrets/fields-1.key, fields-2.key … of the installation; the first is made if there is none.
std::shared_ptr<crypto::Keyring> keyring(const config::Folder& folder);

// Gives the database its keys. What stands in the clear or under an older key than the newest is
// sealed again, once. Throws db::Failure if a key of this database is gone or is another one: then
// nothing was touched.
void use_keys(db::Database& db, const config::Folder& folder);

// One round over all sealed values, in slices, beside whoever works; says how many were sealed.
std::int64_t seal_again(db::Database& db);

// A new key; from now on it seals. Says its number.
int make_key(const config::Folder& folder);

}  // namespace app
