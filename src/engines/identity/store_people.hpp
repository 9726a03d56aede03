// Rows of people: what the door (identity.hpp) does not offer.
#pragma once

#include "engines/identity/identity.hpp"

namespace identity::store {

// Inserts the person under `id`, or renews the one who has that number; empty facts stay as they
// were.
void keep(db::Tx& tx, base::PersonId id, const PersonFacts& facts, std::string_view source,
          base::Instant now);

}  // namespace identity::store
