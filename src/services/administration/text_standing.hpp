// The page of what is under way at a unit.
#pragma once

#include <string_view>

#include "base/text.hpp"

namespace administration::text::standing {

using base::Text;

inline constexpr Text heading{"Việc đang dở tại {unit}", "Under way at {unit}"};
inline constexpr Text link{"Việc đang dở", "What is under way"};
inline constexpr Text no_end{
    "Chưa có quyết định kết thúc đơn vị này. Bảng cho thấy những gì sẽ phải có nơi tiếp nhận.",
    "Nobody has decided that this unit ends. The table shows what would need a successor."};
inline constexpr Text ends{"Đơn vị kết thúc từ ngày {date}.", "The unit is no more from {date}."};
inline constexpr Text nothing{"Không còn việc nào đang dở tại đơn vị này.",
                              "Nothing is under way at this unit."};
inline constexpr Text what{"Đang dở", "Under way"};
inline constexpr Text count{"Số lượng", "Number"};
inline constexpr Text becomes{"Sẽ ra sao", "What becomes of it"};
inline constexpr Text to{"Đơn vị tiếp nhận", "Successor"};
inline constexpr Text nobody{"Không có", "None"};
inline constexpr Text unsure{"{count} cần xác nhận", "{count} to be confirmed"};
inline constexpr Text which{"Gồm những gì", "Which ones"};
inline constexpr Text done{"Đã chuyển", "What went on"};
inline constexpr Text when{"Thời điểm", "When"};

struct Kind {
  std::string_view code;  // of a mover
  Text words;
};
inline constexpr Kind kinds[] = {
    {"positions", {"Chức vụ và ủy quyền", "Offices and delegations"}},
    {"open_cases", {"Hồ sơ và việc đang mở", "Cases and their open tasks"}},
    {"papers", {"Giấy lập lại ở đơn vị tiếp nhận", "Papers drafted again by the successor"}},
};

}  // namespace administration::text::standing
