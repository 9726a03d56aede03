// Everything the city keeps of a person, as one file they take along.
#pragma once

#include "contracts/personal_data.hpp"
#include "engines/identity/visit.hpp"
#include "engines/messages/messages.hpp"
#include "services/privacy/room.hpp"

namespace privacy {

inline constexpr std::size_t taken_bytes_max = 64 * 1024 * 1024;

// A ZIP with a page to read, the same as JSON, and the papers; what would not fit is named in both.
std::string taken_along(const Parts& parts, identity::Visit& visit);

}  // namespace privacy
