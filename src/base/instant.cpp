#include "base/instant.hpp"

#include <fmt/format.h>

namespace base {
namespace {
constexpr std::int64_t offset_us = 7 * hour_us;
}

Local Instant::local() const {
  const auto shifted = us + offset_us;
  auto day = shifted / day_us;
  if (shifted % day_us < 0) --day;
  return {Date{std::int32_t(day)}, shifted - day * day_us};
}

std::string Instant::iso() const {
  const auto utc = Instant{us - offset_us}.local();
  return fmt::format("{}T{}:{:02}.{:06}Z", utc.date.iso(), utc.clock(),
                     utc.of_day_us % minute_us / second_us, utc.of_day_us % second_us);
}

std::optional<Local> Local::parse_iso(std::string_view text) {
  if (text.size() != 16 || (text[10] != 'T' && text[10] != ' ') || text[13] != ':') return {};
  const auto date = Date::parse_iso(text.substr(0, 10));
  const auto digit = [&](int i) { return text[i] >= '0' && text[i] <= '9'; };
  if (!date || !digit(11) || !digit(12) || !digit(14) || !digit(15)) return {};
  const int hour = (text[11] - '0') * 10 + text[12] - '0';
  const int minute = (text[14] - '0') * 10 + text[15] - '0';
  if (hour > 23 || minute > 59) return {};
  return at(*date, hour, minute);
}

Instant Local::instant() const { return {date.days * day_us + of_day_us - offset_us}; }
std::string Local::clock() const {
  const auto digit = [](int n) { return char('0' + n % 10); };
  return {digit(hour() / 10), digit(hour()), ':', digit(minute() / 10), digit(minute())};
}
std::string Local::iso() const { return date.iso() + "T" + clock(); }
std::string Local::vn() const { return date.vn() + ", " + clock(); }

}  // namespace base
