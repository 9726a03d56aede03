// Functions that tell parts of a day.
#include <array>

#include "engines/rules/functions/functions.hpp"

namespace feel {
namespace {

constexpr std::array<std::string_view, 7> kDays = {"Monday", "Tuesday",  "Wednesday", "Thursday",
                                                   "Friday", "Saturday", "Sunday"};
constexpr std::array<std::string_view, 12> kMonths = {
    "January", "February", "March",     "April",   "May",      "June",
    "July",    "August",   "September", "October", "November", "December"};

template <Value (*of)(Date)>
Value of_day(Machine&, Args args) {
  if (args[0].is(Kind::date)) return of(args[0].date());
  return args[0].is(Kind::moment) ? of(args[0].moment().date) : Value();
}

Value day_of_year(Date date) { return date.day_of_year(); }
Value day_of_week(Date date) { return kDays[std::size_t(date.weekday() - 1)]; }
Value month_of_year(Date date) { return kMonths[std::size_t(date.civil().month - 1)]; }
Value week_of_year(Date date) { return date.week(); }

}  // namespace

std::vector<BuiltIn> part_functions() {
  const std::vector<Signature> date = {{{"date"}, 1}};
  return {{"day of year", date, of_day<day_of_year>},
          {"day of week", date, of_day<day_of_week>},
          {"month of year", date, of_day<month_of_year>},
          {"week of year", date, of_day<week_of_year>}};
}

}  // namespace feel
