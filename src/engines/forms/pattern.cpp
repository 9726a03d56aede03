#include "engines/forms/pattern.hpp"

#include <unicode/regex.h>

#include <memory>

namespace forms {
namespace {

constexpr std::int32_t steps_max = 200;  // ICU counts them in thousands of its own operations
constexpr std::int32_t stack_bytes_max = 1 << 20;

icu::UnicodeString utf16(std::string_view text) {
  return icu::UnicodeString::fromUTF8({text.data(), std::int32_t(text.size())});
}

}  // namespace

std::optional<std::function<bool(std::string_view)>> pattern(std::string_view expression) {
  UErrorCode status = U_ZERO_ERROR;
  UParseError where;
  std::shared_ptr<const icu::RegexPattern> compiled(
      icu::RegexPattern::compile(utf16(expression), where, status));
  if (U_FAILURE(status) || expression.size() > pattern_bytes_max) return std::nullopt;
  return [compiled](std::string_view text) {
    UErrorCode status = U_ZERO_ERROR;
    const auto input = utf16(text);
    const std::unique_ptr<icu::RegexMatcher> matcher(compiled->matcher(input, status));
    if (U_FAILURE(status)) return false;
    matcher->setTimeLimit(steps_max, status);
    matcher->setStackLimit(stack_bytes_max, status);
    return bool(matcher->matches(status)) && U_SUCCESS(status);
  };
}

}  // namespace forms
