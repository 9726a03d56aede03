// When is it due: working days, hours, months over a dated calendar. Pure once the calendar is
// loaded.
//
// Counting rule: the day of receipt is not counted; the last day ends at closing time; a last day
// off moves to the next working day.  [law: BLDS 2015 Đ.147-148]
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.hpp"
#include "base/html.hpp"
#include "base/instant.hpp"
#include "base/text.hpp"
#include "platform/db/db.hpp"
#include "platform/ui/parts.hpp"

namespace calendar {

// Half-open stretch of local office time, minutes since midnight.
struct Span {
  int from_min = 0;
  int to_min = 0;
};

enum class Mode { same_day, working_days, working_hours, calendar_days, months };

struct Limit {
  Mode mode = Mode::working_days;
  int amount = 0;
};

// One unit's working time: its holidays, make-up days and office hours. A value; copy it freely.
struct WorkingTime {
  std::map<base::Date, bool> exceptions;  // true: works although a weekend; false: off although not
  std::vector<Span> hours = {{7 * 60, 11 * 60}, {13 * 60, 17 * 60}};  // of every working day
  int same_day_cutoff_min = 15 * 60;  // receipt at this minute sharp counts as after it

  bool works(base::Date day) const;
  base::Date next_working_day(base::Date after) const;
  int closing_min() const { return hours.back().to_min; }
  base::Instant closing(base::Date day) const;
};

// When what was received then must be done. amount >= 0; same_day ignores it.
base::Instant due(const WorkingTime& time, base::Instant received, Limit limit);

// Office time after which a step that began at `from` should be done. Management's hours, not law.
base::Instant after_working_minutes(const WorkingTime& time, base::Instant from, int minutes);

// Working days from today until the due day: 0 today, negative when late by that many working days.
int days_left(const WorkingTime& time, base::Instant now, base::Instant due);

// How a deadline is shown wherever a dossier is named: words before colour, counted in working
// days; the clock of one that is not running stands.  (DESIGN §5)
struct Left {
  ui::Due kind;
  std::string words;  // "Còn 2 ngày"

  base::Html badge() const { return ui::due_badge(kind, words); }
};
Left time_left(const WorkingTime& time, base::Instant now, std::optional<base::Instant> due,
               base::Lang lang);

// The city's calendar as stored. An empty table gives Monday to Friday.
WorkingTime load(db::Tx& tx);

// Replaces the exceptions by those of a file "date,kind,..." (kind off|work; lines with # are
// notes). Returns a problem naming the line, or nothing. Journalled by the command that calls it.
std::optional<std::string> import_days(db::Tx& tx, std::string_view csv);

}  // namespace calendar
