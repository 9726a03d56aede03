// The worker threads' loop.
#include "platform/http/workers.hpp"

#include <chrono>

namespace http {
namespace {

std::int64_t now_us() {
  const auto since = std::chrono::steady_clock::now().time_since_epoch();
  return std::chrono::duration_cast<std::chrono::microseconds>(since).count();
}

}  // namespace

Workers::Workers(int threads, std::size_t queue_max) : queue_max_(queue_max) {
  for (int i = 0; i < threads; ++i) threads_.emplace_back([this] { work(); });
}

Workers::~Workers() {
  {
    const std::lock_guard lock(mutex_);
    closed_ = true;
  }
  more_.notify_all();
  for (auto& thread : threads_) thread.join();
}

bool Workers::offer(std::function<void()> job) {
  {
    const std::lock_guard lock(mutex_);
    if (queue_.size() >= queue_max_) return false;
    queue_.push_back({std::move(job), now_us()});
  }
  more_.notify_one();
  return true;
}

void Workers::work() {
  for (std::unique_lock lock(mutex_);;) {
    more_.wait(lock, [this] { return closed_ || !queue_.empty(); });
    if (queue_.empty()) return;
    Job job = std::move(queue_.front());
    queue_.pop_front();
    lock.unlock();
    waited_us_ += now_us() - job.since_us;
    job.run();
    job.run = nullptr;  // what it holds goes before the lock is taken again
    lock.lock();
  }
}

}  // namespace http
