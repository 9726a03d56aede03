// What the author of an expression hears when it cannot be read.
#pragma once

#include "base/text.hpp"

namespace rules::text {

inline constexpr base::Text too_long{
    "Biểu thức dài quá {max} ký tự. Hãy tách thành nhiều điều kiện.",
    "The expression is longer than {max} characters. Split it."};
inline constexpr base::Text too_deep{
    "Biểu thức lồng nhau quá {max} tầng. Hãy bỏ bớt ngoặc.",
    "The expression nests deeper than {max}. Use fewer parentheses."};
inline constexpr base::Text expected_value{
    "Thiếu một giá trị: tên trường, số, 'văn bản' hoặc [danh sách].",
    "A value is missing: a field name, a number, a 'text' or a [list]."};
inline constexpr base::Text expected_sign{"Thiếu dấu {sign}.", "A {sign} is missing."};
inline constexpr base::Text unclosed_text{"Văn bản chưa có dấu nháy đóng.",
                                          "The text has no closing quote."};
inline constexpr base::Text left_over{"Không hiểu phần từ đây: {rest}",
                                      "Cannot read what begins here: {rest}"};
inline constexpr base::Text no_function{
    "Không có hàm {name}. Các hàm: age, year, date, length, empty.",
    "There is no function {name}. There are age, year, date, length, empty."};
inline constexpr base::Text wrong_count{"Hàm {name} cần {count} giá trị.",
                                        "The function {name} takes {count} values."};
inline constexpr base::Text chain{
    "Không nối hai phép so sánh liền nhau. Hãy dùng “and” giữa chúng.",
    "Two comparisons cannot follow each other. Put “and” between them."};
inline constexpr base::Text bad_number{"Số này quá dài.", "This number is too long."};

}  // namespace rules::text
