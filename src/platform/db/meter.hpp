// Counts what `Load` reports; cheap enough to stand in every write.
#pragma once

#include <atomic>
#include <chrono>

#include "platform/db/db.hpp"

namespace db {

class Stopwatch {
 public:
  std::int64_t us() const {
    using namespace std::chrono;
    return duration_cast<microseconds>(steady_clock::now() - start_).count();
  }

 private:
  std::chrono::steady_clock::time_point start_ = std::chrono::steady_clock::now();
};

class Meter {
 public:
  void committed() { ++writes_; }
  void waited(std::int64_t us) { waiting_us_ += us; }
  void wrote(std::int64_t us) {
    write_us_ += us;
    auto longest = write_us_max_.load();
    while (longest < us && !write_us_max_.compare_exchange_weak(longest, us)) {
    }
  }
  Load load() const { return {writes_, write_us_, write_us_max_, waiting_us_}; }

 private:
  std::atomic<std::int64_t> writes_ = 0, write_us_ = 0, write_us_max_ = 0, waiting_us_ = 0;
};

}  // namespace db
