// What the keeper of incidents.json hears.
#pragma once

#include "base/text.hpp"

namespace incidents::text {

inline constexpr base::Text no_rules{"Chưa có quy tắc nào. Hãy thêm ít nhất một.",
                                     "There is no rule. Add at least one."};
inline constexpr base::Text own_step{"“{code}” là tên riêng của chương trình. Hãy đặt mã khác.",
                                     "“{code}” is a name of the program. Use another code."};
inline constexpr base::Text english_missing{"Thiếu tiếng Anh. Hãy thêm \"en\".",
                                            "The English is missing. Add \"en\"."};
inline constexpr base::Text bad_hours{"Phải là danh sách số giờ, ví dụ [24, 60].",
                                      "This must be a list of hours, such as [24, 60]."};
inline constexpr base::Text no_notify{
    "Thiếu bước “{code}” có số giờ lớn hơn 0. Hãy thêm bước này.",
    "The step “{code}” with more than 0 hours is missing. Add it."};

}  // namespace incidents::text
