// Kept<T, Why>: something another server told, asked for by one at a time and kept for a while.
#pragma once

#include <condition_variable>
#include <functional>
#include <mutex>
#include <optional>

#include "base/instant.hpp"
#include "base/result.hpp"

namespace outgoing {

// Of all who want it at once one asks and the others wait for that answer. That it could not be had
// is kept too, shortly, so that nobody else waits for it in vain. Any thread.
template <class T, class Why>
class Kept {
 public:
  using Said = base::Result<T, Why>;

  Kept(std::int64_t good_us, std::int64_t failed_us) : good_us_(good_us), failed_us_(failed_us) {}

  // What was told less than `good_us` ago (or `fresh_us`, if that is less), or what `ask` says now.
  // An answer from the future (the clock was set back) is asked for again.
  Said get(base::Instant now, const std::function<Said()>& ask, std::int64_t fresh_us = INT64_MAX) {
    std::unique_lock lock(mutex_);
    if (holds(now, fresh_us)) return *said_;
    if (asking_) {
      const auto round = round_;
      answered_.wait(lock, [&] { return round_ != round; });
      if (said_) return *said_;
    }
    asking_ = true;
    lock.unlock();
    std::optional<Said> heard;
    try {
      heard.emplace(ask());
    } catch (...) {
      settle(std::nullopt, now);
      throw;
    }
    settle(*heard, now);
    return *heard;
  }

  // What is known, however old, without asking anybody.
  std::optional<T> known() const {
    const std::lock_guard lock(mutex_);
    if (!said_ || !*said_) return std::nullopt;
    return said_->value();
  }

 private:
  bool holds(base::Instant now, std::int64_t fresh_us) const {
    if (!said_ || now < at_) return false;
    return now - at_ < (*said_ ? std::min(good_us_, fresh_us) : failed_us_);
  }

  void settle(std::optional<Said> said, base::Instant now) {
    {
      const std::lock_guard lock(mutex_);
      said_ = std::move(said);
      at_ = now;
      asking_ = false;
      ++round_;
    }
    answered_.notify_all();
  }

  const std::int64_t good_us_, failed_us_;
  mutable std::mutex mutex_;
  std::condition_variable answered_;
  bool asking_ = false;
  std::int64_t round_ = 0;
  std::optional<Said> said_;
  base::Instant at_;
};

}  // namespace outgoing
