#include "engines/calendar/working_time.hpp"

#include <algorithm>

#include "base/must.hpp"

namespace calendar {
namespace {

constexpr int far_days = 3'700;  // ten years: a calendar without a working day in it is a bug
const std::vector<Span> closed;

// 1 Monday ... 7 Sunday; 1970-01-01 was a Thursday. By hand, for it stands in the innermost loop.
int weekday(base::Date day) { return ((day.days + 3) % 7 + 7) % 7 + 1; }

}  // namespace

WorkingTime::WorkingTime(const std::vector<Day>& days, std::vector<Hours> hours)
    : hours_(std::move(hours)) {
  if (hours_.empty()) hours_.emplace_back();
  for (const auto& hours : hours_) base::must(!hours.spans.empty());
  if (days.empty()) return;
  const auto [first, last] = std::minmax_element(
      days.begin(), days.end(), [](const Day& a, const Day& b) { return a.date < b.date; });
  base::must(first->date.year() >= 2000 && last->date.year() < 2100);
  first_ = first->date;
  marks_.assign(std::size_t(last->date - first_) + 1, Mark::week);
  for (const auto& day : days) {
    const bool sure = day.confidence == Confidence::sourced;
    marks_[std::size_t(day.date - first_)] =
        day.works ? (sure ? Mark::on : Mark::on_unsure) : (sure ? Mark::off : Mark::off_unsure);
    years_.push_back(day.date.year());
  }
  std::sort(years_.begin(), years_.end());
  years_.erase(std::unique(years_.begin(), years_.end()), years_.end());
}

bool WorkingTime::works(base::Date day) const {
  const auto mark = this->mark(day);
  if (mark != Mark::week) return mark >= Mark::on;
  const int weekday = calendar::weekday(day);
  return weekday <= 5 || (weekday == 6 && hours(day).saturday_counts);
}

base::Date WorkingTime::next_working_day(base::Date after) const {
  for (int i = 1; i < far_days; ++i) {
    if (works(after + i)) return after + i;
  }
  base::must(false);
  return after;
}

const Hours& WorkingTime::hours(base::Date day) const {
  auto at = hours_.size() - 1;
  while (at > 0 && day < hours_[at].from) --at;
  return hours_[at];
}

const std::vector<Span>& WorkingTime::spans(base::Date day) const {
  if (!works(day)) return closed;
  const auto& hours = this->hours(day);
  // A swapped Saturday is worked like the day it replaces.
  return weekday(day) == 6 && mark(day) == Mark::week ? hours.saturday : hours.spans;
}

base::Instant WorkingTime::closing(base::Date day) const {
  const auto& open = spans(day);
  const auto& last = open.empty() ? hours(day).spans.back() : open.back();
  return base::Local{day, last.to_min * base::minute_us}.instant();
}

bool WorkingTime::takes_in(base::Instant moment) const {
  const auto local = moment.local();
  const auto within = [&](const Span& span) {
    return local.of_day_us >= span.from_min * base::minute_us &&
           local.of_day_us < span.to_min * base::minute_us;
  };
  const auto& open = spans(local.date);
  if (std::any_of(open.begin(), open.end(), within)) return true;
  const auto& saturday = hours(local.date).saturday;
  return weekday(local.date) == 6 && mark(local.date) == Mark::week &&
         std::any_of(saturday.begin(), saturday.end(), within);
}

Surety WorkingTime::surety(base::Date first, base::Date last) const {
  for (int year = first.year(); year <= last.year(); ++year) {
    if (!std::binary_search(years_.begin(), years_.end(), year)) return Surety::provisional;
  }
  const auto end = std::min(last, first_ + int(marks_.size()));
  for (auto day = std::max(first, first_); day <= end; day = day + 1) {
    const auto mark = this->mark(day);
    if (mark == Mark::off_unsure || mark == Mark::on_unsure) return Surety::unconfirmed;
  }
  return Surety::settled;
}

}  // namespace calendar
