// What administrators read on the page that leads to all parts, in both languages.
#pragma once

#include "base/text.hpp"

namespace administration::text {

using base::Text;

inline constexpr Text administration{"Quản trị", "Administration"};
inline constexpr Text calendar{"Lịch làm việc", "Working calendar"};
inline constexpr Text calendar_detail{
    "Ngày nghỉ, ngày làm bù, giờ làm việc của từng đơn vị; đính chính có xem trước",
    "Days off, make-up days, office hours of each unit; corrections with a preview"};
inline constexpr Text units{"Đơn vị", "Units"};
inline constexpr Text units_detail{
    "Cây tổ chức theo từng ngày, so sánh hai ngày, đơn vị kế thừa",
    "The tree of units on any day, two days compared, who succeeded whom"};
inline constexpr Text people{"Người và vị trí", "People and positions"};
inline constexpr Text people_detail{"Bổ nhiệm, kết thúc, ủy quyền, bàn giao việc đang mở",
                                    "Appoint, end, delegate, hand over open work"};
inline constexpr Text mail{"Thư điện tử", "E-mail"};
inline constexpr Text mail_detail{"Thư đang đợi, đã gửi, bị trả lại, và tin không soạn được",
                                  "Letters waiting, sent and returned, and messages in trouble"};
inline constexpr Text accounts{"Tài khoản cán bộ", "Officers' accounts"};
inline constexpr Text accounts_detail{"Cấp tài khoản, khóa, phiên đăng nhập, xác thực hai lớp",
                                      "Give accounts, lock them, sessions, two-step sign-in"};
inline constexpr Text background{"Việc nền", "Background work"};
inline constexpr Text background_detail{
    "Việc đang chờ, đang làm, không làm được; làm lại hoặc bỏ",
    "What waits, runs or was given up; try it again or drop it"};
inline constexpr Text journal{"Nhật ký", "Journal"};
inline constexpr Text journal_detail{"Ai đã làm gì, với việc nào, lúc nào, theo căn cứ nào",
                                     "Who did what to which thing, when, under which law"};
inline constexpr Text seals{"Niêm phong", "Seals"};
inline constexpr Text seals_detail{"Nhật ký có nguyên vẹn không, kiểm tra lần cuối khi nào",
                                   "Whether the journal is whole, and when that was last verified"};

inline constexpr Text data_requests{"Dữ liệu cá nhân", "Personal data"};
inline constexpr Text data_requests_detail{
    "Yêu cầu sửa và xóa dữ liệu của người dân, hạn trả lời",
    "People’s requests for correction and erasure, and when they are due"};
inline constexpr Text incidents{"Sự cố dữ liệu cá nhân", "Personal-data incidents"};
inline constexpr Text incidents_detail{
    "Mở sự cố, theo thời hạn thông báo, in thông báo",
    "Open an incident, follow its deadline, print the notification"};

}  // namespace administration::text
