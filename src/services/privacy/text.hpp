// What people read about the data the city holds of them, in both languages.
#pragma once

#include "base/text.hpp"

namespace privacy::text {

using base::Text;

inline constexpr Text my_account{"Tài khoản của tôi", "My account"};

// Who opened my data
inline constexpr Text who_saw{"Ai đã xem dữ liệu của tôi", "Who has seen my data"};
inline constexpr Text who_saw_detail{
    "Mỗi lần một cơ quan mở dữ liệu cá nhân của tài khoản này đều được ghi lại ở đây, với mục đích "
    "và hồ sơ liên quan. Cán bộ được giao hồ sơ mở hồ sơ đó nhiều lần trong một ngày thì ghi một "
    "lần; người khác thì ghi từng lần. Tự xem dữ liệu của mình không được ghi.",
    "Each time an agency opens this account’s personal data it is written down here, with the "
    "purpose and the dossier it was for. The officer in charge of a dossier leaves one line a day; "
    "anybody else leaves one each time. Looking at your own data is not written down."};
inline constexpr Text filter{"Lọc theo ngày", "Filter by day"};
inline constexpr Text from_day{"Từ ngày", "From"};
inline constexpr Text to_day{"Đến ngày", "To"};
inline constexpr Text reversed{"“Đến ngày” ở trước “Từ ngày”. Đổi lại hai ngày.",
                               "“To” is before “From”. Change the two days round."};
inline constexpr Text bad_day{"Nhập ngày như 22/11/2026. Ngày chưa đúng được bỏ qua.",
                              "Enter a day as 22/11/2026. A day that is not one was left out."};
inline constexpr Text time{"Thời gian", "Time"};
inline constexpr Text agency{"Cơ quan", "Agency"};
inline constexpr Text purpose{"Mục đích", "Purpose"};
inline constexpr Text matter{"Hồ sơ", "Dossier"};
inline constexpr Text no_matter{"Không gắn với hồ sơ nào", "For no dossier"};
inline constexpr Text some_purpose{"Mục đích của một dịch vụ nay không còn",
                                   "A purpose of a service that is gone"};
inline constexpr Text not_an_agency{"Người ngoài cơ quan nhà nước", "Not an agency"};
inline constexpr Text range{"{from}-{to} trong {all} lần", "{from}-{to} of {all}"};
inline constexpr Text take_csv{"Tải bảng này (CSV)", "Download this table (CSV)"};
inline constexpr Text nobody_saw{"Chưa có cơ quan nào xem dữ liệu của tài khoản này",
                                 "No agency has looked at this account’s data yet"};
inline constexpr Text nobody_saw_detail{
    "Khi một hồ sơ được tiếp nhận và giải quyết, cơ quan mở dữ liệu sẽ hiện ở đây.",
    "When a dossier is received and worked on, the agency that opens the data appears here."};
inline constexpr Text nobody_then{"Không có lần xem nào trong khoảng ngày này",
                                  "Nobody looked in these days"};
inline constexpr Text clear{"Bỏ lọc", "Clear the filter"};

}  // namespace privacy::text
