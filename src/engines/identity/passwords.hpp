// One thread that hashes passwords, so that a storm of sign-ins cannot take the machine.
#pragma once

#include <condition_variable>
#include <deque>
#include <functional>
#include <future>
#include <mutex>
#include <string>
#include <thread>

namespace identity {

class PasswordThread {
 public:
  explicit PasswordThread(std::size_t waiting_max);
  ~PasswordThread();

  // Whose password it is: somebody's who is known (signed in, or at a browser their account knows),
  // or of whoever comes from that address.
  struct For {
    bool known = false;
    std::string source;
  };
  // Runs the work on the thread and waits for it; an exception comes out here. False: too many wait
  // already, nothing was done. Who is known goes first and keeps a third of the places; one address
  // has half of the others, so that it cannot keep everybody else out.
  bool run(const For& whom, std::function<void()> work);

  std::size_t waiting();

 private:
  struct Waiting {
    For whom;
    std::packaged_task<void()> task;
  };
  bool has_place(const For& whom) const;
  void loop();

  std::size_t waiting_max_;
  std::mutex mutex_;
  std::condition_variable changed_;
  std::deque<Waiting> waiting_;  // who is known before all others
  bool stopping_ = false;
  std::thread thread_;
};

}  // namespace identity
