// What administrators and auditors read about the journal, in both languages.
#pragma once

#include "base/text.hpp"

namespace administration::text {

using base::Text;

inline constexpr Text journal_search{"Tra cứu nhật ký", "Search the journal"};
inline constexpr Text journal_search_sub{
    "Ai tra cứu điều gì cũng được ghi vào nhật ký, mỗi ngày một mục cho cùng một điều kiện. "
    "Nhật ký không chứa thông tin cá nhân.",
    "Who looks for what is itself journalled, once a day for the same conditions. "
    "The journal holds no personal values."};
inline constexpr Text journal_filter{"Điều kiện tra cứu", "What to look for"};
inline constexpr Text about_what{"Mã hồ sơ, hoặc loại:số", "Dossier code, or kind:id"};
inline constexpr Text by_whom{"Tên đăng nhập hoặc số người", "Login or person id"};
inline constexpr Text which_verb{"Việc, ví dụ one_stop.accept", "Verb, such as one_stop.accept"};
inline constexpr Text which_unit{"Mã đơn vị", "Unit code"};
inline constexpr Text from_day{"Từ ngày", "From"};
inline constexpr Text until_day{"Đến hết ngày", "To the end of"};
inline constexpr Text act_id{"Mã thao tác", "Act id"};
inline constexpr Text no_such_subject{
    "Không có hồ sơ mã {typed}. Ví dụ đúng: H13.01-261123-0001 hoặc unit:25.",
    "There is no dossier {typed}. Such as: H13.01-261123-0001 or unit:25."};
inline constexpr Text no_such_person{"Không có tài khoản hay số người {typed}.",
                                     "There is no login or person id {typed}."};
inline constexpr Text no_such_unit{"Hôm nay không có đơn vị mã {typed}.",
                                   "Today there is no unit with the code {typed}."};
inline constexpr Text no_such_day{"Ngày {typed} không đúng. Ví dụ đúng: 23/11/2026.",
                                  "{typed} is not a day. Such as: 23/11/2026."};
inline constexpr Text when{"Thời điểm", "Time"};
inline constexpr Text actor{"Người làm", "By"};
inline constexpr Text verb{"Việc", "Verb"};
inline constexpr Text subject{"Về", "About"};
inline constexpr Text seal{"Niêm phong", "Seal"};
inline constexpr Text not_sealed{"Chưa niêm phong", "Not sealed yet"};
inline constexpr Text more_of_it{"Chi tiết", "Details"};
inline constexpr Text law{"Căn cứ", "Law"};
inline constexpr Text unit{"Đơn vị", "Unit"};
inline constexpr Text facts{"Dữ kiện", "Facts"};
inline constexpr Text system_actor{"Hệ thống", "The system"};
inline constexpr Text resident_actor{"Người dân số {id}", "Resident {id}"};
inline constexpr Text nobody_actor{"Chưa đăng nhập", "Not signed in"};
inline constexpr Text unread{"Chưa đọc được: phiên bản {version} mới hơn chương trình",
                             "Not read: version {version} is newer than this program"};
inline constexpr Text older_entries{"Các mục trước đó", "Older entries"};
inline constexpr Text journal_csv{"Tải kết quả (CSV)", "Download the result (CSV)"};
inline constexpr Text file_bounds{
    "Tệp CSV có tối đa {count} mục mới nhất. Nếu còn mục cũ hơn, dòng cuối của tệp nói rõ.",
    "The CSV file has at most the {count} newest entries. Where there may be older ones, its last "
    "row says so."};
inline constexpr Text file_cut{
    "Tệp dừng ở đây: có thể còn mục cũ hơn khớp điều kiện. Tải tiếp tại địa chỉ: {address}",
    "The file ends here: there may be older entries that fit. The next part is at: {address}"};
inline constexpr Text no_entries{"Không có mục nào như vậy", "No such entries"};
inline constexpr Text no_entries_detail{"Bớt điều kiện, hoặc nới rộng khoảng ngày.",
                                        "Ask for less, or for a longer span."};
inline constexpr Text all_entries{"Xem toàn bộ nhật ký", "See the whole journal"};

inline constexpr Text seals_state{"Niêm phong và kiểm tra", "Seals and verification"};
inline constexpr Text last_verified{"Lần kiểm tra gần nhất", "Last verification"};
inline constexpr Text never_verified{"Chưa có lần kiểm tra nào.", "Never verified so far."};
inline constexpr Text verify_now{"Kiểm tra ngay", "Verify now"};
inline constexpr Text verify_asked{
    "Đã yêu cầu kiểm tra. Tải lại trang sau ít phút để xem kết quả.",
    "Verification was asked for. Load the page again in some minutes for its result."};
inline constexpr Text state_of_journal{"Nhật ký", "The journal"};
inline constexpr Text whole{"Nguyên vẹn", "Whole"};
inline constexpr Text altered{"Phát hiện {count} chỗ sai", "{count} things found"};
inline constexpr Text verified_at{"Lúc", "At"};
inline constexpr Text verified_by{"Bởi", "By"};
inline constexpr Text verified_what{"Đã kiểm tra", "Verified"};
inline constexpr Text verified_counts{
    "{entries} mục, {seals} niêm phong, {unsealed} mục chưa niêm phong",
    "{entries} entries, {seals} seals, {unsealed} not sealed yet"};
inline constexpr Text with_holder{"Đối chiếu với bên giữ thứ hai",
                                  "Compared with the second holder"};
inline constexpr Text yes{"Có", "Yes"};
inline constexpr Text no{"Không", "No"};
inline constexpr Text keys{"Khóa niêm phong", "Sealing keys"};
inline constexpr Text key_from{"Từ niêm phong số {from}, {time}", "From seal {from}, {time}"};
inline constexpr Text latest_seals{"Niêm phong gần đây", "Latest seals"};
inline constexpr Text seal_count{"Số mục", "Entries"};
inline constexpr Text seal_root{"Mã gốc", "Root"};
inline constexpr Text projections{"Bảng số liệu dựng từ nhật ký", "Tables made from the journal"};
inline constexpr Text none_stale{"Mọi bảng đều khớp nhật ký.", "All of them follow the journal."};
inline constexpr Text stale_since{
    "{name} lệch từ mục {entry}. Dựng lại trên máy chủ: taydo journal rebuild {name}.",
    "{name} is stale since entry {entry}. On the server run: taydo journal rebuild {name}."};
inline constexpr Text public_page{"Trang công khai", "Public page"};

}  // namespace administration::text
