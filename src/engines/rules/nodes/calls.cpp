#include "engines/rules/nodes/calls.hpp"

#include <array>

#include "engines/rules/feel/problem.hpp"
#include "engines/rules/feel/text.hpp"

namespace feel {

Closure::Closure(std::shared_ptr<const Body> body, Values captured)
    : body_(std::move(body)), captured_(std::move(captured)) {
  for (const auto& value : captured_) depth_ = std::max(depth_, value.depth() + 1);
  if (depth_ > Machine::depth_max) Machine::exhausted("functions within functions");
}

Value Closure::call(Machine& machine, std::span<const Value> arguments) const {
  const Machine::Call call(machine, body_->node->depth);
  Frame frame(body_->made.slots);
  for (std::size_t i = 0; i < arguments.size(); ++i) {
    const auto& type = body_->parameters[i].type;
    frame.slots()[i] = type ? coerced(machine, arguments[i], *type) : arguments[i];
    if (frame.slots()[i].null() && !arguments[i].null()) return {};  // the argument does not fit
  }
  const auto& captures = body_->made.captures;
  for (std::size_t i = 0; i < captures.size(); ++i) {
    frame.slots()[captures[i].inner] = captured_[i];
  }
  auto value = body_->node->eval(machine, frame.slots());
  return body_->result ? coerced(machine, std::move(value), *body_->result) : value;
}

Value FunctionOf::eval(Machine& machine, Value* frame) const {
  Values captured;
  for (const auto& capture : body_->made.captures) captured.push_back(frame[capture.outer]);
  machine.keep(std::int64_t(captured.size()) + 1);
  return Value(
      std::shared_ptr<const Function>(std::make_shared<Closure>(body_, std::move(captured))));
}

Call::Call(Place place, NodeRef function, Arguments arguments)
    : Node(place), function_(std::move(function)), arguments_(std::move(arguments)) {
  holds(function_);
  for (const auto& value : arguments_.values) holds(value);
}

namespace {

// Arguments by name, in the order of the parameters; false if one is unknown or missing.
bool by_name(const std::vector<Parameter>& parameters, const std::vector<std::string>& names,
             Values& values) {
  if (names.size() != parameters.size()) return false;
  Values ordered(parameters.size());
  for (std::size_t i = 0; i < parameters.size(); ++i) {
    const auto at = std::find(names.begin(), names.end(), key_of(parameters[i].name));
    if (at == names.end()) return false;
    ordered[i] = values[std::size_t(at - names.begin())];
  }
  values = std::move(ordered);
  return true;
}

}  // namespace

Value Call::eval(Machine& machine, Value* frame) const {
  const auto callee = function_->eval(machine, frame);
  Values values;
  values.reserve(arguments_.values.size());
  for (const auto& value : arguments_.values) values.push_back(value->eval(machine, frame));
  if (!callee.is(Kind::function)) {
    machine.note(place, said(text::not_a_function));
    return {};
  }
  const auto& function = callee.function();
  const bool right = arguments_.names.empty()
                         ? function.takes(values.size())
                         : by_name(function.parameters(), arguments_.names, values);
  if (!right) {
    machine.note(place, said(text::wrong_call));
    return {};
  }
  return function.call(machine, values);
}

namespace {

// A list of one item where a function takes no list is the item. False if there is none such.
bool unwrap(std::span<Value> values) {
  bool any = false;
  for (auto& value : values) {
    if (!value.is(Kind::list) || value.items().size() != 1) continue;
    value = Value(value.items().front());
    any = true;
  }
  return any;
}

}  // namespace

BuiltInCall::BuiltInCall(Place place, const BuiltIn& function, BuiltInFunction of,
                         std::vector<NodeRef> arguments)
    : Node(place), function_(function), of_(of), arguments_(std::move(arguments)) {
  for (const auto& value : arguments_) holds(value);
}

Value BuiltInCall::eval(Machine& machine, Value* frame) const {
  constexpr std::size_t few = 4;
  std::array<Value, few> some;
  Values many;
  std::span<Value> values(some.data(), arguments_.size());
  if (arguments_.size() > few) {
    many.resize(arguments_.size());
    values = many;
  }
  for (std::size_t i = 0; i < arguments_.size(); ++i) {
    if (arguments_[i]) values[i] = arguments_[i]->eval(machine, frame);
  }
  auto made = BuiltIn::run(of_, machine, values);
  if (made.null() && unwrap(values)) made = of_(machine, values);
  if (made.null()) {
    std::string all;
    for (const auto& value : values) all += (all.empty() ? "" : ", ") + shown(value);
    machine.note(place, said(text::wrong_arguments,
                             {{"name", std::string(function_.name)}, {"values", all}}));
  }
  return made;
}

}  // namespace feel
