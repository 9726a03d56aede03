// The mark of secrecy of a paper: those that bear one may not enter this system.
#pragma once

#include <optional>
#include <string_view>

namespace base {

// "mật", "tối mật" or "tuyệt mật", where the name says it as a word with its marks, in small
// letters or capitals: "CV 12 (MẬT).pdf". Not "mặt trước", "bảo mật", "mật khẩu", "mật độ", "tôi
// mất thẻ". In a name without any marks "tuyet mat" is known, and "toi mat" where it ends the name:
// "mat" is as well the front of a card, or something that was lost.
std::optional<std::string_view> secrecy_in(std::string_view file_name);

// The same of a paper's text, where the stamp is a line of its own: "MẬT", "TỐI MẬT", "Độ mật: Tối
// mật".
std::optional<std::string_view> secrecy_stamped(std::string_view text);

}  // namespace base
