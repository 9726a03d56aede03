// Words of the page of letters.
#pragma once

#include "base/text.hpp"

namespace administration::text {

using base::Text;

inline constexpr Text mail_waiting{"Đang đợi", "Waiting"};
inline constexpr Text mail_failing{"Đang thử lại", "Trying again"};
inline constexpr Text mail_sent{"Đã gửi trong 24 giờ", "Sent in 24 hours"};
inline constexpr Text mail_taken{"Đã gửi", "Sent"};
inline constexpr Text mail_bounced{"Bị trả lại", "Came back"};
inline constexpr Text mail_refused{"Bị từ chối", "Refused"};
inline constexpr Text mail_dropped{"Không gửi nữa", "No longer to be sent"};
inline constexpr Text mail_trouble{"Không soạn được", "In trouble"};
inline constexpr Text mail_kind{"Loại tin", "Kind"};
inline constexpr Text mail_address{"Địa chỉ", "Address"};
inline constexpr Text mail_none{"Không có", "None"};
inline constexpr Text mail_when{"Lần cuối", "Last"};
inline constexpr Text mail_state{"Tình trạng", "State"};
inline constexpr Text mail_answer{"Lần gửi {tries}, mã {code}: {said}",
                                  "Attempt {tries}, code {code}: {said}"};
inline constexpr Text mail_again{"Soạn lại", "Write it again"};
inline constexpr Text mail_still{
    "Tin này vẫn không soạn được. Sửa mẫu tin trong gói dữ liệu rồi nạp lại gói.",
    "This message still cannot be written. Mend its template in the pack and import the pack."};
inline constexpr Text mail_mended{"Đã soạn lại; tin đã vào hộp thư của người nhận.",
                                  "It is written now and in its reader’s inbox."};
inline constexpr Text mail_off{
    "Chưa có máy chủ thư trong taydo.json, nên tin chỉ vào hộp thư trên cổng.",
    "No mail server is named in taydo.json, so messages reach inboxes only."};
inline constexpr Text mail_bouncing{"Số người có địa chỉ bị trả thư: {count}.",
                                    "People whose address returns letters: {count}."};
inline constexpr Text mail_nothing{"Không có thư nào ở đây", "No letters here"};
inline constexpr Text mail_nothing_detail{"Chọn tình trạng khác ở trên.",
                                          "Choose another state above."};
inline constexpr Text mail_newer{"Mới hơn", "Newer"};
inline constexpr Text mail_older{"Cũ hơn", "Older"};
inline constexpr Text purpose_mail{"Theo dõi việc gửi thư điện tử",
                                   "Watching over the sending of e-mail"};

}  // namespace administration::text
