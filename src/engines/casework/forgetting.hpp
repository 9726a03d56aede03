// Taking the name of whom a case was for off its cards.
#pragma once

#include "platform/db/db.hpp"

namespace casework {

// The code stays, so that the case is still found by it.
void forget_party(db::Tx& tx, std::string_view subject_kind, std::int64_t subject);

}  // namespace casework
