// What the keeper of messages.json hears.
#pragma once

#include "base/text.hpp"

namespace messages::text {

inline constexpr base::Text bad_time{"Phải là giờ và phút, ví dụ \"21:00\".",
                                     "This must be hour and minute, such as \"21:00\"."};

}  // namespace messages::text
