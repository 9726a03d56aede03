// Names and addresses made comparable: no marks, no signs, one blank around each word.
#pragma once

#include <cctype>
#include <string>
#include <string_view>

#include "base/fold.hpp"

namespace units {

// "12 đường Nguyễn Đệ, khu vực 1" -> " 12 duong nguyen de khu vuc 1 ", so that " khu vuc 1 " is not
// found in "khu vực 12". Bình Thuỷ and Bình Thủy become the same.
inline std::string words_of(std::string_view text) {
  std::string out = " ";
  for (const unsigned char c : base::fold(text)) {
    const bool word = c >= 0x80 || std::isalnum(c);
    if (word) out += char(c);
    if (!word && out.back() != ' ') out += ' ';
  }
  return out.back() == ' ' ? out : out + ' ';
}

}  // namespace units
