// A second, slow way to find a due time, and a million random promises on which both must agree. It
// is written from the words of calendar.hpp: lists of days that count, minutes that are worked.
#include <doctest/doctest.h>

#include <algorithm>
#include <chrono>
#include <random>

#include "engines/calendar/calendar.hpp"

using namespace calendar;
using base::Date, base::Instant;

namespace {

constexpr std::int64_t day_min = 24 * 60;

struct Stretch {  // of waiting; minutes since the world began
  std::int64_t from, to;
  bool open, restarts;
};

// Some years, every day and every minute of which is looked at by itself.
class SlowWorld {
 public:
  SlowWorld(Date first, Date end, const std::vector<Day>& exceptions,
            const std::vector<Hours>& hours)
      : first_(first), worked_(std::size_t((end - first) * day_min)) {
    for (auto date = first; date < end; date = date + 1) add(date, exceptions, hours);
  }

  std::optional<Instant> due(const Clock& clock) const {
    auto start = minute(clock.start);
    auto all = together(clock.waits);
    while (true) {
      const auto restart = std::find_if(all.begin(), all.end(), [](auto& s) { return s.restarts; });
      const auto found = from(start, clock.limit, {all.begin(), restart});
      if (restart == all.end() || !found || *found <= restart->from) return instant(found);
      if (restart->open) return std::nullopt;
      start = restart->to;
      all.erase(all.begin(), restart + 1);
    }
  }

 private:
  struct Known {
    Date date;
    bool works;
    int closing, cutoff;
  };
  using Stretches = std::vector<Stretch>;
  using Found = std::optional<std::int64_t>;

  void add(Date date, const std::vector<Day>& exceptions, const std::vector<Hours>& all) {
    const auto* hours = &all.front();
    for (const auto& entry : all) {
      if (entry.from <= date) hours = &entry;
    }
    const bool saturday = date.weekday() == 6 && hours->saturday_counts;
    bool works = date.weekday() < 6 || saturday, swapped = false;
    for (const auto& day : exceptions) {
      if (day.date == date) works = day.works, swapped = true;
    }
    const auto& spans = saturday && works && !swapped ? hours->saturday : hours->spans;
    const auto begin = std::int64_t(days_.size()) * day_min;
    for (const auto& span : spans) {
      for (auto m = span.from_min; works && m < span.to_min; ++m)
        worked_[std::size_t(begin + m)] = 1;
    }
    days_.push_back({date, works, spans.back().to_min, hours->same_day_cutoff_min});
  }

  // Those that overlap or touch as one, earliest first.
  Stretches together(const std::vector<Wait>& waits) const {
    Stretches out;
    for (const auto& w : waits) {
      if (w.to && *w.to <= w.from) continue;
      Stretch now{minute(w.from), w.to ? minute(*w.to) : std::int64_t(worked_.size()), !w.to,
                  w.after == After::restart};
      for (std::size_t i = 0; i < out.size();) {
        if (out[i].to < now.from || now.to < out[i].from) {
          ++i;
          continue;
        }
        now = {std::min(now.from, out[i].from), std::max(now.to, out[i].to),
               now.open || out[i].open, now.restarts || out[i].restarts};
        out.erase(out.begin() + std::ptrdiff_t(i));
        i = 0;
      }
      out.push_back(now);
    }
    std::sort(out.begin(), out.end(), [](auto& a, auto& b) { return a.from < b.from; });
    return out;
  }

  static bool runs(std::int64_t until, const Stretches& waits) {
    for (const auto& w : waits) {
      if (w.from < until && until <= w.to) return false;
    }
    return true;
  }

  Found from(std::int64_t start, Limit limit, const Stretches& waits) const {
    const auto receipt = std::size_t(start / day_min);
    switch (limit.mode) {
      case Mode::same_day:
        return same_day(start, waits);
      case Mode::working_hours:
        return minutes(start, limit.amount * 60, waits);
      case Mode::working_days:
        return days(start, limit.amount, true, waits);
      case Mode::calendar_days:
        return days(start, limit.amount, false, waits);
      case Mode::months:
        return days(start, int(month_later(receipt, limit.amount) - receipt), false, waits);
    }
    return {};
  }

