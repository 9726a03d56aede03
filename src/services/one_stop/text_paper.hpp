// Words on the papers of a dossier. Papers are Vietnamese; the English half names what a phrase
// means.
#pragma once

#include "base/text.hpp"

namespace one_stop::text {

using base::Text;

inline constexpr Text day_words{"ngày {day} tháng {month} năm {year}", "{day}/{month}/{year}"};
inline constexpr Text moment_words{"{hour} giờ {minute} phút, {day}", "{hour}:{minute}, {day}"};
inline constexpr Text ward{"Phường", "Ward"};
inline constexpr Text commune{"Xã", "Commune"};
inline constexpr Text committee{"Ủy ban nhân dân {unit}", "People's Committee of {unit}"};
inline constexpr Text desk{"Trung tâm Phục vụ hành chính công {unit}",
                           "Public Service Centre of {unit}"};
inline constexpr Text on_behalf{"TM. ỦY BAN NHÂN DÂN", "On behalf of the People's Committee"};
inline constexpr Text number{"Số: {number}", "No. {number}"};
inline constexpr Text sign_reason{"Ký duyệt kết quả giải quyết thủ tục hành chính",
                                  "Approval of the result of an administrative procedure"};
inline constexpr Text seal_reason{"Đóng dấu cơ quan, phát hành", "Agency seal, issue"};
inline constexpr Text due_after_payment{"tính từ khi nộp phí, lệ phí", "counted from payment"};
inline constexpr Text due_after_acceptance{"sẽ hẹn khi hồ sơ được tiếp nhận",
                                           "set once the dossier is received"};
inline constexpr Text not_received_yet{"nộp trực tuyến lúc {moment}; chờ tiếp nhận",
                                       "submitted online at {moment}; waiting to be received"};
inline constexpr Text return_online{"Bản điện tử tại mục Hồ sơ của tôi trên cổng dịch vụ công",
                                    "Electronic paper under My dossiers on the portal"};
inline constexpr Text paid{"đã nộp", "paid"};
inline constexpr Text not_paid{"chưa nộp", "not paid"};
inline constexpr Text cash{"Tiền mặt tại quầy", "Cash at the counter"};
inline constexpr Text demo_basis{"mức thu giả định", "invented amount"};
inline constexpr Text council{"nghị quyết của HĐND thành phố", "resolution of the city council"};
inline constexpr Text demo_note{"Mức thu giả định để trình diễn.",
                                "Invented amount, for demonstration."};

}  // namespace one_stop::text
