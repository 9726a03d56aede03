// Guarded<T>: a value that several threads share and only its lock opens.
#pragma once

#include <mutex>
#include <utility>

namespace platform {

template <class T>
class Guarded {
 public:
  template <class... Args>
  explicit Guarded(Args&&... args) : value_(std::forward<Args>(args)...) {}

  // Runs `body(T&)` alone. It must be short and must not come back here.
  template <class F>
  decltype(auto) with(F&& body) {
    const std::lock_guard lock(mutex_);
    return body(value_);
  }

 private:
  std::mutex mutex_;
  T value_;
};

}  // namespace platform
