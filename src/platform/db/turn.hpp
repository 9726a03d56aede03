// Keeps programs that start at once from making the same tables together.
#pragma once

#include "platform/db/db.hpp"

namespace db {

// Waits until no other program prepares this database; holds until the transaction ends. On SQLite
// there is one writer anyway.
inline void take_turn(Tx& tx, Engine engine) {
  if (engine != Engine::postgres) return;
  tx.execute("SET LOCAL lock_timeout = 0");  // another's migration may take minutes
  tx.execute("SELECT pg_advisory_xact_lock(7364756)");
}

}  // namespace db
