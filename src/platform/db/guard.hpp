// One transaction at a time on one thread: a read or write inside another is a bug.
#pragma once

#include "base/must.hpp"

namespace db {

// Whether a body of this thread is running now. A write inside a write would wait for itself on
// SQLite.
inline thread_local bool inside_transaction = false;

inline void must_be_outside() { base::must(!inside_transaction); }

class Inside {
 public:
  Inside() {
    must_be_outside();
    inside_transaction = true;
  }
  ~Inside() { inside_transaction = false; }
  Inside(const Inside&) = delete;
  Inside& operator=(const Inside&) = delete;
};

}  // namespace db
