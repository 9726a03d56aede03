// One-time codes made from a shared secret and the time (RFC 6238 over RFC 4226). Pure.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/instant.hpp"

namespace identity::totp {

inline constexpr std::int64_t step_us = 30 * base::second_us;
inline constexpr int digits = 6;  // what authenticator apps show
// A phone's clock may be one step off, and a code takes time to type.
inline constexpr std::int64_t drift_steps = 1;

std::int64_t step_at(base::Instant now);
// The code of one step, HMAC-SHA-1 as every app has it: "287082".
std::string code(std::string_view secret, std::int64_t step, int digits = totp::digits);
// The step whose code was typed (blanks between the digits do not count), later than `after`.
std::optional<std::int64_t> matching_step(std::string_view secret, std::string_view typed,
                                          base::Instant now, std::int64_t after);

std::string base32(std::string_view bytes);  // RFC 4648 §6, without padding
// What an app reads from the QR code: otpauth://totp/Tây Đô:an?secret=…&issuer=…
std::string address(std::string_view secret, std::string_view issuer, std::string_view login);

}  // namespace identity::totp
