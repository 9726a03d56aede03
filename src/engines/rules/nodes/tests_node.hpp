// Nodes of unary tests: what stands in a cell of a decision table, or behind `in`.
//
// Each looks at the value in question, which stands in a slot, and answers true, false or null.
#pragma once

#include <vector>

#include "engines/rules/nodes/operators.hpp"

namespace feel {

// < 18, >= date("2025-07-01"), != "A"
class RelationTest final : public Node {
 public:
  RelationTest(Place place, int slot, Relation relation, NodeRef to);
  Value eval(Machine& machine, Value* frame) const override;
  Shape shape(Checker& checker) const override;
  Relation relation() const { return relation_; }
  const Node& to() const { return *to_; }

 private:
  int slot_;
  Relation relation_;
  NodeRef to_;
};

// A value, a list or range of them, or an expression with `?`, which is then itself the answer.
class ValueTest final : public Node {
 public:
  ValueTest(Place place, int slot, NodeRef value, bool asks);
  Value eval(Machine& machine, Value* frame) const override;
  Shape shape(Checker& checker) const override;
  const Node& value() const { return *value_; }

 private:
  int slot_;
  NodeRef value_;
  bool asks_;
  bool range_;  // written as a range: one that is none answers null
};

// One of several: true if any is, null if none is and one is null.
class AnyTest final : public Node {
 public:
  AnyTest(Place place, std::vector<NodeRef> tests, bool negated);
  Value eval(Machine& machine, Value* frame) const override;
  Shape shape(Checker& checker) const override;
  const std::vector<NodeRef>& tests() const { return tests_; }

 private:
  std::vector<NodeRef> tests_;
  bool negated_;
};

// value in tests: puts the value into the slot the tests look at.
class In final : public Node {
 public:
  In(Place place, NodeRef value, int slot, NodeRef test);
  Value eval(Machine& machine, Value* frame) const override;
  Shape shape(Checker& checker) const override;

 private:
  NodeRef value_;
  int slot_;
  NodeRef test_;
};

// Whether a value is in what another one says: equal to it, in the list, within the range.
Value is_in(const Value& value, const Value& what);

}  // namespace feel
