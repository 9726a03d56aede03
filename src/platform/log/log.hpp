// Lines for the operator, on stderr with their time.
//
// Ids, codes and figures only: never a name, a number of a person, an address, a form value; what
// slips in all the same is masked here (mask.hpp). What people did is the journal's; this tells how
// the machine fares. (Named `logging` because C has log().)
#pragma once

#include <fmt/format.h>

#include <mutex>
#include <string>
#include <string_view>
#include <vector>

namespace logging {

enum class Level { debug, info, warning, error };

// Debug lines are written too: one for each request. Off at the start.
void be_talkative();
bool talkative();

void write(Level level, std::string_view line);  // any thread; line breaks become blanks

template <class... T>
void debug(fmt::format_string<T...> text, T&&... values) {
  if (talkative()) write(Level::debug, fmt::format(text, std::forward<T>(values)...));
}
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

// While it lives the log is talkative and what is written is kept here too. One at a time, for
// tests.
class Overheard {
 public:
  Overheard();
  ~Overheard();
  std::vector<std::string> lines() const;
  void hear(std::string line);

 private:
  mutable std::mutex mutex_;
  std::vector<std::string> lines_;
};

}  // namespace logging
