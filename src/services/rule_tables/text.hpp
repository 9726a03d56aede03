// Every sentence of the room of rule tables, in both languages; those of the editor: text_editor.
#pragma once

#include "base/text.hpp"

namespace rule_tables::text {

using base::Text;

inline constexpr Text tables{"Bảng quy tắc", "Rule tables"};
inline constexpr Text tables_sub{
    "Mức, hệ số, thời hạn và miễn giảm theo từng trường hợp của luật, mỗi dòng có ví dụ.",
    "Amounts, coefficients, deadlines and exemptions case by case, each row with its examples."};
inline constexpr Text filter{"Lọc bảng quy tắc", "Filter rule tables"};
inline constexpr Text words_in{"Tên, mã hoặc căn cứ", "Name, code or law"};
inline constexpr Text state{"Tình trạng", "State"};
inline constexpr Text every{"Tất cả", "All"};
inline constexpr Text table{"Bảng", "Table"};
inline constexpr Text law{"Căn cứ", "Law"};
inline constexpr Text applies{"Áp dụng", "Applies"};
inline constexpr Text rows{"Dòng", "Rows"};
inline constexpr Text in_force{"Đang áp dụng", "In force"};
inline constexpr Text ending{"Sắp hết hạn", "Ends soon"};
inline constexpr Text to_come{"Chưa áp dụng", "Not yet in force"};
inline constexpr Text ended{"Hết áp dụng", "Ended"};
inline constexpr Text drafting{"Đang soạn", "Being written"};
inline constexpr Text waiting{"Chờ công bố", "Waits to be published"};
inline constexpr Text none{"Chưa có bảng quy tắc nào", "No rule tables"};
inline constexpr Text none_detail{
    "Bảng đến cùng gói dữ liệu của thành phố, hoặc được soạn tại đây.",
    "Tables come with the city’s pack, or are written here."};
inline constexpr Text none_so{"Không có bảng nào như vậy", "No such tables"};
inline constexpr Text none_so_detail{"Thử từ khác hoặc bỏ bớt điều kiện lọc.",
                                     "Try other words or fewer filters."};
inline constexpr Text see_all{"Xem tất cả", "See all"};
inline constexpr Text new_table{"Soạn bảng mới", "Write a new table"};
inline constexpr Text from_day{"từ {from}", "from {from}"};
inline constexpr Text from_until{"từ {from} đến hết {until}", "from {from} to {until}"};
inline constexpr Text ends_then{"Hết hạn {day}, còn {days} ngày, chưa có ấn bản tiếp theo.",
                                "Ends on {day}, in {days} days, and no edition follows."};

// ---- one table
inline constexpr Text as_of{"Xem theo ngày", "As of"};
inline constexpr Text on_day{"Áp dụng cho ngày", "Applies on"};
inline constexpr Text known_day{"Theo những gì đã biết vào ngày", "As it was known on"};
inline constexpr Text look{"Xem", "Show"};
inline constexpr Text day_shape{"ngày/tháng/năm", "day/month/year"};
inline constexpr Text day_wrong{"Viết ngày có thật, ví dụ 01/07/2026.",
                                "Write a day that exists, such as 01/07/2026."};
inline constexpr Text as_of_now{"Hôm nay, theo những gì biết hôm nay", "Today, as known today"};
inline constexpr Text was_other{
    "Cho ngày {on}, theo những gì biết ngày {known}: ấn bản {then}. Theo những gì biết hôm nay: "
    "ấn bản {now}.",
    "For {on} as known on {known}: edition {then}. As known today: edition {now}."};
inline constexpr Text nothing_then{
    "Cho ngày {on}, theo những gì biết ngày {known}, không có ấn bản nào.",
    "For {on}, as it was known on {known}, there is no edition."};
inline constexpr Text edition{"Ấn bản", "Edition"};
inline constexpr Text edition_number{"Ấn bản {number}", "Edition {number}"};
inline constexpr Text replaces{"Thay ấn bản", "Replaces edition"};
inline constexpr Text known_from{"Biết từ", "Known from"};
inline constexpr Text policy{"Cách chọn dòng", "Hit policy"};
inline constexpr Text complete{"Phải đủ mọi trường hợp", "Claims every case"};
inline constexpr Text proposed_by{"Người đề nghị", "Proposed by"};
inline constexpr Text published_by{"Người công bố", "Published by"};
inline constexpr Text by_pack{"Gói dữ liệu của thành phố", "The city’s pack"};
inline constexpr Text reason{"Lý do", "Reason"};
inline constexpr Text hash{"Mã băm nội dung", "Hash of the content"};
inline constexpr Text row{"Dòng {row}", "Row {row}"};
inline constexpr Text row_head{"Dòng", "Row"};
inline constexpr Text anything{"bất kỳ", "any"};
inline constexpr Text otherwise{"Trường hợp khác", "Otherwise"};
inline constexpr Text note{"Ghi chú", "Note"};
inline constexpr Text rows_of{"Các dòng của bảng", "Rows of the table"};
inline constexpr Text examples{"Ví dụ", "Examples"};
inline constexpr Text examples_of{"Ví dụ, đều cho đúng kết quả", "Examples, all of which hold"};
inline constexpr Text example{"Trường hợp", "Case"};
inline constexpr Text try_it{"Thử một trường hợp", "Try a case"};
inline constexpr Text try_now{"Thử", "Try"};
inline constexpr Text try_hint{
    "Nhập số, ngày dd/mm/yyyy, có hoặc không, hoặc chữ như trong bảng.",
    "Type a number, a day dd/mm/yyyy, yes or no, or a word of the table."};
inline constexpr Text tried_row{"Dòng {rows} phù hợp.", "Row {rows} fits."};
inline constexpr Text tried_other{"Không dòng nào phù hợp.", "No row fits."};
inline constexpr Text tried_answer{"Kết quả: {answer}", "Answer: {answer}"};
inline constexpr Text history{"Các ấn bản", "Editions"};
inline constexpr Text change{"Thay đổi", "Change"};
inline constexpr Text compare{"So với ấn bản {number}", "Against edition {number}"};
inline constexpr Text compared{"Ấn bản {after} so với ấn bản {before}",
                               "Edition {after} against edition {before}"};
inline constexpr Text no_change{"Không có gì khác.", "Nothing differs."};
inline constexpr Text was{"Trước", "Before"};
inline constexpr Text is{"Sau", "After"};
inline constexpr Text is_added{"Thêm", "Added"};
inline constexpr Text is_removed{"Bỏ", "Removed"};
inline constexpr Text is_changed{"Sửa", "Changed"};
inline constexpr Text is_same{"Giữ", "Kept"};
inline constexpr Text examples_differ{"Ví dụ: thêm {added}, bỏ {removed}.",
                                      "Examples: {added} added, {removed} removed."};
inline constexpr Text download_dmn{"Tải tệp DMN", "Download DMN"};
inline constexpr Text download_csv{"Tải bảng CSV", "Download CSV"};
inline constexpr Text print{"Bản in", "Print view"};
inline constexpr Text back{"Về trang bảng", "Back to the table"};
inline constexpr Text begin{"Soạn ấn bản mới", "Write a new edition"};
inline constexpr Text open_draft{"Mở bản đang soạn", "Open the draft"};
inline constexpr Text open_proposed{"Mở bản chờ công bố", "Open what waits"};
inline constexpr Text published_now{"Đã công bố ấn bản {number}.",
                                    "Edition {number} is published."};
inline constexpr Text dropped_now{"Đã bỏ bản soạn.", "The draft was dropped."};

// ---- refusals
inline constexpr Text gone{"Bản soạn này không còn ở tình trạng đó. Hãy mở lại trang bảng.",
                           "The draft is not in that state any more. Open the table’s page."};
inline constexpr Text changed{
    "Người khác đã lưu bản soạn này từ khi trang được mở. Nội dung đã gõ vẫn ở dưới đây; bấm Lưu "
    "lần nữa để lấy nội dung này.",
    "Somebody saved this draft since the page was drawn. What was typed stands below; press Save "
    "again to keep it."};
inline constexpr Text bad_code{"Mã có từ 2 đến 60 ký tự a-z, 0-9 và gạch nối.",
                               "A code is 2 to 60 letters a-z, digits and hyphens."};
inline constexpr Text taken{"Đã có bảng mang mã này.", "There is a table of this code."};
inline constexpr Text wrong{"Còn chỗ phải sửa trước khi đề nghị công bố.",
                            "Something has to be mended before it can be proposed."};
inline constexpr Text unsure{"Đánh dấu xác nhận các cảnh báo trước.",
                             "Tick that the warnings were seen first."};
inline constexpr Text overtaken{
    "Một ấn bản khác đã được công bố từ khi bắt đầu soạn. Hãy xem khác biệt rồi tiếp tục trên ấn "
    "bản mới nhất.",
    "Another edition was published since this was begun. Look at the difference, then go on from "
    "the newest."};
inline constexpr Text own{
    "Người đề nghị không tự công bố, kể cả khi làm thay hay nhờ người làm thay.",
    "Who proposed it does not publish it, nor does who stands in for them."};
inline constexpr Text nothing_new{"Ấn bản mới nhất đã đúng như vậy.",
                                  "The newest edition says just this."};
inline constexpr Text no_reason{"Nêu lý do trả lại, ít nhất 5 ký tự.",
                                "Say why it is given back, at least 5 letters."};
inline constexpr Text reason_missing{"Nêu lý do và văn bản làm căn cứ.",
                                     "Give the reason and the document it rests on."};

}  // namespace rule_tables::text
