// Making and hashing recovery codes.
#include "engines/identity/recovery.hpp"

#include <fmt/format.h>

#include "platform/crypto/crypto.hpp"

namespace identity::recovery {

std::vector<std::string> made_from(std::string_view seed) {
  // No 0 and o, no 1 and l: they are read from paper.
  constexpr std::string_view alphabet = "23456789abcdefghijkmnpqrstuvwxyz";
  std::vector<std::string> codes;
  for (int i = 0; i < codes_given; ++i) {
    const auto bytes = crypto::sha256(fmt::format("{}/{}", seed, i));
    std::string code;
    for (std::size_t at = 0; at < 10; ++at) {
      if (at == 5) code += '-';
      code += alphabet[std::uint8_t(bytes[at]) & 31];
    }
    codes.push_back(std::move(code));
  }
  return codes;
}

std::string kept(std::string_view key, std::string_view typed) {
  std::string code = "recovery:";
  for (char c : typed.substr(0, 40)) {
    if (c >= 'A' && c <= 'Z') c = char(c - 'A' + 'a');
    if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) code += c;
  }
  return crypto::hmac_sha256_hex(key, code);
}

}  // namespace identity::recovery
