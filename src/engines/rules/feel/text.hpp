// What the author of a rule hears when it cannot be read, and why an answer became null.
#pragma once

#include "base/text.hpp"

namespace feel::text {

inline constexpr base::Text too_long{
    "Biểu thức dài quá {max} ký tự. Hãy tách thành nhiều biểu thức.",
    "The expression is longer than {max} characters. Split it."};
inline constexpr base::Text not_text{
    "Biểu thức không phải là văn bản UTF-8. Hãy lưu tệp dạng UTF-8.",
    "The expression is not UTF-8 text. Save the file as UTF-8."};
inline constexpr base::Text too_deep{
    "Biểu thức lồng nhau quá {max} tầng. Hãy tách bớt ra biểu thức khác.",
    "The expression nests deeper than {max}. Move parts of it into another one."};
inline constexpr base::Text one_equals{"So sánh bằng viết một dấu “=”.",
                                       "Whether two are equal is asked with one “=”."};
inline constexpr base::Text double_quotes{"Văn bản viết trong dấu nháy kép: \"LOAN\".",
                                          "Texts stand in double quotes: \"LOAN\"."};
inline constexpr base::Text expected_value{"Thiếu một giá trị ở đây: {rest}",
                                           "A value is missing here: {rest}"};
inline constexpr base::Text expected_sign{"Thiếu “{sign}” ở đây: {rest}",
                                          "“{sign}” is missing here: {rest}"};
inline constexpr base::Text expected_name{"Thiếu một tên ở đây: {rest}",
                                          "A name is missing here: {rest}"};
inline constexpr base::Text unclosed_text{
    "Văn bản chưa có dấu nháy đóng, hoặc có ký hiệu sau dấu \\ không hiểu được.",
    "The text has no closing quote, or a sign after \\ that is not known."};
inline constexpr base::Text left_over{"Không hiểu phần từ đây: {rest}",
                                      "Cannot read what begins here: {rest}"};
inline constexpr base::Text unknown_name{"Không có tên {name} ở đây.", "{name} is not known here."};
inline constexpr base::Text unknown_type{"Không có kiểu {name}.", "There is no type {name}."};
inline constexpr base::Text external{
    "Hàm viết bằng ngôn ngữ khác (external, Java, PMML) không được dùng.",
    "Functions written in another language (external, Java, PMML) are refused."};
inline constexpr base::Text bad_number{"Số {number} quá lớn hoặc quá dài.",
                                       "The number {number} is too large or too long."};
inline constexpr base::Text bad_moment{
    "{text} không phải là ngày, giờ hay khoảng thời gian có thật.",
    "{text} is not a date, a time or a duration that exists."};
inline constexpr base::Text bad_range{"Hai đầu của khoảng không so sánh được với nhau.",
                                      "The two ends of the range cannot be compared."};

inline constexpr base::Text no_entry{"Không có mục {name}.", "There is no entry {name}."};
inline constexpr base::Text not_a_function{"Đây không phải là hàm.", "This is not a function."};
inline constexpr base::Text wrong_arguments{
    "Hàm {name} không nhận các giá trị này: {values}.",
    "The function {name} does not take these values: {values}."};
inline constexpr base::Text wrong_names{"Hàm {name} không có tham số mang tên như thế.",
                                        "The function {name} has no parameters of these names."};
inline constexpr base::Text wrong_count{"Hàm {name} không nhận chừng ấy giá trị. Nó cần: {names}.",
                                        "The function {name} does not take so many values. It "
                                        "takes: {names}."};
inline constexpr base::Text wrong_call{
    "Hàm không nhận chừng ấy giá trị, hoặc không có tham số mang tên như thế.",
    "The function does not take so many values, or has no parameters of these names."};
inline constexpr base::Text twice{"Mục {name} có hai lần.", "The entry {name} stands here twice."};
inline constexpr base::Text do_not_fit{"Không tính được {left} {sign} {right}.",
                                       "{left} {sign} {right} cannot be computed."};
inline constexpr base::Text wrong_type{"{value} không thuộc kiểu {type}.",
                                       "{value} is not of the type {type}."};
inline constexpr base::Text exhausted{"Việc tính vượt quá giới hạn ({what}).",
                                      "The computation went beyond a bound ({what})."};

}  // namespace feel::text
