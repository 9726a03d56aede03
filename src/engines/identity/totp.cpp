// Codes of RFC 6238, and how a secret is written for an app.
#include "engines/identity/totp.hpp"

#include <fmt/format.h>

#include "base/html.hpp"
#include "platform/crypto/crypto.hpp"

namespace identity::totp {

std::int64_t step_at(base::Instant now) { return now.us / step_us; }

std::string code(std::string_view secret, std::int64_t step, int digits) {
  std::string counter(8, '\0');
  for (int i = 0; i < 8; ++i) counter[std::size_t(7 - i)] = char(step >> (8 * i) & 255);
  const auto mac = crypto::hmac_sha1(secret, counter);
  const auto byte = [&](std::size_t i) { return std::uint32_t(std::uint8_t(mac[i])); };
  const auto at = std::size_t(byte(mac.size() - 1) & 15);  // RFC 4226 §5.3
  const auto number =
      (byte(at) & 127) << 24 | byte(at + 1) << 16 | byte(at + 2) << 8 | byte(at + 3);
  std::uint32_t below = 1;
  for (int i = 0; i < digits; ++i) below *= 10;
  return fmt::format("{:0{}}", number % below, digits);
}

std::optional<std::int64_t> matching_step(std::string_view secret, std::string_view typed,
                                          base::Instant now, std::int64_t after) {
  std::string given;
  for (const char c : typed.substr(0, 20)) {
    if (c != ' ') given += c;
  }
  std::optional<std::int64_t> found;
  for (auto step = step_at(now) - drift_steps; step <= step_at(now) + drift_steps; ++step) {
    if (crypto::equal(code(secret, step), given) && step > after) found = step;
  }
  return found;
}

std::string base32(std::string_view bytes) {
  constexpr std::string_view alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
  std::string text;
  unsigned held = 0;
  int bits = 0;
  for (const unsigned char byte : bytes) {
    held = held << 8 | byte;
    for (bits += 8; bits >= 5; bits -= 5) text += alphabet[held >> (bits - 5) & 31];
  }
  if (bits > 0) text += alphabet[held << (5 - bits) & 31];
  return text;
}

std::string address(std::string_view secret, std::string_view issuer, std::string_view login) {
  return fmt::format("otpauth://totp/{0}:{1}?secret={2}&issuer={0}", base::url_encoded(issuer),
                     base::url_encoded(login), base32(secret));
}

}  // namespace identity::totp
