#include "engines/rules/values/moment.hpp"

#include <algorithm>
#include <array>

namespace feel {
namespace {

constexpr std::int64_t year_max = 999'999'999;
constexpr std::int64_t nanos_in_second = 1'000'000'000;
constexpr std::int64_t day_seconds = 86'400;

std::int64_t floor_div(std::int64_t a, std::int64_t b) {
  return a / b - (a % b != 0 && (a < 0) != (b < 0));
}

bool leap(std::int64_t year) { return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0); }

int days_in(std::int64_t year, int month) {
  constexpr std::array<int, 12> days = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  return month == 2 && leap(year) ? 29 : days[std::size_t(month - 1)];
}

// Days since 1970-01-01 of the Gregorian calendar, counted in eras of 400 years from 1 March.
std::int64_t days_of(std::int64_t year, int month, int day) {
  year -= month <= 2;
  const auto era = floor_div(year, 400);
  const auto of_era = year - era * 400;
  const int of_year = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;
  return era * 146'097 + of_era * 365 + of_era / 4 - of_era / 100 + of_year - 719'468;
}

bool in_bounds(Date date) {
  static const auto least = days_of(-year_max, 1, 1), most = days_of(year_max, 12, 31);
  return date.days >= least && date.days <= most;
}

// Seconds and nanoseconds, with the nanoseconds between 0 and a second.
Span carried(std::int64_t seconds, std::int64_t nanos) {
  const auto carry = floor_div(nanos, nanos_in_second);
  return {seconds + carry, std::int32_t(nanos - carry * nanos_in_second)};
}

Moment at_local(std::int64_t seconds, std::int32_t nanos, Zone zone) {
  const auto days = floor_div(seconds, day_seconds);
  return {{days}, {std::int32_t(seconds - days * day_seconds), nanos, zone}};
}

}  // namespace

std::optional<Date> Date::of(std::int64_t year, std::int64_t month, std::int64_t day) {
  if (year < -year_max || year > year_max || month < 1 || month > 12) return std::nullopt;
  if (day < 1 || day > days_in(year, int(month))) return std::nullopt;
  return Date{days_of(year, int(month), int(day))};
}

Civil Date::civil() const {
  const auto shifted = days + 719'468;
  const auto era = floor_div(shifted, 146'097);
  const auto of_era = shifted - era * 146'097;
  const auto year = (of_era - of_era / 1'460 + of_era / 36'524 - of_era / 146'096) / 365;
  const auto of_year = int(of_era - (365 * year + year / 4 - year / 100));
  const int month = (5 * of_year + 2) / 153;
  const int day = of_year - (153 * month + 2) / 5 + 1;
  return {year + era * 400 + (month >= 10), month < 10 ? month + 3 : month - 9, day};
}

int Date::weekday() const {
  const auto since_monday = (days + 3) % 7;
  return int(since_monday < 0 ? since_monday + 7 : since_monday) + 1;
}

int Date::day_of_year() const { return int(days - days_of(civil().year, 1, 1)) + 1; }

int Date::week() const {  // the week of its Thursday
  const Date thursday{days - weekday() + 4};
  return (thursday.day_of_year() - 1) / 7 + 1;
}

std::int64_t Moment::utc_seconds() const { return local_seconds() - offset(); }

Moment Moment::in(Zone zone) const {
  const auto utc = utc_seconds();
  return at_local(utc + zone.offset_of_utc(utc), time.nanos, zone);
}

std::optional<Span> Span::of(const Decimal& seconds) {
  const auto whole = seconds.rounded(0, Rounding::floor);
  const auto count = whole.whole();
  if (!seconds.finite() || !count || *count > INT64_MAX / 4 || *count < INT64_MIN / 4) {
    return std::nullopt;
  }
  const auto rest = (seconds - whole) * Decimal(nanos_in_second);
  return carried(*count, rest.rounded(0, Rounding::down).whole().value_or(0));
}

Decimal Span::total() const {
  return Decimal(seconds) + Decimal(nanos) * Decimal::of(false, 1, -9);
}

std::optional<Date> plus(Date date, Months months) {
  const auto [year, month, day] = date.civil();
  std::int64_t total = 0;
  if (__builtin_add_overflow(year * 12 + month - 1, months.months, &total)) return std::nullopt;
  const auto to_year = floor_div(total, 12);
  const int to_month = int(total - to_year * 12) + 1;
  return Date::of(to_year, to_month, std::min(day, days_in(to_year, to_month)));
}

std::optional<Date> plus(Date date, Span span) {
  const auto moved = plus(Moment{date, {}}, span);
  if (!moved) return std::nullopt;
  return moved->date;
}

std::optional<Moment> plus(const Moment& moment, Months months) {
  const auto date = plus(moment.date, months);
  if (!date) return std::nullopt;
  return Moment{*date, moment.time};
}

// With a named zone the clocks may change in between: what passes is time, not what they show.
std::optional<Moment> plus(const Moment& moment, Span span) {
  const auto zone = moment.time.zone;
  std::int64_t seconds = zone.has_name() ? moment.utc_seconds() : moment.local_seconds();
  if (__builtin_add_overflow(seconds, span.seconds, &seconds)) return std::nullopt;
  const auto sum = carried(seconds, std::int64_t(moment.time.nanos) + span.nanos);
  const auto east = zone.has_name() ? zone.offset_of_utc(sum.seconds) : 0;
  const auto moved = at_local(sum.seconds + east, sum.nanos, zone);
  if (!in_bounds(moved.date)) return std::nullopt;
  return moved;
}

Time plus(const Time& time, Span span) {
  const auto sum =
      carried(time.seconds + span.seconds % day_seconds, std::int64_t(time.nanos) + span.nanos);
  const auto days = floor_div(sum.seconds, day_seconds);
  return {std::int32_t(sum.seconds - days * day_seconds), sum.nanos, time.zone};
}

std::optional<Span> between(const Moment& from, const Moment& to) {
  if (from.time.zone.any() != to.time.zone.any()) return std::nullopt;
  return carried(to.utc_seconds() - from.utc_seconds(),
                 std::int64_t(to.time.nanos) - from.time.nanos);
}

Span between(const Time& from, const Time& to) {
  const auto utc = [](const Time& t) { return t.seconds - t.zone.usual_offset(); };
  return carried(utc(to) - utc(from), std::int64_t(to.nanos) - from.nanos);
}

Months months_between(Date from, Date to) {
  if (to.days < from.days) return {-months_between(to, from).months};
  const auto a = from.civil(), b = to.civil();
  const auto months = (b.year - a.year) * 12 + b.month - a.month;
  return {months - (b.day < a.day ? 1 : 0)};
}

}  // namespace feel
