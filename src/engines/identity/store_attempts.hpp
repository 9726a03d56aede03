// Rows of sign-ins that have come back.
#pragma once

#include <string_view>

#include "platform/db/db.hpp"

namespace identity::store {

// False: it has come back before.
bool spend_attempt(db::Tx& tx, std::string_view state_hash, base::Instant now);
void forget_attempts(db::Tx& tx, base::Instant before);

}  // namespace identity::store
