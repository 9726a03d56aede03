// What should have been kept cannot be: the disk is full, or may not be written.
#pragma once

namespace base {

// Carried by the failures of databases and files, so that a page can say that nothing was lost and
// that it may be sent again.
struct NoRoom {
  virtual ~NoRoom() = default;
};

}  // namespace base
