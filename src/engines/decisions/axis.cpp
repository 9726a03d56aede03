#include "engines/decisions/axis.hpp"

#include <algorithm>

#include "engines/decisions/saying.hpp"
#include "engines/decisions/text.hpp"
#include "engines/rules/feel/unary.hpp"

namespace decisions {
namespace {

using feel::Kind;
using feel::UnaryTests;
using feel::Value;

bool less(const Value& a, const Value& b) { return feel::compare(a, b).value_or(0) < 0; }
bool same(const Value& a, const Value& b) { return feel::equal(a, b).value_or(false); }

// A type whose values have neighbours: nothing lies between 16 and 17.
bool stepped(ValueType type) { return type == ValueType::whole || type == ValueType::date; }

Value next(const Value& value, int by) {
  if (value.is(Kind::date)) return feel::Date{value.date().days + by};
  return value.number() + feel::Decimal(by);
}

// The nearest value a stepped type has above (or, down, below) an end that may be 16.5.
Value stepped_from(const Value& end, bool up) {
  if (end.is(Kind::date) || end.number().integer()) return next(end, up ? 1 : -1);
  const auto floor = [&] {
    auto low = std::int64_t(end.number().near());
    while (end.number() < feel::Decimal(low)) --low;
    while (feel::Decimal(low + 1) < end.number()) ++low;
    return low;
  }();
  return Value(up ? floor + 1 : floor);
}

Stretch between(const Value& low, const Value& high, ValueType type) {
  Stretch out{.sample = {}, .low = low, .high = high, .low_closed = false, .high_closed = false};
  if (stepped(type)) {
    if (!low.null()) out.low = stepped_from(low, true), out.low_closed = true;
    if (!high.null()) out.high = stepped_from(high, false), out.high_closed = true;
    out.sample = low.null() ? out.high : out.low;
    return out;
  }
  if (low.null())
    out.sample = high.number() - feel::Decimal(1);
  else if (high.null())
    out.sample = low.number() + feel::Decimal(1);
  else
    out.sample = (low.number() + high.number()) * *feel::Decimal::parse("0.5");
  return out;
}

Stretch at(const Value& value) { return {.sample = value, .low = value, .high = value}; }

// The values at which cells change, in order, each once.
std::vector<Value> ends(std::vector<Value> all, ValueType type) {
  const auto base_type = type == ValueType::whole ? ValueType::number : type;
  std::erase_if(all, [&](const Value& value) { return !fits(value, base_type); });
  std::stable_sort(all.begin(), all.end(), less);
  all.erase(std::unique(all.begin(), all.end(), same), all.end());
  return all;
}

std::vector<Stretch> line_of(const std::vector<Value>& ends, ValueType type) {
  if (ends.empty()) {
    Stretch whole{.low_closed = false, .high_closed = false};
    whole.sample = type == ValueType::date ? Value(feel::Date{0}) : Value(0);
    return {whole};
  }
  std::vector<Stretch> out = {between({}, ends.front(), type)};
  for (std::size_t i = 0; i < ends.size(); ++i) {
    if (!stepped(type) || ends[i].is(Kind::date) || ends[i].number().integer())
      out.push_back(at(ends[i]));
    const auto& high = i + 1 < ends.size() ? ends[i + 1] : Value();
    auto stretch = between(ends[i], high, type);
    const bool empty = stepped(type) && !high.null() && less(stretch.high, stretch.low);
    if (!empty) out.push_back(std::move(stretch));
  }
  return out;
}

std::vector<Stretch> texts_of(std::vector<Value> all) {
  std::vector<Stretch> out;
  for (const auto& value : all) {
    const bool known =
        std::ranges::any_of(out, [&](const auto& s) { return same(s.sample, value); });
    if (value.is(Kind::text) && !known) out.push_back(at(value));
  }
  Stretch other;
  other.sample = Value("\x01other");  // nobody lists it
  other.other = true;
  out.push_back(std::move(other));
  return out;
}

std::vector<Stretch> stretches(std::vector<Value> edges, ValueType type) {
  if (type == ValueType::flag) return {at(Value(true)), at(Value(false))};
  if (type == ValueType::text) return texts_of(std::move(edges));
  return line_of(ends(std::move(edges), type), type);
}

// Does nothing lie between the two? What is not allowed was taken out.
bool joined(const Stretch& one, const Stretch& other, ValueType type) {
  if (one.high.null() || other.low.null()) return false;
  if (stepped(type)) return same(next(one.high, 1), other.low);
  return same(one.high, other.low);
}

// Stretches beside one another as one: from here to there.
base::Words range_told(const Stretch& first, const Stretch& last) {
  const auto low = shown_words(first.low), high = shown_words(last.high);
  if (first.other) return words_of(text::other_value);
  if (first.low.null() && last.high.null()) return words_of(text::any_value);
  if (first.low.null()) return say(last.high_closed ? text::up_to : text::below, {{"high", high}});
  if (last.high.null()) return say(first.low_closed ? text::at_least : text::above, {{"low", low}});
  if (same(first.low, last.high)) return say(text::equals, {{"value", low}});
  if (first.low_closed)
    return say(last.high_closed ? text::from_to : text::from_below, {{"low", low}, {"high", high}});
  return say(last.high_closed ? text::above_to : text::above_below, {{"low", low}, {"high", high}});
}

}  // namespace

base::Words listed(const std::vector<base::Words>& parts, const base::Text& last) {
  base::Words out;
  for (std::size_t i = 0; i < parts.size(); ++i) {
    const bool end = i > 0 && i + 1 == parts.size();
    out.vi += i == 0 ? "" : end ? " " + std::string(last.vi) + " " : ", ";
    out.en += i == 0 ? "" : end ? " " + std::string(last.en) + " " : ", ";
    out.vi += parts[i].vi;
    out.en += parts[i].in(base::Lang::en);
  }
  return out;
}

Axis axis_of(const Table& table, std::size_t k) {
  const auto& input = table.inputs[k];
  std::vector<std::string> names;
  for (const auto& given : table.givens) names.push_back(given.name);
  feel::Machine machine({});
  Axis axis{.label = input.label, .type = input.type};
  std::vector<Value> edges;
  const auto take = [&](const UnaryTests& tests) {
    const auto own = tests.edges(machine);
    if (own) edges.insert(edges.end(), own->begin(), own->end());
    return own.has_value();
  };
  const auto allowed = feel::compile_tests(input.allowed);
  const bool bounded = allowed && take(*allowed);
  std::vector<UnaryTests> cells;
  for (const auto& row : table.rows) {
    auto cell = feel::compile_tests(row.tests[k], names);
    cells.push_back(cell ? std::move(*cell) : UnaryTests());
    axis.unclear.push_back(!cell || !take(cells.back()));
  }
  axis.stretches = stretches(std::move(edges), input.type);
  if (bounded && !allowed->anything()) {
    std::erase_if(axis.stretches,
                  [&](const Stretch& one) { return !allowed->hold(machine, one.sample); });
  }
  for (std::size_t i = 0; i < cells.size(); ++i) {
    std::vector<bool> fits(axis.stretches.size());
    for (std::size_t s = 0; s < fits.size() && !axis.unclear[i]; ++s)
      fits[s] = cells[i].hold(machine, axis.stretches[s].sample);
    axis.sure.push_back(std::move(fits));
  }
  return axis;
}

base::Words told(const Axis& axis, const std::vector<bool>& chosen) {
  const bool line = axis.type != ValueType::text && axis.type != ValueType::flag;
  std::vector<base::Words> parts;
  for (std::size_t s = 0; s < chosen.size(); ++s) {
    if (!chosen[s]) continue;
    auto last = s;
    while (line && last + 1 < chosen.size() && chosen[last + 1] &&
           joined(axis.stretches[last], axis.stretches[last + 1], axis.type)) {
      ++last;
    }
    parts.push_back(range_told(axis.stretches[s], axis.stretches[last]));
    s = last;
  }
  const auto values = listed(parts, text::or_);
  return {axis.label.vi + " " + values.vi, axis.label.in(base::Lang::en) + " " + values.en};
}

}  // namespace decisions
