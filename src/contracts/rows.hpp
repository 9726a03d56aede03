// What a room says of its own rows when the journal is verified: whether they are as its entries
// tell. The journal knows no rooms, and no room another's tables.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

namespace db {
class Tx;
}

namespace contracts {

// One thing a row says and its entries do not. English, for the operator; never a personal value.
struct Difference {
  std::string row;     // "dossier H13.01-261123-0001"
  std::string what;    // "state"
  std::string is;      // "9"; "nothing" where there is none
  std::string should;  // "4"
};
using TellDifference = std::function<void(const Difference&)>;

struct RowCheck {
  std::string rows;  // what is compared: "dossiers"
  // Compares some of them, about `limit`, in the snapshot of `tx`. `after` is the room's own mark,
  // 0 at first; false: there are no more.
  std::function<bool(db::Tx& tx, std::int64_t& after, int limit, const TellDifference& tell)>
      compare;
};
using RowChecks = std::vector<RowCheck>;

}  // namespace contracts
