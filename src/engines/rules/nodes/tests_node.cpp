#include "engines/rules/nodes/tests_node.hpp"

namespace feel {

RelationTest::RelationTest(Place place, int slot, Relation relation, NodeRef to)
    : Node(place), slot_(slot), relation_(relation), to_(std::move(to)) {
  holds(to_);
}

Value RelationTest::eval(Machine& machine, Value* frame) const {
  if (const auto* to = to_->constant()) return related(relation_, frame[slot_], *to);
  return related(relation_, frame[slot_], to_->eval(machine, frame));
}

ValueTest::ValueTest(Place place, int slot, NodeRef value, bool asks)
    : Node(place),
      slot_(slot),
      value_(std::move(value)),
      asks_(asks),
      range_(dynamic_cast<const RangeOf*>(value_.get()) != nullptr) {
  holds(value_);
}

Value is_in(const Value& value, const Value& what) {
  if (what.is(Kind::range) && !value.is(Kind::range)) return within(value, what.range());
  if (!what.is(Kind::list)) return equal(value, what);
  if (value.is(Kind::list) && equal(value, what).value_or(false)) return true;
  for (const auto& item : what.items()) {
    const bool inside = item.is(Kind::range) || item.is(Kind::list)
                            ? is_in(value, item).truth()
                            : equal(value, item).value_or(false);
    if (inside) return true;
  }
  return false;
}

Value ValueTest::eval(Machine& machine, Value* frame) const {
  const auto& asked = frame[slot_];
  if (const auto* constant = value_->constant()) {
    machine.spend(constant->weight() - 1);
    return is_in(asked, *constant);
  }
  const auto value = value_->eval(machine, frame);
  machine.spend(value.weight() - 1);
  if (range_ && value.null()) return {};
  if (asks_ && (value.null() || value.is(Kind::boolean))) return value;
  return is_in(asked, value);
}

AnyTest::AnyTest(Place place, std::vector<NodeRef> tests, bool negated)
    : Node(place), tests_(std::move(tests)), negated_(negated) {
  for (const auto& test : tests_) holds(test);
}

Value AnyTest::eval(Machine& machine, Value* frame) const {
  bool known = true;
  for (const auto& test : tests_) {
    const auto holds = test->eval(machine, frame);
    if (holds.truth()) return !negated_;
    known = known && holds.is(Kind::boolean);
  }
  return known ? Value(negated_) : Value();
}

In::In(Place place, NodeRef value, int slot, NodeRef test)
    : Node(place), value_(std::move(value)), slot_(slot), test_(std::move(test)) {
  holds(value_);
  holds(test_);
}

Value In::eval(Machine& machine, Value* frame) const {
  frame[slot_] = value_->eval(machine, frame);
  return test_->eval(machine, frame);
}

}  // namespace feel
