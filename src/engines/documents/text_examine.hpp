// What the author of a template hears about its sentences.
#pragma once

#include "base/text.hpp"

namespace documents::text {

inline constexpr base::Text no_section{
    "Tờ khai không có phần lặp lại “{name}”. Hãy viết mã của một phần có repeat.",
    "The form has no repeated section “{name}”. Write the code of one with repeat."};
inline constexpr base::Text bad_when{"Điều kiện sai ở cột {column}. {why}",
                                     "The condition is wrong at column {column}. {why}"};
inline constexpr base::Text nobody_tells{
    "Không ai điền “{name}”. Hãy dùng tên một giá trị có thật, hoặc bỏ đi.",
    "Nobody supplies “{name}”. Use the name of a value that there is, or remove it."};
inline constexpr base::Text nobody_tells_but{"Không ai điền “{name}”. Hãy viết “{meant}”.",
                                             "Nobody supplies “{name}”. Write “{meant}”."};

}  // namespace documents::text
