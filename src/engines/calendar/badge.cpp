// Time left in words.
#include "engines/calendar/calendar.hpp"
#include "engines/calendar/text.hpp"

namespace calendar {

Left time_left(const WorkingTime& time, base::Instant now, std::optional<base::Instant> due,
               base::Lang lang) {
  const auto words = [&](const base::Text& text) { return std::string(text.in(lang)); };
  if (!due) return {ui::Due::paused, words(text::not_running)};
  const int days = days_left(time, now, *due);
  const auto counted = [&](const base::Text& text) {
    return base::fill(text, lang, {{"days", std::to_string(days < 0 ? -days : days)}});
  };
  if (days < -1) return {ui::Due::late, counted(text::late_days)};
  if (days == -1) return {ui::Due::late, words(text::late_one_day)};
  if (days == 0) return {ui::Due::soon, words(text::today)};
  if (days == 1) return {ui::Due::soon, words(text::one_day_left)};
  const auto reach = time.surety(now.local().date, due->local().date);
  return {ui::Due::ok,
          counted(reach == Surety::provisional ? text::days_left_provisional : text::days_left)};
}

}  // namespace calendar
