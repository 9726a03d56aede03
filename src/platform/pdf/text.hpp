// What the template reader and the printer say to the person who edits templates.
#pragma once

#include "base/text.hpp"

namespace pdf::text {

using base::Text;

inline constexpr Text too_long{"Tệp mẫu lớn hơn 64 KB.", "The template is larger than 64 KB."};
inline constexpr Text not_text{"Tệp mẫu không phải là văn bản UTF-8.",
                               "The template is not UTF-8 text."};
inline constexpr Text no_document{
    "Dòng đầu tiên phải là “document A4 | tên tệp” hoặc “document A5 | tên tệp”.",
    "The first line must be “document A4 | name” or “document A5 | name”."};
inline constexpr Text unknown_word{"Không có lệnh “{word}” ở vị trí này.",
                                   "There is no “{word}” in this place."};
inline constexpr Text wrong_parts{
    "Lệnh “{word}” cần {wanted} phần ngăn cách bằng dấu |, ở đây có {found}.",
    "“{word}” takes {wanted} parts separated by |, here are {found}."};
inline constexpr Text odd_field{"Lệnh “field” cần từng cặp: nhãn | nội dung.",
                                "“field” takes pairs: label | text."};
inline constexpr Text one_hole{"Lệnh “{word}” cần đúng một chỗ trống, ví dụ {example}.",
                               "“{word}” takes exactly one hole, such as {example}."};
inline constexpr Text unclosed{"Lệnh “{word}” chưa được đóng bằng “end”.",
                               "“{word}” is not closed by “end”."};
inline constexpr Text stray_end{"“end” này không đóng lệnh nào.", "This “end” closes nothing."};
inline constexpr Text too_deep{"Các lệnh lồng nhau quá 8 tầng.",
                               "Blocks are nested deeper than 8 levels."};
inline constexpr Text bad_hole{
    "Chỗ trống phải viết dạng {example}: chữ thường không dấu, chữ số và dấu gạch dưới.",
    "A hole is written {example}: lower-case letters, digits and underscores."};
inline constexpr Text open_mark{"Dấu {mark} mở ra nhưng không đóng lại.",
                                "{mark} is opened and not closed."};
inline constexpr Text undeclared{
    "Chỗ trống “{name}” chưa được khai báo bằng “value” hoặc “optional”.",
    "The hole “{name}” is not declared by “value” or “optional”."};
inline constexpr Text declared_twice{"“{name}” được khai báo hai lần.",
                                     "“{name}” is declared twice."};
inline constexpr Text unused{"“{name}” được khai báo nhưng không dùng.",
                             "“{name}” is declared but not used."};
inline constexpr Text not_supplied{
    "Không ai điền “{name}”. Hãy dùng tên một giá trị có thật, hoặc bỏ dòng này.",
    "Nobody supplies “{name}”. Use the name of a value that there is, or remove the line."};
inline constexpr Text not_supplied_but{"Không ai điền “{name}”. Hãy viết “{meant}”.",
                                       "Nobody supplies “{name}”. Write “{meant}”."};
inline constexpr Text not_always{
    "“{name}” không phải lúc nào cũng có. Hãy khai báo bằng optional và đặt trong if … end.",
    "“{name}” is not always there. Declare it optional and put its line between if and end."};
inline constexpr Text bad_column{
    "Cột phải viết dạng “30” hoặc “30 center” (left, center, right); số từ 1 đến 1000.",
    "A column is written “30” or “30 center” (left, center, right); from 1 to 1000."};
inline constexpr Text bad_space{"Lệnh “space” cần số milimét từ 1 đến 100.",
                                "“space” takes millimetres from 1 to 100."};
inline constexpr Text cells{"Hàng có {found} ô, nhưng bảng có {wanted} cột.",
                            "The row has {found} cells, but the table has {wanted} columns."};
inline constexpr Text no_value{"Thiếu giá trị cho “{name}”.", "“{name}” has no value."};
inline constexpr Text bad_value{"Giá trị của “{name}” không phải là văn bản UTF-8 hoặc quá dài.",
                                "The value of “{name}” is not UTF-8 text, or too long."};
inline constexpr Text too_many_pages{"Giấy tờ dài quá {max} trang.",
                                     "The paper is longer than {max} pages."};
inline constexpr Text no_glyph{
    "Chữ “{letter}” không có trong phông chữ in giấy tờ. Viết lại bằng chữ quốc ngữ hoặc chữ "
    "Khmer.",
    "The letter “{letter}” is in no font that papers are printed in. Write it in Vietnamese or "
    "Khmer letters."};
inline constexpr Text bad_qr{"Nội dung mã QR quá dài.", "The text of the QR code is too long."};

// On the paper itself; papers are Vietnamese whatever language their reader chose.
inline constexpr Text nation{"CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
                             "SOCIALIST REPUBLIC OF VIET NAM"};
inline constexpr Text motto{"Độc lập - Tự do - Hạnh phúc", "Independence - Freedom - Happiness"};
inline constexpr Text recipients{"Nơi nhận:", "Recipients:"};
inline constexpr Text made_by{"Tây Đô, chính quyền số của thành phố",
                              "Tây Đô, a city's digital government"};
inline constexpr Text number_field{"Số, ký hiệu", "Number and symbol"};
inline constexpr Text date_field{"Địa danh và thời gian ban hành", "Place and date of issue"};
inline constexpr Text signature_field{"Chữ ký số của người có thẩm quyền",
                                      "Electronic signature of the competent person"};
inline constexpr Text seal_field{"Chữ ký số của cơ quan", "Electronic signature of the agency"};
inline constexpr Text signed_short{"Ký số: {name}", "Signed by {name}"};
inline constexpr Text signed_by{"Ký bởi: {name}", "Signed by: {name}"};
inline constexpr Text signed_for{"Cơ quan: {agency}", "Agency: {agency}"};
inline constexpr Text signed_at{"Thời gian ký: {time}", "Signed at: {time}"};

}  // namespace pdf::text
