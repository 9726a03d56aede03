// What people read about what they may agree to, in both languages.
#pragma once

#include "base/text.hpp"

namespace privacy::text {

inline constexpr base::Text consents{"Những điều tôi đã đồng ý", "What I have agreed to"};
inline constexpr base::Text consents_detail{
    "Không có mục nào được chọn sẵn. Không đồng ý cũng không ảnh hưởng đến việc giải quyết hồ sơ; "
    "rút lại lúc nào cũng được.",
    "Nothing is ticked beforehand. Saying no changes nothing about dossiers; consent can be "
    "withdrawn at any time."};
inline constexpr base::Text agree_box{"Tôi đồng ý", "I agree"};
inline constexpr base::Text agree{"Lưu lựa chọn", "Save"};
inline constexpr base::Text not_ticked{"Đánh dấu vào ô để đồng ý", "Tick the box to agree"};
inline constexpr base::Text withdraw_consent{"Rút lại đồng ý", "Withdraw"};
inline constexpr base::Text agreed_since{"Đã đồng ý từ {time}, bản {version}.",
                                         "Agreed since {time}, version {version}."};
inline constexpr base::Text newer_words{"Nội dung đã đổi từ khi đồng ý.",
                                        "The words have changed since."};
inline constexpr base::Text consent_saved{"Đã lưu.", "Saved."};
inline constexpr base::Text consent_history{"Những lần trước", "Before"};
inline constexpr base::Text consent_what{"Điều đồng ý", "What was agreed to"};
inline constexpr base::Text consent_version{"Bản", "Version"};
inline constexpr base::Text consent_from{"Đồng ý lúc", "Agreed"};
inline constexpr base::Text consent_to{"Rút lại lúc", "Withdrawn"};
inline constexpr base::Text no_consents{"Thành phố không hỏi điều gì cần đồng ý",
                                        "The city asks for nothing that needs consent"};

}  // namespace privacy::text
