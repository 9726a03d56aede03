// Lines for the operator, on stderr with their time.
//
// Ids, codes and figures only: never a name, a number of a person, an address, a form value. What
// people did is the journal's; this tells how the machine fares. (Named `logging` because C has
// log().)
#pragma once

#include <fmt/format.h>

#include <string_view>

namespace logging {

enum class Level { info, warning, error };

void write(Level level, std::string_view line);  // any thread; line breaks become blanks

template <class... T>
void info(fmt::format_string<T...> text, T&&... values) {
  write(Level::info, fmt::format(text, std::forward<T>(values)...));
}
template <class... T>
void warn(fmt::format_string<T...> text, T&&... values) {
  write(Level::warning, fmt::format(text, std::forward<T>(values)...));
}
template <class... T>
void error(fmt::format_string<T...> text, T&&... values) {
  write(Level::error, fmt::format(text, std::forward<T>(values)...));
}

}  // namespace logging
