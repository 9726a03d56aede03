// Why something asked about one's data is not done, in both languages.
#pragma once

#include "base/text.hpp"

namespace privacy::text {

inline constexpr base::Text no_field{"Chọn dữ liệu cần sửa", "Choose what is to be corrected"};
inline constexpr base::Text wrong_value{"Nhập giá trị đúng", "Enter the right value"};
inline constexpr base::Text wrong_birth{
    "Nhập ngày sinh, ví dụ 17/5/1990, hoặc năm sinh nếu giấy tờ chỉ có năm",
    "Enter the date of birth, such as 17/5/1990, or the year if the papers have only that"};
inline constexpr base::Text wrong_gender{"Nhập “Nam” hoặc “Nữ”", "Enter “Male” or “Female”"};
inline constexpr base::Text wrong_phone{"Nhập số điện thoại, ví dụ 0912 345 678",
                                        "Enter a phone number, such as 0912 345 678"};
inline constexpr base::Text wrong_email{"Nhập địa chỉ thư điện tử, ví dụ ten@example.vn",
                                        "Enter an e-mail address, such as name@example.vn"};
inline constexpr base::Text no_value{"Nhập giá trị đúng của dữ liệu này",
                                     "Enter what this should be"};
inline constexpr base::Text asked_too_often{
    "Hôm nay đã gửi {times} yêu cầu. Từ ngày mai có thể gửi tiếp.",
    "{times} requests were sent today. From tomorrow more can be sent."};
inline constexpr base::Text too_long{"Viết tối đa 1.000 ký tự", "Write at most 1,000 characters"};
inline constexpr base::Text waits_already{
    "Yêu cầu {code} ({what}) đang chờ trả lời. Muốn đổi, rút yêu cầu đó rồi gửi lại.",
    "Request {code} ({what}) is waiting for its answer. To change it, withdraw it and ask again."};
inline constexpr base::Text to_requests{"Xem yêu cầu của tôi", "See my requests"};
inline constexpr base::Text wrong_paper{"Giấy tờ phải là PDF, PNG hoặc JPEG, nhiều nhất 5 MB",
                                        "The paper must be PDF, PNG or JPEG, 5 MB at most"};
inline constexpr base::Text unread_paper{
    "Không đọc được giấy tờ này nên chưa nhận. Lưu lại thành PDF không khóa mật khẩu, hoặc chụp "
    "ảnh (PNG, JPEG) rồi gửi lại; hoặc mang giấy tờ đến Bộ phận một cửa để cán bộ xác nhận.",
    "This paper could not be read, so it was not taken. Save it as a PDF without a password, or "
    "take a photo (PNG, JPEG) and send that; or bring it to the one-stop shop, where an officer "
    "confirms it."};
inline constexpr base::Text busy{
    "Hệ thống đang đọc giấy tờ gửi trước. Gửi lại sau một phút; chọn lại tệp vì tệp không được "
    "giữ.",
    "Papers sent before are being read. Send it again in a minute; choose the file again, it is "
    "not kept."};
inline constexpr base::Text secret{
    "Giấy tờ có độ mật không được đưa vào hệ thống này ({basis}). Mang giấy tờ đến cơ quan giải "
    "quyết, không tải lên.",
    "A paper marked secret may not enter this system ({basis}). Bring it to the agency, do not "
    "upload it."};
inline constexpr base::Text secret_box{"Giấy tờ này có đóng dấu độ mật",
                                       "This paper is marked secret"};
inline constexpr base::Text no_words{"Viết lý do", "Write the reason"};
inline constexpr base::Text already_waiting{"Đang có một yêu cầu như vậy chờ trả lời",
                                            "The same request is waiting already"};
inline constexpr base::Text held_open{
    "Hồ sơ {code} đang được giải quyết nên chưa thể xóa dữ liệu. Sau khi kết thúc, hồ sơ còn phải "
    "được lưu giữ; có thể yêu cầu xóa từ ngày {day}.",
    "Dossier {code} is being worked on, so the data cannot be erased yet. After it has ended it "
    "must still be kept; erasure can be asked for from {day}."};
inline constexpr base::Text held_open_unknown{
    "Hồ sơ {code} đang được giải quyết nên chưa thể xóa dữ liệu. Chưa tính được ngày có thể xóa vì "
    "thời hạn giải quyết chưa bắt đầu.",
    "Dossier {code} is being worked on, so the data cannot be erased yet. The day on which it can "
    "is not known, because its deadline has not begun to run."};
inline constexpr base::Text held_kept{
    "Hồ sơ {code} đã kết thúc nhưng còn phải được lưu giữ. Có thể yêu cầu xóa từ ngày {day}.",
    "Dossier {code} has ended but must still be kept. Erasure can be asked for from {day}."};
inline constexpr base::Text held_unsaid{
    "Hồ sơ {code} phải được lưu giữ và thành phố chưa quy định đến khi nào.",
    "Dossier {code} must be kept, and the city has not said until when."};
inline constexpr base::Text represents{
    "Tài khoản này đang đại diện cho một tổ chức; cần thay người đại diện trước.",
    "This account speaks for an organisation; somebody else has to do so first."};
inline constexpr base::Text holds_office{
    "Tài khoản này giữ hoặc từng giữ chức vụ; tên trên các việc công phải được giữ lại.",
    "This account holds or held an office; the name on official acts has to stay."};
inline constexpr base::Text gone{"Không còn mục này", "This is no longer there"};
inline constexpr base::Text own{"Yêu cầu của chính mình phải do người khác trả lời",
                                "A request of one’s own is answered by somebody else"};
inline constexpr base::Text decided{"Yêu cầu này đã được xử lý", "This request is decided already"};
inline constexpr base::Text changed{"Nội dung vừa được thay đổi. Đọc lại rồi quyết định.",
                                    "This was changed just now. Read it again and decide."};
inline constexpr base::Text no_answer{"Viết câu trả lời cho người yêu cầu",
                                      "Write the answer to the person"};

}  // namespace privacy::text
