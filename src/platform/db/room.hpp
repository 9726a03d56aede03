// When there is no room to write in: the disk is full, or this program may not write there.
#pragma once

#include "base/no_room.hpp"
#include "platform/db/db.hpp"

namespace db {

// Nothing of the transaction was kept; the same may be tried again when there is room.
struct NoRoom : Failure, base::NoRoom {
  using Failure::Failure;
};

// False: nothing could be written when it was opened, so it is only read; every write is a NoRoom.
// Open it anew to find out whether there is room again.
bool writable(const Database& database);
// False also when the last write found no room.
bool has_room(const Database& database);

}  // namespace db
