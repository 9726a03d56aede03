// Node: a compiled piece of a rule. Names are slots of a frame by now; nothing is looked up.
#pragma once

#include <algorithm>
#include <memory>
#include <vector>

#include "engines/rules/values/machine.hpp"

namespace feel {

class Checker;  // check/checker.hpp
struct Shape;

class Node {
 public:
  explicit Node(Place place) : place(place) {}
  virtual ~Node() = default;
  virtual Value eval(Machine& machine, Value* frame) const = 0;
  // The value it always has; null if it depends on anything.
  virtual const Value* constant() const { return nullptr; }

  // What is known of its value before it runs; what can never do what was meant is told.
  virtual Shape shape(Checker& checker) const;

  const Place place;
  int depth = 1;  // of nodes in nodes

 protected:
  // Every constructor hands its children through here.
  template <class Child>
  void holds(const Child& child) {
    if (child) depth = std::max(depth, child->depth + 1);
  }
};

using NodeRef = std::unique_ptr<const Node>;

// The values a run of a node works on; most are few and stand on the stack.
class Frame {
 public:
  explicit Frame(int slots) {
    if (slots > few) many_ = std::make_unique<Value[]>(std::size_t(slots));
  }
  Value* slots() { return many_ ? many_.get() : some_; }

 private:
  static constexpr int few = 12;
  Value some_[few];
  std::unique_ptr<Value[]> many_;
};

}  // namespace feel
