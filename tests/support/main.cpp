// The test program: doctest's own main, and the roles that tests start it in.
#define DOCTEST_CONFIG_IMPLEMENT
#include <doctest/doctest.h>
#include <fcntl.h>
#include <sys/mman.h>
#include <sys/socket.h>
#include <unistd.h>

#include <csignal>
#include <cstdio>
#include <string>
#include <string_view>

#include "platform/parse/parse.hpp"
#include "platform/parse/sandbox.hpp"

namespace {

// Says what a process that opens hostile bytes can still do.
int try_the_sandbox(const std::string& folder) {
  const auto path = folder + "/probe", other = folder + "/made";
  const char* mine = path.c_str();
  const int open_before = ::open(mine, O_CREAT | O_WRONLY, 0600);
  const auto parent = ::getppid();
  if (!parse::enter_sandbox()) return 1;
  const auto say = [](bool can) { return can ? "yes" : "no"; };
  const bool inherit = ::lseek(open_before, 0, SEEK_CUR) == 0;
  const bool read = ::open("/etc/passwd", O_RDONLY) >= 0;
  const bool connect = ::socket(AF_INET, SOCK_STREAM, 0) >= 0;
  const bool write = ::open(other.c_str(), O_CREAT | O_WRONLY, 0600) >= 0;
  const bool append = ::open(mine, O_WRONLY | O_APPEND) >= 0;
  const bool remove = ::unlink(mine) == 0;
  const bool fork = ::fork() >= 0;
  const bool signal = ::kill(parent, 0) == 0;
  const bool memory =
      ::mmap(nullptr, 1u << 30, PROT_READ, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0) != MAP_FAILED;
  std::printf(
      "inherit %s, read %s, connect %s, write %s, append %s, delete %s, fork %s, signal %s, memory "
      "%s\n",
      say(inherit), say(read), say(connect), say(write), say(append), say(remove), say(fork),
      say(signal), say(memory));
  return 0;
}

}  // namespace

int main(int argc, char** argv) {
  if (parse::is_role(argc, argv)) return parse::role(argc, argv);
  if (argc == 3 && std::string_view(argv[1]) == "try-the-sandbox") return try_the_sandbox(argv[2]);
  doctest::Context context(argc, argv);
  return context.run();
}
