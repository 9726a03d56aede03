// What a calendar says (days and hours) as people write it in files, and as working time.
#pragma once

#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/id.hpp"
#include "base/result.hpp"
#include "engines/calendar/calendar.hpp"
#include "platform/reading/reading.hpp"

namespace calendar {

// Hours of a unit and of all below it that have none of their own; without a unit, of everybody.
struct UnitHours {
  base::UnitId unit;
  Hours hours;                   // hours.from: their first day
  std::optional<base::Date> to;  // last day; afterwards the hours from above hold again
  Confidence confidence = Confidence::sourced;

  bool operator==(const UnitHours&) const = default;
};

// A calendar as a whole. Days are in order, one a date; hours in order of unit and first day.
struct Contents {
  std::vector<Day> days;
  std::vector<UnitHours> hours;

  bool operator==(const Contents&) const = default;
};

// What holds for a unit. `chain` is the unit and those above it, nearest first: on each day the
// nearest with hours of its own decides. Days off are the same for all.
WorkingTime working_time(const Contents& contents, std::span<const base::UnitId> chain = {});

// A file of days: a heading naming the columns date, kind (off, work), confidence and name (or
// name_vi; others are passed over), then one day a line; # begins a note. At most 2,000 lines.
// Refused, each flaw with its line and how to mend it: a day that does not exist, a date that
// stands twice, a make-up day on a day that is worked anyway, a kind or confidence nobody knows.
base::Result<std::vector<Day>, reading::Flaws> read_days(std::string_view csv);
std::string written(const std::vector<Day>& days);

// A file of hours, see packs/README.md. Refused besides what JSON gets wrong: spans that overlap,
// are out of order or end before they begin; two entries of one unit for the same days.
using UnitOf = std::function<base::UnitId(std::string_view code)>;  // none: no such unit
base::Result<std::vector<UnitHours>, reading::Flaws> read_hours(std::string_view json,
                                                                const UnitOf& unit_of);
// "07:00-11:00, 13:00-17:00" as somebody types it; none when it is no such thing or they overlap.
std::optional<std::vector<Span>> read_spans(std::string_view typed);
std::optional<int> read_minute(std::string_view typed);  // "15:00"
using CodeOf = std::function<std::string(base::UnitId)>;
std::string written(const std::vector<UnitHours>& hours, const CodeOf& code_of);

std::string_view code(Confidence confidence);  // "sourced", "known", "uncertain"

// One row "received_at,mode,amount" of `taydo calendar due --batch`: 2026-02-13T15:10 local time,
// a mode of mode_code, a whole number (not asked of SAME_DAY). More cells are passed over. Received
// between 1976, since when the clock here is UTC+7 without a break, and 2199.
struct Question {
  base::Instant received;
  Limit limit;
};
base::Result<Question, base::Words> read_question(std::string_view row);
std::string_view mode_code(Mode mode);  // "WORKING_DAYS_EOD", as the national systems call it

}  // namespace calendar
