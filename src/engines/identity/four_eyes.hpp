// Four eyes: nobody approves what they proposed; not by holding a second position, not by standing
// in for somebody absent, and not through who stood in for them. One rule for every room.
#pragma once

#include <string>

#include "base/text.hpp"
#include "engines/journal/journal.hpp"

namespace identity {

// Is there somebody behind both acts: who did it, or in whose name it was done?
inline bool same_hand(const journal::Actor& one, const journal::Actor& other) {
  const auto behind = [](base::PersonId person, const journal::Actor& act) {
    return person && (person == act.person || person == act.acting_for);
  };
  return behind(one.person, other) || behind(one.acting_for, other);
}

// How an act is signed wherever its history is told: "Phạm Văn Minh", or "Phạm Văn Minh, làm thay
// Đặng Thị Hòa". "" if it was no officer's.
std::string acted_by(db::Tx& tx, const journal::Actor& actor, base::Lang lang);

}  // namespace identity
