// The one place that includes spdlog: it costs more to compile than all the rest of a file.
#include "platform/log/log.hpp"

#include <spdlog/sinks/stdout_sinks.h>
#include <spdlog/spdlog.h>

#include <algorithm>
#include <string>

namespace logging {
namespace {

spdlog::logger& lines() {
  static const auto logger = [] {
    auto made = std::make_shared<spdlog::logger>("taydo",
                                                 std::make_shared<spdlog::sinks::stderr_sink_mt>());
    made->set_pattern("%Y-%m-%dT%H:%M:%S.%e%z %l %v");
    made->flush_on(spdlog::level::info);
    return made;
  }();
  return *logger;
}

}  // namespace

void write(Level level, std::string_view line) {
  // One event, one line: what comes from outside cannot invent a second one.
  std::string safe(line);
  std::replace_if(
      safe.begin(), safe.end(), [](unsigned char c) { return c < 0x20 || c == 0x7f; }, ' ');
  constexpr spdlog::level::level_enum levels[] = {spdlog::level::info, spdlog::level::warn,
                                                  spdlog::level::err};
  lines().log(levels[int(level)], safe);
}

}  // namespace logging
