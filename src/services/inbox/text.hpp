// Words of the inbox and of how people choose to be told.
#pragma once

#include "base/text.hpp"

namespace inbox::text {

using base::Text;

inline constexpr Text messages{"Tin nhắn", "Messages"};
inline constexpr Text message{"Nội dung", "Message"};
inline constexpr Text time{"Thời gian", "Time"};
inline constexpr Text unread{"Chưa đọc", "Unread"};
inline constexpr Text legal{"Thông báo theo luật", "Legal notice"};
inline constexpr Text read_all{"Đánh dấu đã đọc hết", "Mark all as read"};
inline constexpr Text all_read{
    "Đã đánh dấu đã đọc. Thông báo theo luật chỉ tính là đã đọc khi được mở.",
    "Marked as read. Legal notices count as read only when they are opened."};
inline constexpr Text nothing{"Chưa có tin nhắn", "No messages yet"};
inline constexpr Text nothing_detail{"Tin về hồ sơ đã nộp sẽ có ở đây.",
                                     "News of your dossiers will be here."};
inline constexpr Text nothing_for_officer{"Tin nhắc về việc của cơ quan sẽ có ở đây.",
                                          "Reminders about the work of the office will be here."};
inline constexpr Text to_work{"Danh sách việc", "Worklist"};
inline constexpr Text to_dossiers{"Hồ sơ của tôi", "My dossiers"};
inline constexpr Text open{"Mở hồ sơ", "Open the dossier"};
inline constexpr Text open_other{"Xem chi tiết", "See the details"};
inline constexpr Text legal_read{"Thông báo theo luật, đã được mở đọc lúc {time}.",
                                 "A legal notice, opened at {time}."};

inline constexpr Text account{"Tài khoản của tôi", "My account"};
inline constexpr Text how{"Cách nhận tin", "How you are told"};
inline constexpr Text how_detail{
    "Mọi tin đều vào hộp thư trên cổng này. Thư điện tử là bản gửi thêm.",
    "Every message comes to your inbox here. E-mail is an additional copy."};
inline constexpr Text email{"Thư điện tử", "E-mail"};
inline constexpr Text no_address_yet{"Chưa có địa chỉ nào được xác nhận.",
                                     "No address has been confirmed yet."};
inline constexpr Text confirmed{"Đã xác nhận", "Confirmed"};
inline constexpr Text bouncing{"Thư bị trả lại", "Letters come back"};
inline constexpr Text bounced_detail{
    "Từ ngày {day}, thư gửi đến địa chỉ này bị trả lại nên không gửi nữa. Xác nhận lại hoặc nhập "
    "địa "
    "chỉ khác.",
    "Since {day} letters to this address have come back and none are sent. Confirm it again or "
    "enter "
    "another."};
inline constexpr Text forget{"Bỏ địa chỉ này", "Remove this address"};
inline constexpr Text address{"Địa chỉ thư điện tử", "E-mail address"};
inline constexpr Text new_address{"Địa chỉ khác", "Another address"};
inline constexpr Text address_hint{
    "Mã xác nhận được gửi đến địa chỉ này, ví dụ ten@example.vn.",
    "A code is mailed to this address, for example name@example.vn."};
inline constexpr Text send_code{"Gửi mã xác nhận", "Send the code"};
inline constexpr Text code_waits{"Mã gồm 6 chữ số đã được gửi đến {address}.",
                                 "A code of 6 digits has been sent to {address}."};
inline constexpr Text code{"Mã xác nhận", "Code"};
inline constexpr Text code_hint{"Dùng được trong 24 giờ.", "It is good for 24 hours."};
inline constexpr Text confirm{"Xác nhận địa chỉ", "Confirm the address"};
inline constexpr Text stays{
    "Bản trình diễn: thư không gửi đi đâu mà được giữ trong thư mục của máy chủ.",
    "Demonstration: letters are not sent anywhere but kept in a folder of the server."};
inline constexpr Text no_mail{
    "Hệ thống này chưa gửi được thư điện tử. Tin vẫn vào hộp thư.",
    "This system cannot send e-mail yet. Messages still reach the inbox."};
inline constexpr Text no_address{"Nhập một địa chỉ thư điện tử, ví dụ ten@example.vn",
                                 "Enter an e-mail address, for example name@example.vn"};
inline constexpr Text too_soon{"Mã vừa được gửi. Đợi một phút rồi yêu cầu lại.",
                               "A code has just been sent. Wait a minute and ask again."};
inline constexpr Text no_code{"Không có mã nào đang chờ, hoặc mã đã hết hạn. Yêu cầu mã mới.",
                              "No code is waiting, or it has lapsed. Ask for a new one."};
inline constexpr Text wrong_code{
    "Mã không đúng. Xem lại thư và nhập đủ 6 chữ số.",
    "That is not the code. Look at the letter and enter all 6 digits."};
inline constexpr Text too_often{"Mã đã bị nhập sai 5 lần. Yêu cầu mã mới.",
                                "The code was wrong 5 times. Ask for a new one."};
inline constexpr Text too_many{"Trong 24 giờ qua đã gửi 5 mã. Yêu cầu mã mới vào ngày mai.",
                               "5 codes were sent in the last 24 hours. Ask again tomorrow."};

inline constexpr Text kinds{"Loại tin", "Kinds of messages"};
inline constexpr Text language{"Ngôn ngữ của thư điện tử", "Language of e-mail"};
inline constexpr Text vietnamese{"Tiếng Việt", "Vietnamese"};
inline constexpr Text english{"Tiếng Anh", "English"};
inline constexpr Text by_mail{"Hộp thư và thư điện tử", "Inbox and e-mail"};
inline constexpr Text by_inbox{"Chỉ hộp thư", "Inbox only"};
inline constexpr Text not_at_all{"Không nhận", "Not at all"};
inline constexpr Text legal_hint{"Thông báo theo luật: luôn có trong hộp thư.",
                                 "A legal notice: it always comes to the inbox."};
inline constexpr Text duty_hint{"Thuộc nhiệm vụ được giao: luôn có trong hộp thư.",
                                "Part of one's office: it always comes to the inbox."};
inline constexpr Text save{"Lưu lựa chọn", "Save the choices"};
inline constexpr Text quiet{"Giờ yên tĩnh", "Quiet hours"};
inline constexpr Text quiet_detail{
    "Không gửi thư điện tử trong khoảng {hours}, trừ thông báo theo luật có thời hạn. Thư đợi đến "
    "sáng.",
    "No e-mail is sent at {hours}, except legal notices with a deadline. It waits for the "
    "morning."};

inline constexpr Text chosen{"Đã lưu lựa chọn.", "Your choices are saved."};
inline constexpr Text code_sent{"Đã gửi mã xác nhận.", "The code has been sent."};
inline constexpr Text confirmed_now{"Địa chỉ đã được xác nhận.", "The address is confirmed."};
inline constexpr Text forgotten{"Đã bỏ địa chỉ.", "The address is removed."};

}  // namespace inbox::text
