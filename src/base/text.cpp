#include "base/text.hpp"

#include "base/must.hpp"

namespace base {

std::string fill(std::string_view pattern, Holes holes) {
  std::string out;
  out.reserve(pattern.size() + 32);
  std::size_t filled = 0;
  while (!pattern.empty()) {
    const auto open = pattern.find('{');
    out += pattern.substr(0, open);
    if (open == std::string_view::npos) break;
    const auto close = pattern.find('}', open);
    must(close != std::string_view::npos);
    const auto name = pattern.substr(open + 1, close - open - 1);
    const auto* value = holes.begin();
    while (value != holes.end() && value->first != name) ++value;
    must(value != holes.end());
    out += value->second;
    ++filled;
    pattern.remove_prefix(close + 1);
  }
  must(filled >= holes.size());
  return out;
}

}  // namespace base
