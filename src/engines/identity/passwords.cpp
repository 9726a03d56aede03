// The thread behind sign-ins.
#include "engines/identity/passwords.hpp"

#include <sys/resource.h>

namespace identity {

PasswordThread::PasswordThread(std::size_t waiting_max)
    : waiting_max_(waiting_max), thread_([this] { loop(); }) {}

PasswordThread::~PasswordThread() {
  {
    const std::lock_guard lock(mutex_);
    stopping_ = true;
  }
  changed_.notify_one();
  thread_.join();
}

bool PasswordThread::run(std::function<void()> work) {
  std::packaged_task<void()> task(std::move(work));
  auto done = task.get_future();
  {
    const std::lock_guard lock(mutex_);
    if (waiting_.size() >= waiting_max_) return false;
    waiting_.push_back(std::move(task));
  }
  changed_.notify_one();
  done.get();
  return true;
}

std::size_t PasswordThread::waiting() {
  const std::lock_guard lock(mutex_);
  return waiting_.size();
}

void PasswordThread::loop() {
  // Whoever reads a page goes before whoever is hashing: on Linux 0 is this thread alone.
  setpriority(PRIO_PROCESS, 0, 10);
  for (;;) {
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [&] { return stopping_ || !waiting_.empty(); });
    if (waiting_.empty()) return;
    auto task = std::move(waiting_.front());
    waiting_.pop_front();
    lock.unlock();
    task();
  }
}

}  // namespace identity
