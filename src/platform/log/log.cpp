// The one place that includes spdlog: it costs more to compile than all the rest of a file.
#include "platform/log/log.hpp"

#include <spdlog/sinks/stdout_sinks.h>
#include <spdlog/spdlog.h>

#include <algorithm>
#include <atomic>
#include <string>

#include "platform/log/mask.hpp"

namespace logging {
namespace {

std::atomic<bool> talks = false;
std::atomic<Overheard*> listener = nullptr;

spdlog::logger& lines() {
  static const auto logger = [] {
    auto made = std::make_shared<spdlog::logger>("taydo",
                                                 std::make_shared<spdlog::sinks::stderr_sink_mt>());
    made->set_pattern("%Y-%m-%dT%H:%M:%S.%e%z %l %v");
    made->set_level(spdlog::level::debug);  // `talkative` decides
    made->flush_on(spdlog::level::info);
    return made;
  }();
  return *logger;
}

}  // namespace

void be_talkative() { talks = true; }
bool talkative() { return talks || listener; }

Overheard::Overheard() { listener = this; }
Overheard::~Overheard() { listener = nullptr; }
void Overheard::hear(std::string line) {
  const std::lock_guard lock(mutex_);
  lines_.push_back(std::move(line));
}
std::vector<std::string> Overheard::lines() const {
  const std::lock_guard lock(mutex_);
  return lines_;
}

void write(Level level, std::string_view line) {
  // One event, one line: what comes from outside cannot invent a second one.
  auto safe = masked(line);
  std::replace_if(
      safe.begin(), safe.end(), [](unsigned char c) { return c < 0x20 || c == 0x7f; }, ' ');
  if (auto* heard = listener.load()) heard->hear(safe);
  constexpr spdlog::level::level_enum levels[] = {spdlog::level::debug, spdlog::level::info,
                                                  spdlog::level::warn, spdlog::level::err};
  lines().log(levels[int(level)], safe);
}

}  // namespace logging
