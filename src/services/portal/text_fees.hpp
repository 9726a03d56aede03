// Every sentence about papers and fees on the page of a procedure, in both languages.
#pragma once

#include "base/text.hpp"

namespace portal::text {

using base::Text;

inline constexpr Text fee{"Phí, lệ phí", "Fees"};
inline constexpr Text fee_free{"Không thu", "Free"};
inline constexpr Text fee_not_known{"Chưa có mức thu ở đây", "The amount is not entered here yet"};
inline constexpr Text fee_amount_per{"{amount}/{per}", "{amount} a {per}"};
inline constexpr Text fee_and{"{one}, cộng {other}", "{one}, plus {other}"};
inline constexpr Text fee_item{"Khoản thu", "Item"};
inline constexpr Text fee_case{"Trường hợp", "Case"};
inline constexpr Text fee_amount{"Mức thu", "Amount"};
inline constexpr Text fee_always{"Mọi trường hợp", "Every case"};
inline constexpr Text fee_exempt{"Miễn: {who} ({law})", "Exempt: {who} ({law})"};
inline constexpr Text demo_amount{"Mức thu giả định để trình diễn",
                                  "Invented amount, for demonstration"};

// Ways to submit, as the beginning of a line about money and in the middle of one.
inline constexpr Text through_online{"Nộp trực tuyến", "Online"};
inline constexpr Text through_counter{"Nộp tại quầy", "At the counter"};
inline constexpr Text through_post{"Nộp qua bưu chính", "By post"};
inline constexpr Text through_offline{"Nộp tại quầy hoặc qua bưu chính",
                                      "At the counter or by post"};

inline constexpr Text papers{"Giấy tờ cần chuẩn bị", "Papers to prepare"};
inline constexpr Text paper_form{"Điền trực tiếp trên trang này, không cần tải mẫu.",
                                 "Filled in on this site; nothing to download."};
inline constexpr Text paper_when{"{kind}. Chỉ cần khi {when}.", "{kind}. Only when {when}."};
inline constexpr Text paper_unless{"Cần mang theo, trừ khi cán bộ tra cứu được trong {database}.",
                                   "Bring it, unless the officer can look it up in {database}."};
inline constexpr Text paper_database{"cơ sở dữ liệu của Nhà nước", "a database of the State"};
inline constexpr Text paper_signed_in{
    "Khi nộp trực tuyến, việc đăng nhập bằng định danh điện tử thay cho giấy này.",
    "Online, your verified sign-in stands for it."};

}  // namespace portal::text
