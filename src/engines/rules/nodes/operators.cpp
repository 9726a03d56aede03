#include "engines/rules/nodes/operators.hpp"

#include "engines/rules/feel/problem.hpp"
#include "engines/rules/feel/text.hpp"
#include "engines/rules/values/arithmetic.hpp"

namespace feel {

Arithmetic::Arithmetic(Place place, NodeRef first, std::vector<Step> steps)
    : Node(place), first_(std::move(first)), steps_(std::move(steps)) {
  holds(first_);
  for (const auto& step : steps_) holds(step.operand);
}

Value Arithmetic::eval(Machine& machine, Value* frame) const {
  auto value = first_->eval(machine, frame);
  for (const auto& step : steps_) {
    const auto operand = step.operand->eval(machine, frame);
    auto next = step.operation(value, operand);
    if (next.null()) {
      machine.note(step.operand->place, said(text::do_not_fit, {{"left", shown(value)},
                                                                {"sign", {step.sign}},
                                                                {"right", shown(operand)}}));
    } else if (next.is(Kind::text)) {
      machine.letters(next.text().size());
    }
    value = std::move(next);
  }
  return value;
}

Negation::Negation(Place place, NodeRef of) : Node(place), of_(std::move(of)) { holds(of_); }

Value Negation::eval(Machine& machine, Value* frame) const {
  return negate(of_->eval(machine, frame));
}

Junction::Junction(Place place, bool decides, std::vector<NodeRef> operands)
    : Node(place), decides_(decides), operands_(std::move(operands)) {
  for (const auto& operand : operands_) holds(operand);
}

Value Junction::eval(Machine& machine, Value* frame) const {
  bool known = true;
  for (const auto& operand : operands_) {
    const auto value = operand->eval(machine, frame);
    if (!value.is(Kind::boolean)) {
      known = false;
    } else if (value.boolean() == decides_) {
      return decides_;
    }
  }
  return known ? Value(!decides_) : Value();
}

Value related(Relation relation, const Value& a, const Value& b) {
  if (relation == Relation::equal) return equal(a, b);
  if (relation == Relation::unequal) {
    const auto same = equal(a, b);
    return same ? Value(!*same) : Value();
  }
  const auto order = compare(a, b);
  if (!order) return {};
  switch (relation) {
    case Relation::less:
      return *order < 0;
    case Relation::at_most:
      return *order <= 0;
    case Relation::more:
      return *order > 0;
    default:
      return *order >= 0;
  }
}

Comparison::Comparison(Place place, Relation relation, NodeRef a, NodeRef b)
    : Node(place), relation_(relation), a_(std::move(a)), b_(std::move(b)) {
  holds(a_);
  holds(b_);
}

Value Comparison::eval(Machine& machine, Value* frame) const {
  const auto a = a_->eval(machine, frame), b = b_->eval(machine, frame);
  if (a.depth() > 0 || a.is(Kind::text)) machine.spend(std::min(a.weight(), b.weight()) - 1);
  return related(relation_, a, b);
}

Between::Between(Place place, NodeRef value, NodeRef low, NodeRef high)
    : Node(place), value_(std::move(value)), low_(std::move(low)), high_(std::move(high)) {
  for (const auto* child : {&value_, &low_, &high_}) holds(*child);
}

Value Between::eval(Machine& machine, Value* frame) const {
  const auto value = value_->eval(machine, frame);
  const auto low = compare(value, low_->eval(machine, frame));
  const auto high = compare(value, high_->eval(machine, frame));
  if (!low || !high) return {};
  return *low >= 0 && *high <= 0;
}

If::If(Place place, NodeRef condition, NodeRef yes, NodeRef no, bool strict)
    : Node(place),
      condition_(std::move(condition)),
      yes_(std::move(yes)),
      no_(std::move(no)),
      strict_(strict) {
  for (const auto* child : {&condition_, &yes_, &no_}) holds(*child);
}

Value If::eval(Machine& machine, Value* frame) const {
  const auto holds = condition_->eval(machine, frame);
  if (strict_ && !holds.null() && !holds.is(Kind::boolean)) return {};
  return (holds.truth() ? yes_ : no_)->eval(machine, frame);
}

InstanceOf::InstanceOf(Place place, NodeRef value, TypeRef type)
    : Node(place), value_(std::move(value)), type_(std::move(type)) {
  holds(value_);
}

Value InstanceOf::eval(Machine& machine, Value* frame) const {
  const auto value = value_->eval(machine, frame);
  if (value.null()) return type_->of == Type::Of::null;
  return instance_of(machine, value, *type_);
}

ListOf::ListOf(Place place, std::vector<NodeRef> items) : Node(place), items_(std::move(items)) {
  for (const auto& item : items_) holds(item);
}

Value ListOf::eval(Machine& machine, Value* frame) const {
  Values values;
  values.reserve(items_.size());
  for (const auto& item : items_) values.push_back(item->eval(machine, frame));
  return machine.list(std::move(values));
}

ContextOf::ContextOf(Place place, std::vector<Entry> entries, NodeRef answer)
    : Node(place), entries_(std::move(entries)), answer_(std::move(answer)) {
  for (const auto& entry : entries_) holds(entry.value);
  holds(answer_);
}

Value ContextOf::eval(Machine& machine, Value* frame) const {
  for (const auto& entry : entries_) {
    auto value = entry.value->eval(machine, frame);
    frame[entry.slot] =
        entry.type ? coerced(machine, std::move(value), *entry.type) : std::move(value);
  }
  if (answer_) return answer_->eval(machine, frame);
  std::vector<Context::Entry> made;
  made.reserve(entries_.size());
  for (const auto& entry : entries_) made.emplace_back(entry.name, frame[entry.slot]);
  return machine.context(std::move(made));
}

RangeOf::RangeOf(Place place, NodeRef low, NodeRef high, bool low_closed, bool high_closed)
    : Node(place),
      low_(std::move(low)),
      high_(std::move(high)),
      low_closed_(low_closed),
      high_closed_(high_closed) {
  holds(low_);
  holds(high_);
}

Value range_of(Value low, Value high, bool low_closed, bool high_closed) {
  const auto order = compare(low, high);
  if (!order || *order > 0) return {};
  return Value::range({std::move(low), std::move(high), low_closed, high_closed});
}

Value RangeOf::eval(Machine& machine, Value* frame) const {
  auto low = low_->eval(machine, frame);
  auto high = high_->eval(machine, frame);
  auto made = range_of(std::move(low), std::move(high), low_closed_, high_closed_);
  if (made.null()) machine.note(place, said(text::bad_range));
  return made;
}

ComparisonRange::ComparisonRange(Place place, Relation relation, NodeRef end)
    : Node(place), relation_(relation), end_(std::move(end)) {
  holds(end_);
}

Value ComparisonRange::eval(Machine& machine, Value* frame) const {
  const auto end = end_->eval(machine, frame);
  Range made{end, end, true, true, Range::Form::comparison};
  const bool ordered = compare(end, end).has_value();
  switch (relation_) {
    case Relation::unequal:
      made.form = Range::Form::unequal;
      break;
    case Relation::equal:
      break;
    case Relation::less:
    case Relation::at_most:
      made.low = {};
      made.low_closed = false;
      made.high_closed = relation_ == Relation::at_most;
      break;
    default:
      made.high = {};
      made.high_closed = false;
      made.low_closed = relation_ == Relation::at_least;
  }
  return ordered ? Value::range(std::move(made)) : Value();
}

Typed::Typed(Place place, NodeRef value, TypeRef type)
    : Node(place), value_(std::move(value)), type_(std::move(type)) {
  holds(value_);
}

Value Typed::eval(Machine& machine, Value* frame) const {
  const auto value = value_->eval(machine, frame);
  auto made = coerced(machine, value, *type_);
  if (made.null() && !value.null()) {
    machine.note(place, said(text::wrong_type, {{"value", shown(value)}, {"type", type_->name}}));
  }
  return made;
}

}  // namespace feel
