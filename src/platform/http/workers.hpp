// A fixed number of threads behind a bounded queue.
#pragma once

#include <atomic>
#include <condition_variable>
#include <cstdint>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

namespace http {

class Workers {
 public:
  Workers(int threads, std::size_t queue_max);
  ~Workers();  // finishes what was taken

  // False when the queue is full. A job must not throw.
  bool offer(std::function<void()> job);
  std::int64_t waited_us() const { return waited_us_; }  // all jobs together, so far

 private:
  struct Job {
    std::function<void()> run;
    std::int64_t since_us;
  };

  void work();

  const std::size_t queue_max_;
  std::mutex mutex_;
  std::condition_variable more_;
  std::deque<Job> queue_;
  bool closed_ = false;
  std::atomic<std::int64_t> waited_us_ = 0;
  std::vector<std::thread> threads_;
};

}  // namespace http
