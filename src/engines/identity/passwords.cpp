// The thread behind sign-ins.
#include "engines/identity/passwords.hpp"

#include <sys/syscall.h>
#include <unistd.h>

#include <algorithm>
#include <cstdint>

namespace identity {
namespace {

// Whoever reads a page goes before whoever is hashing: a lower place for this thread alone and,
// from Linux 6.12 on, turns of 0.1 ms, so that nobody who wakes waits out one of several ms.
// sched_setattr(2), to which glibc 2.36 has no door.
void give_way() {
  struct {
    std::uint32_t size = 48, policy = 0;
    std::uint64_t flags = 0;
    std::int32_t nice = 19;
    std::uint32_t priority = 0;
    std::uint64_t turn_ns = 100'000, deadline = 0, period = 0;
  } wish;
  syscall(SYS_sched_setattr, 0, &wish, 0);  // refused: it only goes as everybody does
}

}  // namespace

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

bool PasswordThread::has_place(const For& whom) const {
  if (waiting_.size() >= waiting_max_) return false;
  if (whom.known) return true;
  const auto others = waiting_max_ - waiting_max_ / 3;
  std::size_t strangers = 0, same = 0;
  for (const auto& one : waiting_) {
    strangers += !one.whom.known;
    same += !one.whom.known && one.whom.source == whom.source;
  }
  return strangers < others && same < (others + 1) / 2;
}

bool PasswordThread::run(const For& whom, std::function<void()> work) {
  std::packaged_task<void()> task(std::move(work));
  auto done = task.get_future();
  {
    const std::lock_guard lock(mutex_);
    if (!has_place(whom)) return false;
    auto place = waiting_.end();
    if (whom.known) {
      place = std::ranges::find_if(waiting_, [](const auto& one) { return !one.whom.known; });
    }
    waiting_.insert(place, Waiting{whom, std::move(task)});
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
  give_way();
  for (;;) {
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [&] { return stopping_ || !waiting_.empty(); });
    if (waiting_.empty()) return;
    auto task = std::move(waiting_.front().task);
    waiting_.pop_front();
    lock.unlock();
    task();
  }
}

}  // namespace identity
