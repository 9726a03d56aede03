// POSIX files.
#include "platform/files/disk.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <atomic>
#include <cerrno>
#include <cstring>
#include <filesystem>

#include "platform/files/files.hpp"

namespace files::disk {
namespace {

namespace fs = std::filesystem;

[[noreturn]] void fail(std::string_view verb, const std::string& path) {
  const int why = errno;
  const auto told = fmt::format("cannot {} {}: {}", verb, path, std::strerror(why));
  for (const int full : {ENOSPC, EDQUOT, EFBIG, EROFS}) {
    if (why == full) throw NoRoom(told);
  }
  throw Failure(told);
}

class Open {
 public:
  Open(const std::string& path, int flags) : path_(path) {
    file_ = ::open(path.c_str(), flags | O_CLOEXEC, 0600);
    if (file_ < 0) fail("open", path);
  }
  ~Open() { ::close(file_); }
  Open(const Open&) = delete;
  Open& operator=(const Open&) = delete;

  void write(std::string_view bytes) const {
    while (!bytes.empty()) {
      const auto n = ::write(file_, bytes.data(), bytes.size());
      if (n < 0 && errno != EINTR) fail("write", path_);
      if (n > 0) bytes.remove_prefix(std::size_t(n));
    }
  }
  void sync() const {
    if (::fsync(file_) != 0) fail("sync", path_);
  }
  std::size_t size() const {
    struct stat s {};
    if (::fstat(file_, &s) != 0) fail("read", path_);
    return std::size_t(s.st_size);
  }
  void read(std::string& into) const {
    std::size_t done = 0;
    while (done < into.size()) {
      const auto n = ::read(file_, into.data() + done, into.size() - done);
      if (n < 0 && errno != EINTR) fail("read", path_);
      if (n == 0) throw Failure(fmt::format("{} grew shorter while it was read", path_));
      if (n > 0) done += std::size_t(n);
    }
  }

 private:
  const std::string& path_;
  int file_;
};

// A name is on the disk only when its folder is.
void sync_folder_of(const std::string& path) {
  const auto folder = fs::path(path).parent_path().string();
  Open(folder.empty() ? "." : folder, O_RDONLY | O_DIRECTORY).sync();
}

void write_synced(const std::string& path, std::string_view bytes) {
  try {
    const Open file(path, O_WRONLY | O_CREAT | O_TRUNC);
    file.write(bytes);
    file.sync();
  } catch (const Failure&) {
    ::unlink(path.c_str());  // a full disk needs the room
    throw;
  }
}

}  // namespace

void make_folder(const std::string& path) {
  if (fs::is_directory(path)) return;
  const auto above = fs::path(path).parent_path();
  if (!above.empty()) make_folder(above.string());
  if (::mkdir(path.c_str(), 0700) != 0) {
    if (errno == EEXIST && fs::is_directory(path)) return;  // another thread was faster
    fail("make", path);
  }
  sync_folder_of(path);
}

void write_aside(const std::string& aside, const std::string& path, std::string_view bytes) {
  write_synced(aside, bytes);
  if (::rename(aside.c_str(), path.c_str()) != 0) fail("rename to", path);
  sync_folder_of(path);
}

void write_new(const std::string& path, std::string_view bytes) {
  // Each hand writes aside under a name of its own: two threads may be here at once.
  static std::atomic<int> hands = 0;
  const auto aside = fmt::format("{}.{}.{}", path, ::getpid(), ++hands);
  write_synced(aside, bytes);
  const bool linked = ::link(aside.c_str(), path.c_str()) == 0;
  const int why = errno;
  ::unlink(aside.c_str());
  errno = why;
  if (!linked && why != EEXIST) fail("make", path);
  sync_folder_of(path);
}

std::string read(const std::string& path, std::size_t most) {
  const Open file(path, O_RDONLY);
  std::string out(std::min(file.size(), most + 1), '\0');
  if (out.size() > most) throw Failure(fmt::format("{} is longer than anything kept there", path));
  file.read(out);
  return out;
}

}  // namespace files::disk
