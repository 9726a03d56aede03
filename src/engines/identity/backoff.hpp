// Back-off after failed sign-ins, counted per login and per address.
#pragma once

#include <string>
#include <string_view>

#include "platform/db/db.hpp"

namespace identity::backoff {

// After `free` failures: 30 s, doubled with each further one, at most `longest`. Longer would let
// anybody shut an officer out; shorter would let a list of passwords through.
inline constexpr std::int64_t longest_us = 15 * base::minute_us;
std::int64_t wait_us(std::int64_t failures, std::int64_t free);

// A person mistypes; an office of a hundred shares one address.
inline constexpr std::int64_t login_free = 5;
inline constexpr std::int64_t address_free = 30;

// Failures are forgotten an hour after the last.
inline constexpr std::int64_t memory_us = base::hour_us;

// What failures are counted under: a keyed hash, so that no login and no address is kept.
std::string counted(std::string_view key, std::string_view kind, std::string_view what);
// Where an address stands for: itself, or the 64-bit network of an IPv6 one, since whoever has one
// such address has 2^64. The address is the socket's; what a header claims is nobody's business.
std::string source_of(std::string_view address);

bool waits(db::Tx& tx, std::string_view who, base::Instant now);
void failed(db::Tx& tx, std::string_view who, std::int64_t free, base::Instant now);
void forget(db::Tx& tx, std::string_view who);

}  // namespace identity::backoff
