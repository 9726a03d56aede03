// Fresh ids: 42 bits of milliseconds since 2020, 10 of node, 11 of sequence; never one twice.
//
// The clock may go back (a wrong battery, a restored machine), so the database keeps a floor below
// which ids may already be stored. Each engine asks `floor_due` right before a commit and stores
// the answer in that same transaction: no id is ever stored above a floor that is not stored with
// it.
#pragma once

#include <atomic>
#include <cstdint>
#include <functional>
#include <optional>

#include "platform/db/db.hpp"

namespace db {

class Ids {
 public:
  using Clock = std::function<std::int64_t()>;  // milliseconds since 1970

  explicit Ids(std::int64_t floor = 0, Clock now_ms = system_clock_ms);

  std::int64_t next();  // any thread

  // The floor to store with the commit at hand, if the stored one has been passed by.
  std::optional<std::int64_t> floor_due() const;
  void floor_stored(std::int64_t floor);  // the commit came through
  static void store_floor(Tx& tx, std::int64_t floor);

  // Makes the table if there is none and goes on from the floor found there.
  void take_up(Tx& tx);

  static std::int64_t system_clock_ms();

 private:
  Clock now_ms_;
  std::atomic<std::int64_t> last_;
  std::atomic<std::int64_t> floor_;
};

}  // namespace db
