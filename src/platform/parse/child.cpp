// Starting the role, handing it the bytes, and reading its answer with patience and bounds.
#include "platform/parse/parse.hpp"

#include <fcntl.h>
#include <poll.h>
#include <spawn.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <chrono>
#include <csignal>
#include <utility>

namespace parse {
namespace {

constexpr std::size_t text_bytes_max = 1 << 20;
constexpr auto patience = std::chrono::seconds(5);

class Handle {
 public:
  explicit Handle(int file = -1) : file_(file) {}
  Handle(Handle&& other) noexcept : file_(std::exchange(other.file_, -1)) {}
  Handle& operator=(Handle&& other) noexcept { return std::swap(file_, other.file_), *this; }
  ~Handle() {
    if (file_ >= 0) ::close(file_);
  }
  int get() const { return file_; }
  explicit operator bool() const { return file_ >= 0; }

 private:
  int file_;
};

// A file without a name that holds these bytes.
Handle in_memory(std::string_view bytes) {
  Handle file(memfd_create("pdf", MFD_CLOEXEC));
  while (file && !bytes.empty()) {
    const auto written = ::write(file.get(), bytes.data(), bytes.size());
    if (written <= 0) return Handle();
    bytes.remove_prefix(std::size_t(written));
  }
  if (file) ::lseek(file.get(), 0, SEEK_SET);
  return file;
}

// What is written to `file` until its end; nothing if that takes too long or is too much.
std::optional<std::string> all_of(int file) {
  using Clock = std::chrono::steady_clock;
  const auto until = Clock::now() + patience;
  std::string out;
  std::array<char, 16 * 1024> part;
  for (;;) {
    const auto left = std::chrono::ceil<std::chrono::milliseconds>(until - Clock::now()).count();
    pollfd waiting{file, POLLIN, 0};
    if (left <= 0) return std::nullopt;
    const int ready = ::poll(&waiting, 1, int(left));
    if (ready < 0 && errno == EINTR) continue;
    if (ready <= 0) return std::nullopt;
    const auto read = ::read(file, part.data(), part.size());
    if (read == 0) return out;
    if (read < 0 || out.size() + std::size_t(read) > text_bytes_max) return std::nullopt;
    out.append(part.data(), std::size_t(read));
  }
}

// This program again, in its role; 0: it did not start.
pid_t start(int input, int output, int pages) {
  const auto last = std::to_string(pages);
  const char* const words[] = {"taydo", "parse", "pdf-text", last.c_str(), nullptr};
  const char* const surroundings[] = {"LC_ALL=C.UTF-8", nullptr};
  posix_spawn_file_actions_t files;
  posix_spawn_file_actions_init(&files);
  posix_spawn_file_actions_adddup2(&files, input, 0);
  posix_spawn_file_actions_adddup2(&files, output, 1);
  posix_spawn_file_actions_addopen(&files, 2, "/dev/null", O_WRONLY, 0);
  pid_t child = 0;
  const int failed =
      posix_spawn(&child, "/proc/self/exe", &files, nullptr, const_cast<char* const*>(words),
                  const_cast<char* const*>(surroundings));
  posix_spawn_file_actions_destroy(&files);
  return failed ? 0 : child;
}

}  // namespace

std::optional<std::string> pdf_text(std::string_view pdf, int pages) {
  const auto input = in_memory(pdf);
  int ends[2];
  if (!input || ::pipe2(ends, O_CLOEXEC) != 0) return std::nullopt;
  const Handle from(ends[0]);
  Handle to(ends[1]);
  const auto child = start(input.get(), to.get(), pages);
  to = Handle();
  if (child == 0) return std::nullopt;
  auto text = all_of(from.get());
  if (!text) ::kill(child, SIGKILL);
  int status = 0;
  while (::waitpid(child, &status, 0) < 0 && errno == EINTR) {
  }
  if (!WIFEXITED(status) || WEXITSTATUS(status) != 0) return std::nullopt;
  return text;
}

}  // namespace parse
