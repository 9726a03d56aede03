// Forking a test.
#include "support/child.hpp"

#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <stdexcept>

namespace support {

Child::Child(const std::function<void(const Say&)>& body) {
  int ends[2];
  if (pipe(ends) != 0) throw std::runtime_error("no pipe");
  process_ = fork();
  if (process_ == 0) {
    const auto say = [&](const std::string& text) {
      const auto bytes = text + "\n";
      if (write(ends[1], bytes.data(), bytes.size()) < 0) _exit(1);
    };
    try {
      body(say);
    } catch (const std::exception& problem) {
      say(problem.what());
    }
    _exit(0);  // what the parent made is the parent's to tear down
  }
  close(ends[1]);
  lines_ = ends[0];
}

Child::~Child() {
  kill();
  close(lines_);
}

std::string Child::line() {
  std::string out;
  for (char c = 0; read(lines_, &c, 1) == 1 && c != '\n';) out += c;
  return out;
}

void Child::kill() {
  if (process_ <= 0) return;
  ::kill(process_, SIGKILL);
  waitpid(process_, nullptr, 0);
  process_ = 0;
}

}  // namespace support
