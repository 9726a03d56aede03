#include "engines/rules/feel/feel.hpp"

#include "engines/rules/feel/parser.hpp"
#include "engines/rules/nodes/access.hpp"

namespace feel {

Value Expression::run(Machine& machine, Value* slots) const try {
  const Machine::Call call(machine, root_->depth);
  return root_->eval(machine, slots);
} catch (const Exhausted& bound) {
  machine.note(root_->place, said(text::exhausted, {{"what", bound.what()}}));
  return {};
}

Value Expression::evaluate(Machine& machine, std::span<const Value> values) const {
  Frame frame(slots_);
  std::copy(values.begin(), values.end(), frame.slots());
  return run(machine, frame.slots());
}

namespace {

// The longest beginning of a name that is known, and the entries behind it.
Value answer(Machine& machine, std::string_view name, const Lookup& lookup) {
  for (auto end = name.size();;) {
    if (auto found = lookup(name.substr(0, end))) {
      auto value = std::move(*found);
      while (end < name.size()) {
        const auto next = std::min(name.find('.', end + 1), name.size());
        value = reached(machine, {}, value, std::string(name.substr(end + 1, next - end - 1)));
        end = next;
      }
      return value;
    }
    const auto dot = name.substr(0, end).rfind('.');
    if (dot == name.npos) return {};
    end = dot;
  }
}

}  // namespace

Value Expression::evaluate(Machine& machine, const Lookup& lookup) const {
  Frame frame(slots_);
  for (const auto& one : *asked_) frame.slots()[one.slot] = answer(machine, one.name, lookup);
  return run(machine, frame.slots());
}

std::vector<std::string> Expression::names() const {
  std::vector<std::string> out;
  for (const auto& one : *asked_) out.push_back(one.name);
  return out;
}

Compiled compiled(std::string_view text, Scope& scope) {
  std::vector<Problem> problems;
  auto root = Parser(text, scope, problems).expression();
  if (!root || !problems.empty()) return base::refuse(std::move(problems));
  Expression made;
  made.root_ = std::move(root);
  made.asked_ = std::make_shared<const std::vector<Asked>>(scope.take_asked());
  made.slots_ = scope.slots();
  made.asks_clock_ = scope.asks_clock();
  return made;
}

Compiled compile(std::string_view text, const std::vector<std::string>& names) {
  Scope scope;
  for (const auto& name : names) scope.declare(name);
  return compiled(text, scope);
}

Compiled compile_open(std::string_view text) {
  Scope scope;
  scope.open();
  return compiled(text, scope);
}

Moment midnight(base::Date date) { return {day(date), {0, 0, Zone{7 * 3'600}}}; }

bool holds(const Expression& condition, base::Date today, const Lookup& lookup) {
  Machine machine(midnight(today));
  return condition.evaluate(machine, lookup).truth();
}

}  // namespace feel
