// Side door: whether what is kept of a submission is what was declared, by its salted hash.
#pragma once

#include <string_view>

#include "platform/db/db.hpp"

namespace forms {

enum class Declared {
  as_hashed,
  altered,  // another text, another salt, or a value that does not open
  erased,   // in order: only the hash in the journal is left
  none
};
// `hash` is what `keep` answered, as the journal has it.
Declared declared(db::Tx& tx, std::string_view subject_kind, std::int64_t subject,
                  std::string_view hash);

}  // namespace forms
