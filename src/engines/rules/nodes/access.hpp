// Nodes that reach values: constants, names, entries, items, filters.
#pragma once

#include <string>
#include <vector>

#include "engines/rules/nodes/node.hpp"

namespace feel {

class Constant final : public Node {
 public:
  Constant(Place place, Value value) : Node(place), value_(std::move(value)) {}
  Value eval(Machine&, Value*) const override { return value_; }
  Shape shape(Checker& checker) const override;
  const Value* constant() const override { return &value_; }

 private:
  Value value_;
};

class Load final : public Node {
 public:
  // `asked`: the name nobody declared.
  Load(Place place, int slot, std::string asked = {})
      : Node(place), slot_(slot), asked_(std::move(asked)) {}
  Value eval(Machine&, Value* frame) const override { return frame[slot_]; }
  Shape shape(Checker& checker) const override;

 private:
  int slot_;
  std::string asked_;
};

// A name within a filter: an entry of the item if it has one of that name, else what is outside.
class OfItem final : public Node {
 public:
  OfItem(Place place, int slot, std::string name, NodeRef outside);
  // The same of a name that is asked outside, with entries behind it.
  OfItem(Place place, int slot, std::string name, NodeRef asked, std::vector<std::string> entries);
  Value eval(Machine& machine, Value* frame) const override;
  Shape shape(Checker& checker) const override;

 private:
  Value inside(Machine& machine, Value value) const;

  int slot_;
  std::string name_;
  NodeRef outside_;
  std::vector<std::string> entries_;
  bool asked_ = false;
};

class Path final : public Node {
 public:
  Path(Place place, NodeRef of, std::string name);
  Value eval(Machine& machine, Value* frame) const override;
  Shape shape(Checker& checker) const override;

 private:
  NodeRef of_;
  std::string name_;
};

class Filter final : public Node {
 public:
  // `strict`: null when the condition is neither true nor false nor null for an item.
  Filter(Place place, NodeRef list, NodeRef condition, int slot, bool strict = false);
  Value eval(Machine& machine, Value* frame) const override;
  Shape shape(Checker& checker) const override;

 private:
  Value matching(Machine& machine, Value* frame, const Values& items) const;

  NodeRef list_, condition_;
  int slot_;
  bool strict_;
};

// An entry of a context or a part of a date, time, duration, range; nothing if it has none.
const Value* entry(const Value& of, const std::string& name);
Value part(const Value& of, const std::string& name);
// What `of.name` is: an entry, a part, or those of every item; a note says so if there is no entry.
Value reached(Machine& machine, Place place, const Value& of, const std::string& name);
// The item at a position from 1, or from the end if negative.
Value item_at(const Values& items, const Decimal& position);

}  // namespace feel
