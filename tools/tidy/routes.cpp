// Every route says who may walk it: {Method::get, "/path", permission, handler} (house.md §4).
#include <fmt/format.h>

#include "tidy/tidy.hpp"

namespace tidy {
namespace {

// The parts of a braced list, cut at its own commas; `open` is at "{". Strings are still blanks.
std::vector<std::string_view> parts_of(std::string_view code, std::size_t open) {
  std::vector<std::string_view> parts;
  int depth = 0;
  auto begin = open + 1;
  for (auto i = open; i < code.size(); ++i) {
    const char c = code[i];
    if (c == '{' || c == '(' || c == '[') ++depth;
    if (c == ',' && depth == 1) {
      parts.push_back(trimmed(code.substr(begin, i - begin)));
      begin = i + 1;
    }
    if ((c == '}' || c == ')' || c == ']') && --depth == 0) {
      parts.push_back(trimmed(code.substr(begin, i - begin)));
      break;
    }
  }
  return parts;
}

bool names_nothing(std::string_view part) {
  return part.empty() || part == "{}" || part == "nullptr" || part == "std::nullopt" ||
         part.ends_with("Permission{}") || part.find("nobody") != part.npos ||
         part.starts_with('"') || part.starts_with('[') || part.starts_with('&');
}

}  // namespace

void routes(const Tree& tree, Findings& found) {
  for (const auto& file : tree) {
    if (!file.under("src") || file.is_test()) continue;
    const std::string_view code = file.code;
    for (auto at = code.find('{'); at != code.npos; at = code.find('{', at + 1)) {
      const auto inside = trimmed(code.substr(at + 1, 40));
      if (!inside.starts_with("Method::") && !inside.starts_with("http::Method::")) continue;
      const auto parts = parts_of(code, at);
      if (parts.size() < 2 || !parts[1].starts_with('"')) continue;  // not a route
      if (parts.size() >= 4 && !names_nothing(parts[2])) continue;
      add(found, "routes", file, file.line_at(at), "a route without a permission",
          "third place of the row; a page for everybody says so by name");
    }
  }
}

}  // namespace tidy
