// Patterns that come as data, matched within a bound of time.
#pragma once

#include <functional>
#include <optional>
#include <string_view>

namespace forms {

inline constexpr std::size_t pattern_bytes_max = 300;

// An ICU regular expression that must fit the whole text; nothing if it cannot be read. Matching
// that takes too many steps counts as not fitting.
std::optional<std::function<bool(std::string_view)>> pattern(std::string_view expression);

}  // namespace forms
