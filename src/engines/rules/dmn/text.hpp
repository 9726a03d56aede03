// What the author of a model hears: what is wrong in it, and why a table has no answer.
#pragma once

#include "base/text.hpp"

namespace dmn::text {

inline constexpr base::Text too_large{"Tệp lớn quá 8 MB.", "The file is larger than 8 MB."};
inline constexpr base::Text not_text{"Tệp không phải là văn bản UTF-8. Hãy lưu dạng UTF-8.",
                                     "The file is not UTF-8 text. Save it as UTF-8."};
inline constexpr base::Text not_xml{"Tệp không phải XML hợp lệ: {why}.",
                                    "The file is not well-formed XML: {why}."};
inline constexpr base::Text doctype{
    "Tệp có DOCTYPE. Bỏ khai báo này: thực thể XML không được dùng.",
    "The file has a DOCTYPE. Remove it: XML entities are not used."};
inline constexpr base::Text nested_xml{"Tệp lồng nhau quá 200 tầng.",
                                       "The file nests deeper than 200 levels."};
inline constexpr base::Text nested_types{"Kiểu lồng nhau quá {max} tầng.",
                                         "Types nest deeper than {max} levels."};
inline constexpr base::Text no_definitions{
    "Đây không phải tệp DMN: phần tử gốc không phải là definitions.",
    "This is no DMN file: its root element is not definitions."};

inline constexpr base::Text unknown_element{"Không có phần tử {id} mà phần này cần.",
                                            "There is no element {id}, which this one requires."};
inline constexpr base::Text no_import{"Không tìm thấy mô hình {name}.",
                                      "The model {name} is not found."};
inline constexpr base::Text circle{"Vòng lặp: {path}.", "A circle: {path}."};
inline constexpr base::Text unknown_type{"Không có kiểu {name}.", "There is no type {name}."};
inline constexpr base::Text no_logic{"Chưa có nội dung.", "There is no logic yet."};
inline constexpr base::Text unknown_logic{"Không hiểu phần tử {name}.",
                                          "The element {name} is not understood."};
inline constexpr base::Text other_language{
    "Biểu thức viết bằng {name}. Chỉ dùng FEEL.",
    "The expression is written in {name}. Only FEEL is used."};
inline constexpr base::Text external{"Hàm {kind} bên ngoài không được dùng.",
                                     "External functions ({kind}) are refused."};
inline constexpr base::Text row_cells{"Dòng {row} có {have} ô, bảng có {want} cột.",
                                      "Row {row} has {have} cells, the table has {want} columns."};
inline constexpr base::Text hit_policy{"Không có cách chọn {name}.",
                                       "There is no hit policy {name}."};

inline constexpr base::Text none_fits{"Không dòng nào của bảng phù hợp.",
                                      "No row of the table fits."};
inline constexpr base::Text several_fit{"Các dòng {rows} cùng phù hợp, bảng chỉ cho phép một.",
                                        "Rows {rows} fit at once; the table allows one."};
inline constexpr base::Text any_differ{"Các dòng {rows} cùng phù hợp nhưng cho kết quả khác nhau.",
                                       "Rows {rows} fit at once and answer differently."};
inline constexpr base::Text not_allowed{
    "Giá trị {value} của cột {column} không nằm trong các giá trị cho phép.",
    "The value {value} of column {column} is not among the allowed ones."};
inline constexpr base::Text input_type{"Giá trị nhập {value} không thuộc kiểu {type}.",
                                       "The input value {value} is not of the type {type}."};

}  // namespace dmn::text
