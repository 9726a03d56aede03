// Keeping a secret at rest: AES-256-GCM under a key of 32 bytes, bound to the place it belongs to.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace crypto {

inline constexpr std::size_t seal_key_bytes = 32;

// nonce (12 random bytes) + ciphertext + tag (16). `place` (associated data, such as
// "person/42/phone") is not stored: the same must be said to open it, so a sealed value cannot be
// moved to another row. Random nonces allow 2^32 seals a key. A key of another length is a Failure.
std::string seal(std::string_view key, std::string_view bytes, std::string_view place);

// Nothing if the key, the place or one bit of it is not what was sealed.
std::optional<std::string> open_seal(std::string_view key, std::string_view sealed,
                                     std::string_view place);

}  // namespace crypto
