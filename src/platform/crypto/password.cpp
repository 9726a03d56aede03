// Argon2id by libargon2.
#include "platform/crypto/password.hpp"

#include <argon2.h>

#include "platform/crypto/crypto.hpp"

namespace crypto {

namespace {

constexpr unsigned passes = 2;
constexpr unsigned memory_kib = 19456;
constexpr unsigned lanes = 1;
constexpr std::size_t salt_bytes = 16;
constexpr std::size_t hash_bytes = 32;
constexpr std::size_t password_bytes_max = 1000;

// The text itself says how much memory to spend, so only what we would have written is obeyed. When
// the cost is raised one day, the old one stays beside the new.
constexpr std::string_view known_cost = "$argon2id$v=19$m=19456,t=2,p=1$";

}  // namespace

std::string hash_password(std::string_view password) {
  if (password.size() > password_bytes_max) throw Failure("the password is too long to hash");
  const auto salt = random_bytes(salt_bytes);
  std::string phc(argon2_encodedlen(passes, memory_kib, lanes, salt_bytes, hash_bytes, Argon2_id),
                  '\0');
  const int answer =
      argon2id_hash_encoded(passes, memory_kib, lanes, password.data(), password.size(),
                            salt.data(), salt.size(), hash_bytes, phc.data(), phc.size());
  if (answer != ARGON2_OK) throw Failure(argon2_error_message(answer));
  phc.resize(phc.find('\0'));
  return phc;
}

bool verify_password(std::string_view phc, std::string_view password) {
  if (!phc.starts_with(known_cost) || password.size() > password_bytes_max) return false;
  return argon2id_verify(std::string(phc).c_str(), password.data(), password.size()) == ARGON2_OK;
}

}  // namespace crypto
