// The mark of secrecy in the name of a file: such papers may not enter this system.
#pragma once

#include <optional>
#include <string_view>

namespace base {

// "mật", "tối mật" or "tuyệt mật", where the name says it as a word with its marks: "CV 12
// (MẬT).pdf". Not "mặt trước", "bảo mật", "mật khẩu", "mật độ". Without marks only the two longer
// ones are known for what they are: "mat" is as well the front of a card.
std::optional<std::string_view> secrecy_in(std::string_view file_name);

}  // namespace base
