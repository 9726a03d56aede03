// Deadline arithmetic, day by day and minute by minute. No clock, no database.
#include "engines/calendar/calendar.hpp"

#include <algorithm>

#include "base/must.hpp"

namespace calendar {
namespace {

constexpr int far_days = 3'700;  // ten years: a calendar without a working day in it is a bug

base::Date not_before(const WorkingTime& time, base::Date day) {
  return time.works(day) ? day : time.next_working_day(day);
}

base::Date add_months(base::Date day, int months) {
  const int index = day.year() * 12 + day.month() - 1 + months;
  for (int d = day.day();; --d) {  // 31/01 + 1 month = the last day of February
    if (const auto there = base::Date::of(index / 12, index % 12 + 1, d)) return *there;
  }
}

}  // namespace

bool WorkingTime::works(base::Date day) const {
  const auto exception = exceptions.find(day);
  return exception != exceptions.end() ? exception->second : day.weekday() <= 5;
}

base::Date WorkingTime::next_working_day(base::Date after) const {
  for (int i = 1; i < far_days; ++i) {
    if (works(after + i)) return after + i;
  }
  base::must(false);
  return after;
}

base::Instant WorkingTime::closing(base::Date day) const {
  return base::Local{day, closing_min() * base::minute_us}.instant();
}

base::Instant due(const WorkingTime& time, base::Instant received, Limit limit) {
  const auto local = received.local();
  auto day = local.date;
  switch (limit.mode) {
    case Mode::same_day: {
      // Received after the cut-off, or on a day off: the next working day.
      const bool today =
          time.works(day) && local.of_day_us < time.same_day_cutoff_min * base::minute_us;
      return time.closing(today ? day : time.next_working_day(day));
    }
    case Mode::working_days:
      // Intake on a day off does not start the clock before the next working day.
      if (!time.works(day)) day = time.next_working_day(day);
      for (int i = 0; i < limit.amount; ++i) day = time.next_working_day(day);
      return time.closing(day);
    case Mode::working_hours:
      return after_working_minutes(time, received, limit.amount * 60);
    case Mode::calendar_days:
      return time.closing(not_before(time, day + limit.amount));
    case Mode::months:
      return time.closing(not_before(time, add_months(day, limit.amount)));
  }
  base::must(false);
  return received;
}

base::Instant after_working_minutes(const WorkingTime& time, base::Instant from, int minutes) {
  const auto local = from.local();
  auto day = local.date;
  auto left_us = minutes * base::minute_us;
  auto clock_us = local.of_day_us;
  if (!time.works(day)) {
    day = time.next_working_day(day);
    clock_us = 0;
  }
  for (int guard = 0; guard < far_days; ++guard) {
    for (const auto& span : time.hours) {
      const auto start = std::max(clock_us, span.from_min * base::minute_us);
      const auto free = span.to_min * base::minute_us - start;
      if (free <= 0) continue;
      if (left_us <= free) return base::Local{day, start + left_us}.instant();
      left_us -= free;
    }
    day = time.next_working_day(day);
    clock_us = 0;
  }
  base::must(false);
  return from;
}

int days_left(const WorkingTime& time, base::Instant now, base::Instant due) {
  const auto today = now.local().date, last = due.local().date;
  const bool late = due < now;
  int days = 0;
  for (auto day = std::min(today, last); day < std::max(today, last); day = day + 1) {
    days += time.works(day + 1);
  }
  if (!late) return days;
  return -std::max(days, 1);  // late on its own day after closing is late by one
}

}  // namespace calendar
