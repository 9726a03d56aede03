// Rung after a commit that left work, so that who does it need not ask every few milliseconds.
#pragma once

#include <chrono>
#include <condition_variable>
#include <cstdint>
#include <mutex>

namespace db {

// Only this process hears it: work left by another is found by asking now and then.
class Bell {
 public:
  void ring() {
    {
      const std::lock_guard lock(mutex_);
      ++rings_;
    }
    rung_.notify_all();
  }
  std::uint64_t rings() const {
    const std::lock_guard lock(mutex_);
    return rings_;
  }
  // Sleeps until it has rung more often than `heard`, at most that long.
  void wait(std::uint64_t heard, std::chrono::milliseconds longest) {
    std::unique_lock lock(mutex_);
    rung_.wait_for(lock, longest, [&] { return rings_ != heard; });
  }

 private:
  mutable std::mutex mutex_;
  std::condition_variable rung_;
  std::uint64_t rings_ = 0;
};

}  // namespace db
