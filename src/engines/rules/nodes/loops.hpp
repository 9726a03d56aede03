// Nodes that repeat: for, some, every.
#pragma once

#include <functional>
#include <vector>

#include "engines/rules/nodes/node.hpp"

namespace feel {

// What one name of a loop runs over: a list, a range, or from one end to another.
struct Domain {
  NodeRef from;
  NodeRef to;  // null: `from` says it all
  int slot;
};

// Sets the slots to each combination in turn, the last name fastest, until `each` says false.
// False if something is not a list, or not a range that can be counted.
class Loop {
 public:
  explicit Loop(std::vector<Domain> domains) : domains_(std::move(domains)) {}
  bool run(Machine& machine, Value* frame, const std::function<bool()>& each) const;
  const std::vector<Domain>& domains() const { return domains_; }
  void shape(Checker& checker) const;  // of its names, before what is repeated

 private:
  enum class Went { on, ended, wrong };
  Went over(Machine& machine, Value* frame, std::size_t i, const std::function<bool()>& each) const;
  Went count(Machine& machine, Value* frame, std::size_t i, const Value& from, const Value& to,
             const std::function<bool()>& each) const;

  std::vector<Domain> domains_;
};

class For final : public Node {
 public:
  For(Place place, std::vector<Domain> domains, NodeRef body, int partial_slot, bool asks_partial);
  Value eval(Machine& machine, Value* frame) const override;
  Shape shape(Checker& checker) const override;

 private:
  Loop loop_;
  NodeRef body_;
  int partial_slot_;
  bool asks_partial_;  // `partial` is what was answered so far
};

class Quantified final : public Node {
 public:
  // `strict`: null when the condition is neither true nor false nor null once.
  Quantified(Place place, bool some, std::vector<Domain> domains, NodeRef condition,
             bool strict = false);
  Value eval(Machine& machine, Value* frame) const override;
  Shape shape(Checker& checker) const override;

 private:
  bool some_;
  Loop loop_;
  NodeRef condition_;
  bool strict_;
};

}  // namespace feel
