#include "engines/calendar/calendar.hpp"

#include <doctest/doctest.h>

#include <fstream>
#include <sstream>

#include "engines/calendar/edition.hpp"

using namespace calendar;

namespace {

// The city's own calendar, as the pack brings it.
WorkingTime city() {
  std::ifstream file(TAYDO_SOURCE_DIR "/packs/cantho/calendar/holidays.csv");
  std::stringstream text;
  text << file.rdbuf();
  REQUIRE(text.str().size() > 100);
  const auto days = read_days(text.str());
  REQUIRE(days);
  return {*days, {}};
}

base::Instant at(const char* local) { return base::Local::parse_iso(local)->instant(); }

}  // namespace

TEST_CASE("Lan is promised the day the law gives, across Tet, make-up days and lunch breaks") {
  struct Row {
    const char* received;
    Mode mode;
    int amount;
    const char* due;
  };
  const Row rows[] = {
      {"2024-03-04T08:00", Mode::working_days, 3,
       "2024-03-07T17:00"},  // plain week: Mon + 3 working days = Thu
      {"2024-03-07T16:30", Mode::working_days, 3, "2024-03-12T17:00"},  // crosses a weekend
      {"2024-02-07T09:00", Mode::working_days, 3, "2024-02-19T17:00"},  // crosses Tết 2024
      {"2024-04-26T09:00", Mode::working_days, 1,
       "2024-05-02T17:00"},  // 29/4-1/5 off, next working day is Thu 02/5
      {"2024-05-03T09:00", Mode::working_days, 1,
       "2024-05-04T17:00"},  // Saturday 04/5/2024 is a make-up working day
      {"2024-08-30T10:00", Mode::working_days, 1, "2024-09-04T17:00"},  // 2/9 and 3/9 off
      {"2025-01-24T14:00", Mode::working_days, 5, "2025-02-07T17:00"},  // crosses Tết 2025
      {"2025-04-25T10:00", Mode::working_days, 1,
       "2025-04-26T17:00"},  // Saturday 26/4/2025 is a make-up working day
      {"2025-06-30T15:30", Mode::same_day, 0,
       "2025-07-01T17:00"},  // after the 15:00 cut-off -> next working day
      {"2025-07-01T14:59", Mode::same_day, 0, "2025-07-01T17:00"},  // before the cut-off
      {"2025-07-04T15:00", Mode::same_day, 0,
       "2025-07-07T17:00"},  // exactly 15:00 on Friday counts as after -> Monday
      {"2025-07-01T10:30", Mode::working_hours, 4, "2025-07-01T16:30"},  // spans the lunch break
      {"2025-07-01T16:30", Mode::working_hours, 8, "2025-07-02T16:30"},  // spans the night
      {"2025-07-04T16:00", Mode::working_hours, 2, "2025-07-07T08:00"},  // spans a weekend
      {"2025-07-05T09:00", Mode::working_hours, 8,
       "2025-07-07T17:00"},  // submitted online on Saturday: clock starts Monday
      {"2026-02-13T15:10", Mode::same_day, 0,
       "2026-02-23T17:00"},  // last working day before Tết 2026
      {"2026-11-23T09:00", Mode::working_days, 1,
       "2026-11-25T17:00"},  // 24/11/2026 is the new holiday
      {"2025-07-03T09:00", Mode::calendar_days, 15,
       "2025-07-18T17:00"},  // calendar days; ends on a Friday
      {"2025-07-04T09:00", Mode::calendar_days, 15,
       "2025-07-21T17:00"},  // last day is a Saturday -> rolls to Monday
      {"2026-08-21T09:00", Mode::working_days, 1,
       "2026-08-22T17:00"},  // Saturday 22/8/2026 make-up day
  };
  const auto time = city();
  for (const auto& row : rows) {
    CAPTURE(row.received);
    const auto when = due(time, at(row.received), {row.mode, row.amount});
    CHECK(when.local().iso() == row.due);
  }
}

TEST_CASE("A month from 31 January ends on the last day of February") {
  CHECK(due({}, at("2023-01-31T09:00"), {Mode::months, 1}).local().iso() == "2023-02-28T17:00");
  CHECK(due({}, at("2026-12-15T09:00"), {Mode::months, 2}).local().iso() == "2027-02-15T17:00");
}

TEST_CASE("What is left is counted in working days, and late begins after closing") {
  const WorkingTime plain;
  const auto friday = at("2026-11-20T17:00");
  CHECK(days_left(plain, at("2026-11-20T08:00"), friday) == 0);
  CHECK(days_left(plain, at("2026-11-17T08:00"), friday) == 3);
  CHECK(days_left(plain, at("2026-11-20T17:01"), friday) == -1);
  CHECK(days_left(plain, at("2026-11-24T08:00"), friday) == -2);
}

TEST_CASE("What Lan hands in on a Saturday counts from Monday, whether by days or by hours") {
  const WorkingTime plain;
  const auto saturday = at("2025-07-05T09:00");
  CHECK(due(plain, saturday, {Mode::working_hours, 8}).local().iso() == "2025-07-07T17:00");
  CHECK(due(plain, saturday, {Mode::working_days, 1}).local().iso() == "2025-07-07T17:00");
  CHECK(due(plain, saturday, {Mode::same_day}).local().iso() == "2025-07-07T17:00");
  CHECK(due(plain, at("2025-07-03T23:59"), {Mode::working_days, 1}).local().iso() ==
        "2025-07-04T17:00");
}

