#include "base/csv.hpp"

namespace base {

std::string csv_cell(std::string_view text) {
  constexpr std::string_view begins_formula = "=+-@\t\r";
  std::string out = "\"";
  if (!text.empty() && begins_formula.find(text[0]) != begins_formula.npos) out += '\'';
  for (const char c : text) {
    if (c == '"') out += '"';
    out += c;
  }
  return out + "\"";
}

}  // namespace base
