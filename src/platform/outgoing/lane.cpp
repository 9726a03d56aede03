// Places, memory and figures of lanes.
#include "platform/outgoing/lane.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "base/must.hpp"

namespace outgoing {
namespace {

// Of a lane whose servers come from data; the one longest at rest is forgotten first.
constexpr std::size_t servers_max = 256;

constexpr std::array<std::string_view, troubles> names = {
    "unreachable", "too_slow", "untrusted", "unreadable", "forbidden", "busy", "resting"};

thread_local bool nobody_outside = false;

// Only these say that a server is away. What it answered wrongly it did answer.
bool is_away(Trouble trouble) {
  return trouble == Trouble::unreachable || trouble == Trouble::too_slow;
}

}  // namespace

std::string_view name(Trouble trouble) { return names[std::size_t(trouble)]; }

Lane::Memory& Lane::memory_of(std::string_view server) {
  if (const auto found = servers_.find(server); found != servers_.end()) return found->second;
  if (servers_.size() >= servers_max) {
    servers_.erase(std::ranges::min_element(
        servers_, {}, [](const auto& one) { return one.second.rests_until; }));
  }
  return servers_[std::string(server)];
}

void Lane::refuse(Trouble trouble, const std::string& why) {
  ++failed_[std::size_t(trouble)];
  throw Failure(trouble, fmt::format("lane {}: {}", name_, why));
}

milliseconds Lane::rests(std::string_view server) const {
  const std::lock_guard lock(mutex_);
  const auto found = servers_.find(server);
  if (found == servers_.end()) return milliseconds(0);
  const auto left = found->second.rests_until - Clock::now();
  return std::max(std::chrono::duration_cast<milliseconds>(left), milliseconds(0));
}

void Lane::enter(std::string_view server, Clock::time_point until) {
  std::unique_lock lock(mutex_);
  const auto rests = [&] {
    const auto& memory = memory_of(server);
    return memory.rests_until > Clock::now() ||
           (memory.failures >= bounds_.failures_max && memory.trying);
  };
  const auto away = [&] { refuse(Trouble::resting, fmt::format("{} rests", server)); };
  if (rests()) away();
  if (running_ >= bounds_.calls_max) {
    if (waiting_ >= bounds_.waiting_max) refuse(Trouble::busy, "no place");
    ++waiting_;
    const bool free = freed_.wait_until(lock, until, [&] { return running_ < bounds_.calls_max; });
    --waiting_;
    if (!free) refuse(Trouble::busy, "no place in time");
    if (rests()) {
      freed_.notify_one();
      away();
    }
  }
  ++running_;
  auto& memory = memory_of(server);
  memory.trying = memory.failures >= bounds_.failures_max;
}

void Lane::leave(std::string_view server, const Trouble* trouble, Clock::time_point since) {
  const auto now = Clock::now();
  took_.took(std::chrono::duration_cast<std::chrono::microseconds>(now - since).count());
  if (trouble) ++failed_[std::size_t(*trouble)];
  {
    const std::lock_guard lock(mutex_);
    --running_;
    auto& memory = memory_of(server);
    memory.trying = false;
    if (!trouble || !is_away(*trouble)) {
      memory = {};
    } else if (++memory.failures >= bounds_.failures_max) {
      memory.rests_until = now + bounds_.rest;
    }
  }
  freed_.notify_one();
}

void Lane::tell_standing(metrics::Page& page) const {
  const std::lock_guard lock(mutex_);
  const auto resting = std::ranges::count_if(
      servers_, [now = Clock::now()](const auto& one) { return one.second.rests_until > now; });
  const auto gauge = [&](std::string_view state, double value) {
    page.sample(value, {{"lane", name_}, {"state", state}});
  };
  gauge("running", running_);
  gauge("waiting", waiting_);
  gauge("resting", double(resting));
}

Call::Call(Lane& lane, std::string server)
    : lane_(lane), server_(std::move(server)), since_(Clock::now()) {
  base::must(!nobody_outside);  // a page whose route says that it calls nobody
  lane_.enter(server_, since_ + lane_.bounds().call);
}

Call::~Call() { lane_.leave(server_, trouble_.get(), since_); }

milliseconds Call::left() const {
  const auto left = since_ + lane_.bounds().call - Clock::now();
  return std::max(std::chrono::duration_cast<milliseconds>(left), milliseconds(1));
}

NobodyOutside::NobodyOutside(bool here) : before_(nobody_outside) { nobody_outside = here; }
NobodyOutside::~NobodyOutside() { nobody_outside = before_; }

metrics::Source figures(std::vector<const Lane*> lanes) {
  return [lanes = std::move(lanes)](metrics::Page& page) {
    page.gauge("taydo_outgoing", "Calls under way or waiting, servers left alone, by lane");
    for (const auto* lane : lanes) lane->tell_standing(page);
    page.counter("taydo_outgoing_failed_total", "Calls that came to nothing, by lane and why");
    for (const auto* lane : lanes) {
      for (int i = 0; i < troubles; ++i) {
        page.sample(double(lane->failed_[std::size_t(i)]),
                    {{"lane", lane->name()}, {"why", names[std::size_t(i)]}});
      }
    }
    page.histogram("taydo_outgoing_seconds", "Time calls took, those that failed included");
    for (const auto* lane : lanes) page.sample(lane->took_.read(), {{"lane", lane->name()}});
  };
}

}  // namespace outgoing
