// Words on the papers of a dossier. Papers are Vietnamese; the English half names what a phrase
// means.
#pragma once

#include "base/text.hpp"

namespace one_stop::text {

using base::Text;

inline constexpr Text moment_words{"{hour} giờ {minute} phút, {day}", "{hour}:{minute}, {day}"};
inline constexpr Text committee{"Ủy ban nhân dân {unit}", "People's Committee of {unit}"};
inline constexpr Text number{"Số: {number}", "No. {number}"};
inline constexpr Text sign_reason{"Ký duyệt kết quả giải quyết thủ tục hành chính",
                                  "Approval of the result of an administrative procedure"};
inline constexpr Text seal_reason{"Đóng dấu cơ quan, phát hành", "Agency seal, issue"};
inline constexpr Text due_after_payment{"tính từ khi nộp phí, lệ phí", "counted from payment"};
inline constexpr Text paid{"đã nộp", "paid"};
inline constexpr Text not_paid{"chưa nộp", "not paid"};
inline constexpr Text exempt{"Miễn phí theo {basis}", "Free by {basis}"};
inline constexpr Text cash{"Tiền mặt tại quầy", "Cash at the counter"};
inline constexpr Text demo_basis{"mức thu giả định", "invented amount"};
inline constexpr Text council{"nghị quyết của HĐND thành phố", "resolution of the city council"};
inline constexpr Text demo_note{"Mức thu giả định để trình diễn.",
                                "Invented amount, for demonstration."};

}  // namespace one_stop::text
