// When is it due: working days, hours, months over a dated calendar. Pure once the calendar is
// loaded.
//
// Counting rule: the day of receipt is not counted, whatever day it is; the last day ends at
// closing time; a last day off moves to the next working day.  [law: BLDS 2015 Đ.147-148]
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.hpp"
#include "base/html.hpp"
#include "base/id.hpp"
#include "base/instant.hpp"
#include "base/text.hpp"
#include "engines/calendar/working_time.hpp"
#include "platform/db/db.hpp"
#include "platform/ui/parts.hpp"

namespace calendar {

// same_day: by the closing of the day of receipt; from the cut-off minute on (15:00 sharp), of the
// next working day. working_hours: due at the minute, not at closing. months: ends on the day of
// the same number, or on the last day of a shorter month; then as calendar days.
enum class Mode { same_day, working_days, working_hours, calendar_days, months };

inline constexpr int amount_max = 9'999, months_max = 1'000;

// amount: of days or hours, 0 to amount_max, or of months; same_day ignores it.
struct Limit {
  Mode mode = Mode::working_days;
  int amount = 0;
};

// What happens to the deadline once the person has answered. pause: what had been counted stays
// counted. restart: it is counted anew, the answer being the receipt.  [law: NĐ 61/2018 Đ.19]
enum class After { pause, restart };

// A stretch in which the office waited for the person. Without an end it is waiting still.
struct Wait {
  base::Instant from;
  std::optional<base::Instant> to;
  After after = After::pause;
};

// A clock of the law: when it was started, with which limit, and when it stood. Waits come in any
// order and may overlap; where one of those that overlap restarts, their end is a restart.
//
// How a wait moves a deadline:
// - A day (of working_days, calendar_days, months) is counted when the clock runs at its closing
//   time: a question asked and answered before closing costs nobody a day, one left overnight costs
//   exactly the days it was open at closing. So the promise stays "17:00 of a working day", and a
//   due time never lies inside a wait or before its end.
// - working_hours are counted minute by minute while the clock runs.
// - same_day has nothing to subtract: the answer is a new receipt, with the same cut-off.
// - A wait that begins at the due time or later moves nothing: what was late stays late.
struct Clock {
  base::Instant start;
  Limit limit;
  std::vector<Wait> waits = {};
};

// When what was received then must be done.
base::Instant due(const WorkingTime& time, base::Instant received, Limit limit);
// The same with waits; none while the clock stands still.
std::optional<base::Instant> due(const WorkingTime& time, const Clock& clock);

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

// The calendar in force, as it holds for a unit. `chain`: the unit and those above it, nearest
// first; empty: the common hours. Without any edition it is Monday to Friday.
WorkingTime load(db::Tx& tx, std::span<const base::UnitId> chain = {});

// Whether a clock goes on or begins anew after a supplement asked for on that day; pause unless the
// city has said otherwise for the procedure or, as '', for all.
After after_supplement(db::Tx& tx, std::string_view procedure, base::Date day);

}  // namespace calendar
