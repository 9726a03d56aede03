// What people are told and their addresses stand sealed; this seals again what is not yet under the
// newest key.
#pragma once

#include "platform/db/db.hpp"

namespace messages {

// One slice of rows after `after`, which moves on; says how many it sealed, 0 at the end. Rows that
// somebody changed meanwhile are left to the next round.
int seal_messages(db::Tx& tx, std::int64_t& after, int limit);
int seal_addresses(db::Tx& tx, std::int64_t& after, int limit);

}  // namespace messages
