// What the writer of a file of days, hours or questions hears: what is wrong and how to mend it.
#pragma once

#include "base/text.hpp"

namespace calendar::text {

using base::Text;

inline constexpr Text no_heading{
    "Dòng đầu phải ghi tên các cột: date,kind,confidence,name.",
    "The first line must name the columns: date,kind,confidence,name."};
inline constexpr Text wrong_cells{
    "Dòng này có {found} ô, phải là {asked}. Ô nào chứa dấu phẩy thì đặt trong dấu nháy kép.",
    "This line has {found} cells instead of {asked}. Put a cell that contains a comma in double "
    "quotes."};
inline constexpr Text no_such_day{"“{typed}” không phải một ngày có thật. Ghi như 2026-02-17.",
                                  "“{typed}” is not a day that exists. Write it as 2026-02-17."};
inline constexpr Text far_year{"Năm {year} nằm ngoài khoảng 2000 đến 2099. Sửa lại năm.",
                               "The year {year} is not between 2000 and 2099. Correct it."};
inline constexpr Text wrong_kind{
    "“{typed}” không phải loại ngày. Ghi off cho ngày nghỉ, work cho ngày làm bù.",
    "“{typed}” is no kind of day. Write off for a day off, work for a make-up day."};
inline constexpr Text wrong_confidence{
    "“{typed}” không phải độ tin cậy. Ghi sourced, known hoặc uncertain.",
    "“{typed}” is no confidence. Write sourced, known or uncertain."};
inline constexpr Text no_name{
    "Ngày này chưa có tên, hoặc tên quá dài. Ghi tên, ví dụ Quốc khánh.",
    "This day has no name, or one too long. Name it, for example National Day."};
inline constexpr Text works_anyway{
    "Ngày {date} vốn là ngày làm việc nên không thể là ngày làm bù. Bỏ dòng này hoặc sửa ngày.",
    "{date} is worked anyway and cannot be a make-up day. Remove the line or correct the date."};
inline constexpr Text twice{"Ngày {date} đã có ở dòng {line}. Giữ một trong hai dòng.",
                            "{date} stands in line {line} already. Keep one of the two lines."};
inline constexpr Text contradicts{
    "Ngày {date} trái với dòng {line}: một dòng ghi nghỉ, một dòng ghi làm việc. Giữ một dòng.",
    "{date} contradicts line {line}: one says off, the other work. Keep one of the two lines."};
inline constexpr Text too_long{"Tệp có quá {max} dòng. Chia thành từng năm.",
                               "The file has more than {max} lines. Divide it by years."};

inline constexpr Text no_such_time{
    "“{typed}” không phải giờ trong ngày. Ghi từ 00:00 đến 23:59.",
    "“{typed}” is not a time of day. Write one from 00:00 to 23:59."};
inline constexpr Text ends_before{"Kết thúc phải sau lúc bắt đầu. Sửa một trong hai.",
                                  "The end must come after the beginning. Correct one of them."};
inline constexpr Text spans_overlap{
    "Giờ làm việc chồng nhau: bắt đầu {here} khi buổi trước đến {before} mới hết. Ghi theo thứ tự, "
    "không chồng.",
    "The spans overlap: this one begins at {here}, the one before ends at {before}. Write them in "
    "order and apart."};
inline constexpr Text no_hours{"Chưa có giờ làm việc nào. Thêm ít nhất một buổi.",
                               "There are no hours. Add at least one span."};
inline constexpr Text no_such_unit{"Không có đơn vị nào mang mã “{code}”. Sửa mã.",
                                   "No unit has the code “{code}”. Correct the code."};
inline constexpr Text hours_overlap{
    "Cùng đơn vị, cùng ngày với mục thứ {other}. Sửa ngày bắt đầu hoặc ngày kết thúc.",
    "The same unit and days as entry {other}. Correct the first or the last day of one."};

inline constexpr Text no_such_moment{
    "“{typed}” không phải giờ địa phương có thật. Ghi như 2026-02-13T15:10, không kèm múi giờ.",
    "“{typed}” is not a local time that exists. Write it as 2026-02-13T15:10, without a zone."};
inline constexpr Text far_moment{"Năm {year} nằm ngoài khoảng 1976 đến 2199.",
                                 "The year {year} is not between 1976 and 2199."};
inline constexpr Text no_such_mode{"“{typed}” không phải cách tính. Dùng một trong: {modes}.",
                                   "“{typed}” is not a mode. Use one of: {modes}."};
inline constexpr Text no_such_amount{
    "“{typed}” không phải thời hạn. Ghi số nguyên từ {min} đến {max}.",
    "“{typed}” is not an amount. Write a whole number from {min} to {max}."};

}  // namespace calendar::text
