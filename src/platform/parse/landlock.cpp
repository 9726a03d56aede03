// Rights are named by number, so that it builds with older headers of the kernel.
#include "platform/parse/landlock.hpp"

#include <fcntl.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <cerrno>
#include <cstdint>
#include <initializer_list>

namespace parse {
namespace {

// [source: Linux, include/uapi/linux/landlock.h]
constexpr long create_ruleset = 444, add_rule = 445, restrict_self = 446;
constexpr std::uint64_t execute = 1 << 0, read_file = 1 << 2, read_folder = 1 << 3;
constexpr int beneath = 1;  // LANDLOCK_RULE_PATH_BENEATH
constexpr unsigned ask_version = 1;

struct Handled {
  std::uint64_t files = 0, network = 0, scoped = 0;
};
struct [[gnu::packed]] Beneath {
  std::uint64_t allowed = 0;
  std::int32_t file = -1;
};

// What that version of Landlock knows: all of it is forbidden, but for the rules.
Handled all_of(long version) {
  Handled all;
  all.files = (1 << 13) - 1;
  if (version >= 2) all.files |= 1 << 13;  // moving between folders
  if (version >= 3) all.files |= 1 << 14;  // cutting
  if (version >= 5) all.files |= 1 << 15;  // ioctl of devices
  if (version >= 4) all.network = 0b11;    // bind and connect
  if (version >= 6) all.scoped = 0b11;     // abstract sockets, signals
  return all;
}

// What is not there needs no rule.
bool allow(int rules, const char* path, std::uint64_t rights) {
  const int file = ::open(path, O_PATH | O_CLOEXEC);
  if (file < 0) return errno == ENOENT;
  const Beneath rule{rights, file};
  const bool added = ::syscall(add_rule, rules, beneath, &rule, 0) == 0;
  ::close(file);
  return added;
}

}  // namespace

bool see_only_the_reader() {
  const auto version = ::syscall(create_ruleset, nullptr, 0, ask_version);
  if (version < 0) return errno == ENOSYS || errno == EOPNOTSUPP;
  const auto all = all_of(version);
  const int rules = int(::syscall(create_ruleset, &all, sizeof all, 0));
  if (rules < 0) return false;
  constexpr auto folder = read_file | read_folder;
  bool done = true;
  for (const auto* path : {"/usr/lib", "/usr/lib64", "/usr/share/poppler", "/usr/share/fonts",
                           "/usr/share/fontconfig", "/etc/fonts", "/var/cache/fontconfig"}) {
    done = done && allow(rules, path, folder);
  }
  done = done && allow(rules, "/etc/ld.so.cache", read_file);
  for (const auto* path :
       {"/usr/bin/pdftotext", "/lib64/ld-linux-x86-64.so.2", "/lib/ld-linux-aarch64.so.1"}) {
    done = done && allow(rules, path, read_file | execute);
  }
  done = done && ::syscall(restrict_self, rules, 0) == 0;
  ::close(rules);
  return done;
}

}  // namespace parse
