// Sentences of the editor and of what waits for a second person.
#pragma once

#include "base/text.hpp"

namespace rule_tables::text {

using base::Text;

inline constexpr Text new_lead{"Đặt mã và tên; cột, dòng và ví dụ điền ở trang sau.",
                               "Give a code and a title; columns, rows and examples come next."};
inline constexpr Text code{"Mã bảng", "Code"};
inline constexpr Text code_hint{"Ví dụ: muc-ho-tro-hoc-phi. Không đổi được về sau.",
                                "Such as: tuition-support. It cannot be changed later."};
inline constexpr Text title{"Tên bảng", "Title"};
inline constexpr Text title_en{"Tên bảng bằng tiếng Anh", "Title in English"};
inline constexpr Text title_missing{"Nhập tên bảng.", "Enter a title."};
inline constexpr Text start{"Bắt đầu soạn", "Begin"};
inline constexpr Text editing{"Soạn bảng: {title}", "Writing: {title}"};
inline constexpr Text based_on{"Soạn trên ấn bản {number}.", "Begun on edition {number}."};
inline constexpr Text based_on_none{"Bảng mới.", "A new table."};
inline constexpr Text saved_at{"Đã lưu lúc {time}.", "Saved at {time}."};
inline constexpr Text returned{"Được trả lại: {reason}", "Given back: {reason}"};
inline constexpr Text newer{"Ấn bản {number} đã được công bố từ khi bắt đầu soạn: {change}.",
                            "Edition {number} was published since this was begun: {change}."};
inline constexpr Text rebase{"Tiếp tục trên ấn bản mới nhất", "Go on from the newest"};

inline constexpr Text save{"Lưu bản soạn", "Save the draft"};
inline constexpr Text check{"Lưu và xét bảng", "Save and look over"};
inline constexpr Text propose{"Đề nghị công bố", "Propose it"};
inline constexpr Text drop{"Bỏ bản soạn", "Drop the draft"};
inline constexpr Text about{"Về bảng", "About the table"};
inline constexpr Text cells_hint{
    "Mỗi ô điều kiện: một giá trị (16), một danh sách (khai sinh, khai tử), một khoảng ([16..18), "
    "< 16), not(…), hoặc để trống là bất kỳ. Ngày viết 01/07/2026; có hoặc không.",
    "Each condition: a value (16), a list (birth, death), an interval ([16..18), < 16), not(…), or "
    "empty for anything. Days are written 01/07/2026; yes or no."};
inline constexpr Text law_hint{"Ví dụ: NĐ 176/2025/NĐ-CP.", "Such as: Decree 176/2025."};
inline constexpr Text complete_box{"Bảng phải có kết quả cho mọi trường hợp (khoảng trống là lỗi)",
                                   "The table has an answer for every case (a gap is an error)"};
inline constexpr Text days{"Thời gian áp dụng", "When it applies"};
inline constexpr Text from{"Áp dụng từ ngày", "Applies from"};
inline constexpr Text from_hint{"dd/mm/yyyy. Có thể là ngày đã qua; hồ sơ đã giải quyết không đổi.",
                                "dd/mm/yyyy. It may lie behind; what was decided stays."};
inline constexpr Text until{"Đến hết ngày", "Last day"};
inline constexpr Text until_hint{
    "Chỉ khi văn bản nêu thời hạn; ấn bản có thời hạn được dùng trước.",
    "Only where the document ends; a temporary edition goes first."};
inline constexpr Text replaced{"Thay hẳn một ấn bản", "Replaces an edition altogether"};
inline constexpr Text replaced_none{"Không, ấn bản cũ vẫn áp dụng cho những ngày của nó",
                                    "No, the old one still applies to its days"};
inline constexpr Text edition_of{"Ấn bản {number}, {days}", "Edition {number}, {days}"};

inline constexpr Text in_column{"Điều kiện {number}", "Condition {number}"};
inline constexpr Text out_column{"Kết quả {number}", "Result {number}"};
inline constexpr Text heading_vi{"Tên cột", "Heading in Vietnamese"};
inline constexpr Text heading_en{"Tên cột, tiếng Anh", "Heading in English"};
inline constexpr Text asks{"Hỏi giá trị", "Asks for"};
inline constexpr Text answer_name{"Tên kết quả", "Name of the result"};
inline constexpr Text type{"Kiểu", "Type"};
inline constexpr Text allowed{"Giá trị cho phép", "Allowed values"};
inline constexpr Text fallback{"Khi không dòng nào phù hợp", "When no row fits"};
inline constexpr Text settings{"Cài đặt cột", "Column settings"};
inline constexpr Text cell{"Dòng {row}, {column}", "Row {row}, {column}"};
inline constexpr Text example_cell{"Ví dụ {row}, {column}", "Example {row}, {column}"};
inline constexpr Text expects{"phải ra: {column}", "must give: {column}"};

inline constexpr Text add_row{"Thêm dòng", "Add a row"};
inline constexpr Text add_input{"Thêm cột điều kiện", "Add a condition"};
inline constexpr Text add_output{"Thêm cột kết quả", "Add a result"};
inline constexpr Text add_example{"Thêm ví dụ", "Add an example"};
inline constexpr Text move_up{"Đưa {what} lên", "Move {what} up"};
inline constexpr Text move_down{"Đưa {what} xuống", "Move {what} down"};
inline constexpr Text move_left{"Đưa {what} sang trái", "Move {what} left"};
inline constexpr Text move_right{"Đưa {what} sang phải", "Move {what} right"};
inline constexpr Text insert_below{"Thêm dòng dưới {what}", "Add a row below {what}"};
inline constexpr Text remove{"Bỏ {what}", "Remove {what}"};
inline constexpr Text a_row{"dòng {row}", "row {row}"};
inline constexpr Text a_column{"cột {column}", "column {column}"};
inline constexpr Text an_example{"ví dụ {row}", "example {row}"};
inline constexpr Text moves{"Thao tác", "Moves"};

inline constexpr Text findings{"Kết quả xét bảng", "What was found"};
inline constexpr Text all_well{
    "Không có khoảng trống, không có chồng lấn, mọi ví dụ cho đúng kết quả.",
    "No gaps, no overlaps, every example holds."};
inline constexpr Text is_error{"Lỗi", "Error"};
inline constexpr Text is_warning{"Cảnh báo", "Warning"};
inline constexpr Text is_untold{"Không xét được", "Cannot be told"};
inline constexpr Text confirm_box{"Đã xem các cảnh báo và vẫn giữ bảng như vậy",
                                  "The warnings were seen, and the table stays as it is"};

// ---- what waits
inline constexpr Text proposal{"Chờ công bố: {title}", "Waits to be published: {title}"};
inline constexpr Text proposed{"{name} đề nghị lúc {time}.", "{name} proposed it at {time}."};
inline constexpr Text difference_from{"Khác ấn bản {number}", "Against edition {number}"};
inline constexpr Text decide{"Quyết định", "Decision"};
inline constexpr Text publish{"Công bố", "Publish"};
inline constexpr Text publish_lead{
    "Hồ sơ, khoản đã thu và hồ sơ lưu giữ ấn bản đã dùng; chỉ việc bắt đầu từ nay hỏi ấn bản này.",
    "Dossiers, payments and records keep the edition they used; only what begins from now on asks "
    "this one."};
inline constexpr Text give_back{"Trả lại", "Give it back"};
inline constexpr Text give_back_reason{"Lý do trả lại", "Why it is given back"};
inline constexpr Text withdraw{"Rút về sửa tiếp", "Take it back to mend"};
inline constexpr Text waits_second{"Chờ người thứ hai công bố.", "Waits for a second person."};
inline constexpr Text withdrawn_now{"Đã rút về.", "It was taken back."};
inline constexpr Text given_back_now{"Đã trả lại.", "It was given back."};
inline constexpr Text proposed_now{"Đã đề nghị công bố.", "It was proposed."};

}  // namespace rule_tables::text
