// How a stored file is encrypted: "TDF1", a random nonce, AES-256-GCM, its tag.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>

namespace files {

inline constexpr std::size_t key_size = 32;
inline constexpr std::size_t seal_overhead = 4 + 12 + 16;
using Key = std::array<unsigned char, key_size>;

Key random_key();
inline std::string_view as_bytes(const Key& key) {
  return {reinterpret_cast<const char*>(key.data()), key.size()};
}

std::string seal(const Key& key, std::string_view bytes);
// Nothing if this key did not seal these bytes.
std::optional<std::string> opened(const Key& key, std::string_view sealed);

std::string sha256_hex(std::string_view bytes);

}  // namespace files
