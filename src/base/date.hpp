// A day of the calendar, without time or zone.
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace base {

struct Date {
  std::int32_t days = 0;  // since 1970-01-01

  // Nothing if there is no such day (31/02).
  static std::optional<Date> of(int year, int month, int day);
  static std::optional<Date> parse_iso(std::string_view text);  // 2026-11-22
  static std::optional<Date> parse_vn(std::string_view text);   // 22/11/2026, also 1/2/2026

  int year() const;
  int month() const;
  int day() const;
  int weekday() const;  // 1 Monday ... 7 Sunday

  std::string iso() const;  // 2026-11-22
  std::string vn() const;   // 22/11/2026, as people here write it

  auto operator<=>(const Date&) const = default;
  Date operator+(int n) const { return {days + n}; }
  Date operator-(int n) const { return {days - n}; }
  int operator-(Date other) const { return days - other.days; }
};

}  // namespace base
