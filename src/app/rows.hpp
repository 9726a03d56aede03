// Rows of all rooms compared with the journal, in slices.
#pragma once

#include <string>

#include "contracts/rows.hpp"
#include "platform/db/db.hpp"
#include "platform/files/files.hpp"

namespace app {

// What the rooms offer to compare; `files` outlives it.
contracts::RowChecks row_checks(const files::Store& files);

// Goes through all of one check, each slice in a snapshot of its own, so that memory stays bounded
// and acts go on. Answers how many differences were told.
std::int64_t differences(db::Database& db, const contracts::RowCheck& check,
                         const contracts::TellDifference& tell);

// The command `taydo journal verify --rows`, after the journal itself: each difference a line; the
// exit code is 1 when there was one.
int verify_rows(const std::string& data, const std::string& database);

// "dossier H13.01-261123-0001: state is 9, should be 4"
std::string told(const contracts::Difference& difference);

}  // namespace app
