// Whose work a matter is: the access ledger tells the assigned officer from any other reader.
#pragma once

#include "engines/identity/identity.hpp"

namespace casework {

// Assigned is who holds the desk of an open task of an open case today, also by delegation, and who
// did one of its tasks. Of a case that has ended nobody is. The office named is the one that holds
// the desk, else one in the case's unit or above it.
identity::Charges in_charge(db::Tx& tx, const identity::Who& reader,
                            const std::set<std::int64_t>& matters);

}  // namespace casework
