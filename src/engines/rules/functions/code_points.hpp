// Texts are UTF-8 and counted in code points.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace feel {

inline bool starts_code_point(char c) { return (c & 0xC0) != 0x80; }

inline std::int64_t code_points(std::string_view text) {
  std::int64_t count = 0;
  for (const char c : text) count += starts_code_point(c);
  return count;
}

// The byte at which the code point numbered `n` (from 0) begins; the end if there are fewer.
inline std::size_t byte_of(std::string_view text, std::int64_t n) {
  std::size_t at = 0;
  for (; at < text.size(); ++at) {
    if (starts_code_point(text[at]) && n-- == 0) break;
  }
  return at;
}

}  // namespace feel
