// The few words identity writes itself.
#pragma once

#include "base/text.hpp"

namespace identity::text {

inline constexpr base::Text system_administrator{"Quản trị hệ thống", "System administrator"};

// Requests under the two-person rule
inline constexpr base::Text reset_factor{"Đặt lại xác thực hai lớp", "Reset the second factor"};
inline constexpr base::Text end_account{"Chấm dứt tài khoản", "End the account for good"};
inline constexpr base::Text officer{"Cán bộ", "Officer"};
inline constexpr base::Text login{"Tên đăng nhập", "Login"};

}  // namespace identity::text
