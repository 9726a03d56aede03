#include "base/csv.hpp"

#include <algorithm>

namespace base {
namespace {

// Also as wide as a Chinese letter: spreadsheets in such languages take them for the same.
constexpr std::string_view begins_formula[] = {"=",  "+",  "-",  "@",  "\t", "\r",
                                               "\n", "＝", "＋", "－", "＠"};

}  // namespace

std::string csv_cell(std::string_view text) {
  std::string out = "\"";
  const auto begins = [&](std::string_view mark) { return text.starts_with(mark); };
  if (std::ranges::any_of(begins_formula, begins)) out += '\'';
  for (const char c : text) {
    if (c == '"') out += '"';
    out += c;
  }
  return out + "\"";
}

}  // namespace base