  Found minutes(std::int64_t start, int amount, const Stretches& waits) const {
    for (auto m = start; m < std::int64_t(worked_.size()); ++m) {
      if (worked_[std::size_t(m)] && runs(m + 1, waits) && --amount == 0) return m + 1;
    }
    return {};
  }

  // All days that count are listed; the one wanted is picked.
  Found days(std::int64_t start, int amount, bool working, const Stretches& waits) const {
    std::vector<std::size_t> counting;
    for (auto d = std::size_t(start / day_min) + 1; d < days_.size(); ++d) {
      if ((days_[d].works || !working) && runs(closing(d), waits)) counting.push_back(d);
    }
    if (counting.size() < std::size_t(amount)) return {};
    for (auto d = counting[std::size_t(amount) - 1]; d < days_.size(); ++d) {
      if (days_[d].works && runs(closing(d), waits)) return closing(d);
    }
    return {};
  }

  Found same_day(std::int64_t received, const Stretches& waits) const {
    Found due;
    for (auto d = std::size_t(received / day_min); !due; ++d) {
      const bool later = d > std::size_t(received / day_min);
      const auto of_day = received % day_min;
      if (!days_[d].works) continue;
      if (later || (of_day < days_[d].cutoff && of_day < days_[d].closing)) due = closing(d);
    }
    for (const auto& w : waits) {  // an answer is a new receipt
      if (w.from >= *due) continue;
      if (w.open) return {};
      return same_day_again(*due, w, waits);
    }
    return due;
  }
  Found same_day_again(std::int64_t due, const Stretch& answered, const Stretches& waits) const {
    Stretches rest;
    for (const auto& w : waits) {
      if (w.from > answered.from) rest.push_back(w);
    }
    const auto anew = same_day(answered.to, rest);
    if (!anew) return {};
    return std::max(due, *anew);
  }

  std::size_t month_later(std::size_t day, int months) const {
    int year = days_[day].date.year(), month = days_[day].date.month() + months;
    while (month > 12) month -= 12, ++year;
    std::size_t best = 0;  // the last day of that month with no greater number
    for (auto d = day; d < days_.size(); ++d) {
      const auto date = days_[d].date;
      if (date.year() == year && date.month() == month && date.day() <= days_[day].date.day())
        best = d;
      if (date.year() > year) break;
    }
    return best;
  }

  std::int64_t closing(std::size_t d) const { return std::int64_t(d) * day_min + days_[d].closing; }
  std::int64_t minute(Instant at) const {
    return (at - base::Local{first_}.instant()) / base::minute_us;
  }
  std::optional<Instant> instant(Found minute) const {
    if (!minute) return {};
    return base::Local{first_}.instant() + *minute * base::minute_us;
  }

  Date first_;
  std::vector<Known> days_;
  std::vector<char> worked_;
};

// Seeded, the same on every machine.
class Dice {
 public:
  int upto(int n) { return int(engine_() % std::uint64_t(n)); }
  bool one_in(int n) { return upto(n) == 0; }

