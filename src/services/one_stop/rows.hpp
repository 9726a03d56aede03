// Dossiers, their results and their money compared with what the journal says of them.
#pragma once

#include "contracts/rows.hpp"
#include "platform/files/files.hpp"

namespace one_stop {

// Each dossier against its entries, with the stored file of its result, and each submission against
// the dossier it left. `files` outlives the answer.
contracts::RowChecks row_checks(const files::Store& files);

}  // namespace one_stop
