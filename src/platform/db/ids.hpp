// Fresh ids: 42 bits of milliseconds since 2020, 10 of node, 11 of sequence; never one twice.
//
// Several programs may use one database at once (serve, worker, an import), so each opening takes
// the next node number: ids could only meet if 1,024 openings passed while two of them still ran.
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

  // What the database knows: the floor to go on from and a node number of our own. Makes the table
  // if there is none. To be called in the transaction that opens the database.
  struct Start {
    std::int64_t floor;
    std::int64_t node;
  };
  static Start begin(Tx& tx);
  void go_on(Start start);  // before the first id

  static std::int64_t system_clock_ms();

 private:
  Clock now_ms_;
  std::atomic<std::int64_t> last_;
  std::atomic<std::int64_t> floor_;
  std::int64_t node_ = 0;
};

}  // namespace db
