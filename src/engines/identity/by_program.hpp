// What the program opens by itself, with nobody looking: it stands in the access ledger as well.
#pragma once

#include "base/id.hpp"
#include "base/instant.hpp"
#include "platform/db/db.hpp"

namespace identity {

struct Processing {
  std::string_view purpose;  // "casework.move"
  std::int64_t matter = 0;
  base::UnitId unit;  // the agency it is done for
  base::Instant now;
};

// In the transaction that uses what was opened. No subject: nothing was.
void opened_by_program(db::Database& db, db::Tx& tx, const Processing& what,
                       base::PersonId subject);

}  // namespace identity
