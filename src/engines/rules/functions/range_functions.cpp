// How points and ranges lie to each other (Allen's relations), and ranges read from a text.
#include "engines/rules/functions/functions.hpp"
#include "engines/rules/nodes/operators.hpp"

namespace feel {
namespace {

// A point is a closed range from itself to itself.
struct Stretch {
  Range range;
  bool point;
};

std::optional<Stretch> stretch(const Value& value) {
  if (value.is(Kind::range)) {
    if (value.range().low.null() || value.range().high.null()) return std::nullopt;
    return Stretch{value.range(), false};
  }
  if (!compare(value, value)) return std::nullopt;
  return Stretch{{value, value, true, true}, true};
}

// Order of ends: by value, and where equal an open end stands further inside.
int order(const Value& a, const Value& b) { return compare(a, b).value_or(0); }

int order_lows(const Range& a, const Range& b) {
  const int by_value = order(a.low, b.low);
  return by_value ? by_value : int(b.low_closed) - int(a.low_closed);
}

int order_highs(const Range& a, const Range& b) {
  const int by_value = order(a.high, b.high);
  return by_value ? by_value : int(a.high_closed) - int(b.high_closed);
}

bool before(const Range& a, const Range& b) {
  const int ends = order(a.high, b.low);
  return ends < 0 || (ends == 0 && !(a.high_closed && b.low_closed));
}

bool meets(const Range& a, const Range& b) {
  return a.high_closed && b.low_closed && order(a.high, b.low) == 0;
}

bool includes(const Range& a, const Range& b) {
  return order_lows(a, b) <= 0 && order_highs(a, b) >= 0;
}

bool overlaps(const Range& a, const Range& b) { return !before(a, b) && !before(b, a); }

bool overlaps_before(const Range& a, const Range& b) {
  return order_lows(a, b) < 0 && order_highs(a, b) <= 0 && overlaps(a, b);
}

bool starts(const Range& a, const Range& b) {
  return order_lows(a, b) == 0 && order_highs(a, b) <= 0;
}

bool finishes(const Range& a, const Range& b) {
  return order_highs(a, b) == 0 && order_lows(a, b) >= 0;
}

bool coincides(const Range& a, const Range& b) {
  return order_lows(a, b) == 0 && order_highs(a, b) == 0;
}

enum class Takes { anything, two_ranges, second_range };

// `turned`: the same relation seen from the other side.
template <bool (*relation)(const Range&, const Range&), Takes takes, bool turned = false>
Value related_as(Machine&, Args args) {
  const auto a = stretch(args[turned ? 1 : 0]), b = stretch(args[turned ? 0 : 1]);
  if (!a || !b || !compare(a->range.low, b->range.low)) return {};
  if (takes == Takes::two_ranges && (a->point || b->point)) return {};
  if (takes == Takes::second_range && b->point) return {};
  return relation(a->range, b->range);
}

// An end of a range in a text: a number, a text, @"…", or date("…") and the like.
std::optional<Value> literal(Machine& machine, Reader& reader) {
  const bool minus = reader.take("-");
  if (const auto digits = reader.number(); !digits.empty()) {
    auto number = Decimal::parse(digits);
    if (!number) return std::nullopt;
    return Value(minus ? -*number : *number);
  }
  if (minus) return std::nullopt;
  if (reader.take("\"")) {
    auto text = reader.quoted();
    return text ? std::optional(Value(*text)) : std::nullopt;
  }
  if (reader.take("@\"")) {
    const auto text = reader.quoted();
    return text ? std::optional(literal_moment(*text)) : std::nullopt;
  }
  if (reader.take_word("null")) return Value();
  for (const std::string_view name : {"date and time", "date", "time", "duration"}) {
    const auto begin = reader.at();
    if (!reader.take_word(name) || !reader.take("(") || !reader.take("\"")) {
      reader.go(begin);
      continue;
    }
    const auto text = reader.quoted();
    if (!text || !reader.take(")")) return std::nullopt;
    const Value from(*text);
    return built_in(name)->of(machine, Args(&from, 1));
  }
  return std::nullopt;
}

Value range_from(Machine& machine, Args args) {
  if (!args[0].is(Kind::text)) return {};
  Reader reader(args[0].text());
  const bool closed = reader.take("[");
  if (!closed && !reader.take("(") && !reader.take("]")) return {};
  const bool open_low = reader.sees("..");
  const auto low = open_low ? std::optional(Value()) : literal(machine, reader);
  if (!low || (low->null() && !open_low) || !reader.take("..")) return {};
  const bool open_high = reader.sees("]") || reader.sees(")") || reader.sees("[");
  const auto high = open_high ? std::optional(Value()) : literal(machine, reader);
  if (!high || (high->null() && !open_high)) return {};
  const bool high_closed = reader.take("]");
  if (!high_closed && !reader.take(")") && !reader.take("[")) return {};
  if (!reader.done() || open_low || open_high) return {};
  return range_of(*low, *high, closed, high_closed);
}

}  // namespace

Value literal_moment(std::string_view text) {
  if (const auto date = Date::parse(text)) return *date;
  if (const auto moment = Moment::parse(text)) return *moment;
  if (const auto time = Time::parse(text)) return *time;
  if (const auto months = parse_months(text)) return *months;
  return parse_span(text);
}

std::vector<BuiltIn> range_functions() {
  using enum Takes;
  const std::vector<Signature> points = {{{"point1", "point2"}, 2},
                                         {{"point", "range"}, 2},
                                         {{"range", "point"}, 2},
                                         {{"range1", "range2"}, 2}};
  const std::vector<Signature> ranges = {{{"range1", "range2"}, 2}};
  const std::vector<Signature> in = {{{"point", "range"}, 2}, {{"range1", "range2"}, 2}};
  const std::vector<Signature> around = {{{"range", "point"}, 2}, {{"range1", "range2"}, 2}};
  return {{"before", points, related_as<before, anything>},
          {"after", points, related_as<before, anything, true>},
          {"meets", ranges, related_as<meets, two_ranges>},
          {"met by", ranges, related_as<meets, two_ranges, true>},
          {"overlaps", ranges, related_as<overlaps, two_ranges>},
          {"overlaps before", ranges, related_as<overlaps_before, two_ranges>},
          {"overlaps after", ranges, related_as<overlaps_before, two_ranges, true>},
          {"finishes", in, related_as<finishes, second_range>},
          {"finished by", around, related_as<finishes, second_range, true>},
          {"includes", around, related_as<includes, anything>},
          {"during", in, related_as<includes, anything, true>},
          {"starts", in, related_as<starts, second_range>},
          {"started by", around, related_as<starts, second_range, true>},
          {"coincides",
           {{{"point1", "point2"}, 2}, {{"range1", "range2"}, 2}},
           related_as<coincides, anything>},
          {"range", {{{"from"}, 1}}, range_from}};
}

}  // namespace feel
