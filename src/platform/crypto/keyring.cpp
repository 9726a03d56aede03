#include "platform/crypto/keyring.hpp"

#include <fmt/format.h>

#include <charconv>
#include <mutex>

#include "platform/crypto/seal.hpp"

namespace crypto {
namespace {

// Where the sealed bytes begin, after "$1$".
std::size_t body_of(std::string_view kept) { return kept.find('$', 1) + 1; }

}  // namespace

int key_of(std::string_view kept) {
  if (!kept.starts_with('$')) return 0;
  const auto end = kept.find('$', 1);
  if (end == kept.npos) return 0;
  int number = 0;
  const auto [stop, error] = std::from_chars(kept.data() + 1, kept.data() + end, number);
  return error == std::errc() && stop == kept.data() + end && number > 0 ? number : 0;
}

Keyring::Keyring(std::function<Keys()> load, std::string lookup)
    : load_(std::move(load)), lookup_(std::move(lookup)), keys_(load_()) {
  if (keys_.empty()) throw Failure("there is no key to seal personal values with");
}

int Keyring::newest() const {
  const std::shared_lock lock(mutex_);
  return keys_.rbegin()->first;
}

void Keyring::look_again() {
  auto keys = load_();
  const std::unique_lock lock(mutex_);
  keys_.merge(keys);
}

std::string Keyring::key(int number) {
  const auto found = [&] {
    const std::shared_lock lock(mutex_);
    const auto at = keys_.find(number);
    return at == keys_.end() ? std::string() : at->second;
  };
  if (auto key = found(); !key.empty()) return key;
  look_again();
  if (auto key = found(); !key.empty()) return key;
  throw Failure(
      fmt::format("the key {0} that sealed a value is not here: put it back into the "
                  "secrets of this installation (fields-{0}.key)",
                  number));
}

std::string Keyring::seal(std::string_view value, std::string_view place) const {
  const std::shared_lock lock(mutex_);
  const auto& [number, key] = *keys_.rbegin();
  return fmt::format("${}${}", number, base64url(crypto::seal(key, value, place)));
}

std::string Keyring::open(std::string_view kept, std::string_view place) {
  const auto number = key_of(kept);
  if (number == 0) return std::string(kept);
  const auto bytes = from_base64url(kept.substr(body_of(kept)));
  auto value = bytes ? open_seal(key(number), *bytes, place) : std::nullopt;
  if (!value) {
    throw Failure(fmt::format(
        "a sealed value does not open with key {}: it was altered or moved, or this is another key "
        "of that number",
        number));
  }
  return std::move(*value);
}

std::string Keyring::again(std::string_view kept, std::string_view place) {
  return kept.empty() ? "" : seal(open(kept, place), place);
}

std::string Keyring::newest_like() const { return fmt::format("${}$%", newest()); }

std::string Keyring::hash(std::string_view value) const { return hmac_sha256_hex(lookup_, value); }

}  // namespace crypto
