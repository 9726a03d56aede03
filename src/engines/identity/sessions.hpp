// Sessions as the gate finds them; only a hash of the cookie's token is stored.
#pragma once

#include <optional>
#include <string>

#include "engines/identity/identity.hpp"

namespace identity {

inline constexpr std::string_view session_cookie = "taydo_session";

// An officer's working day with its evening; a shared machine is not left open over night.
inline constexpr std::int64_t officer_session_us = 12 * base::hour_us;
// Long enough for any form with its papers, short enough for a kiosk or a borrowed phone.
inline constexpr std::int64_t resident_session_us = 8 * base::hour_us;
inline constexpr std::int64_t idle_session_us = base::hour_us;
// A row is written when a session was last seen more than this ago: one write a minute, not a
// click.
inline constexpr std::int64_t seen_step_us = base::minute_us;
// So far the clocks of two servers may differ; what begins later than that has not begun.
inline constexpr std::int64_t clock_skew_us = 2 * base::minute_us;
// An ended session is remembered so long: its forms are still known as ours (held.hpp).
inline constexpr std::int64_t session_memory_us = 30 * base::day_us;

struct FoundSession {
  Session session;
  std::optional<base::Instant> ended;  // by signing out or in again; may lie seconds ahead
  Who who;                             // positions in force on the day asked for
  // Where this officer must go before they work, or "": to replace a password somebody else gave,
  // or to enrol the second factor their office asks for. `who` has no positions until then.
  std::string_view first;

  bool live(base::Instant now) const;
};

// The session of that cookie, live or ended.
std::optional<FoundSession> session_of(db::Tx& tx, std::string_view token, base::Date day);
void seen(db::Tx& tx, std::int64_t session, base::Instant now);

}  // namespace identity
