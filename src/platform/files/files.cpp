// The store: write aside, sync, rename; read, compare, open.
#include "platform/files/files.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <vector>

#include "base/must.hpp"
#include "platform/files/disk.hpp"
#include "platform/files/key.hpp"
#include "platform/files/seal.hpp"

namespace files {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view incoming = "incoming";  // what is being written

bool is_name(std::string_view name) {
  return name.size() == 64 && name.find_first_not_of("0123456789abcdef") == name.npos;
}

bool holds_files(const std::string& folder) {
  for (const auto& entry : fs::directory_iterator(folder)) {
    if (entry.path().filename() != incoming) return true;
  }
  return false;
}

Key key_from(const std::string& path, const std::string& folder) {
  if (!fs::exists(path)) {
    // Files only ever come after the key, so asking again tells a lost key from one just made.
    if (holds_files(folder) && !fs::exists(path)) {
      throw Failure(
          fmt::format("{} is missing, and without it nothing in {} can be opened: "
                      "restore the key from its backup",
                      path, folder));
    }
    disk::write_new(path, as_bytes(random_key()));
  }
  constexpr auto others = fs::perms::group_all | fs::perms::others_all;
  if ((fs::status(path).permissions() & others) != fs::perms::none) {
    throw Failure(fmt::format("{} may be read by others than its owner: chmod 600 it", path));
  }
  const auto bytes = disk::read(path, key_size);
  Key key;
  if (bytes.size() != key.size()) {
    throw Failure(fmt::format("{} does not hold a key of {} bytes", path, key.size()));
  }
  std::copy(bytes.begin(), bytes.end(), key.begin());
  return key;
}

// The first `most` files that are what their name says.
std::vector<std::string> some_intact(const std::string& folder, int most) {
  std::vector<std::string> out;
  std::error_code none;
  for (fs::recursive_directory_iterator at(folder, none), end; at != end && most > 0; ++at) {
    const auto name = at->path().filename().string();
    if (name == incoming) at.disable_recursion_pending();
    if (!at->is_regular_file() || !is_name(name)) continue;
    --most;
    auto sealed = disk::read(at->path().string(), largest_bytes + seal_overhead);
    if (sha256_hex(sealed) == name) out.push_back(std::move(sealed));
  }
  return out;
}

}  // namespace

std::optional<bool> key_fits(const std::string& folder, std::string_view key) {
  constexpr int tried = 3;
  const auto files = some_intact(folder, tried);
  if (files.empty()) return std::nullopt;
  Key bytes{};
  if (key.size() != bytes.size()) return false;
  std::copy(key.begin(), key.end(), bytes.begin());
  return std::any_of(files.begin(), files.end(),
                     [&](const auto& sealed) { return opened(bytes, sealed).has_value(); });
}

Store::Store(std::string folder, const std::string& key_file) : folder_(std::move(folder)) {
  disk::make_folder(folder_);
  key_ = key_from(key_file, folder_);
  disk::make_folder(fmt::format("{}/{}", folder_, incoming));
}

std::string Store::path_of(std::string_view name) const {
  return fmt::format("{}/{}/{}", folder_, name.substr(0, 2), name);
}

std::string Store::put(std::string_view bytes) const {
  if (bytes.size() > largest_bytes) {
    throw Failure(fmt::format("a file of {} bytes is more than is kept", bytes.size()));
  }
  const auto sealed = seal(key_, bytes);
  const auto name = sha256_hex(sealed);
  disk::make_folder(fmt::format("{}/{}", folder_, name.substr(0, 2)));
  disk::write_aside(fmt::format("{}/{}/{}", folder_, incoming, name), path_of(name), sealed);
  return name;
}

std::string Store::get(std::string_view name) const {
  base::must(is_name(name));
  const auto path = path_of(name);
  const auto sealed = disk::read(path, largest_bytes + seal_overhead);
  if (sha256_hex(sealed) != name) {
    throw Failure(fmt::format("{} is damaged: restore it from a backup", path));
  }
  auto bytes = opened(key_, sealed);
  if (!bytes) throw Failure(fmt::format("{} was written with another key", path));
  return std::move(*bytes);
}

void Store::remove(std::string_view name) const {
  base::must(is_name(name));
  std::error_code trouble;
  fs::remove(path_of(name), trouble);
  if (trouble) throw Failure(fmt::format("{} cannot be removed", path_of(name)));
}

}  // namespace files
