// Days, times of day, moments and the two kinds of duration, as FEEL has them (DMN 1.5 §10.3.2.3).
//
// Years go from -999,999,999 to 999,999,999. A time may have no zone, an offset or the name of a
// zone; names and their offsets come from ICU's tables. What leaves these bounds is nothing.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "engines/rules/values/decimal.hpp"

namespace feel {

// None, an offset in seconds (less than 18 hours), or a named zone.
struct Zone {
  static constexpr std::int32_t none = INT32_MIN, first_name = 1'000'000;
  std::int32_t code = none;

  static std::optional<Zone> parse(std::string_view text);  // Z, +07:00, @Asia/Ho_Chi_Minh
  static std::optional<Zone> named(std::string_view name);
  bool any() const { return code != none; }
  bool has_name() const { return code >= first_name; }
  std::string text() const;  // as parse reads it; "" if none
  std::string name() const;  // "" unless it has one
  // Seconds east of UTC at that local second since 1970; 0 if none.
  std::int32_t offset_at(std::int64_t local_seconds) const;
  std::int32_t offset_of_utc(std::int64_t seconds) const;
  // Of a time without a day: what its clocks usually show today, without summer time.
  std::int32_t usual_offset() const;
  bool operator==(const Zone&) const = default;
};

struct Civil {
  std::int64_t year;
  int month, day;
};

struct Date {
  std::int64_t days = 0;  // since 1970-01-01

  static std::optional<Date> of(std::int64_t year, std::int64_t month, std::int64_t day);
  static std::optional<Date> parse(std::string_view text);
  Civil civil() const;
  int weekday() const;  // 1 Monday ... 7 Sunday
  int day_of_year() const;
  int week() const;  // ISO 8601
  std::string text() const;
  bool operator==(const Date&) const = default;
};

struct Time {
  std::int32_t seconds = 0;  // since midnight, local
  std::int32_t nanos = 0;
  Zone zone;

  static std::optional<Time> parse(std::string_view text);
  std::string text() const;
  bool operator==(const Time&) const = default;
};

struct Moment {  // "date and time"
  Date date;
  Time time;

  static std::optional<Moment> parse(std::string_view text);  // a date alone is its midnight
  std::int64_t local_seconds() const { return date.days * 86'400 + time.seconds; }
  std::int64_t utc_seconds() const;
  std::int32_t offset() const { return time.zone.offset_at(local_seconds()); }
  Moment in(Zone zone) const;  // the same instant on the clocks of another zone
  std::string text() const;
  bool operator==(const Moment&) const = default;
};

struct Months {  // "years and months duration"
  std::int64_t months = 0;

  std::string text() const;
  auto operator<=>(const Months&) const = default;
};

struct Span {  // "days and time duration"
  std::int64_t seconds = 0;
  std::int32_t nanos = 0;  // 0 ... 999,999,999 more, also of what is negative

  static std::optional<Span> of(const Decimal& seconds);
  Decimal total() const;  // in seconds
  bool negative() const { return seconds < 0; }
  std::string text() const;
  auto operator<=>(const Span&) const = default;
};

// P1Y2M is months, P3DT4H a span; nothing if both are mixed.
std::optional<Months> parse_months(std::string_view text);
std::optional<Span> parse_span(std::string_view text);

std::optional<Date> plus(Date date, Months months);  // 31 January + 1 month: the last of February
std::optional<Date> plus(Date date, Span span);      // from midnight, then the day it falls on
std::optional<Moment> plus(const Moment& moment, Months months);
std::optional<Moment> plus(const Moment& moment, Span span);
Time plus(const Time& time, Span span);  // around the clock
std::optional<Span> between(const Moment& from, const Moment& to);
Span between(const Time& from, const Time& to);
Months months_between(Date from, Date to);  // whole months

}  // namespace feel
