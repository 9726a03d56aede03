// What administrators read about the working calendar, in both languages.
#pragma once

#include "base/text.hpp"

namespace administration::calendar_text {

using base::Text;

inline constexpr Text calendar_title{"Lịch làm việc", "Working calendar"};
inline constexpr Text calendar_sub{
    "Ấn bản {number}, công bố {time}. Hạn trả của mọi hồ sơ tính theo lịch này.",
    "Edition {number}, published {time}. Every due time is counted by this calendar."};
inline constexpr Text calendar_sub_none{"Chưa có ấn bản nào được công bố.",
                                        "No edition has been published yet."};
inline constexpr Text years{"Năm", "Year"};
inline constexpr Text year_unknown{
    "Chưa công bố ngày nghỉ của năm {year}. Hạn trả rơi vào năm này chỉ là tạm tính: mới trừ thứ "
    "Bảy "
    "và Chủ nhật.",
    "No days off are published for {year}. Due times that reach into it are provisional: only "
    "Saturdays and Sundays are left out."};
inline constexpr Text year_unsure{
    "Năm {year} có {count} ngày chưa chính thức (dấu ?). Hãy đối chiếu quyết định của cơ quan có "
    "thẩm "
    "quyền rồi đính chính.",
    "{count} days of {year} are not official (marked ?). Compare them with the authority's "
    "decision "
    "and correct them."};
inline constexpr Text month{"Tháng {month}", "Month {month}"};
inline constexpr Text weekdays[] = {{"T2", "Mo"}, {"T3", "Tu"}, {"T4", "We"}, {"T5", "Th"},
                                    {"T6", "Fr"}, {"T7", "Sa"}, {"CN", "Su"}};
inline constexpr Text weekdays_long[] = {{"Thứ Hai", "Monday"},   {"Thứ Ba", "Tuesday"},
                                         {"Thứ Tư", "Wednesday"}, {"Thứ Năm", "Thursday"},
                                         {"Thứ Sáu", "Friday"},   {"Thứ Bảy", "Saturday"},
                                         {"Chủ nhật", "Sunday"}};
inline constexpr Text off{"nghỉ", "off"};
inline constexpr Text work{"bù", "work"};
inline constexpr Text off_long{"Nghỉ", "Day off"};
inline constexpr Text work_long{"Làm bù", "Make-up day"};
inline constexpr Text unofficial{"Chưa chính thức", "Not official"};
inline constexpr Text edit{"Sửa", "Edit"};
inline constexpr Text edit_day{"Sửa một ngày", "Edit a day"};
inline constexpr Text import_file{"Nhập từ tệp", "Import a file"};
inline constexpr Text hours_title{"Giờ làm việc của các đơn vị", "Office hours of units"};
inline constexpr Text editions_title{"Các ấn bản đã công bố", "Published editions"};
inline constexpr Text feed_link{"Lịch cho điện thoại và thư điện tử (iCalendar)",
                                "Calendar for telephones and mail programs (iCalendar)"};
inline constexpr Text more{"Việc khác", "More"};
inline constexpr Text published_note{
    "Đã công bố ấn bản {number}. Đã dời hạn của {moved} hồ sơ.",
    "Edition {number} is published. The due times of {moved} dossiers have been moved."};
inline constexpr Text moving_note{
    "Ấn bản {number} đang dời hạn các hồ sơ: đã dời {moved}. Việc này tự chạy tiếp; tải lại trang "
    "để "
    "xem.",
    "Edition {number} is still moving due times: {moved} so far. It goes on by itself; load the "
    "page "
    "again to see."};

inline constexpr Text day{"Ngày", "Day"};
inline constexpr Text day_hint{"Ví dụ 2/9/2027", "For example 2 9 2027"};
inline constexpr Text day_kind{"Ngày này là", "This day is"};
inline constexpr Text kind_week{"Theo tuần (không có ngoại lệ)", "As in every week (no exception)"};
inline constexpr Text kind_off{"Ngày nghỉ", "A day off"};
inline constexpr Text kind_work{"Ngày làm bù (thứ Bảy hoặc Chủ nhật)",
                                "A make-up day (Saturday or Sunday)"};
inline constexpr Text day_name{"Tên ngày", "Name of the day"};
inline constexpr Text day_name_hint{"Như trong văn bản, ví dụ Quốc khánh",
                                    "As in the decision, in Vietnamese"};
inline constexpr Text confidence{"Căn cứ", "How sure"};
inline constexpr Text sure_sourced{"Đã có văn bản chính thức", "An official text was seen"};
inline constexpr Text sure_known{"Theo thông lệ, chưa đối chiếu văn bản",
                                 "As is usual; the text was not compared"};
inline constexpr Text sure_uncertain{"Dự kiến, chờ quyết định", "Expected; awaits the decision"};
inline constexpr Text see_preview{"Xem trước", "Preview"};
inline constexpr Text day_missing{"Ghi đủ ngày, tháng, năm của một ngày có thật, ví dụ 2/9/2027.",
                                  "Give day, month and year of a day that exists, as 2 9 2027."};
inline constexpr Text kind_missing{"Chọn loại ngày.", "Choose what this day is."};
inline constexpr Text name_missing{"Ghi tên ngày, ví dụ Quốc khánh.",
                                   "Name the day, for example National Day."};
inline constexpr Text year_bounds{"Năm phải từ 2000 đến 2099.", "The year must be 2000 to 2099."};
inline constexpr Text works_anyway{
    "Ngày này vốn là ngày làm việc nên không thể là ngày làm bù. Chọn loại khác hoặc sửa ngày.",
    "This day is worked anyway and cannot be a make-up day. Choose another kind or correct it."};

inline constexpr Text import_lead{
    "Tệp thay toàn bộ ngày của những năm có trong tệp; năm khác giữ nguyên. Chưa có gì thay đổi "
    "cho "
    "đến khi công bố.",
    "The file replaces all days of the years it names; other years stay. Nothing changes until it "
    "is "
    "published."};
inline constexpr Text import_days_label{"Các ngày", "Days"};
inline constexpr Text import_days_hint{
    "Mỗi dòng một ngày: ngày, off hoặc work, độ tin cậy (sourced, known, uncertain), tên",
    "One day a line: date, off or work, confidence (sourced, known, uncertain), name"};
inline constexpr Text import_upload{"Hoặc chọn tệp CSV", "Or choose a CSV file"};
inline constexpr Text import_line{"Dòng {line}: {message}", "Line {line}: {message}"};
inline constexpr Text import_empty{"Chưa có ngày nào. Dán nội dung hoặc chọn tệp.",
                                   "There are no days. Paste them or choose a file."};

inline constexpr Text hours_lead{
    "Đơn vị không có giờ riêng theo giờ của đơn vị cấp trên gần nhất; cuối cùng là giờ chung.",
    "A unit without hours of its own has those of the nearest unit above, and last the common "
    "ones."};
inline constexpr Text unit{"Đơn vị", "Unit"};
inline constexpr Text everybody{"Chung cho mọi đơn vị", "Common to all units"};
inline constexpr Text hours_from{"Từ ngày", "From"};
inline constexpr Text hours_days{"Ngày làm việc", "Working days"};
inline constexpr Text hours_saturday{"Thứ Bảy", "Saturday"};
inline constexpr Text saturday_intake{"{hours}, chỉ tiếp nhận", "{hours}, receives only"};
inline constexpr Text saturday_work{"{hours}, có tính giờ", "{hours}, counts as working time"};
inline constexpr Text cutoff{"Giờ chốt trong ngày", "Same-day cut-off"};
inline constexpr Text drop{"Bỏ", "Take out"};
inline constexpr Text add_hours{"Đặt giờ cho một đơn vị", "Set the hours of a unit"};
inline constexpr Text spans{"Giờ làm việc", "Office hours"};
inline constexpr Text spans_hint{"Ví dụ 07:00-11:00, 13:00-17:00",
                                 "For example 07:00-11:00, 13:00-17:00"};
inline constexpr Text saturday_hint{"Để trống nếu không mở cửa", "Leave it empty if closed"};
inline constexpr Text saturday_counts{"Thứ Bảy tính là thời gian làm việc",
                                      "Saturday counts as working time"};
inline constexpr Text hours_wrong{
    "Ghi giờ theo thứ tự, không chồng nhau, ví dụ 07:00-11:00, 13:00-17:00.",
    "Give the hours in order and apart, for example 07:00-11:00, 13:00-17:00."};
inline constexpr Text cutoff_wrong{"Ghi giờ từ 00:00 đến 23:59, ví dụ 15:00.",
                                   "Give a time from 00:00 to 23:59, for example 15:00."};
inline constexpr Text unit_wrong{"Chọn một đơn vị trong danh sách.", "Choose a unit of the list."};
inline constexpr Text saturday_missing{"Ghi giờ thứ Bảy, hoặc bỏ dấu tính giờ.",
                                       "Give the hours of Saturday, or do not count it."};

inline constexpr Text preview_title{"Xem trước đính chính", "Preview of the correction"};
inline constexpr Text preview_lead{"Chưa có gì thay đổi. Kiểm tra rồi công bố.",
                                   "Nothing has changed yet. Check it, then publish."};
inline constexpr Text in_calendar{"Thay đổi trong lịch", "Changes in the calendar"};
inline constexpr Text change{"Thay đổi", "Change"};
inline constexpr Text added{"Thêm: {what}", "Added: {what}"};
inline constexpr Text removed{"Bỏ: {what}", "Removed: {what}"};
inline constexpr Text changed{"Đổi: {was} thành {what}", "Changed: {was} becomes {what}"};
inline constexpr Text hours_of{"Giờ làm việc {hours} từ {from}, {unit}",
                               "Office hours {hours} from {from}, {unit}"};
inline constexpr Text in_deadlines{"Hạn trả thay đổi theo", "Due times that move with it"};
inline constexpr Text deadlines_sum{
    "{running} hồ sơ đang tính hạn: {later} lùi lại, {earlier} đến sớm hơn, còn lại giữ nguyên.",
    "{running} dossiers have a running clock: {later} become later, {earlier} earlier, the others "
    "stay."};
inline constexpr Text first_shown{"Bảng ghi {count} hồ sơ đầu tiên.",
                                  "The table shows the first {count}."};
inline constexpr Text code{"Mã hồ sơ", "Code"};
inline constexpr Text due_was{"Hạn đang hẹn", "Promised"};
inline constexpr Text due_becomes{"Hạn mới", "New due time"};
inline constexpr Text publish{"Công bố", "Publish"};
inline constexpr Text cancel{"Không đổi gì", "Change nothing"};
inline constexpr Text overtaken{
    "Người khác vừa công bố một ấn bản mới hơn, nên đính chính này chưa được công bố. Hãy xem lịch "
    "mới "
    "rồi làm lại.",
    "Somebody else has just published a newer edition, so this correction was not published. Look "
    "at "
    "the new calendar, then do it again."};
inline constexpr Text nothing_new{"Nội dung này giống hệt lịch đang dùng, không có gì để công bố.",
                                  "This is what the calendar says already; nothing to publish."};
inline constexpr Text still_moving{
    "Ấn bản trước còn đang dời hạn các hồ sơ. Đợi xong rồi công bố lại.",
    "The edition before is still moving due times. Wait until it is done, then publish again."};

inline constexpr Text edition_number{"Ấn bản", "Edition"};
inline constexpr Text edition_time{"Công bố", "Published"};
inline constexpr Text edition_by{"Người công bố", "By"};
inline constexpr Text edition_days{"Số ngày", "Days"};
inline constexpr Text edition_moved{"Hồ sơ dời hạn", "Dossiers moved"};
inline constexpr Text by_pack{"Gói dữ liệu", "Data pack"};
inline constexpr Text restored{"{name}, khôi phục ấn bản {number}",
                               "{name}, edition {number} restored"};
inline constexpr Text restore{"Khôi phục", "Restore"};
inline constexpr Text restore_this{"Khôi phục ấn bản {number}", "Restore edition {number}"};
inline constexpr Text in_force{"Đang dùng", "In force"};

}  // namespace administration::calendar_text
