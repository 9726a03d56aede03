#include "base/json_keys.hpp"

#include <algorithm>
#include <set>

namespace base::json {
namespace {

// The text of a quoted key as it stands, escapes unread: who writes a key in two ways means it.
std::string_view quoted(std::string_view text, std::size_t& at) {
  const auto from = ++at;
  while (at < text.size() && text[at] != '"') at += text[at] == '\\' ? 2 : 1;
  const auto end = std::min(at, text.size());
  ++at;
  return text.substr(from, end - from);
}

}  // namespace

std::vector<Repeated> repeated_keys(std::string_view text) {
  std::vector<Repeated> out;
  std::vector<std::set<std::string_view>> open;  // keys of the objects around; lists hold none
  int line = 1;
  std::string_view last;
  for (std::size_t at = 0; at < text.size();) {
    const char c = text[at];
    if (c == '"') {
      last = quoted(text, at);
      continue;
    }
    if (c == '\n') ++line;
    if (c == '{' || c == '[') open.emplace_back();
    if ((c == '}' || c == ']') && !open.empty()) open.pop_back();
    if (c == ':' && !open.empty() && !open.back().insert(last).second) {
      out.push_back({line, std::string(last)});
    }
    ++at;
  }
  return out;
}

}  // namespace base::json
