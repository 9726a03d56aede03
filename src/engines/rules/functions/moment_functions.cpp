// Functions that make days, times, moments and durations.
#include "engines/rules/functions/functions.hpp"

namespace feel {
namespace {

bool are(Args args, Kind kind) {
  for (const auto& arg : args) {
    if (!arg.is(kind)) return false;
  }
  return true;
}

std::optional<std::int64_t> whole(const Value& value) {
  return value.is(Kind::number) ? value.number().whole() : std::nullopt;
}

Value date_from(Machine&, Args args) {
  if (args.size() == 1) {
    if (args[0].is(Kind::text)) return Date::parse(args[0].text());
    if (args[0].is(Kind::date)) return args[0];
    return args[0].is(Kind::moment) ? Value(args[0].moment().date) : Value();
  }
  if (args.size() != 3 || !are(args, Kind::number)) return {};
  const auto year = whole(args[0]), month = whole(args[1]), day = whole(args[2]);
  if (!year || !month || !day) return {};
  return Date::of(*year, *month, *day);
}

// An offset as a duration of less than 18 hours.
std::optional<Zone> zone_of(const Value& offset) {
  if (offset.null()) return Zone{};
  if (!offset.is(Kind::span) || offset.span().nanos != 0) return std::nullopt;
  const auto seconds = offset.span().seconds;
  if (seconds > 18 * 3'600 || seconds < -18 * 3'600) return std::nullopt;
  return Zone{std::int32_t(seconds)};
}

Value time_of_parts(Args args) {
  const auto hour = whole(args[0]), minute = whole(args[1]);
  if (!hour || !minute || !args[2].is(Kind::number)) return {};
  const auto second = args[2].number();
  const auto zone = args.size() > 3 ? zone_of(args[3]) : Zone{};
  if (!zone || *hour < 0 || *hour > 23 || *minute < 0 || *minute > 59 || second.negative() ||
      !(second < Decimal(60))) {
    return {};
  }
  const auto of_minute = Span::of(second);
  return Time{std::int32_t(*hour * 3'600 + *minute * 60 + of_minute->seconds), of_minute->nanos,
              *zone};
}

Value time_from(Machine&, Args args) {
  if (args.size() >= 3) return time_of_parts(args);
  if (args.size() != 1) return {};
  const auto& from = args[0];
  switch (from.kind()) {
    case Kind::text: {
      const std::string_view text = from.text();
      if (const auto time = Time::parse(text.substr(text.starts_with('T')))) return *time;
      return {};
    }
    case Kind::time:
      return from;
    case Kind::moment:
      return from.moment().time;
    case Kind::date:
      return Time{0, 0, Zone{0}};
    default:
      return {};
  }
}

Value moment_from(Machine&, Args args) {
  if (args.size() == 1) {
    if (args[0].is(Kind::text)) return Moment::parse(args[0].text());
    if (args[0].is(Kind::date)) return Moment{args[0].date(), {}};
    return args[0].is(Kind::moment) ? args[0] : Value();
  }
  if (args.size() != 2 || !args[1].is(Kind::time)) return {};
  if (args[0].is(Kind::date)) return Moment{args[0].date(), args[1].time()};
  if (args[0].is(Kind::moment)) return Moment{args[0].moment().date, args[1].time()};
  return {};
}

Value duration_from(Machine&, Args args) {
  if (args[0].is(Kind::months) || args[0].is(Kind::span)) return args[0];
  if (!args[0].is(Kind::text)) return {};
  if (const auto months = parse_months(args[0].text())) return *months;
  return parse_span(args[0].text());
}

std::optional<Date> day_of(const Value& v) {
  if (v.is(Kind::date)) return v.date();
  return v.is(Kind::moment) ? std::optional(v.moment().date) : std::nullopt;
}

Value months_duration(Machine&, Args args) {
  const auto from = day_of(args[0]), to = day_of(args[1]);
  if (!from || !to) return {};
  return months_between(*from, *to);
}

// Ours, not the standard's: whole years lived on a day, below zero before the birth. A person born
// on 29 February turns a year older on 1 March.
Value age(Machine&, Args args) {
  const auto birth = day_of(args[0]), on = day_of(args[1]);
  if (!birth || !on) return {};
  const auto a = birth->civil(), b = on->civil();
  const bool before = b.month < a.month || (b.month == a.month && b.day < a.day);
  return b.year - a.year - (before ? 1 : 0);
}

Value now(Machine& machine, Args) { return machine.now(); }
Value today(Machine& machine, Args) { return machine.now().date; }

}  // namespace

std::vector<BuiltIn> moment_functions() {
  return {{"date", {{{"from"}, 1}, {{"year", "month", "day"}, 3}}, date_from},
          {"time", {{{"from"}, 1}, {{"hour", "minute", "second", "offset"}, 3}}, time_from},
          {"date and time", {{{"from"}, 1}, {{"date", "time"}, 2}}, moment_from},
          {"duration", {{{"from"}, 1}}, duration_from},
          {"years and months duration", {{{"from", "to"}, 2}}, months_duration},
          {"age", {{{"birth", "on"}, 2}}, age},
          {"now", {{{}, 0}}, now},
          {"today", {{{}, 0}}, today}};
}

}  // namespace feel
