// One thread that hashes passwords, so that a storm of sign-ins cannot take the machine.
#pragma once

#include <condition_variable>
#include <deque>
#include <functional>
#include <future>
#include <mutex>
#include <thread>

namespace identity {

class PasswordThread {
 public:
  explicit PasswordThread(std::size_t waiting_max);
  ~PasswordThread();

  // Runs the work on the thread and waits for it; an exception comes out here. False: too many wait
  // already, nothing was done.
  bool run(std::function<void()> work);

  std::size_t waiting();

 private:
  void loop();

  std::size_t waiting_max_;
  std::mutex mutex_;
  std::condition_variable changed_;
  std::deque<std::packaged_task<void()>> waiting_;
  bool stopping_ = false;
  std::thread thread_;
};

}  // namespace identity
