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

// ---- What can be read and makes no sense.
inline constexpr base::Text a_flag{"đúng/sai", "true or false"};
inline constexpr base::Text a_number{"số", "a number"};
inline constexpr base::Text a_date{"ngày", "a date"};
inline constexpr base::Text a_text{"văn bản", "a text"};
inline constexpr base::Text no_name{"Không có trường “{name}”. Có: {names}.",
                                    "There is no field “{name}”. There are: {names}."};
inline constexpr base::Text no_name_but{"Không có trường “{name}”. Hãy viết “{meant}”.",
                                        "There is no field “{name}”. Write “{meant}”."};
inline constexpr base::Text no_code{
    "“{given}” không phải là một lựa chọn của trường này. Hãy viết một trong: {codes}.",
    "“{given}” is no option of this field. Write one of: {codes}."};
inline constexpr base::Text types_compared{
    "So sánh {left} với {right} thì không bao giờ đúng. Hai bên phải cùng loại.",
    "Comparing {left} with {right} is never true. Both sides must be of one type."};
inline constexpr base::Text date_compared{
    "So sánh {left} với {right} thì không bao giờ đúng. Viết ngày là date('2026-11-22').",
    "Comparing {left} with {right} is never true. Write a day as date('2026-11-22')."};
inline constexpr base::Text mixed{"Danh sách có cả {left} và {right}. Hãy viết một loại.",
                                  "The list has both {left} and {right}. Keep to one type."};
inline constexpr base::Text wants{"Chỗ này cần {left}, đang là {right}. Hãy dùng trường khác.",
                                  "This must be {left} and is {right}. Use another field."};
inline constexpr base::Text no_sum{"Không cộng trừ được {left} với {right}. Hãy bỏ phép tính này.",
                                   "{left} and {right} have no sum or difference. Remove it."};
inline constexpr base::Text no_day{
    "“{given}” không phải là ngày. Hãy viết dạng date('2026-11-22').",
    "“{given}” is no day. Write it as date('2026-11-22')."};
inline constexpr base::Text no_order{"Đúng/sai không có thứ tự. Hãy dùng “==” hoặc “not”.",
                                     "True and false have no order. Use “==” or “not”."};
inline constexpr base::Text list_compared{"Muốn biết có trong danh sách, hãy viết “in”.",
                                          "To ask whether it is in a list, write “in”."};
inline constexpr base::Text wants_list{"Sau “in” phải là danh sách: ['A', 'B'].",
                                       "What follows “in” must be a list: ['A', 'B']."};
inline constexpr base::Text always_same{
    "Phần này luôn luôn như nhau. Hãy viết cả phép so sánh, ví dụ purpose == 'LOAN'.",
    "This part is always the same. Write the whole comparison, such as purpose == 'LOAN'."};

}  // namespace rules::text
