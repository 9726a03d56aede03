// Taking away what was submitted; that something was stays.
#pragma once

#include "platform/db/db.hpp"

namespace forms {

// The answers become none. The salt goes too, so that the hash in the journal tells nothing more.
void forget(db::Tx& tx, std::string_view subject_kind, std::int64_t subject);

}  // namespace forms
