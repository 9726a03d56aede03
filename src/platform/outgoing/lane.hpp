// The one door out: every call to another server goes through a lane, which bounds it.
//
// A lane is named for whom it reaches ("identity", "mail"). It has places for calls, fewer for
// callers who wait, and a time for each call. It remembers shortly who did not answer: after some
// failures in a row that server is left alone for some seconds, and nobody waits for it. So what
// hangs outside costs us a few threads of those that may wait, and never one that pages need.
#pragma once

#include <array>
#include <atomic>
#include <chrono>
#include <condition_variable>
#include <cstdint>
#include <map>
#include <memory>
#include <mutex>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "platform/metrics/metrics.hpp"

namespace outgoing {

using Clock = std::chrono::steady_clock;
using std::chrono::milliseconds;

struct Bounds {
  int calls_max = 4;    // at once
  int waiting_max = 4;  // callers who wait for a place; one more is told `busy` at once
  milliseconds connect{2'000};
  milliseconds call{5'000};   // whole, with the wait for a place
  int failures_max = 2;       // of one server in a row; then it rests ...
  milliseconds rest{10'000};  // ... so long, and one call tries it again
  std::size_t answer_bytes_max = 256 * 1024;
  // "host:port" of our configuration. Addresses that come from data may be anywhere but in our own
  // network (loopback, private, link-local), unless they name one of these.
  std::vector<std::string> own = {};
};

enum class Trouble {
  unreachable,  // no such name, no connection, hung up
  too_slow,     // no whole answer in the time of a call
  untrusted,    // its certificate does not hold
  unreadable,   // more bytes than we take, or not the protocol
  forbidden,    // not http or https, or an address in our own network
  busy,         // our lane is full
  resting,      // it failed just now; it was not asked
};
inline constexpr int troubles = 7;
std::string_view name(Trouble trouble);

struct Failure : std::runtime_error {
  Failure(Trouble trouble, const std::string& what) : std::runtime_error(what), trouble(trouble) {}
  Trouble trouble;
};

class Lane {
 public:
  Lane(std::string name, Bounds bounds) : name_(std::move(name)), bounds_(std::move(bounds)) {}
  Lane(const Lane&) = delete;

  const std::string& name() const { return name_; }
  const Bounds& bounds() const { return bounds_; }
  // How long `server` is left alone; zero: it may be asked.
  milliseconds rests(std::string_view server) const;

 private:
  friend class Call;
  friend metrics::Source figures(std::vector<const Lane*> lanes);
  struct Memory {
    int failures = 0;  // in a row
    Clock::time_point rests_until = {};
    bool trying = false;  // one call asks whether it is back
  };
  void enter(std::string_view server, Clock::time_point until);
  void leave(std::string_view server, const Trouble* trouble, Clock::time_point since);
  Memory& memory_of(std::string_view server);
  void tell_standing(metrics::Page& page) const;
  [[noreturn]] void refuse(Trouble trouble, const std::string& why);

  const std::string name_;
  const Bounds bounds_;
  mutable std::mutex mutex_;
  std::condition_variable freed_;
  int running_ = 0, waiting_ = 0;
  std::map<std::string, Memory, std::less<>> servers_;
  std::array<std::atomic<std::int64_t>, troubles> failed_ = {};
  metrics::Histogram took_;
};

// One call in progress: its place in the lane. Throws Failure{busy, resting} instead of waiting for
// what will not come. Whoever ends without `answered` or `failed` has answered.
class Call {
 public:
  Call(Lane& lane, std::string server);
  ~Call();
  Call(const Call&) = delete;
  milliseconds left() const;  // of its time, at least 1
  void failed(Trouble trouble) { trouble_ = std::make_unique<Trouble>(trouble); }

 private:
  Lane& lane_;
  const std::string server_;
  const Clock::time_point since_;
  std::unique_ptr<Trouble> trouble_;
};

// While it lives this thread may call nobody outside (base::Bug): others wait for it. The gate puts
// it around every page that does not say whom it waits for (identity::Outside).
class NobodyOutside {
 public:
  explicit NobodyOutside(bool here = true);
  ~NobodyOutside();
  NobodyOutside(const NobodyOutside&) = delete;

 private:
  const bool before_;
};

// How the lanes of a process fare.
metrics::Source figures(std::vector<const Lane*> lanes);

}  // namespace outgoing
