// Shared templates whose conditions were published in the small language: the same in FEEL is
// published after them, for the newest is in force.
#pragma once

#include <string>
#include <vector>

#include "base/instant.hpp"
#include "platform/db/db.hpp"

namespace documents {

struct SharedText {
  std::string name;
  std::string text;
};

// Those in force in the small language; "wording" is that of all papers.
std::vector<SharedText> in_small_language(db::Tx& tx);
void keep_carried(db::Tx& tx, base::Instant now, const SharedText& in_feel);

}  // namespace documents
