#include "base/date.hpp"

#include <fmt/format.h>

#include <charconv>
#include <chrono>

namespace base {
namespace {

using namespace std::chrono;

year_month_day civil(Date date) { return year_month_day{sys_days{std::chrono::days{date.days}}}; }

// Reads digits up to `separator` (or the end when it is 0) and moves `text` past it.
std::optional<int> take(std::string_view& text, char separator, std::size_t digits_max) {
  const auto end = separator ? text.find(separator) : text.size();
  if (end == std::string_view::npos || end == 0 || end > digits_max) return std::nullopt;
  int value = 0;
  const auto [stop, error] = std::from_chars(text.data(), text.data() + end, value);
  if (error != std::errc() || stop != text.data() + end || value < 0) return std::nullopt;
  text.remove_prefix(separator ? end + 1 : end);
  return value;
}

struct Parts {
  int year, month, day;
};
Parts parts(Date date) {
  const auto ymd = civil(date);
  return {int(ymd.year()), int(unsigned(ymd.month())), int(unsigned(ymd.day()))};
}

// `digits` digits of a number, from `at` on. A list shows hundreds of dates.
void write(std::string& out, std::size_t at, std::size_t digits, int value) {
  for (auto i = at + digits; i-- > at; value /= 10) out[i] = char('0' + value % 10);
}

}  // namespace

std::optional<Date> Date::of(int year, int month, int day) {
  if (year < 1 || year > 9999 || month < 1 || day < 1) return std::nullopt;
  const year_month_day ymd{std::chrono::year{year}, std::chrono::month(unsigned(month)),
                           std::chrono::day(unsigned(day))};
  if (!ymd.ok()) return std::nullopt;
  return Date{std::int32_t(sys_days{ymd}.time_since_epoch().count())};
}

std::optional<Date> Date::parse_iso(std::string_view text) {
  const auto y = take(text, '-', 4), m = y ? take(text, '-', 2) : y, d = m ? take(text, 0, 2) : m;
  return d ? of(*y, *m, *d) : std::nullopt;
}

std::optional<Date> Date::parse_vn(std::string_view text) {
  const auto d = take(text, '/', 2), m = d ? take(text, '/', 2) : d, y = m ? take(text, 0, 4) : m;
  return y ? of(*y, *m, *d) : std::nullopt;
}

int Date::year() const { return int(civil(*this).year()); }
int Date::month() const { return int(unsigned(civil(*this).month())); }
int Date::day() const { return int(unsigned(civil(*this).day())); }
int Date::weekday() const {
  return int(std::chrono::weekday{sys_days{std::chrono::days{days}}}.iso_encoding());
}

std::string Date::iso() const {
  const auto [y, m, d] = parts(*this);
  std::string out = "0000-00-00";
  if (y < 0 || y > 9999) return fmt::format("{:04}-{:02}-{:02}", y, m, d);
  write(out, 0, 4, y), write(out, 5, 2, m), write(out, 8, 2, d);
  return out;
}

std::string Date::vn() const {
  const auto [y, m, d] = parts(*this);
  std::string out = "00/00/0000";
  if (y < 0 || y > 9999) return fmt::format("{:02}/{:02}/{:04}", d, m, y);
  write(out, 0, 2, d), write(out, 3, 2, m), write(out, 6, 4, y);
  return out;
}

}  // namespace base
