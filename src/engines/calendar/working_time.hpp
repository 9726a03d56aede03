// One office's working time: which days it works, at which hours, and how sure that is. A value.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "base/date.hpp"
#include "base/instant.hpp"

namespace calendar {

// How sure we are of what a day or hours say. Only `sourced` may be shown as official.
enum class Confidence { sourced, known, uncertain };

// A dated exception from the week: a day off, or a day worked although it is a weekend.
struct Day {
  base::Date date;  // 2000-01-01 to 2099-12-31
  bool works = false;
  Confidence confidence = Confidence::sourced;
  std::string name;  // "Quốc khánh": a name of the law, in Vietnamese

  bool operator==(const Day&) const = default;
};

// Half-open stretch of local office time, minutes since midnight.
struct Span {
  int from_min = 0;
  int to_min = 0;

  bool operator==(const Span&) const = default;
};

// Office hours from a day on, until the next Hours begin.
struct Hours {
  base::Date from;
  // Of every working day: in order, apart, at least one.
  std::vector<Span> spans = {{7 * 60, 11 * 60}, {13 * 60, 17 * 60}};
  std::vector<Span> saturday = {};  // the desk is open too; empty: closed
  // Whether Saturdays are working time then. If not, what is received there waits for Monday.
  bool saturday_counts = false;
  int same_day_cutoff_min = 15 * 60;  // receipt at this minute sharp counts as after it

  bool operator==(const Hours&) const = default;
};

// How far what was counted over some days can be relied on. settled: every exception in it is
// sourced. unconfirmed: one of them is not. provisional: it reaches into a year whose days off are
// not published yet, where only weekends are known.
enum class Surety { settled, unconfirmed, provisional };

class WorkingTime {
 public:
  // Monday to Friday at the usual hours; knows no holiday of any year.
  WorkingTime() : WorkingTime({}, {}) {}
  // `days` in any order, at most one for a date; `hours` in the order of their days. Before the
  // first Hours they hold as well.
  WorkingTime(const std::vector<Day>& days, std::vector<Hours> hours);

  bool works(base::Date day) const;
  base::Date next_working_day(base::Date after) const;
  const Hours& hours(base::Date day) const;
  // Office time of a day; none on a day off.
  const std::vector<Span>& spans(base::Date day) const;
  // When the day ends for what is due on it; on a day off, when it would.
  base::Instant closing(base::Date day) const;
  bool takes_in(base::Instant moment) const;  // the desk is open, if only to receive
  Surety surety(base::Date first, base::Date last) const;

 private:
  enum class Mark : std::uint8_t { week, off, off_unsure, on, on_unsure };
  Mark mark(base::Date day) const {
    const auto at = std::uint32_t(day.days - first_.days);
    return at < marks_.size() ? marks_[at] : Mark::week;
  }

  base::Date first_;
  std::vector<Mark> marks_;  // one a day from first_ on: a look-up is an index
  std::vector<int> years_;   // with at least one exception, in order
  std::vector<Hours> hours_;
};

}  // namespace calendar
