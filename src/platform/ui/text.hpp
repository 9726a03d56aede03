// The few words that parts need themselves, in both languages.
#pragma once

#include "base/text.hpp"

namespace ui::text {

using base::Text;

inline constexpr Text skip_to_main{"Đến nội dung chính", "Skip to main content"};
inline constexpr Text product{"Tây Đô", "Tây Đô"};
inline constexpr Text citizen_sub{"Dịch vụ công {city}", "Public services of {city}"};
inline constexpr Text officer_sub{"Không gian làm việc", "Workspace"};
inline constexpr Text language_name{"Tiếng Việt", "English"};  // in that language itself
inline constexpr Text hotline{"Tổng đài {number}", "Hotline {number}"};
inline constexpr Text menu{"Menu", "Menu"};
inline constexpr Text sign_in{"Đăng nhập", "Sign in"};
inline constexpr Text main_navigation{"Chính", "Main"};
inline constexpr Text functions{"Chức năng", "Functions"};
inline constexpr Text breadcrumbs{"Đường dẫn", "Breadcrumb"};
inline constexpr Text demo_label{"Bản trình diễn", "Demonstration"};
inline constexpr Text demo{
    "Bản trình diễn: mọi người, hồ sơ và số tiền ở đây đều là giả định, không có giá trị pháp lý.",
    "Demonstration: all people, cases and amounts here are invented and have no legal effect."};
inline constexpr Text source{"Phần mềm nguồn mở Tây Đô", "Tây Đô, open source software"};
inline constexpr Text items{" việc", " items"};

inline constexpr Text change{"Sửa", "Change"};
inline constexpr Text optional{"(không bắt buộc)", "(optional)"};
inline constexpr Text error_prefix{"Lỗi:", "Error:"};
inline constexpr Text error_title{"Có 1 chỗ cần sửa", "There is 1 problem"};
inline constexpr Text error_title_prefix{"Lỗi: ", "Error: "};
inline constexpr Text error_count{"Có {count} chỗ cần sửa", "There are {count} problems"};
inline constexpr Text day{"Ngày", "Day"};
inline constexpr Text month{"Tháng", "Month"};
inline constexpr Text year{"Năm", "Year"};

inline constexpr Text steps{"Các bước", "Steps"};
inline constexpr Text step_now{"Bước {n} trong {all}:", "Step {n} of {all}:"};
inline constexpr Text step_done{" (đã xong)", " (done)"};
inline constexpr Text pages{"Trang", "Pages"};
inline constexpr Text page{"Trang {n}", "Page {n}"};
inline constexpr Text previous{"Trước", "Previous"};
inline constexpr Text next{"Sau", "Next"};

inline constexpr Text pick{"Chọn", "Select"};
inline constexpr Text pick_one{"Chọn {code}", "Select {code}"};
inline constexpr Text filter{"Lọc", "Filter"};
inline constexpr Text keys{"Phím tắt:", "Keys:"};
inline constexpr Text keys_move{"lên xuống,", "move,"};
inline constexpr Text keys_pick{"chọn,", "select,"};
inline constexpr Text keys_open{"mở", "open"};
inline constexpr Text keys_off{"Tắt phím tắt", "Turn keys off"};
inline constexpr Text keys_on{"Bật phím tắt", "Turn keys on"};
inline constexpr Text table_region{"Bảng, cuộn ngang được", "Table, scrolls sideways"};

}  // namespace ui::text
