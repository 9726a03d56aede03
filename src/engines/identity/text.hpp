// The few words identity writes itself.
#pragma once

#include "base/text.hpp"

namespace identity::text {

inline constexpr base::Text system_administrator{"Quản trị hệ thống", "System administrator"};

// What the gate says above a form it gives back
inline constexpr base::Text kept{
    "Những gì đã nhập trước khi phiên đăng nhập kết thúc vẫn còn trong trang này và chưa được gửi. "
    "Kiểm tra rồi gửi lại.",
    "What you typed before your session ended is here again and has not been sent. Check it, then "
    "send it."};
inline constexpr base::Text reused{
    "Biểu mẫu này đã được gửi một lần với nội dung khác, và lần gửi đó đã được ghi nhận. Nội dung "
    "vừa nhập vẫn còn trong trang này, chưa được gửi; kiểm tra rồi gửi nếu muốn làm thêm lần nữa.",
    "This form was already sent with other values, and that was recorded. What you have just typed "
    "is on this page and has not been sent; check it and send it if you want it done as well."};
inline constexpr base::Text choose_again{"Chọn lại các tệp: {files}.",
                                         "Choose these files again: {files}."};

// Requests under the two-person rule
inline constexpr base::Text reset_factor{"Đặt lại xác thực hai lớp", "Reset the second factor"};
inline constexpr base::Text end_account{"Chấm dứt tài khoản", "End the account for good"};
inline constexpr base::Text appoint_administrator{"Bổ nhiệm người quản trị",
                                                  "Appoint an administrator"};
inline constexpr base::Text change_administrator{"Thay đổi chức vụ quản trị",
                                                 "Change an administrator’s office"};
inline constexpr base::Text delegate_administrator{"Ủy quyền chức vụ quản trị",
                                                   "Delegate an administrator’s office"};
inline constexpr base::Text open_account{"Cấp tài khoản cho người quản trị",
                                         "Give an administrator an account"};
inline constexpr base::Text lock_account{"Khóa tài khoản", "Lock the account"};
inline constexpr base::Text unlock_account{"Mở khóa tài khoản", "Unlock the account"};
inline constexpr base::Text give_password{"Cấp mật khẩu dùng một lần", "Give a one-time password"};
inline constexpr base::Text change{"Thay đổi", "Change"};
inline constexpr base::Text taken_back{"Rút lại, coi như chưa bổ nhiệm",
                                       "Taken back, as if never appointed"};
inline constexpr base::Text until_now{"Đang ghi", "As it stands"};
inline constexpr base::Text holder{"Người vắng", "Who is absent"};
inline constexpr base::Text stand_in{"Người làm thay", "Who acts"};
inline constexpr base::Text position{"Chức danh", "Title"};
inline constexpr base::Text unit{"Đơn vị", "Unit"};
inline constexpr base::Text first_day{"Từ ngày", "From"};
inline constexpr base::Text last_day{"Đến hết ngày", "Until the end of"};
inline constexpr base::Text no_last_day{"Không thời hạn", "Open"};
inline constexpr base::Text officer{"Cán bộ", "Officer"};
inline constexpr base::Text login{"Tên đăng nhập", "Login"};

// Whose act it was
inline constexpr base::Text acting_for{"làm thay {name}", "acting for {name}"};

// Browsers
inline constexpr base::Text browser_on{"{browser} trên {system}", "{browser} on {system}"};
inline constexpr base::Text coc_coc{"Cốc Cốc", "Coc Coc"};
inline constexpr base::Text unknown_browser{"Không rõ trình duyệt", "Unknown browser"};

}  // namespace identity::text
