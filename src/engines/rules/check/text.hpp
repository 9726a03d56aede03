// What the author of a condition hears that can be read and makes no sense.
#pragma once

#include "base/text.hpp"

namespace feel::text {

inline constexpr base::Text a_flag{"đúng/sai", "true or false"};
inline constexpr base::Text a_number{"số", "a number"};
inline constexpr base::Text a_date{"ngày", "a date"};
inline constexpr base::Text a_moment{"ngày giờ", "a date and time"};
inline constexpr base::Text a_time{"giờ", "a time"};
inline constexpr base::Text a_duration{"khoảng thời gian", "a duration"};
inline constexpr base::Text a_list{"danh sách", "a list"};
inline constexpr base::Text a_context{"nhóm nhiều mục", "a group of entries"};
inline constexpr base::Text a_range{"khoảng", "a range"};
inline constexpr base::Text a_function{"hàm", "a function"};
inline constexpr base::Text a_text{"văn bản", "a text"};

inline constexpr base::Text no_name{"Không có trường “{name}”. Có: {names}.",
                                    "There is no field “{name}”. There are: {names}."};
inline constexpr base::Text no_name_but{"Không có trường “{name}”. Hãy viết “{meant}”.",
                                        "There is no field “{name}”. Write “{meant}”."};
inline constexpr base::Text call_it{"“{name}” là hàm. Hãy viết “{name}()”.",
                                    "“{name}” is a function. Write “{name}()”."};
inline constexpr base::Text no_code{
    "“{given}” không phải là một lựa chọn của trường này. Hãy viết một trong: {codes}.",
    "“{given}” is no option of this field. Write one of: {codes}."};
inline constexpr base::Text kinds_compared{
    "So sánh {left} với {right} thì không bao giờ đúng. Hai bên phải cùng loại.",
    "Comparing {left} with {right} is never true. Both sides must be of one type."};
inline constexpr base::Text date_compared{
    "So sánh {left} với {right} thì không bao giờ đúng. Viết ngày là date(\"2026-11-22\").",
    "Comparing {left} with {right} is never true. Write a day as date(\"2026-11-22\")."};
inline constexpr base::Text mixed{"Danh sách có cả {left} và {right}. Hãy viết một loại.",
                                  "The list has both {left} and {right}. Keep to one type."};
inline constexpr base::Text wants{"Chỗ này cần {left}, đang là {right}. Hãy dùng trường khác.",
                                  "This must be {left} and is {right}. Use another field."};
inline constexpr base::Text wants_truth{
    "Chỗ này cần một điều kiện, đang là {kind}. Hãy viết cả phép so sánh, ví dụ x = \"LOAN\".",
    "This must be a condition and is {kind}. Write the whole comparison, such as x = \"LOAN\"."};
inline constexpr base::Text no_sum{"Không tính được {left} với {right}. Hãy bỏ phép tính này.",
                                   "{left} and {right} cannot be computed. Remove it."};
inline constexpr base::Text no_days{"Muốn cộng trừ ngày, hãy viết số ngày là @\"P30D\".",
                                    "To move a day, write how many days as @\"P30D\"."};
inline constexpr base::Text no_day{
    "“{given}” không phải là ngày. Hãy viết dạng date(\"2026-11-22\").",
    "“{given}” is no day. Write it as date(\"2026-11-22\")."};
inline constexpr base::Text no_order{"Đúng/sai không có thứ tự. Hãy dùng “=” hoặc “not(…)”.",
                                     "True and false have no order. Use “=” or “not(…)”."};
inline constexpr base::Text list_compared{"Muốn biết có trong danh sách, hãy viết “in”.",
                                          "To ask whether it is in a list, write “in”."};
inline constexpr base::Text always_same{
    "Phần này luôn luôn như nhau. Hãy viết cả phép so sánh, ví dụ purpose = \"LOAN\".",
    "This part is always the same. Write the whole comparison, such as purpose = \"LOAN\"."};

}  // namespace feel::text
