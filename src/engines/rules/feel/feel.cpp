#include "engines/rules/feel/feel.hpp"

#include "engines/rules/feel/parser.hpp"

namespace feel {

Value Expression::evaluate(Machine& machine, std::span<const Value> values) const {
  try {
    const Machine::Call call(machine, root_->depth);
    Frame frame(slots_);
    std::copy(values.begin(), values.end(), frame.slots());
    return root_->eval(machine, frame.slots());
  } catch (const Exhausted& bound) {
    machine.note(root_->place, said(text::exhausted, {{"what", bound.what()}}));
    return {};
  }
}

base::Result<Expression, std::vector<Problem>> compile(std::string_view text,
                                                       const std::vector<std::string>& names) {
  Scope scope;
  for (const auto& name : names) scope.declare(name);
  std::vector<Problem> problems;
  auto root = Parser(text, scope, problems).expression();
  if (!root || !problems.empty()) return base::refuse(std::move(problems));
  Expression made;
  made.root_ = std::move(root);
  made.slots_ = scope.slots();
  return made;
}

}  // namespace feel
