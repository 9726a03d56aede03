// Comparing markup as a browser would: white space beside tags does not count.
#pragma once

#include <string>
#include <string_view>

#include "base/html.hpp"

namespace ui_test {

inline std::string tight(std::string_view markup) {
  std::string out;
  for (const char c : markup) {
    const bool space = c == ' ' || c == '\n';
    if (space && (out.empty() || out.back() == '>' || out.back() == ' ')) continue;
    if (c == '<' && !out.empty() && out.back() == ' ') out.pop_back();
    out += space ? ' ' : c;
  }
  while (!out.empty() && out.back() == ' ') out.pop_back();
  return out;
}
inline std::string tight(const base::Html& html) { return tight(html.str()); }

inline bool has(const base::Html& html, std::string_view piece) {
  return html.str().find(piece) != std::string::npos;
}

}  // namespace ui_test
