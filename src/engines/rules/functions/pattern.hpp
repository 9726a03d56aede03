// Patterns of XPath (XQuery and XPath Functions 3.1 §5.6) in the language ICU understands.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace feel {

struct Pattern {
  std::string text;
  bool ignore_case = false, dot_all = false, many_lines = false, literal = false;
};

// Nothing if the flags or the pattern are wrong. Flags: s, m, i, x, q.
std::optional<Pattern> pattern_of(std::string_view xpath, std::string_view flags);

}  // namespace feel
