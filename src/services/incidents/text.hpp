// What the room of incidents says, in both languages.
#pragma once

#include "base/text.hpp"

namespace incidents::text {

using base::Text;

// ---- The list
inline constexpr Text incidents{"Sự cố dữ liệu cá nhân", "Personal-data incidents"};
inline constexpr Text incidents_sub{"Đồng hồ chạy từ lúc phát hiện, cả ngày nghỉ.",
                                    "The clock runs from when it was noticed, days off included."};
inline constexpr Text administration{"Quản trị", "Administration"};
inline constexpr Text open_new{"Mở sự cố", "Open an incident"};
inline constexpr Text csv{"Tải bảng (CSV)", "Download the table (CSV)"};
inline constexpr Text filter{"Lọc sự cố", "Filter incidents"};
inline constexpr Text state{"Tình trạng", "State"};
inline constexpr Text any{"Tất cả", "All"};
inline constexpr Text year{"Năm", "Year"};
inline constexpr Text words_in{"Từ trong nội dung", "Words in it"};
inline constexpr Text none{"Chưa có sự cố nào", "No incidents"};
inline constexpr Text none_detail{
    "Khi phát hiện dữ liệu cá nhân bị lộ, mất, sửa hay xem trái phép, mở sự cố ngay: thời hạn "
    "thông "
    "báo tính từ lúc phát hiện.",
    "When personal data is found leaked, lost, altered or wrongly read, open an incident at once: "
    "the time to notify runs from then."};
inline constexpr Text none_so{"Không có sự cố nào như vậy", "No such incidents"};
inline constexpr Text none_so_detail{"Bớt điều kiện lọc.", "Ask for less."};
inline constexpr Text see_all{"Xem tất cả", "See all"};
inline constexpr Text code{"Mã", "Code"};
inline constexpr Text happened{"Việc xảy ra", "What happened"};
inline constexpr Text noticed{"Phát hiện lúc", "Noticed"};
inline constexpr Text due{"Hạn thông báo", "Notify by"};
inline constexpr Text told_at{"Đã thông báo lúc", "Notified"};
inline constexpr Text closed_at{"Đóng lúc", "Closed"};
inline constexpr Text opened_by{"Người mở", "Opened by"};

inline constexpr Text is_open{"Đang xử lý", "Open"};
inline constexpr Text is_late{"Quá hạn thông báo", "Notification overdue"};
inline constexpr Text is_told{"Đã thông báo", "Notified"};
inline constexpr Text is_closed{"Đã đóng", "Closed"};
inline constexpr Text hours_left{"Còn {hours} giờ", "{hours} hours left"};
inline constexpr Text minutes_left{"Còn {minutes} phút", "{minutes} minutes left"};
inline constexpr Text hours_over{"Quá {hours} giờ", "{hours} hours over"};
inline constexpr Text under_hour_over{"Vừa quá hạn", "Just overdue"};
inline constexpr Text done_in_time{"Đúng hạn", "In time"};
inline constexpr Text done_late{"Muộn", "Late"};
inline constexpr Text done_plain{"Đã làm", "Done"};
inline constexpr Text not_yet{"Chưa làm", "Not yet"};

// ---- The form
inline constexpr Text amend{"Sửa nội dung", "Amend"};
inline constexpr Text amend_title{"Sửa nội dung sự cố {code}", "Amend incident {code}"};
inline constexpr Text no_names{
    "Không ghi họ tên, số định danh của người bị ảnh hưởng: mô tả theo nhóm.",
    "Do not write names or numbers of those concerned: describe them as a group."};
inline constexpr Text noticed_day{"Ngày phát hiện", "Day it was noticed"};
inline constexpr Text noticed_day_hint{"Ví dụ: 23 11 2026", "Such as: 23 11 2026"};
inline constexpr Text noticed_time{"Giờ phát hiện", "Time it was noticed"};
inline constexpr Text noticed_time_hint{"Theo 24 giờ, ví dụ: 14:20",
                                        "24-hour clock, such as: 14:20"};
inline constexpr Text what{"Việc gì đã xảy ra", "What happened"};
inline constexpr Text what_hint{
    "Hành vi, nơi và khoảng thời gian xảy ra, tổ chức hoặc hệ thống liên quan.",
    "The act, where and when it took place, the organisation or system concerned."};
inline constexpr Text data_kinds{"Loại dữ liệu", "Kinds of data"};
inline constexpr Text data_kinds_hint{"Ví dụ: họ tên, số định danh, ảnh giấy tờ.",
                                      "Such as: names, personal numbers, images of papers."};
inline constexpr Text whose{"Dữ liệu của ai", "Whose data"};
inline constexpr Text whose_hint{"Ví dụ: người nộp hồ sơ hộ tịch tháng 10/2026.",
                                 "Such as: applicants for civil-status papers in October 2026."};
inline constexpr Text people{"Khoảng bao nhiêu người", "About how many people"};
inline constexpr Text people_hint{"Để trống nếu chưa rõ, bổ sung sau.",
                                  "Leave it empty when not known yet, and add it later."};
inline constexpr Text consequences{"Hậu quả có thể có", "Possible consequences"};
inline constexpr Text measures{"Biện pháp đã và sẽ làm", "Measures taken and to come"};
inline constexpr Text contact{"Người liên hệ của cơ quan", "The agency’s contact"};
inline constexpr Text contact_hint{"Họ tên, chức vụ, điện thoại của người chịu trách nhiệm.",
                                   "Name, office and telephone of who is responsible."};
inline constexpr Text save{"Lưu nội dung", "Save"};

inline constexpr Text say_what{"Nhập việc đã xảy ra.", "Enter what happened."};
inline constexpr Text say_whose{"Nhập dữ liệu của ai.", "Enter whose data it is."};
inline constexpr Text say_day{"Ngày phát hiện không đúng. Ví dụ đúng: 23 11 2026.",
                              "That is not a day. Such as: 23 11 2026."};
inline constexpr Text say_time{"Giờ phát hiện không đúng. Ví dụ đúng: 14:20.",
                               "That is not a time. Such as: 14:20."};
inline constexpr Text say_people{"Nhập số nguyên từ 1, ví dụ 1200 hoặc 1.200, hoặc để trống.",
                                 "Enter a whole number from 1, such as 1200, or leave it empty."};
inline constexpr Text too_long{"Tối đa 4.000 ký tự.", "At most 4,000 characters."};
inline constexpr Text in_future{"Thời điểm phát hiện còn ở phía trước.",
                                "The time it was noticed is still to come."};
inline constexpr Text too_old{"Thời điểm phát hiện đã quá một năm. Xem lại năm đã nhập.",
                              "It was noticed more than a year ago. Look at the year again."};
inline constexpr Text no_rule{"Chưa có quy định nào được cấu hình cho ngày này.",
                              "No rule is configured for that day."};

// ---- One incident
inline constexpr Text incident{"Sự cố {code}", "Incident {code}"};
inline constexpr Text opened_now{"Đã mở sự cố. Đồng hồ đang chạy.",
                                 "The incident is open. The clock runs."};
inline constexpr Text recorded_now{"Đã ghi nhận.", "Recorded."};
inline constexpr Text amended_now{"Đã lưu nội dung.", "Saved."};
inline constexpr Text closed_now{"Đã đóng sự cố.", "The incident is closed."};
inline constexpr Text overdue{
    "Đã quá hạn thông báo {hours} giờ. Thông báo ngay và nêu lý do chậm.",
    "The notification is {hours} hours overdue. Notify at once and say why it is late."};
inline constexpr Text unsure_law{
    "Thời hạn theo {law}; cơ quan pháp chế cần xác nhận lại nội dung điều luật.",
    "Time limits by {law}; the legal department has to confirm the words of the article."};
inline constexpr Text sure_law{"Thời hạn theo {law}.", "Time limits by {law}."};
inline constexpr Text todo{"Việc phải làm", "What must be done"};
inline constexpr Text step{"Việc", "Step"};
inline constexpr Text by_when{"Hạn", "By"};
inline constexpr Text no_limit{"Không định hạn", "No time limit"};
inline constexpr Text done_by{"Đã làm", "Done"};
inline constexpr Text authority{"Cơ quan nhận thông báo", "Authority to notify"};
inline constexpr Text content{"Nội dung", "What is known"};
inline constexpr Text unknown{"Chưa rõ", "Not known yet"};
inline constexpr Text about_people{"khoảng {count} người", "about {count} people"};
inline constexpr Text progress{"Diễn biến", "Progress"};
inline constexpr Text was_opened{"mở sự cố", "opened the incident"};
inline constexpr Text was_closed{"đóng sự cố: {reason}", "closed the incident: {reason}"};
inline constexpr Text paper{"In thông báo (PDF)", "Print the notification (PDF)"};
inline constexpr Text record{"Ghi nhận việc đã làm", "Record what was done"};
inline constexpr Text which_step{"Việc đã làm", "What was done"};
inline constexpr Text note_label{"Ghi chú", "Note"};
inline constexpr Text note_hint{"Ví dụ: gửi công văn số mấy, ai nhận, lý do nếu chậm.",
                                "Such as: number of the letter, who took it, why it is late."};
inline constexpr Text record_button{"Ghi nhận", "Record"};
inline constexpr Text close_title{"Đóng sự cố", "Close the incident"};
inline constexpr Text close_reason{"Lý do đóng", "Why it is closed"};
inline constexpr Text close_hint{"Đã khắc phục xong, hoặc không phải sự cố. Đóng rồi không mở lại.",
                                 "It is mended, or was none. Once closed it stays so."};
inline constexpr Text say_step{"Chọn việc đã làm.", "Choose what was done."};
inline constexpr Text say_reason{"Nhập lý do đóng.", "Enter why it is closed."};
inline constexpr Text changed_meanwhile{
    "Có người vừa sửa nội dung này. Đối chiếu với nội dung hiện có ở dưới, rồi lưu lại nếu vẫn "
    "đúng.",
    "Somebody has just amended this. Compare with what stands now, below, and save again if yours "
    "still holds."};
inline constexpr Text stands_now{"Nội dung hiện có", "What stands now"};
inline constexpr Text recorded_meanwhile{
    "Có người vừa ghi nhận việc này, xem Diễn biến. Ghi nhận lần nữa nếu là việc khác.",
    "Somebody has just recorded this, see Progress. Record it once more if it is another time."};
inline constexpr Text still_unmet{
    "Còn việc có thời hạn chưa được ghi nhận. Đánh dấu nếu vẫn đóng sự cố.",
    "Something with a time limit was never recorded. Tick the box to close it all the same."};
inline constexpr Text unmet_box{"Đóng dù chưa ghi nhận: {steps}",
                                "Close though not recorded: {steps}"};
inline constexpr Text was_amended{"sửa nội dung", "amended what is known"};
inline constexpr Text was_before{"{field} trước đó: {words}", "{field} before: {words}"};
inline constexpr Text never_told{"Đóng khi chưa thông báo", "Closed without notification"};
inline constexpr Text your_words{"Nội dung đã nhập, chưa được ghi",
                                 "What was typed, and not recorded"};
inline constexpr Text already_closed{"Sự cố đã đóng, không ghi thêm được.",
                                     "The incident is closed; nothing can be added."};

// ---- Elsewhere
inline constexpr Text told_reminder{"Nhắc hạn thông báo sự cố",
                                    "Reminder of an incident’s deadline"};
inline constexpr Text no_value{"Chưa xác định được, sẽ bổ sung ở lần thông báo sau",
                               "Not known yet; to follow"};

}  // namespace incidents::text
