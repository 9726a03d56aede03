// The office in which an administrator acts, for the journal.
#pragma once

#include "engines/identity/visit.hpp"

namespace identity {

// Their position as system administrator, or nullptr.
inline const Position* administering(const Who& who) {
  for (const auto& position : who.positions) {
    if (position.role == role::system_administrator) return &position;
  }
  return nullptr;
}

}  // namespace identity
