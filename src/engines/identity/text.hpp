// The few words identity writes itself.
#pragma once

#include "base/text.hpp"

namespace identity::text {

inline constexpr base::Text system_administrator{"Quản trị hệ thống", "System administrator"};

// Requests under the two-person rule
inline constexpr base::Text reset_factor{"Đặt lại xác thực hai lớp", "Reset the second factor"};
inline constexpr base::Text end_account{"Chấm dứt tài khoản", "End the account for good"};
inline constexpr base::Text appoint_administrator{"Bổ nhiệm người quản trị",
                                                  "Appoint an administrator"};
inline constexpr base::Text position{"Chức danh", "Title"};
inline constexpr base::Text unit{"Đơn vị", "Unit"};
inline constexpr base::Text first_day{"Từ ngày", "From"};
inline constexpr base::Text last_day{"Đến hết ngày", "Until the end of"};
inline constexpr base::Text no_last_day{"Không thời hạn", "Open"};
inline constexpr base::Text officer{"Cán bộ", "Officer"};
inline constexpr base::Text login{"Tên đăng nhập", "Login"};

// Browsers
inline constexpr base::Text browser_on{"{browser} trên {system}", "{browser} on {system}"};
inline constexpr base::Text coc_coc{"Cốc Cốc", "Coc Coc"};
inline constexpr base::Text unknown_browser{"Không rõ trình duyệt", "Unknown browser"};

}  // namespace identity::text
