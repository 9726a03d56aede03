// Words of casework's own cards.
#pragma once

#include "base/text.hpp"

namespace casework::text {

inline constexpr base::Text confirm{"Xác nhận đơn vị giải quyết", "Confirm the unit that decides"};

}  // namespace casework::text
