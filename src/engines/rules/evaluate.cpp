// What an expression means: one value for every node, whatever it is given.
#include <algorithm>
#include <optional>

#include "base/fold.hpp"
#include "engines/rules/node.hpp"

namespace rules {
namespace {

template <class T>
const T* as(const Value& v) {
  return std::get_if<T>(&v.held);
}

Value sum(const Value& a, const Value& b) {
  if (as<double>(a) && as<double>(b)) return *as<double>(a) + *as<double>(b);
  if (as<std::string>(a) && as<std::string>(b)) return *as<std::string>(a) + *as<std::string>(b);
  return {};
}

// A date moves by whole days; beyond ten thousand years there is no such day.
Value moved(base::Date date, double days) {
  constexpr double days_max = 3'650'000;
  if (!(days > -days_max && days < days_max)) return {};
  return date + int(days);
}

Value plus(const Value& a, const Value& b) {
  if (as<base::Date>(a) && as<double>(b)) return moved(*as<base::Date>(a), *as<double>(b));
  return sum(a, b);
}

Value minus(const Value& a, const Value& b) {
  if (as<base::Date>(a) && as<base::Date>(b)) return *as<base::Date>(a) - *as<base::Date>(b);
  if (as<base::Date>(a) && as<double>(b)) return moved(*as<base::Date>(a), -*as<double>(b));
  if (as<double>(a) && as<double>(b)) return *as<double>(a) - *as<double>(b);
  return {};
}

// Only two numbers, two texts or two dates have an order.
std::optional<std::partial_ordering> order(const Value& a, const Value& b) {
  if (as<double>(a) && as<double>(b)) return *as<double>(a) <=> *as<double>(b);
  if (as<std::string>(a) && as<std::string>(b)) return *as<std::string>(a) <=> *as<std::string>(b);
  if (as<base::Date>(a) && as<base::Date>(b)) return *as<base::Date>(a) <=> *as<base::Date>(b);
  return std::nullopt;
}

bool contains(const Value& list, const Value& item) {
  const auto* items = as<List>(list);
  return items && std::find(items->begin(), items->end(), item) != items->end();
}

Value call(const Function& function, const Node& node, const Lookup& lookup);

Value value_of(const Node& n, const Lookup& lookup) {
  const auto operand = [&](std::size_t i) { return value_of(n.children[i], lookup); };
  const auto compared = [&](auto holds) {
    const auto found = order(operand(0), operand(1));
    return Value(found && holds(*found));
  };
  switch (n.kind) {
    case Kind::constant:
      return n.constant;
    case Kind::name:
      return lookup(n.name);
    case Kind::list: {
      List items;
      for (const auto& child : n.children) items.push_back(value_of(child, lookup));
      return items;
    }
    case Kind::call:
      return call(*function(n.name), n, lookup);
    case Kind::minus:
      return minus(0, operand(0));
    case Kind::add:
      return plus(operand(0), operand(1));
    case Kind::subtract:
      return minus(operand(0), operand(1));
    case Kind::negate:
      return !operand(0).truth();
    case Kind::both:
      return operand(0).truth() && operand(1).truth();
    case Kind::either:
      return operand(0).truth() || operand(1).truth();
    case Kind::equal:
      return operand(0) == operand(1);
    case Kind::unequal:
      return operand(0) != operand(1);
    case Kind::less:
      return compared([](auto o) { return o < 0; });
    case Kind::at_most:
      return compared([](auto o) { return o <= 0; });
    case Kind::more:
      return compared([](auto o) { return o > 0; });
    case Kind::at_least:
      return compared([](auto o) { return o >= 0; });
    case Kind::within:
      return contains(operand(1), operand(0));
    case Kind::outside:
      return !contains(operand(1), operand(0));
  }
  return {};
}

Value call(const Function& function, const Node& node, const Lookup& lookup) {
  std::vector<Value> arguments;
  for (const auto& child : node.children) arguments.push_back(value_of(child, lookup));
  return function.of(arguments);
}

Value age_of(std::span<const Value> v) {
  const auto *birth = as<base::Date>(v[0]), *on = as<base::Date>(v[1]);
  return birth && on ? Value(age(*birth, *on)) : Value();
}

Value year_of(std::span<const Value> v) {
  const auto* date = as<base::Date>(v[0]);
  return date ? Value(date->year()) : Value();
}

Value date_of(std::span<const Value> v) {
  if (as<base::Date>(v[0])) return v[0];
  const auto* text = as<std::string>(v[0]);
  const auto date = text ? base::Date::parse_iso(*text) : std::nullopt;
  return date ? Value(*date) : Value();
}

Value length_of(std::span<const Value> v) {
  if (const auto* text = as<std::string>(v[0])) return double(base::length(*text));
  if (const auto* items = as<List>(v[0])) return double(items->size());
  return {};
}

Value empty_of(std::span<const Value> v) {
  const auto* text = as<std::string>(v[0]);
  const auto* items = as<List>(v[0]);
  return v[0].none() || (text && text->empty()) || (items && items->empty());
}

constexpr Function functions[] = {{"age", 2, age_of},
                                  {"year", 1, year_of},
                                  {"date", 1, date_of},
                                  {"length", 1, length_of},
                                  {"empty", 1, empty_of}};

void collect(const Node& node, std::vector<std::string>& names) {
  if (node.kind == Kind::name && std::find(names.begin(), names.end(), node.name) == names.end()) {
    names.push_back(node.name);
  }
  for (const auto& child : node.children) collect(child, names);
}

}  // namespace

const Function* function(std::string_view name) {
  const auto* found = std::find_if(std::begin(functions), std::end(functions),
                                   [&](const Function& f) { return f.name == name; });
  return found == std::end(functions) ? nullptr : found;
}

bool Value::truth() const {
  if (const auto* flag = as<bool>(*this)) return *flag;
  if (const auto* number = as<double>(*this)) return *number != 0;
  if (const auto* text = as<std::string>(*this)) return !text->empty();
  if (const auto* items = as<List>(*this)) return !items->empty();
  return !none();
}

Value evaluate(const Expression& expression, const Lookup& lookup) {
  return value_of(expression.root(), lookup);
}

std::vector<std::string> names(const Expression& expression) {
  std::vector<std::string> out;
  collect(expression.root(), out);
  return out;
}

int age(base::Date birth, base::Date on) {
  const int years = on.year() - birth.year();
  const bool before =
      on.month() < birth.month() || (on.month() == birth.month() && on.day() < birth.day());
  return years - (before ? 1 : 0);
}

}  // namespace rules
