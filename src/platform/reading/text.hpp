// What the author of a JSON file hears.
#pragma once

#include "base/text.hpp"

namespace reading::text {

inline constexpr base::Text not_object{"Chỗ này phải là một đối tượng {open} … {close}.",
                                       "This must be an object {open} … {close}."};
inline constexpr base::Text not_list{"“{key}” phải là một danh sách [ … ].",
                                     "“{key}” must be a list [ … ]."};
inline constexpr base::Text missing{"Thiếu “{key}”. Hãy thêm mục này.",
                                    "“{key}” is missing. Add it."};
inline constexpr base::Text not_text{"“{key}” phải là văn bản trong dấu nháy kép.",
                                     "“{key}” must be a text in double quotes."};
inline constexpr base::Text not_words{
    "“{key}” phải có tiếng Việt, ví dụ {example}.",
    "“{key}” must have its Vietnamese words, for example {example}."};
inline constexpr base::Text not_number{"“{key}” phải là số nguyên từ {min} đến {max}.",
                                       "“{key}” must be a whole number from {min} to {max}."};
inline constexpr base::Text not_flag{"“{key}” phải là true hoặc false.",
                                     "“{key}” must be true or false."};
inline constexpr base::Text not_date{
    "“{key}” phải là một ngày có thật, ví dụ \"2025-07-01\".",
    "“{key}” must be a day that exists, for example \"2025-07-01\"."};
inline constexpr base::Text not_choice{"“{key}” không nhận “{given}”. Chọn một trong: {names}.",
                                       "“{key}” cannot be “{given}”. Choose one of: {names}."};
inline constexpr base::Text too_many{"“{key}” có quá {max} mục.",
                                     "“{key}” has more than {max} items."};
inline constexpr base::Text unknown{"Không có mục nào tên “{key}”. Hãy sửa tên hoặc bỏ đi.",
                                    "Nothing is called “{key}”. Correct the name or remove it."};

inline constexpr std::string_view words_example = R"({"vi": "Hộ tịch", "en": "Civil status"})";

}  // namespace reading::text
