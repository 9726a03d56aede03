// What is read about background work, in both languages.
#pragma once

#include "base/text.hpp"

namespace administration::text {

using base::Text;

inline constexpr Text jobs{"Việc nền", "Background work"};
inline constexpr Text jobs_sub{
    "Việc hệ thống tự làm sau mỗi hành vi: gửi thư, tính lại hạn, chuyển việc của đơn vị",
    "What the system does by itself after each act: letters, due times, work of units"};
inline constexpr Text jobs_waiting{"Đang chờ", "Waiting"};
inline constexpr Text jobs_running{"Đang làm", "Running"};
inline constexpr Text jobs_dead{"Không làm được", "Given up"};
inline constexpr Text jobs_standing{"Tình hình theo loại việc", "By kind"};
inline constexpr Text jobs_since{"Chờ lâu nhất từ", "Longest waiting since"};
inline constexpr Text job_kind{"Loại việc", "Kind"};
inline constexpr Text any_job_kind{"Mọi loại việc", "Any kind"};
inline constexpr Text filter_jobs{"Lọc việc không làm được", "Filter what was given up"};
inline constexpr Text jobs_none{"Không có việc nào", "Nothing to do"};
inline constexpr Text jobs_none_detail{
    "Mọi việc nền đã làm xong. Việc mới hiện ở đây khi có hành vi cần đến.",
    "All background work is done. New work appears here when an act asks for it."};
inline constexpr Text jobs_turns{"Việc lặp lại", "What comes back"};
inline constexpr Text jobs_next{"Lần tới", "Next time"};

inline constexpr Text dead_letters{"Việc không làm được", "Work that was given up"};
inline constexpr Text dead_none{"Không có việc nào bị bỏ dở", "Nothing was given up"};
inline constexpr Text dead_none_detail{
    "Việc lỗi được thử lại nhiều lần trong khoảng một ngày rồi mới vào danh sách này.",
    "What fails is tried again for about a day before it comes to this list."};
inline constexpr Text dead_reason{"Lý do", "Reason"};
inline constexpr Text dead_attempts{"Số lần thử", "Attempts"};
inline constexpr Text dead_at{"Dừng lúc", "Given up at"};
inline constexpr Text dead_made{"Yêu cầu lúc", "Asked for at"};
inline constexpr Text dead_about{"Nội dung", "About"};
inline constexpr Text dead_code{"Mã việc", "Code of the kind"};
inline constexpr Text dead_open{"Xem việc {number}", "See job {number}"};
inline constexpr Text dead_number{"Việc số", "Job"};

inline constexpr Text resend{"Làm lại", "Try again"};
inline constexpr Text resend_detail{
    "Việc được làm lại ngay, với đủ số lần thử như mới. Chỉ làm lại khi nguyên nhân đã được sửa.",
    "It is tried again at once, with all its attempts. Do this once the cause is mended."};
inline constexpr Text resend_all{"Làm lại tất cả", "Try all again"};
inline constexpr Text resend_all_of{"Làm lại tất cả việc loại này", "Try all of this kind again"};
inline constexpr Text drop{"Bỏ hẳn", "Give up for good"};
inline constexpr Text drop_heading{"Bỏ hẳn một việc", "Give up a job for good"};
inline constexpr Text drop_detail{
    "Việc này sẽ không bao giờ được làm nữa và biến khỏi danh sách. Nhật ký ghi lại ai đã bỏ. "
    "Hành vi đã sinh ra nó không thay đổi.",
    "It will never be done and leaves the list. The journal keeps who gave it up. The act that "
    "asked for it does not change."};
inline constexpr Text drop_back{"Quay lại, không bỏ", "Go back, keep it"};

inline constexpr Text resent{"Đã cho làm lại.", "It is tried again."};
inline constexpr Text resent_all{"Đã cho làm lại {count} việc.", "{count} are tried again."};
inline constexpr Text dropped{"Đã bỏ hẳn.", "It is given up."};
inline constexpr Text job_gone{
    "Việc này không còn trong danh sách: đã được làm lại hoặc bỏ. Xem danh sách hiện nay.",
    "This is not in the list any more: it was tried again or given up. See the list as it is now."};

// ---- The kinds there are; one without words is shown by its code.
inline constexpr Text kind_carry_on{"Tính lại hạn trả theo lịch mới",
                                    "Move due times after a corrected calendar"};
inline constexpr Text kind_verify{"Kiểm tra nhật ký", "Verify the journal"};
inline constexpr Text kind_seal_letters{"Gửi niêm phong cho bên giữ thứ hai",
                                        "Mail the seal to the second holders"};
inline constexpr Text kind_seal_letter{"Thư niêm phong cho một bên giữ", "A seal to one holder"};
inline constexpr Text kind_incident{"Nhắc hạn sự cố dữ liệu", "Remind of an incident’s deadline"};
inline constexpr Text kind_move_on{"Chuyển việc của đơn vị đã kết thúc",
                                   "Move on the work of units that ended"};
inline constexpr Text kind_remove_files{"Xóa tệp của người đã được xóa dữ liệu",
                                        "Removing files of people who were erased"};
inline constexpr Text kind_remind{"Nhắc tờ khai sắp hết hạn lưu", "Reminders of forms that lapse"};
inline constexpr Text kind_sweep{"Xóa tờ khai đã hết hạn lưu", "Removing forms that lapsed"};
inline constexpr Text kind_letter{"Gửi thư điện tử", "Send a letter"};
inline constexpr Text kind_resend{"Làm lại những việc không làm được",
                                  "Try again what was given up"};

}  // namespace administration::text
