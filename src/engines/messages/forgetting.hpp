// Taking away what a person was told, and how they wanted to be reached.
#pragma once

#include "base/id.hpp"
#include "platform/db/db.hpp"

namespace messages {

// Says how many messages. That a legal notice was given and read stays in the journal.
int forget(db::Tx& tx, base::PersonId person);

}  // namespace messages
