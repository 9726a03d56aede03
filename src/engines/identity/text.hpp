// The few words identity writes itself.
#pragma once

#include "base/text.hpp"

namespace identity::text {

inline constexpr base::Text system_administrator{"Quản trị hệ thống", "System administrator"};

}  // namespace identity::text
