// A part of a test that runs in a process of its own: to be killed, or to live with less.
#pragma once

#include <sys/types.h>

#include <functional>
#include <string>

namespace support {

class Child {
 public:
  // Runs `body` in a copy of this process; `say` sends a line to the parent at once. Start it while
  // no other thread runs. An exception is said as its message.
  using Say = std::function<void(const std::string&)>;
  explicit Child(const std::function<void(const Say&)>& body);
  ~Child();  // killed if it still runs
  Child(const Child&) = delete;
  Child& operator=(const Child&) = delete;

  std::string line();  // the next line it says, without the line's end; "" after its end
  void kill();         // SIGKILL: nothing more of it runs

 private:
  pid_t process_;
  int lines_;
};

}  // namespace support
