// Keeps PostgreSQL from planning for a queue as for the empty table it mostly is.
#pragma once

#include "platform/db/db.hpp"

namespace db {

// Statements first run after this, in this transaction, follow an index for as long as the
// connection keeps their plans. Without it a queue that was empty when they were planned is read
// from end to end by every worker once a million rows come, until the server analyses it anew.
// Every transaction that runs such a statement begins with it.
inline void by_index(Tx& tx, Engine engine) {
  if (engine != Engine::postgres) return;
  tx.query(
      "SELECT set_config('enable_seqscan', 'off', TRUE), set_config('enable_sort', 'off', TRUE), "
      "set_config('enable_bitmapscan', 'off', TRUE)",
      {}, [](const Row&) {});
}

}  // namespace db
