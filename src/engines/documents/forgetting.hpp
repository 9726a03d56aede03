// Taking away the papers of a matter; number, symbol and day of issue stay.
#pragma once

#include <string>
#include <vector>

#include "platform/db/db.hpp"

namespace documents {

// The names of all files these papers ever were, for their removal from the file store.
std::vector<std::string> forget(db::Tx& tx, std::string_view subject_kind, std::int64_t subject);

}  // namespace documents
