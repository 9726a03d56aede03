// Words of messages: what keepers of templates hear, and what stands under every letter.
#pragma once

#include "base/text.hpp"

namespace messages::text {

using base::Text;

inline constexpr Text kind_confirm{"Xác nhận địa chỉ thư điện tử", "Confirming an e-mail address"};
inline constexpr Text kind_bounced{"Thư điện tử không đến nơi", "E-mail that does not arrive"};

inline constexpr Text see{"Xem chi tiết", "See the details"};
inline constexpr Text choices{"Thay đổi cách nhận tin", "Change how you are told"};
inline constexpr Text automatic{"Thư tự động của {sender}. Thư trả lời không có người đọc.",
                                "An automatic letter of {sender}. Nobody reads replies to it."};

inline constexpr Text template_bytes{"Tệp không phải là văn bản UTF-8.",
                                     "The file is not UTF-8 text."};
inline constexpr Text template_before{"Phải có dòng [vi] hoặc [en] trước nội dung.",
                                      "A line [vi] or [en] must come before the words."};
inline constexpr Text template_subject{"Sau [vi] hoặc [en] phải là dòng “subject …”.",
                                       "A line “subject …” must follow [vi] or [en]."};
inline constexpr Text template_twice{"Ngôn ngữ này đã có ở trên.",
                                     "This language has been given above."};
inline constexpr Text template_language{
    "Thiếu một ngôn ngữ: phải có cả [vi] và [en], mỗi phần có tiêu đề và nội dung.",
    "A language is missing: both [vi] and [en] need a subject and words."};
inline constexpr Text template_brace{"Dấu ngoặc nhọn không có dấu kia của nó.",
                                     "A brace is without its other half."};
inline constexpr Text template_unknown{
    "Loại tin này không có giá trị “{name}”. Xem danh sách trong templates/messages/README.md.",
    "This kind of message has no value “{name}”. See templates/messages/README.md."};
inline constexpr Text template_optional{
    "“{name}” có thể không có, nên không dùng được trong tiêu đề.",
    "“{name}” may be missing, so it cannot stand in the subject."};

}  // namespace messages::text