 private:
  std::mt19937_64 engine_{20'261'122};
};

const auto first_day = *Date::of(2024, 1, 1), end_day = *Date::of(2026, 7, 1);

std::vector<Span> some_spans(Dice& dice, int most) {
  std::vector<Span> out;
  int at = 5 * 60 + dice.upto(240);
  for (int i = 1 + dice.upto(most); i > 0; --i) {
    const int length = 30 + dice.upto(200);
    out.push_back({at, at + length});
    at += length + dice.upto(90);
  }
  return out;
}

std::vector<Hours> some_hours(Dice& dice) {
  std::vector<Hours> out;
  for (int i = dice.upto(3); i >= 0; --i) {
    Hours hours;
    if (!dice.one_in(3)) hours.spans = some_spans(dice, 4);
    if (dice.one_in(2)) hours.saturday = some_spans(dice, 2);
    hours.saturday_counts = !hours.saturday.empty() && dice.one_in(2);
    hours.same_day_cutoff_min = 9 * 60 + dice.upto(9 * 60);
    hours.from = out.empty() ? first_day : out.back().from + 30 + dice.upto(200);
    out.push_back(hours);
  }
  return out;
}

std::vector<Day> some_days(Dice& dice) {
  std::vector<Day> out;
  for (auto date = first_day; date < end_day; date = date + 1) {
    if (dice.one_in(date.weekday() > 5 ? 12 : 20))
      out.push_back({date, date.weekday() > 5, {}, "x"});
    if (dice.one_in(200)) {  // a long break
      for (int i = 5 + dice.upto(9); i > 0; --i) out.push_back({date = date + 1, false, {}, "x"});
    }
  }
  return out;
}

// What an administrator does to a calendar afterwards: days added, taken away, turned round.
std::vector<Day> corrected(Dice& dice, std::vector<Day> days) {
  for (int i = 1 + dice.upto(12); i > 0 && days.size() > 30; --i) {
    const auto at = days.begin() + dice.upto(int(days.size()) / 2);
    if (dice.one_in(2)) {
      days.erase(at);
    } else {
      at->works = !at->works;
    }
  }
  return days;
}

Clock some_clock(Dice& dice) {
  constexpr Mode modes[] = {Mode::same_day, Mode::working_days, Mode::working_hours,
                            Mode::calendar_days, Mode::months};
  const auto mode = modes[dice.upto(5)];
  const int most = mode == Mode::months ? 4 : mode == Mode::working_hours ? 12 : 40;
  const auto start =
      base::Local{first_day + dice.upto(300)}.instant() + dice.upto(int(day_min)) * base::minute_us;
  Clock clock{start, {mode, 1 + dice.upto(most)}};
  if (dice.one_in(2)) return clock;
  for (int i = dice.upto(4); i > 0; --i) {
    const int far = dice.one_in(3) ? 30 * int(day_min) : 3 * int(day_min);
    Wait wait{start + dice.upto(far) * base::minute_us};
    if (!dice.one_in(20)) wait.to = wait.from + dice.upto(far / 2) * base::minute_us;
    if (dice.one_in(4)) wait.after = After::restart;
    clock.waits.push_back(wait);
  }
  return clock;
}

std::string told(const Clock& clock) {
  auto out = clock.start.local().iso() + " mode " + std::to_string(int(clock.limit.mode)) + " " +
             std::to_string(clock.limit.amount);
  for (const auto& wait : clock.waits) {
    out += (wait.after == After::restart ? ", restart " : ", pause ") + wait.from.local().iso() +
           " to " + (wait.to ? wait.to->local().iso() : "-");
  }
  return out;
}

}  // namespace

TEST_CASE("A million promises come out the same when they are counted slowly") {
  constexpr int worlds = 200, promises = 2'500;  // each under the calendar and its correction
  Dice dice;
  int cases = 0, moved = 0, standing = 0;
  for (int i = 0; i < worlds; ++i) {
    const auto days = some_days(dice), mended = corrected(dice, days);
    const auto hours = some_hours(dice);
    const SlowWorld slow(first_day, end_day, days, hours),
        slow_mended(first_day, end_day, mended, hours);
    const WorkingTime fast(days, hours), fast_mended(mended, hours);
    for (int j = 0; j < promises; ++j, cases += 2) {
      const auto clock = some_clock(dice);
      const auto before = due(fast, clock), after = due(fast_mended, clock);
      moved += before != after;
      standing += !before;
      if (before == slow.due(clock) && after == slow_mended.due(clock)) continue;
      const auto shown = [](auto at) { return at ? at->local().iso() : "standing"; };
      FAIL(told(clock) << "\nfast " << shown(before) << " corrected " << shown(after) << "\nslow "
                       << shown(slow.due(clock)) << " corrected " << shown(slow_mended.due(clock)));
    }
  }
  CHECK(cases == 1'000'000);
  CHECK(moved > 10'000);  // the corrections mattered
  CHECK(standing > 10'000);
}