TEST_CASE(
    "A desk that is open on Saturday to receive does not start the clock, unless it says so") {
  Hours hours;
  hours.saturday = {{7 * 60 + 30, 11 * 60}};
  const WorkingTime desk({}, {hours});
  hours.saturday_counts = true;
  const WorkingTime worked({}, {hours});
  const auto friday = at("2025-07-04T16:00"), saturday = at("2025-07-05T08:30");

  CHECK(desk.takes_in(saturday));
  CHECK_FALSE(desk.works(saturday.local().date));
  CHECK_FALSE(WorkingTime().takes_in(saturday));
  CHECK(due(desk, friday, {Mode::working_days, 1}).local().iso() == "2025-07-07T17:00");
  CHECK(due(desk, saturday, {Mode::working_hours, 2}).local().iso() == "2025-07-07T09:00");

  CHECK(due(worked, friday, {Mode::working_days, 1}).local().iso() == "2025-07-05T11:00");
  CHECK(due(worked, saturday, {Mode::working_hours, 2}).local().iso() == "2025-07-05T10:30");
  CHECK(due(worked, at("2025-07-05T11:00"), {Mode::same_day}).local().iso() ==
        "2025-07-07T17:00");  // before the cut-off, but the desk has closed
}

TEST_CASE("While the office waits for Lan's papers her clock stands, and then goes on") {
  const WorkingTime plain;
  Clock clock{at("2026-03-02T09:00"), {Mode::working_days, 5}};  // Monday; due Monday 09/3
  const auto told = [&] {
    const auto when = due(plain, clock);
    return when ? when->local().iso() : "standing";
  };
  CHECK(told() == "2026-03-09T17:00");

  SUBCASE("asked on Tuesday, not answered yet") {
    clock.waits = {{at("2026-03-03T10:00"), std::nullopt}};
    CHECK(told() == "standing");
    CHECK(time_left(plain, at("2026-03-04T08:00"), due(plain, clock), base::Lang::vi).kind ==
          ui::Due::paused);
  }
  SUBCASE("answered before closing costs nobody a day") {
    clock.waits = {{at("2026-03-03T10:00"), at("2026-03-03T16:59")}};
    CHECK(told() == "2026-03-09T17:00");
  }
  SUBCASE("open over two closings costs two days") {
    clock.waits = {{at("2026-03-03T10:00"), at("2026-03-05T08:00")}};
    CHECK(told() == "2026-03-11T17:00");
  }
  SUBCASE("open over a weekend only costs nothing, for nothing was counted then") {
    clock.waits = {{at("2026-03-06T17:00"), at("2026-03-09T08:00")}};
    CHECK(told() == "2026-03-09T17:00");
  }
  SUBCASE("answered after closing of the last day leaves the next working day") {
    clock.waits = {{at("2026-03-09T10:00"), at("2026-03-09T19:00")}};
    CHECK(told() == "2026-03-10T17:00");
  }
  SUBCASE("asked when it was late already: late it stays") {
    clock.waits = {{at("2026-03-09T17:00"), at("2026-03-20T08:00"), After::restart}};
    CHECK(told() == "2026-03-09T17:00");
  }
  SUBCASE("where the law counts anew, five days begin with the answer") {
    clock.waits = {{at("2026-03-03T10:00"), at("2026-03-05T08:00"), After::restart}};
    CHECK(told() == "2026-03-12T17:00");
  }
  SUBCASE("two questions at the same time are waited for once") {
    clock.waits = {{at("2026-03-04T08:00"), at("2026-03-05T10:00")},
                   {at("2026-03-03T10:00"), at("2026-03-04T18:00")}};
    CHECK(told() == "2026-03-11T17:00");
  }
}

TEST_CASE("Hours stand still to the minute, and a same-day answer is a new receipt") {
  const WorkingTime plain;
  const Wait lunch{at("2026-03-02T10:00"), at("2026-03-02T14:30")};
  CHECK(
      due(plain, Clock{at("2026-03-02T08:00"), {Mode::working_hours, 4}, {lunch}})->local().iso() ==
      "2026-03-02T16:30");
  const Clock early{at("2026-03-02T08:00"), {Mode::same_day}, {lunch}};
  CHECK(due(plain, early)->local().iso() == "2026-03-02T17:00");
  const Clock afternoon{
      at("2026-03-02T08:00"), {Mode::same_day}, {{lunch.from, at("2026-03-02T15:00")}}};
  CHECK(due(plain, afternoon)->local().iso() == "2026-03-03T17:00");
}

TEST_CASE("A promise beyond the published years, or on an unsure day, says that it is so") {
  const std::vector<Day> days = {
      {*base::Date::of(2026, 1, 1), false, Confidence::sourced, "Tết Dương lịch"},
      {*base::Date::of(2026, 1, 2), false, Confidence::uncertain, "Nghỉ hoán đổi"}};
  const WorkingTime time(days, {});
  const auto day = [](int year, int month, int day) { return *base::Date::of(year, month, day); };
  CHECK(time.surety(day(2026, 3, 2), day(2026, 3, 9)) == Surety::settled);
  CHECK(time.surety(day(2026, 1, 1), day(2026, 1, 5)) == Surety::unconfirmed);
  CHECK(time.surety(day(2026, 12, 30), day(2027, 1, 4)) == Surety::provisional);
  CHECK(time.surety(day(2025, 12, 30), day(2026, 1, 1)) == Surety::provisional);
  const auto words = [&](const char* due) {
    return time_left(time, at("2026-12-28T08:00"), at(due), base::Lang::en).words;
  };
  CHECK(words("2026-12-31T17:00") == "3 working days left");
  CHECK(words("2027-01-04T17:00") == "5 working days left (provisional)");
}
