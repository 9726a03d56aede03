// What the author of a form hears about references and types.
#pragma once

#include "base/text.hpp"

namespace forms::text {

inline constexpr base::Text no_form{"Tờ khai phải là một đối tượng JSON. Hãy xem packs/README.md.",
                                    "A form must be a JSON object. See packs/README.md."};
inline constexpr base::Text code_twice{
    "Danh sách “{list}” có mã “{code}” hai lần. Hãy bỏ một.",
    "The list “{list}” has the code “{code}” twice. Remove one."};
inline constexpr base::Text bad_condition{"Điều kiện sai ở cột {column}. {why}",
                                          "The condition is wrong at column {column}. {why}"};
inline constexpr base::Text required_anyway{
    "Trường đã bắt buộc thì không cần “required_if”. Hãy bỏ một trong hai.",
    "A field that is required needs no “required_if”. Remove one of them."};
inline constexpr base::Text no_fields{"Phần này không có trường nào. Hãy thêm hoặc bỏ phần.",
                                      "The section has no fields. Add one or remove it."};
inline constexpr base::Text no_prefill{"Không ai biết “{name}”. Hãy viết một trong: {names}.",
                                       "Nobody knows “{name}”. Write one of: {names}."};
inline constexpr base::Text prefill_type{
    "“{name}” không hợp với loại trường này. Hãy đổi loại hoặc bỏ phần điền sẵn.",
    "“{name}” does not fit a field of this type. Change the type or remove the prefill."};
inline constexpr base::Text no_gender{
    "Danh sách phải có mã “{code}” để điền sẵn giới tính. Hãy thêm mã này.",
    "The list needs the code “{code}” for the gender to be filled in. Add it."};
inline constexpr base::Text same_without_section{
    "Phần này chưa có “same_as” nên trường không thể lấy theo. Hãy thêm vào phần.",
    "The section has no “same_as”, so the field cannot follow one. Add it to the section."};
inline constexpr base::Text same_of_repeated{
    "Không lấy theo được một phần lặp lại. Hãy chọn phần khác.",
    "A repeated section cannot be followed. Choose another."};
inline constexpr base::Text same_type{"Hai trường lấy theo nhau phải cùng loại. Hãy đổi loại.",
                                      "A field and the one it follows must be of one type."};
inline constexpr base::Text bad_default{
    "“{given}” không thể là giá trị có sẵn của loại trường này. Hãy sửa hoặc bỏ đi.",
    "“{given}” cannot be the first value of a field of this type. Correct or remove it."};
inline constexpr base::Text bound_of_nothing{
    "Chỉ ngày và số mới có “min”, “max”. Hãy bỏ, hoặc dùng “max_length”.",
    "Only days and numbers have “min” and “max”. Remove it, or use “max_length”."};
inline constexpr base::Text bound_number{
    "Giới hạn của một ngày phải là \"today\" hoặc tên một trường ngày.",
    "The bound of a day must be \"today\" or the name of a field that is a day."};
inline constexpr base::Text bound_today{
    "Giới hạn của một số không thể là \"today\". Hãy viết một số.",
    "The bound of a number cannot be \"today\". Write a number."};
inline constexpr base::Text bound_field{
    "“{name}” phải là trường cùng loại trong cùng phần. Hãy sửa tên.",
    "“{name}” must be a field of the same type in the same section. Correct the name."};
inline constexpr base::Text bound_crossed{"“min” lớn hơn “max” nên không giá trị nào hợp lệ.",
                                          "“min” is above “max”, so nothing is valid. Swap them."};
inline constexpr base::Text pattern_of_nothing{"Chỉ trường văn bản mới có “pattern”. Hãy bỏ đi.",
                                               "Only text fields have a “pattern”. Remove it."};
inline constexpr base::Text check_bare{"“{name}” phải viết đủ tên: phần.trường.",
                                       "“{name}” must be written whole: section.field."};
inline constexpr base::Text check_repeated{
    "Không kiểm tra chéo được phần lặp lại “{section}”. Hãy dùng “validation” của trường.",
    "A check cannot stand at the repeated section “{section}”. Use the field’s “validation”."};
inline constexpr base::Text circle{
    "“{name}” phụ thuộc vào chính nó qua các điều kiện. Hãy bỏ một điều kiện.",
    "“{name}” depends on itself through its conditions. Remove one of them."};

}  // namespace forms::text
