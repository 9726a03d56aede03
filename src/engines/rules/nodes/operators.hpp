// Nodes that compute: arithmetic, comparisons, and, or, if, instance of, lists, contexts, ranges.
#pragma once

#include <string>
#include <vector>

#include "engines/rules/nodes/node.hpp"
#include "engines/rules/values/type.hpp"

namespace feel {

// a + b - c, or a * b / c, or a ** b: from left to right, in one node however many there are.
class Arithmetic final : public Node {
 public:
  using Operation = Value (*)(const Value&, const Value&);
  struct Step {
    char sign;
    Operation operation;
    NodeRef operand;
  };
  Arithmetic(Place place, NodeRef first, std::vector<Step> steps);
  Value eval(Machine& machine, Value* frame) const override;
  Shape shape(Checker& checker) const override;

 private:
  NodeRef first_;
  std::vector<Step> steps_;
};

class Negation final : public Node {
 public:
  Negation(Place place, NodeRef of);
  Value eval(Machine& machine, Value* frame) const override;
  Shape shape(Checker& checker) const override;

 private:
  NodeRef of_;
};

// Both: false as soon as one is false, null where one is neither true nor false. Either: mirrored.
class Junction final : public Node {
 public:
  Junction(Place place, bool decides, std::vector<NodeRef> operands);
  Value eval(Machine& machine, Value* frame) const override;
  Shape shape(Checker& checker) const override;

 private:
  bool decides_;  // the value that ends it: false for `and`, true for `or`
  std::vector<NodeRef> operands_;
};

enum class Relation { equal, unequal, less, at_most, more, at_least };
// True, false, or null where the two cannot be compared.
Value related(Relation relation, const Value& a, const Value& b);

class Comparison final : public Node {
 public:
  Comparison(Place place, Relation relation, NodeRef a, NodeRef b);
  Value eval(Machine& machine, Value* frame) const override;
  Shape shape(Checker& checker) const override;

 private:
  Relation relation_;
  NodeRef a_, b_;
};

class Between final : public Node {
 public:
  Between(Place place, NodeRef value, NodeRef low, NodeRef high);
  Value eval(Machine& machine, Value* frame) const override;
  Shape shape(Checker& checker) const override;

 private:
  NodeRef value_, low_, high_;
};

class If final : public Node {
 public:
  // `strict`: null when the condition is something else than true, false or null.
  If(Place place, NodeRef condition, NodeRef yes, NodeRef no, bool strict = false);
  Value eval(Machine& machine, Value* frame) const override;
  Shape shape(Checker& checker) const override;

 private:
  NodeRef condition_, yes_, no_;
  bool strict_;
};

class InstanceOf final : public Node {
 public:
  InstanceOf(Place place, NodeRef value, TypeRef type);
  Value eval(Machine& machine, Value* frame) const override;
  Shape shape(Checker& checker) const override;

 private:
  NodeRef value_;
  TypeRef type_;
};

class ListOf final : public Node {
 public:
  ListOf(Place place, std::vector<NodeRef> items);
  Value eval(Machine& machine, Value* frame) const override;
  Shape shape(Checker& checker) const override;

 private:
  std::vector<NodeRef> items_;
};

// Each entry stands in a slot while the next ones are computed.
class ContextOf final : public Node {
 public:
  struct Entry {
    std::string name;
    NodeRef value;
    int slot;
    TypeRef type;  // null: anything
  };
  // `answer`: what is computed last of all, and is the value of the whole instead of the context.
  ContextOf(Place place, std::vector<Entry> entries, NodeRef answer = nullptr);
  Value eval(Machine& machine, Value* frame) const override;
  Shape shape(Checker& checker) const override;

 private:
  std::vector<Entry> entries_;
  NodeRef answer_;
};

class RangeOf final : public Node {
 public:
  RangeOf(Place place, NodeRef low, NodeRef high, bool low_closed, bool high_closed);
  Value eval(Machine& machine, Value* frame) const override;
  Shape shape(Checker& checker) const override;

 private:
  NodeRef low_, high_;
  bool low_closed_, high_closed_;
};

// (< 10), (>= 10), (= 10), (!= 10) as a value.
class ComparisonRange final : public Node {
 public:
  ComparisonRange(Place place, Relation relation, NodeRef end);
  Value eval(Machine& machine, Value* frame) const override;
  Shape shape(Checker& checker) const override;

 private:
  Relation relation_;
  NodeRef end_;
};

// A value made to fit a type, as a typed variable of a decision does.
class Typed final : public Node {
 public:
  Typed(Place place, NodeRef value, TypeRef type);
  Value eval(Machine& machine, Value* frame) const override;
  Shape shape(Checker& checker) const override;

 private:
  NodeRef value_;
  TypeRef type_;
};

// Null unless the ends go together: of one kind that has an order, the first not above the last.
Value range_of(Value low, Value high, bool low_closed, bool high_closed);

}  // namespace feel
