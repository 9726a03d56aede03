// What becomes of offices when their unit ends, in the words of the list that says so beforehand.
#pragma once

#include "base/text.hpp"

namespace identity::text {

inline constexpr base::Text office_held{"Chức vụ đang giữ", "Office held"};
inline constexpr base::Text position_moves{
    "Kết thúc vào ngày cuối của đơn vị, tiếp tục cùng vai trò ở đơn vị tiếp nhận",
    "Ends with the unit's last day and goes on in the same role at the successor"};
inline constexpr base::Text position_ends{
    "Kết thúc vào ngày cuối của đơn vị: không có đơn vị tiếp nhận, hoặc đã giữ vai trò đó ở đấy",
    "Ends with the unit's last day: nobody follows, or the role is held there already"};
inline constexpr base::Text office_coming{"Bổ nhiệm chưa đến ngày", "Appointment to come"};
inline constexpr base::Text coming_moves{"Bắt đầu đúng ngày đã định, ở đơn vị tiếp nhận",
                                         "Begins on its day, at the successor"};
inline constexpr base::Text coming_lapses{
    "Không còn hiệu lực: không có đơn vị tiếp nhận, hoặc đã giữ vai trò đó ở đấy",
    "Lapses: nobody follows, or the role is held there already"};
inline constexpr base::Text delegation_in_force{"Ủy quyền đang có hiệu lực", "Delegation in force"};
inline constexpr base::Text delegation_coming{"Ủy quyền chưa đến ngày", "Delegation to come"};
inline constexpr base::Text delegation_follows{
    "Kết thúc cùng chức vụ cũ, tiếp tục trong chức vụ mới đến ngày đã định",
    "Ends with the old office and goes on in the new one until its last day"};
inline constexpr base::Text delegation_ends{"Kết thúc cùng chức vụ cũ", "Ends with the old office"};
inline constexpr base::Text delegation_passes{"Theo chức vụ mới, giữ nguyên ngày",
                                              "Goes along with the new office, on the same days"};
inline constexpr base::Text delegation_lapses{"Không còn hiệu lực cùng chức vụ",
                                              "Lapses with the office"};

}  // namespace identity::text
