// What people typed stands sealed; this seals again what is not yet under the newest key.
#pragma once

#include "platform/db/db.hpp"

namespace forms {

// One slice of rows after `after`, which moves on; says how many it sealed, 0 at the end. Rows that
// somebody changed meanwhile are left to the next round.
int seal_drafts(db::Tx& tx, std::int64_t& after, int limit);
int seal_answers(db::Tx& tx, std::int64_t& after, int limit);

}  // namespace forms
