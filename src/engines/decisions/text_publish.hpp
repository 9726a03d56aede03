// What is said of editions: how they differ, and why one is not published.
#pragma once

#include "base/text.hpp"

namespace decisions::text {

using base::Text;

inline constexpr Text title_changed{"tên: “{before}” thành “{after}”",
                                    "title: “{before}” becomes “{after}”"};
inline constexpr Text law_changed{"căn cứ: “{before}” thành “{after}”",
                                  "law: “{before}” becomes “{after}”"};
inline constexpr Text policy_changed{"cách chọn dòng: “{before}” thành “{after}”",
                                     "hit policy: “{before}” becomes “{after}”"};
inline constexpr Text now_complete{"bảng nay phải đủ mọi trường hợp",
                                   "the table now claims every case"};
inline constexpr Text now_incomplete{"bảng nay không cần đủ mọi trường hợp",
                                     "the table no longer claims every case"};
inline constexpr Text column_added{"thêm cột {column}", "column {column} added"};
inline constexpr Text column_removed{"bỏ cột {column}", "column {column} removed"};
inline constexpr Text column_changed{"sửa cột {column}", "column {column} changed"};
inline constexpr Text row_added{"thêm dòng {row}", "row {row} added"};
inline constexpr Text row_removed{"bỏ dòng {row} cũ", "old row {row} removed"};
inline constexpr Text row_changed{"sửa dòng {row}", "row {row} changed"};
inline constexpr Text more_rows{"và {count} dòng nữa", "and {count} more rows"};
inline constexpr Text examples_changed{"{count} ví dụ khác", "{count} examples differ"};

inline constexpr Text no_from{"Chưa có ngày bắt đầu áp dụng.",
                              "The first day it applies is missing."};
inline constexpr Text far_day{"Ngày {day} nằm ngoài khoảng 1945 đến 2145.",
                              "{day} is outside of 1945 to 2145."};
inline constexpr Text reversed{"Ngày cuối phải từ ngày đầu trở đi.",
                               "The last day must not be before the first."};
inline constexpr Text nothing_after{"Từ ngày {day} không còn ấn bản nào áp dụng.",
                                    "From {day} on no edition applies."};
inline constexpr Text nothing_between{"Từ {from} đến {until} không có ấn bản nào áp dụng.",
                                      "From {from} to {until} no edition applies."};
inline constexpr Text overruled{
    "Đến hết {until}, ấn bản {number} có thời hạn vẫn được dùng trước ấn bản này.",
    "Until {until} the temporary edition {number} goes before this one."};
inline constexpr Text reaches_back{
    "Áp dụng từ {day}, trước ngày công bố: những gì đã giải quyết giữ ấn bản cũ, cần rà soát "
    "riêng.",
    "It applies from {day}, before it is published: what was decided keeps its edition; look it "
    "over."};
inline constexpr Text no_such_edition{"Không có ấn bản {number} để thay.",
                                      "There is no edition {number} to replace."};

inline constexpr Text pack_code{"Tệp chưa có mã bảng (td:table code).",
                                "The file names no table (td:table code)."};
inline constexpr Text pack_twice{"Bảng {code} từ ngày {day} đã có ở {file}.",
                                 "The table {code} from {day} stands in {file} already."};
inline constexpr Text pack_future{"Ngày biết {day} chưa đến.", "The day {day} has not come."};
inline constexpr Text pack_conflict{
    "Bảng {code} đã sửa ở cả hai nơi. Tại đây: {here}. Trong gói: {pack}. Thêm --overwrite để lấy "
    "theo gói.",
    "The table {code} changed on both sides. Here: {here}. In the pack: {pack}. Add --overwrite to "
    "take the pack's."};
inline constexpr Text is_added{"mới", "new"};
inline constexpr Text is_changed{"gói có thay đổi", "changed in the pack"};
inline constexpr Text is_unchanged{"không đổi", "unchanged"};
inline constexpr Text is_kept{"đã sửa tại đây, giữ nguyên", "changed here, kept"};
inline constexpr Text is_overwritten{"đã sửa ở cả hai nơi, lấy theo gói",
                                     "changed on both sides, the pack's is taken"};
inline constexpr Text is_left_out{"không còn trong gói, vẫn hiệu lực",
                                  "no longer in the pack, still in force"};

}  // namespace decisions::text
