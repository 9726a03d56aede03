// What each kind of node knows of its value before it runs.
#include "engines/rules/check/checker.hpp"
#include "engines/rules/check/text.hpp"
#include "engines/rules/nodes/access.hpp"
#include "engines/rules/nodes/calls.hpp"
#include "engines/rules/nodes/loops.hpp"
#include "engines/rules/nodes/operators.hpp"
#include "engines/rules/nodes/tests_node.hpp"

namespace feel {

Shape Node::shape(Checker&) const { return {}; }

// ---- Values and names.

Shape Constant::shape(Checker&) const {
  Shape out{.constant = true};
  if (!value_.null()) out.kind = value_.kind();
  if (value_.is(Kind::text)) out.said = {{value_.text(), place}};
  return out;
}

Shape Load::shape(Checker& checker) const {
  if (!asked_.empty()) return checker.name(place, asked_);
  const auto known = checker.slots.find(slot_);
  return known == checker.slots.end() ? Shape{} : known->second;
}

Shape OfItem::shape(Checker& checker) const {
  const auto known = checker.slots.find(slot_);
  if (known == checker.slots.end() || !known->second.kind) return {};
  auto inside = known->second;
  if (name_ != "item") {
    const bool own = inside.entries && inside.entries->contains(name_);
    if (!own) return outside_ ? outside_->shape(checker) : Shape{};
    inside = checker.entry(place, inside, name_);
  }
  for (const auto& name : entries_) inside = checker.entry(place, inside, name);
  return inside;
}

Shape Path::shape(Checker& checker) const {
  const auto of = of_->shape(checker);
  return checker.entry(place, of, name_);
}

Shape Filter::shape(Checker& checker) const {
  const auto list = list_->shape(checker);
  checker.slots[slot_] = list.items ? *list.items : Shape{};
  const auto chosen = condition_->shape(checker);
  if (chosen.is(Kind::number)) return list.items ? *list.items : Shape{};
  return {.kind = Kind::list, .items = list.items};
}

// ---- Operators.

Shape Arithmetic::shape(Checker& checker) const {
  auto sum = first_->shape(checker);
  for (const auto& step : steps_) {
    sum = checker.sum(place, step.sign, sum, step.operand->shape(checker));
  }
  return sum;
}

Shape Negation::shape(Checker& checker) const {
  const auto of = of_->shape(checker);
  if (of.is(Kind::months) || of.is(Kind::span)) return {of.kind};
  if (of.kind && !of.is(Kind::number))
    checker.say_kinds(of_->place, text::wants, Kind::number, *of.kind);
  return {Kind::number};
}

Shape Junction::shape(Checker& checker) const {
  for (const auto& operand : operands_) checker.truth(*operand);
  return {Kind::boolean};
}

Shape Comparison::shape(Checker& checker) const {
  const bool equality = relation_ == Relation::equal || relation_ == Relation::unequal;
  const auto left = a_->shape(checker), right = b_->shape(checker);
  checker.compared(a_->place, left, right, equality);
  return {Kind::boolean};
}

Shape Between::shape(Checker& checker) const {
  const auto value = value_->shape(checker);
  checker.compared(value_->place, value, low_->shape(checker), false);
  checker.compared(value_->place, value, high_->shape(checker), false);
  return {Kind::boolean};
}

Shape If::shape(Checker& checker) const {
  checker.truth(*condition_);
  const auto yes = yes_->shape(checker), no = no_->shape(checker);
  return yes.kind == no.kind ? Shape{yes.kind} : Shape{};
}

Shape InstanceOf::shape(Checker& checker) const {
  value_->shape(checker);
  return {Kind::boolean};
}

Shape ListOf::shape(Checker& checker) const {
  Shape out{.kind = Kind::list};
  Shape items;
  for (const auto& node : items_) {
    auto item = node->shape(checker);
    if (!items.kind) items.kind = item.kind;
    if (item.kind && item.kind != items.kind)
      checker.say_kinds(node->place, text::mixed, *items.kind, *item.kind);
    out.said.insert(out.said.end(), item.said.begin(), item.said.end());
  }
  out.items = std::make_shared<const Shape>(std::move(items));
  return out;
}

Shape ContextOf::shape(Checker& checker) const {
  for (const auto& entry : entries_) checker.slots[entry.slot] = entry.value->shape(checker);
  return answer_ ? answer_->shape(checker) : Shape{Kind::context};
}

Shape RangeOf::shape(Checker& checker) const {
  checker.compared(place, low_->shape(checker), high_->shape(checker), true);
  return {Kind::range};
}

Shape ComparisonRange::shape(Checker& checker) const {
  end_->shape(checker);
  return {Kind::range};
}

Shape Typed::shape(Checker& checker) const {
  value_->shape(checker);
  return {};
}

// ---- Tests.

Shape RelationTest::shape(Checker& checker) const {
  const bool equality = relation_ == Relation::equal || relation_ == Relation::unequal;
  checker.compared(place, checker.slots[slot_], to_->shape(checker), equality);
  return {Kind::boolean};
}

Shape ValueTest::shape(Checker& checker) const {
  const auto value = value_->shape(checker);
  if (!asks_) checker.among(place, checker.slots[slot_], value);
  return {Kind::boolean};
}

Shape AnyTest::shape(Checker& checker) const {
  for (const auto& test : tests_) test->shape(checker);
  return {Kind::boolean};
}

Shape In::shape(Checker& checker) const {
  checker.slots[slot_] = value_->shape(checker);
  test_->shape(checker);
  return {Kind::boolean};
}

// ---- Loops.

void Loop::shape(Checker& checker) const {
  for (const auto& domain : domains_) {
    const auto from = domain.from->shape(checker);
    if (domain.to) domain.to->shape(checker);
    checker.slots[domain.slot] = from.items ? *from.items : Shape{};
    const bool counted = domain.to || !from.kind || from.is(Kind::list) || from.is(Kind::range);
    if (!counted) checker.say_kinds(domain.from->place, text::wants, Kind::list, *from.kind);
  }
}

Shape For::shape(Checker& checker) const {
  loop_.shape(checker);
  return {.kind = Kind::list, .items = std::make_shared<const Shape>(body_->shape(checker))};
}

Shape Quantified::shape(Checker& checker) const {
  loop_.shape(checker);
  checker.truth(*condition_);
  return {Kind::boolean};
}

// ---- Functions.

Shape FunctionOf::shape(Checker& checker) const {
  std::map<int, Shape> inner;
  for (const auto& capture : body_->made.captures) {
    if (const auto known = checker.slots.find(capture.outer); known != checker.slots.end())
      inner[capture.inner] = known->second;
  }
  std::swap(checker.slots, inner);
  body_->node->shape(checker);
  std::swap(checker.slots, inner);
  return {Kind::function};
}

Shape Call::shape(Checker& checker) const {
  function_->shape(checker);
  for (const auto& value : arguments_.values) value->shape(checker);
  return {};
}

namespace {

struct Knowing {
  std::string_view name;
  std::optional<Kind> takes;  // all its arguments; nothing: anything
  std::optional<Kind> gives;
};

// Those that conditions use most; of others nothing is known.
constexpr Knowing functions[] = {{"age", Kind::date, Kind::number},
                                 {"years and months duration", Kind::date, Kind::months},
                                 {"today", {}, Kind::date},
                                 {"now", {}, Kind::moment},
                                 {"date", {}, Kind::date},
                                 {"date and time", {}, Kind::moment},
                                 {"day of week", Kind::date, Kind::text},
                                 {"month of year", Kind::date, Kind::text},
                                 {"string length", Kind::text, Kind::number},
                                 {"upper case", Kind::text, Kind::text},
                                 {"lower case", Kind::text, Kind::text},
                                 {"contains", Kind::text, Kind::boolean},
                                 {"starts with", Kind::text, Kind::boolean},
                                 {"ends with", Kind::text, Kind::boolean},
                                 {"matches", Kind::text, Kind::boolean},
                                 {"number", {}, Kind::number},
                                 {"string", {}, Kind::text},
                                 {"abs", {}, {}},
                                 {"floor", Kind::number, Kind::number},
                                 {"ceiling", Kind::number, Kind::number},
                                 {"decimal", Kind::number, Kind::number},
                                 {"modulo", Kind::number, Kind::number},
                                 {"even", Kind::number, Kind::boolean},
                                 {"odd", Kind::number, Kind::boolean},
                                 {"count", {}, Kind::number},
                                 {"sum", {}, Kind::number},
                                 {"list contains", {}, Kind::boolean}};

}  // namespace

Shape BuiltInCall::shape(Checker& checker) const {
  if (function_.name == "not") {
    for (const auto& argument : arguments_) checker.truth(*argument);
    return {Kind::boolean};
  }
  const auto* known = std::find_if(std::begin(functions), std::end(functions),
                                   [&](const auto& one) { return one.name == function_.name; });
  for (const auto& argument : arguments_) {
    if (!argument) continue;
    if (known != std::end(functions) && known->takes) {
      checker.wanted(*argument, *known->takes);
      continue;
    }
    const auto is = argument->shape(checker);
    if (function_.name != "date" || arguments_.size() != 1) continue;
    for (const auto& [given, at] : is.said) checker.say(at, text::no_day, {{"given", given}});
    if (is.kind && !is.is(Kind::text) && !is.is(Kind::date) && !is.is(Kind::moment))
      checker.say_kinds(argument->place, text::wants, Kind::date, *is.kind);
  }
  return known == std::end(functions) ? Shape{} : Shape{known->gives};
}

}  // namespace feel
