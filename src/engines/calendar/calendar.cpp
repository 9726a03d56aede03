// Deadline arithmetic: days at their closing, minutes while the office works. No clock, no
// database.
#include "engines/calendar/calendar.hpp"

#include <algorithm>
#include <span>

#include "base/must.hpp"

namespace calendar {
namespace {

constexpr int far_days = 40'000;  // a century: whoever counts further is in a loop

using Waits = std::span<const Wait>;  // in order and apart

// The wait in which the clock stands in the last moment before `at`, or nullptr.
const Wait* standing(Waits waits, base::Instant at) {
  for (const auto& wait : waits) {
    if (wait.from < at && (!wait.to || at <= *wait.to)) return &wait;
  }
  return nullptr;
}

base::Date add_months(base::Date day, int months) {
  const int index = day.year() * 12 + day.month() - 1 + months;
  for (int d = day.day();; --d) {  // 31/01 + 1 month = the last day of February
    if (const auto there = base::Date::of(index / 12, index % 12 + 1, d)) return *there;
  }
}

base::Instant same_day(const WorkingTime& time, base::Instant received) {
  const auto local = received.local();
  const auto cutoff_us = time.hours(local.date).same_day_cutoff_min * base::minute_us;
  const bool today =
      time.works(local.date) && local.of_day_us < cutoff_us && received < time.closing(local.date);
  return time.closing(today ? local.date : time.next_working_day(local.date));
}

std::optional<base::Instant> same_day(const WorkingTime& time, base::Instant start, Waits waits) {
  auto due = same_day(time, start);
  for (const auto& wait : waits) {
    if (wait.from >= due) break;
    if (!wait.to) return std::nullopt;
    due = std::max(due, same_day(time, *wait.to));
  }
  return due;
}

// The closing of the day on which `amount` days have been counted, or of the next working day. A
// day counts, and can be the last, only if the clock runs at its closing.
std::optional<base::Instant> by_days(const WorkingTime& time, base::Instant start, int amount,
                                     bool working_only, Waits waits) {
  auto day = start.local().date;
  for (int left = amount, guard = 0;; ++guard, day = day + 1) {
    base::must(guard < far_days);
    const bool receipt = guard == 0;
    const bool works = time.works(day);
    if (!receipt && left > 0 && (works || !working_only)) {
      const auto* wait = waits.empty() ? nullptr : standing(waits, time.closing(day));
      if (wait && !wait->to) return std::nullopt;
      if (!wait) --left;
    }
    if (left > 0 || !works) continue;
    const auto closing = time.closing(day);
    const auto* wait = standing(waits, closing);
    if (wait && !wait->to) return std::nullopt;
    if (!wait && closing >= start) return closing;
  }
}

// Takes the free stretches between `from` and `to` off `left_us`; says where it came to nothing.
std::optional<base::Instant> spend(base::Instant from, base::Instant to, Waits waits,
                                   std::int64_t& left_us) {
  for (const auto& wait : waits) {
    if (wait.to && *wait.to <= from) continue;
    if (wait.from >= to || from >= to) break;
    const auto free_us = wait.from - from;
    if (free_us > 0 && left_us <= free_us) return from + left_us;
    left_us -= std::max<std::int64_t>(free_us, 0);
    from = wait.to.value_or(to);
  }
  if (from < to && left_us <= to - from) return from + left_us;
  left_us -= std::max<std::int64_t>(to - from, 0);
  return std::nullopt;
}

std::optional<base::Instant> by_minutes(const WorkingTime& time, base::Instant start,
                                        std::int64_t minutes, Waits waits) {
  const auto local = start.local();
  auto left_us = minutes * base::minute_us;
  auto day = local.date;
  for (int guard = 0;; ++guard, day = day + 1) {
    base::must(guard < far_days);
    const auto midnight = base::Local{day}.instant();
    if (!waits.empty() && !waits.back().to && waits.back().from <= midnight) return std::nullopt;
    for (const auto& span : time.spans(day)) {
      const auto from = std::max(start, midnight + span.from_min * base::minute_us);
      const auto to = midnight + span.to_min * base::minute_us;
      if (from >= to) continue;
      if (const auto done = spend(from, to, waits, left_us)) return done;
    }
  }
}

std::optional<base::Instant> due_from(const WorkingTime& time, base::Instant start, Limit limit,
                                      Waits waits) {
  base::must(limit.amount >= 0 &&
             limit.amount <= (limit.mode == Mode::months ? months_max : amount_max));
  switch (limit.mode) {
    case Mode::same_day:
      return same_day(time, start, waits);
    case Mode::working_days:
      return by_days(time, start, limit.amount, true, waits);
    case Mode::working_hours:
      return by_minutes(time, start, limit.amount * 60, waits);
    case Mode::calendar_days:
      return by_days(time, start, limit.amount, false, waits);
    case Mode::months: {
      const auto day = start.local().date;
      return by_days(time, start, add_months(day, limit.amount) - day, false, waits);
    }
  }
  base::must(false);
  return start;
}

// In order and apart; an open wait swallows what follows.
std::vector<Wait> merged(std::vector<Wait> waits) {
  std::sort(waits.begin(), waits.end(),
            [](const Wait& a, const Wait& b) { return a.from < b.from; });
  std::vector<Wait> out;
  for (const auto& wait : waits) {
    if (wait.to && *wait.to <= wait.from) continue;  // asked and answered at once
    if (out.empty() || (out.back().to && *out.back().to < wait.from)) {
      out.push_back(wait);
      continue;
    }
    auto& last = out.back();
    if (last.to) last.to = wait.to ? std::optional(std::max(*last.to, *wait.to)) : std::nullopt;
    if (wait.after == After::restart) last.after = After::restart;
  }
  return out;
}

}  // namespace

base::Instant due(const WorkingTime& time, base::Instant received, Limit limit) {
  return *due_from(time, received, limit, {});
}

std::optional<base::Instant> due(const WorkingTime& time, const Clock& clock) {
  if (clock.waits.empty()) return due_from(time, clock.start, clock.limit, {});
  const auto all = merged(clock.waits);
  auto start = clock.start;
  std::size_t first = 0;  // of the waits since the last restart
  for (std::size_t i = 0; i < all.size(); ++i) {
    if (all[i].after != After::restart) continue;
    const auto before = due_from(time, start, clock.limit, Waits(all).subspan(first, i - first));
    if (!before || *before <= all[i].from) return before;
    if (!all[i].to) return std::nullopt;
    start = *all[i].to;
    first = i + 1;
  }
  return due_from(time, start, clock.limit, Waits(all).subspan(first));
}

base::Instant after_working_minutes(const WorkingTime& time, base::Instant from, int minutes) {
  return *by_minutes(time, from, minutes, {});
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
