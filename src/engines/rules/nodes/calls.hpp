// Nodes that make and call functions.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "engines/rules/feel/scope.hpp"
#include "engines/rules/functions/functions.hpp"
#include "engines/rules/nodes/node.hpp"
#include "engines/rules/values/function.hpp"

namespace feel {

// What a function written in a rule is made of; its parameters are the first slots of its frame.
struct Body {
  std::vector<Parameter> parameters;
  NodeRef node;
  Scope::Made made;
  TypeRef result;  // null: anything
};

class Closure final : public Function {
 public:
  Closure(std::shared_ptr<const Body> body, Values captured);
  const std::vector<Parameter>& parameters() const override { return body_->parameters; }
  TypeRef result() const override { return body_->result; }
  int depth() const override { return depth_; }
  Value call(Machine& machine, std::span<const Value> arguments) const override;

 private:
  std::shared_ptr<const Body> body_;
  Values captured_;
  int depth_ = 1;
};

class FunctionOf final : public Node {
 public:
  FunctionOf(Place place, std::shared_ptr<const Body> body) : Node(place), body_(std::move(body)) {
    holds(body_->node);
  }
  Value eval(Machine& machine, Value* frame) const override;
  Shape shape(Checker& checker) const override;

 private:
  std::shared_ptr<const Body> body_;
};

struct Arguments {
  std::vector<NodeRef> values;
  std::vector<std::string> names;  // empty: by position
};

class Call final : public Node {
 public:
  Call(Place place, NodeRef function, Arguments arguments);
  Value eval(Machine& machine, Value* frame) const override;
  Shape shape(Checker& checker) const override;

 private:
  NodeRef function_;
  Arguments arguments_;
};

// A function of the language called by its own name: found while compiling.
class BuiltInCall final : public Node {
 public:
  // `arguments` stand in the order of the signature.
  BuiltInCall(Place place, const BuiltIn& function, BuiltInFunction of,
              std::vector<NodeRef> arguments);
  Value eval(Machine& machine, Value* frame) const override;
  Shape shape(Checker& checker) const override;

 private:
  const BuiltIn& function_;
  BuiltInFunction of_;
  std::vector<NodeRef> arguments_;
};

}  // namespace feel
