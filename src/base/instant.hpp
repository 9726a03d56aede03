// A moment (UTC microseconds, as stored) and the local wall clock that rules and views speak.
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/date.hpp"

namespace base {

inline constexpr std::int64_t second_us = 1'000'000;
inline constexpr std::int64_t minute_us = 60 * second_us;
inline constexpr std::int64_t hour_us = 60 * minute_us;
inline constexpr std::int64_t day_us = 24 * hour_us;

struct Local;

struct Instant {
  std::int64_t us = 0;  // since 1970-01-01T00:00Z

  Local local() const;
  std::string iso() const;  // 2026-11-22T01:29:00.000000Z

  auto operator<=>(const Instant&) const = default;
  Instant operator+(std::int64_t n_us) const { return {us + n_us}; }
  Instant operator-(std::int64_t n_us) const { return {us - n_us}; }
  std::int64_t operator-(Instant other) const { return us - other.us; }
};

// Wall clock in Viet Nam: UTC+7 the whole year, in force since 13/6/1975, so it needs no zone
// table.
struct Local {
  Date date;
  std::int64_t of_day_us = 0;  // since local midnight

  static Local at(Date date, int hour, int minute = 0) {
    return {date, hour * hour_us + minute * minute_us};
  }
  static std::optional<Local> parse_iso(std::string_view text);  // 2026-02-23T17:00

  Instant instant() const;
  int hour() const { return int(of_day_us / hour_us); }
  int minute() const { return int(of_day_us % hour_us / minute_us); }
  std::string iso() const;    // 2026-02-23T17:00
  std::string vn() const;     // 23/02/2026, 17:00
  std::string clock() const;  // 17:00

  auto operator<=>(const Local&) const = default;
};

}  // namespace base
