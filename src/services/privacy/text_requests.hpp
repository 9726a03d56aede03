// What people and the office read about one's own data and requests on it, in both languages.
#pragma once

#include "base/text.hpp"
#include "services/privacy/text_troubles.hpp"

namespace privacy::text {

// My data
inline constexpr base::Text my_data{"Dữ liệu của tôi", "My data"};
inline constexpr base::Text my_data_detail{
    "Thành phố giữ những dữ liệu dưới đây về tài khoản này, mỗi loại cho một mục đích.",
    "The city keeps the following about this account, each kind for one purpose."};
inline constexpr base::Text what{"Dữ liệu", "Data"};
inline constexpr base::Text why_kept{"Dùng để làm gì", "What it is for"};
inline constexpr base::Text how_long{"Giữ đến khi nào", "For how long"};
inline constexpr base::Text how_many{"Số lượng", "How many"};
inline constexpr base::Text who_saw_link{"Ai đã xem dữ liệu của tôi", "Who has seen my data"};
inline constexpr base::Text consents_link{"Những điều tôi đã đồng ý", "What I have agreed to"};
inline constexpr base::Text account_kept{"Thông tin định danh và liên hệ", "Identity and contact"};
inline constexpr base::Text account_why{"Biết ai đang đăng nhập và điền sẵn tờ khai",
                                        "To know who signs in, and to fill in forms beforehand"};
inline constexpr base::Text account_until{"Đến khi xóa tài khoản", "Until the account is erased"};
inline constexpr base::Text messages_kept{"Tin nhắn và địa chỉ nhận tin",
                                          "Messages, and where they are sent"};
inline constexpr base::Text messages_why{"Báo tin về hồ sơ và yêu cầu",
                                         "To tell about dossiers and requests"};
inline constexpr base::Text requests_kept{"Yêu cầu về dữ liệu và những điều đã đồng ý",
                                          "Requests about data, and what was agreed to"};
inline constexpr base::Text requests_why{"Trả lời yêu cầu và chứng minh đã được đồng ý",
                                         "To answer, and to prove that consent was given"};
inline constexpr base::Text ledger_kept{"Nhật ký ai đã xem dữ liệu", "The record of who looked"};
inline constexpr base::Text ledger_why{"Để người có dữ liệu kiểm tra được",
                                       "So that the person can check"};
inline constexpr base::Text ledger_until{"Không xóa; không chứa thông tin cá nhân",
                                         "Not erased; it holds no personal values"};

// Taking it along
inline constexpr base::Text take{"Mang dữ liệu đi", "Take the data along"};
inline constexpr base::Text take_detail{
    "Một tệp ZIP gồm trang để đọc, tệp JSON để máy đọc và các kết quả đã nhận. Tải được {times} "
    "lần một ngày.",
    "One ZIP file with a page to read, a JSON file for machines, and the results received. It can "
    "be taken {times} times a day."};
inline constexpr base::Text take_button{"Tải dữ liệu của tôi", "Download my data"};
inline constexpr base::Text too_often{
    "Hôm nay đã tải {times} lần. Từ ngày mai có thể tải lại.",
    "It was downloaded {times} times today. From tomorrow it can be downloaded again."};
inline constexpr base::Text taken_at{"Lập lúc {time}.", "Made at {time}."};
inline constexpr base::Text left_out{"Tệp quá lớn để gói vào đây: {name}",
                                     "Too large to be put in here: {name}"};
inline constexpr base::Text papers{"Giấy tờ kèm theo", "Papers that come with it"};

// Facts
inline constexpr base::Text name{"Họ và tên", "Name"};
inline constexpr base::Text number{"Số định danh cá nhân", "Personal number"};
inline constexpr base::Text birth{"Ngày sinh", "Date of birth"};
inline constexpr base::Text gender{"Giới tính", "Gender"};
inline constexpr base::Text male{"Nam", "Male"};
inline constexpr base::Text female{"Nữ", "Female"};
inline constexpr base::Text ethnicity{"Dân tộc", "Ethnicity"};
inline constexpr base::Text nationality{"Quốc tịch", "Nationality"};
inline constexpr base::Text residence{"Nơi cư trú", "Residence"};
inline constexpr base::Text phone{"Số điện thoại", "Phone"};
inline constexpr base::Text email{"Thư điện tử", "E-mail"};
inline constexpr base::Text older_paper{"Giấy tờ trước đây", "An older paper"};
inline constexpr base::Text other{"Dữ liệu khác", "Something else"};
inline constexpr base::Text whole{"Toàn bộ dữ liệu", "All data"};
inline constexpr base::Text how_reached{"Cách nhận tin", "How messages arrive"};
inline constexpr base::Text reached_at{"Địa chỉ nhận tin", "Address for messages"};
inline constexpr base::Text reached_pending{"Địa chỉ chờ xác nhận", "Address to be confirmed"};
inline constexpr base::Text reached_language{"Ngôn ngữ của thư điện tử", "Language of e-mail"};
inline constexpr base::Text in_vietnamese{"Tiếng Việt", "Vietnamese"};
inline constexpr base::Text in_english{"Tiếng Anh", "English"};
inline constexpr base::Text reached_by_mail{"Hộp thư và thư điện tử", "Inbox and e-mail"};
inline constexpr base::Text reached_by_inbox{"Chỉ hộp thư", "Inbox only"};
inline constexpr base::Text reached_by_nothing{"Không nhận", "Not at all"};
inline constexpr base::Text message{"Tin nhắn {time}", "Message of {time}"};

// Asking
inline constexpr base::Text my_requests{"Yêu cầu của tôi", "My requests"};
inline constexpr base::Text no_requests{"Chưa có yêu cầu nào.", "There are no requests yet."};
inline constexpr base::Text ask_correction{"Yêu cầu sửa dữ liệu", "Ask for a correction"};
inline constexpr base::Text ask_erasure{"Yêu cầu xóa dữ liệu", "Ask for erasure"};
inline constexpr base::Text kind_correction{"Sửa dữ liệu", "Correction"};
inline constexpr base::Text kind_erasure{"Xóa dữ liệu", "Erasure"};
inline constexpr base::Text which{"Dữ liệu nào chưa đúng", "What is not right"};
inline constexpr base::Text choose{"Chọn một mục", "Choose one"};
inline constexpr base::Text wanted{"Đúng phải là", "What is right"};
inline constexpr base::Text wanted_hint{
    "Ngày sinh viết như 17/5/1990, số điện thoại như 0912 345 678, giới tính Nam hoặc Nữ.",
    "A birth as 17/5/1990, a phone number as 0912 345 678, gender male or female."};
inline constexpr base::Text correction_words{"Vì sao cần sửa", "Why it should be corrected"};
inline constexpr base::Text paper{"Giấy tờ chứng minh", "A paper that shows it"};
inline constexpr base::Text paper_hint{"PDF, PNG hoặc JPEG, nhiều nhất 5 MB.",
                                       "PDF, PNG or JPEG, 5 MB at most."};
inline constexpr base::Text from_provider{
    "Dữ liệu đã sửa ở đây được giữ khi đăng nhập lại. Nếu dữ liệu sai từ định danh điện tử, nên "
    "sửa "
    "cả ở cơ quan cấp định danh; khi nơi đó đổi, dữ liệu mới được lấy về.",
    "What is corrected here stays when signing in again. Where it was wrong with the identity "
    "provider, have it corrected there too; what changes there is read again."};
inline constexpr base::Text erasure_words{"Vì sao muốn xóa", "Why it should be erased"};
inline constexpr base::Text erasure_warning{
    "Xóa là xóa toàn bộ: thông tin, tờ khai, hồ sơ đã hết hạn lưu, giấy tờ, tin nhắn. Xóa rồi "
    "không lấy lại được; hãy tải dữ liệu trước nếu cần.",
    "Everything is erased: facts, forms, dossiers whose time is over, papers, messages. It cannot "
    "be brought back; download the data first if it is needed."};
inline constexpr base::Text erasure_alone{
    "Tờ khai chưa nộp và địa chỉ nhận thư có thể tự xóa ngay, không cần yêu cầu.",
    "Forms not yet submitted and the address for e-mail can be deleted at once, without asking."};
inline constexpr base::Text to_drafts{"Tờ khai chưa nộp", "Forms not yet submitted"};
inline constexpr base::Text to_address{"Địa chỉ nhận thư điện tử", "The address for e-mail"};
inline constexpr base::Text terms_correction{
    "Được trả lời trong {reply} ngày làm việc và thực hiện trong {days} ngày. Căn cứ: {basis}.",
    "Answered within {reply} working days and carried out within {days} days. Basis: {basis}."};
inline constexpr base::Text terms_unsure{"Thời hạn này chưa được đối chiếu với văn bản gốc.",
                                         "These terms await a check against the original text."};
inline constexpr base::Text send{"Gửi yêu cầu", "Send the request"};
inline constexpr base::Text sent{"Đã gửi yêu cầu {code}.", "Request {code} is sent."};
inline constexpr base::Text withdraw{"Rút yêu cầu", "Withdraw"};
inline constexpr base::Text withdrawn_notice{"Đã rút yêu cầu.", "The request is withdrawn."};
inline constexpr base::Text waiting_state{"Đang chờ trả lời", "Waiting for an answer"};
inline constexpr base::Text done_state{"Đã thực hiện", "Carried out"};
inline constexpr base::Text refused_state{"Không thực hiện", "Declined"};
inline constexpr base::Text withdrawn_state{"Đã rút", "Withdrawn"};
inline constexpr base::Text request_code{"Mã yêu cầu", "Code"};
inline constexpr base::Text kind{"Yêu cầu", "Request"};
inline constexpr base::Text asked{"Gửi lúc", "Sent"};
inline constexpr base::Text due{"Hạn thực hiện", "Due"};
inline constexpr base::Text state{"Tình trạng", "State"};
inline constexpr base::Text answer{"Trả lời", "Answer"};
inline constexpr base::Text no_due{"Chưa có quy định", "No rule yet"};
inline constexpr base::Text told_answered{"Trả lời yêu cầu về dữ liệu cá nhân",
                                          "An answer about personal data"};

// Why
inline constexpr base::Text law{"Luật 91/2025/QH15", "Law 91/2025/QH15"};
inline constexpr base::Text purpose_own{"Tự xem dữ liệu của mình", "See one’s own data"};
inline constexpr base::Text purpose_request{"Giải quyết yêu cầu về dữ liệu cá nhân",
                                            "Answer a request about personal data"};

}  // namespace privacy::text
