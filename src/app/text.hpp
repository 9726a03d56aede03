// Words of the navigation.
#pragma once

#include "base/text.hpp"

namespace app::text {

using base::Text;

inline constexpr Text simulated{"VNeID (mô phỏng)", "VNeID (simulated)"};
inline constexpr Text services{"Dịch vụ công", "Public services"};
inline constexpr Text only_read{"Tạm thời chỉ xem, chưa gửi được",
                                "Reading only, nothing can be sent"};
inline constexpr Text lookup{"Tra cứu hồ sơ", "Look up a dossier"};
inline constexpr Text my_dossiers{"Hồ sơ của tôi", "My dossiers"};
inline constexpr Text help{"Cần giúp đỡ", "Help"};
inline constexpr Text about{"Về cổng dịch vụ", "About"};
inline constexpr Text one_stop{"Một cửa", "One-stop shop"};
inline constexpr Text worklist{"Việc cần xử lý", "My work"};
inline constexpr Text figures{"Số liệu trong tháng", "This month"};
inline constexpr Text received{"Đã tiếp nhận", "Received"};
inline constexpr Text on_time{"Đúng hạn", "On time"};
inline constexpr Text late{"Trễ hạn", "Late"};
inline constexpr Text law{"Quy định", "Rules"};
inline constexpr Text rule_tables{"Bảng quy tắc", "Rule tables"};
inline constexpr Text administration{"Quản trị", "Administration"};
inline constexpr Text calendar{"Lịch làm việc", "Working calendar"};
inline constexpr Text units{"Đơn vị", "Units"};
inline constexpr Text people{"Người và vị trí", "People and positions"};
inline constexpr Text messages{"Tin nhắn", "Messages"};
inline constexpr Text messages_unread{"Tin nhắn ({count})", "Messages ({count})"};
inline constexpr Text incidents{"Sự cố dữ liệu", "Data incidents"};
inline constexpr Text letters{"Thư điện tử", "E-mail"};
inline constexpr Text accounts{"Tài khoản cán bộ", "Officers' accounts"};
inline constexpr Text jobs{"Việc nền", "Background work"};
inline constexpr Text seals{"Niêm phong nhật ký", "Seals of the journal"};
inline constexpr Text journal{"Nhật ký", "Journal"};
inline constexpr Text data_requests{"Dữ liệu cá nhân", "Personal data"};
inline constexpr Text portal{"Trang dịch vụ công", "Public portal"};
inline constexpr Text search{"Tra cứu hồ sơ", "Search dossiers"};
inline constexpr Text search_example{"Mã hồ sơ", "Dossier code"};
inline constexpr Text acting_for{"làm thay {name}", "acting for {name}"};

// What `taydo journal check-proof` says; the page web/proof says the same.
inline constexpr Text proof_named{"Hồ sơ {name}: mã này nằm trong chính các mục đã niêm phong.",
                                  "Dossier {name}: the sealed entries themselves bear this code."};
inline constexpr Text proof_stated{
    "Tệp tự ghi tên {name}; không mục nào chứng minh tên này.",
    "The file calls itself {name}; this is stated, not proven: no entry tells it."};
inline constexpr Text proof_shows{
    "Chứng minh được: các mục này có trong nhật ký đã niêm phong và chưa bị sửa.",
    "Proven: these entries stand in the sealed journal, unaltered."};
inline constexpr Text proof_shows_not{
    "Không chứng minh được: rằng không còn mục nào khác về việc này.",
    "Not proven: that there are no others about this matter."};

}  // namespace app::text
