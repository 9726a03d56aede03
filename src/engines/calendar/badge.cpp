// The deadline badge: time left in words.
#include "engines/calendar/calendar.hpp"
#include "engines/calendar/text.hpp"
#include "platform/ui/parts.hpp"

namespace calendar {

base::Html badge(const WorkingTime& time, base::Instant now, std::optional<base::Instant> due,
                 base::Lang lang) {
  const auto words = [&](const base::Text& text) { return std::string(text.in(lang)); };
  if (!due) return ui::due_badge(ui::Due::paused, words(text::not_running));
  const int days = days_left(time, now, *due);
  const auto counted = [&](const base::Text& text) {
    return base::fill(text, lang, {{"days", std::to_string(days < 0 ? -days : days)}});
  };
  if (days < 0) {
    return ui::due_badge(ui::Due::late,
                         days == -1 ? words(text::late_one_day) : counted(text::late_days));
  }
  if (days == 0) return ui::due_badge(ui::Due::soon, words(text::today));
  if (days == 1) return ui::due_badge(ui::Due::soon, words(text::one_day_left));
  return ui::due_badge(ui::Due::ok, counted(text::days_left));
}

}  // namespace calendar
