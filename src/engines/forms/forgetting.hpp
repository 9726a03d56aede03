// Taking away what was submitted, of which it stays that something was; and drafts.
#pragma once

#include <vector>

#include "base/id.hpp"
#include "base/instant.hpp"
#include "platform/db/db.hpp"

namespace forms {

// The answers become none. The salt goes too, so that the hash in the journal tells nothing more.
void forget(db::Tx& tx, std::string_view subject_kind, std::int64_t subject);

// All drafts of one person go, those nobody sees any more too; says which.
std::vector<base::DraftId> forget_drafts(db::Tx& tx, base::PersonId owner);

// Drafts whose time is over go, the oldest first, at most `limit`; says which.
std::vector<base::DraftId> sweep_drafts(db::Tx& tx, base::Instant now, int limit);

}  // namespace forms
