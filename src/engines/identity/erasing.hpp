// Taking a person's values away; the row and its id stay, for the journal and the ledger name it.
#pragma once

#include "base/id.hpp"
#include "base/instant.hpp"
#include "platform/db/db.hpp"

namespace identity {

// Name, numbers, papers, contact and held forms go and sessions end. Nobody finds the row by its
// values any more, and who signs in again is a new person.
void erase_person(db::Tx& tx, base::PersonId person, base::Instant now);

}  // namespace identity
