// Words of casework's own cards.
#pragma once

#include "base/text.hpp"

namespace casework::text {

inline constexpr base::Text confirm{"Xác nhận đơn vị giải quyết", "Confirm the unit that decides"};

// What becomes of an open case when its unit ends
inline constexpr base::Text at_step{"Hồ sơ ở bước: {step}", "Case at the step: {step}"};
inline constexpr base::Text moves{
    "Chuyển cùng việc đang mở sang đơn vị tiếp nhận, giữ nguyên mã và hạn trả",
    "Goes to the successor with its open task; code and due time stay"};
inline constexpr base::Text to_confirm{
    "Chuyển sang đơn vị nhận phần còn lại; ở đó xác nhận hồ sơ thuộc đơn vị nào",
    "Goes to the unit that takes the rest, which confirms whose it is"};
inline constexpr base::Text nobody{"Chưa có đơn vị tiếp nhận: chỉ định trước ngày kết thúc",
                                   "Nobody takes over yet: name a successor before the day"};

}  // namespace casework::text
