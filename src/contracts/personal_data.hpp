// What the rooms that keep personal data tell the person it is about.
#pragma once

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "base/id.hpp"
#include "base/text.hpp"

namespace db {
class Tx;
}

namespace contracts {

// A dossier or document as that person may be led to it.
struct Matter {
  std::string code;  // "H13.01-261122-0001"
  std::string href;  // its page; "" where it is not theirs to open
};

// A room that opens or keeps personal data.
struct Keeper {
  // Why it opens them, in the words the person reads: "one_stop.case" -> "Giải quyết hồ sơ".
  std::map<std::string, base::Words> purposes;
  // A matter of its own by the id that stands in the access ledger; none: not this room's.
  std::function<std::optional<Matter>(db::Tx&, std::int64_t matter, base::PersonId reader)> matter =
      {};
};
using Keepers = std::vector<Keeper>;

}  // namespace contracts
