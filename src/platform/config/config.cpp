// The data folder: secrets made once, the operator's file.
#include "platform/config/config.hpp"
#include "platform/config/secrets.hpp"

#include <fcntl.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include <fmt/format.h>

#include <cerrno>
#include <cstring>
#include <fstream>
#include <iterator>
#include <sstream>

namespace config {
namespace {

std::string read(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  std::stringstream text;
  text << file.rdbuf();
  return text.str();
}

}  // namespace

Folder::Folder(std::filesystem::path path) : path_(std::filesystem::absolute(std::move(path))) {
  std::error_code error;
  const bool fresh = std::filesystem::create_directories(path_, error);
  if (error) throw db::Failure(fmt::format("cannot make {}: {}", path_.string(), error.message()));
  if (fresh) std::filesystem::permissions(path_, std::filesystem::perms::owner_all);
}

std::optional<std::string> kept(const Folder& folder, std::string_view name) {
  const auto path = secrets(folder) / name;
  struct stat s {};
  if (::stat(path.c_str(), &s) != 0) {
    if (errno == ENOENT || errno == ENOTDIR) return std::nullopt;
    throw db::Failure(fmt::format("{} cannot be read: {}", path.string(), std::strerror(errno)));
  }
  if ((s.st_mode & (S_IRWXG | S_IRWXO)) != 0) {
    throw db::Failure(
        fmt::format("{0} may be read by others than its owner: chmod 600 {0}; if somebody "
                    "did read it, make another (docs/operating.md, Keys)",
                    path.string()));
  }
  std::ifstream file(path, std::ios::binary);
  std::string bytes{std::istreambuf_iterator<char>(file), {}};
  if (!file) throw db::Failure(fmt::format("{} cannot be read", path.string()));
  return bytes;
}

std::string Folder::secret(std::string_view name, std::string (*make)()) const {
  if (auto bytes = kept(*this, name)) return std::move(*bytes);
  const auto folder = secrets(*this);
  std::filesystem::create_directories(folder);
  std::filesystem::permissions(folder, std::filesystem::perms::owner_all);
  const auto path = folder / name;
  const auto bytes = make();
  auto part = path.string() + ".part-XXXXXX";
  const int file = ::mkostemp(part.data(), O_CLOEXEC);  // mode 0600
  const bool written = file >= 0 &&
                       ::write(file, bytes.data(), bytes.size()) == ssize_t(bytes.size()) &&
                       ::fsync(file) == 0;
  if (file >= 0) ::close(file);
  if (!written) throw db::Failure(fmt::format("cannot write {}: is the disk full?", part));
  // A server and its workers may start at once: the first one's secret is everybody's.
  const bool first = ::link(part.c_str(), path.c_str()) == 0;
  const bool taken = !first && errno == EEXIST;
  ::unlink(part.c_str());
  if (!first && !taken) throw db::Failure(fmt::format("cannot keep {}", path.string()));
  return taken ? kept(*this, name).value() : bytes;
}

base::json::object Folder::file() const {
  const auto path = path_ / "taydo.json";
  if (!std::filesystem::exists(path)) return {};
  auto parsed = base::json::parse(read(path));
  if (!parsed) {
    throw db::Failure(
        fmt::format("{} line {}: {}", path.string(), parsed.error().line, parsed.error().message));
  }
  if (!parsed->is_object()) throw db::Failure(path.string() + ": it is not a JSON object");
  return parsed->get_object();
}

}  // namespace config
