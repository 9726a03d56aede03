// How days, times and durations are read and written: ISO 8601 as XML Schema has it.
#include <fmt/format.h>

#include <array>

#include "engines/rules/values/moment.hpp"

namespace feel {
namespace {

constexpr std::int64_t year_max = 999'999'999;

// Takes digits off the front: at least and at most so many.
std::optional<std::int64_t> digits(std::string_view& text, std::size_t least, std::size_t most) {
  std::size_t n = 0;
  std::int64_t value = 0;
  while (n < text.size() && n < most && text[n] >= '0' && text[n] <= '9') {
    value = value * 10 + (text[n++] - '0');
  }
  if (n < least) return std::nullopt;
  text.remove_prefix(n);
  return value;
}

bool skip(std::string_view& text, char sign) {
  if (!text.starts_with(sign)) return false;
  text.remove_prefix(1);
  return true;
}

// ".5" as 500,000,000; what is beyond nine digits is cut off.
std::optional<std::int32_t> fraction(std::string_view& text) {
  if (!skip(text, '.')) return 0;
  std::int32_t nanos = 0, unit = 100'000'000;
  std::size_t n = 0;
  for (; n < text.size() && text[n] >= '0' && text[n] <= '9'; ++n, unit /= 10) {
    nanos += (text[n] - '0') * unit;
  }
  if (n == 0 || n > 1'000) return std::nullopt;
  text.remove_prefix(n);
  return nanos;
}

std::optional<Date> take_date(std::string_view& text) {
  const bool negative = skip(text, '-');
  const auto size = text.size();
  const bool zero_first = text.starts_with('0');
  const auto year = digits(text, 4, 9);
  if (!year || (zero_first && size - text.size() > 4)) return std::nullopt;
  if (!skip(text, '-')) return std::nullopt;
  const auto month = digits(text, 2, 2);
  if (!month || !skip(text, '-')) return std::nullopt;
  const auto day = digits(text, 2, 2);
  if (!day) return std::nullopt;
  return Date::of(negative ? -*year : *year, *month, *day);
}

std::string seconds_text(std::int64_t seconds, std::int32_t nanos) {
  auto made = std::to_string(seconds);
  if (nanos == 0) return made;
  made += fmt::format(".{:09}", nanos);
  while (made.ends_with('0')) made.pop_back();
  return made;
}

}  // namespace

std::optional<Date> Date::parse(std::string_view text) {
  const auto date = take_date(text);
  return date && text.empty() ? date : std::nullopt;
}

std::optional<Time> Time::parse(std::string_view text) {
  const auto hour = digits(text, 2, 2);
  if (!hour || !skip(text, ':')) return std::nullopt;
  const auto minute = digits(text, 2, 2);
  if (!minute || !skip(text, ':')) return std::nullopt;
  const auto second = digits(text, 2, 2);
  if (!second) return std::nullopt;
  const auto nanos = fraction(text);
  const auto zone = Zone::parse(text);
  if (!nanos || !zone || *minute > 59 || *second > 59 || *hour > 23) return std::nullopt;
  return Time{std::int32_t(*hour * 3'600 + *minute * 60 + *second), *nanos, *zone};
}

std::optional<Moment> Moment::parse(std::string_view text) {
  const auto date = take_date(text);
  if (!date) return std::nullopt;
  if (text.empty()) return Moment{*date, {}};
  if (!skip(text, 'T')) return std::nullopt;
  if (text.starts_with("24:00:00")) {  // the midnight at the end of the day
    const auto zone = Zone::parse(text.substr(8));
    const auto next = plus(*date, Span{86'400, 0});
    return zone && next ? std::optional(Moment{*next, {0, 0, *zone}}) : std::nullopt;
  }
  const auto time = Time::parse(text);
  if (!time) return std::nullopt;
  return Moment{*date, *time};
}

std::string Date::text() const {
  const auto [year, month, day] = civil();
  const auto of_year = year < 0 ? -year : year;
  return fmt::format("{}{:04}-{:02}-{:02}", year < 0 ? "-" : "", of_year, month, day);
}

std::string Time::text() const {
  auto made = fmt::format("{:02}:{:02}:{:02}", seconds / 3'600, seconds / 60 % 60, seconds % 60);
  if (nanos != 0) {
    made += fmt::format(".{:09}", nanos);
    while (made.ends_with('0')) made.pop_back();
  }
  return made + zone.text();
}

std::string Moment::text() const { return date.text() + "T" + time.text(); }

std::string Months::text() const {
  if (months == 0) return "P0M";
  const auto all = months < 0 ? -months : months;
  std::string made = months < 0 ? "-P" : "P";
  if (all / 12) made += fmt::format("{}Y", all / 12);
  if (all % 12) made += fmt::format("{}M", all % 12);
  return made;
}

std::string Span::text() const {
  if (seconds == 0 && nanos == 0) return "PT0S";
  std::int64_t whole = seconds;
  std::int32_t rest = nanos;
  if (negative()) {
    whole = -(seconds + (nanos ? 1 : 0));
    rest = nanos ? 1'000'000'000 - nanos : 0;
  }
  std::string made = negative() ? "-P" : "P";
  if (whole / 86'400) made += fmt::format("{}D", whole / 86'400);
  if (whole % 86'400 == 0 && rest == 0) return made;
  made += 'T';
  if (whole % 86'400 / 3'600) made += fmt::format("{}H", whole % 86'400 / 3'600);
  if (whole / 60 % 60) made += fmt::format("{}M", whole / 60 % 60);
  if (whole % 60 || rest) made += seconds_text(whole % 60, rest) + "S";
  return made;
}

std::optional<Months> parse_months(std::string_view text) {
  const bool negative = skip(text, '-');
  if (!skip(text, 'P') || text.empty()) return std::nullopt;
  std::int64_t months = 0;
  int seen = 0;
  while (!text.empty()) {
    const auto n = digits(text, 1, 12);
    if (!n) return std::nullopt;
    if (seen < 1 && skip(text, 'Y')) {
      months += *n * 12;
      seen = 1;
    } else if (seen < 2 && skip(text, 'M')) {
      months += *n;
      seen = 2;
    } else {
      return std::nullopt;
    }
  }
  if (months > year_max * 24) return std::nullopt;
  return Months{negative ? -months : months};
}

std::optional<Span> parse_span(std::string_view text) {
  const bool negative = skip(text, '-');
  if (!skip(text, 'P') || text.empty() || text == "T") return std::nullopt;
  constexpr std::array<std::pair<char, std::int64_t>, 4> units = {
      {{'D', 86'400}, {'H', 3'600}, {'M', 60}, {'S', 1}}};
  std::int64_t seconds = 0;
  std::int32_t nanos = 0;
  std::size_t unit = 0;
  while (!text.empty()) {
    if (skip(text, 'T')) {
      if (unit > 1 || text.empty()) return std::nullopt;
      unit = 1;
    }
    const auto n = digits(text, 1, 13);
    if (text == ".S") text.remove_prefix(1);
    const auto part = fraction(text);
    if (!n || !part || text.empty()) return std::nullopt;
    const auto first = unit;
    while (unit < units.size() && units[unit].first != text.front()) ++unit;
    if (unit == units.size() || (first == 0 && unit != 0)) return std::nullopt;
    if (*part && unit != 3) return std::nullopt;
    seconds += *n * units[unit++].second;
    nanos = *part;
    text.remove_prefix(1);
    if (unit == 1 && !text.empty() && text.front() != 'T') return std::nullopt;
  }
  if (!negative) return Span{seconds, nanos};
  return nanos ? Span{-seconds - 1, 1'000'000'000 - nanos} : Span{-seconds, 0};
}

}  // namespace feel
