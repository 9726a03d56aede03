#include "engines/rules/feel/unary.hpp"

#include "engines/rules/feel/parser.hpp"
#include "engines/rules/feel/text.hpp"
#include "engines/rules/nodes/tests_node.hpp"

namespace feel {
namespace {

struct Unclear {};

// The ends of what is said; texts have no neighbours, so an order of texts is not looked through.
void gather(const Value& value, std::vector<Value>& edges) {
  if (value.is(Kind::list)) {
    for (const auto& item : value.items()) gather(item, edges);
  } else if (value.is(Kind::range)) {
    const auto& range = value.range();
    for (const auto* end : {&range.low, &range.high}) {
      if (end->is(Kind::text) && range.form != Range::Form::unequal) throw Unclear();
      if (!end->null()) edges.push_back(*end);
    }
  } else {
    edges.push_back(value);
  }
}

void gather(const Node& node, Machine& machine, Value* frame, std::vector<Value>& edges) {
  if (const auto* any = dynamic_cast<const AnyTest*>(&node)) {
    for (const auto& test : any->tests()) gather(*test, machine, frame, edges);
  } else if (const auto* relation = dynamic_cast<const RelationTest*>(&node)) {
    const auto to = relation->to().eval(machine, frame);
    const bool order =
        relation->relation() != Relation::equal && relation->relation() != Relation::unequal;
    if (order && to.is(Kind::text)) throw Unclear();
    edges.push_back(to);
  } else if (const auto* value = dynamic_cast<const ValueTest*>(&node)) {
    gather(value->value().eval(machine, frame), edges);
  } else {
    throw Unclear();
  }
}

// Outside of quoted texts: `?`, or the day it is.
bool asks_more(std::string_view text) {
  bool quoted = false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '"' && (i == 0 || text[i - 1] != '\\')) quoted = !quoted;
    if (quoted) continue;
    if (text[i] == '?') return true;
    const auto rest = text.substr(i);
    if (rest.starts_with("today") || rest.starts_with("now")) return true;
  }
  return false;
}

NodeRef parsed(std::string_view text, Scope& scope, int slot, std::vector<Problem>& problems) {
  if (tidy_name(text).empty()) return nullptr;
  return Parser(text, scope, problems).unary_tests(slot);
}

}  // namespace

bool UnaryTests::hold(Machine& machine, const Value& value, std::span<const Value> values) const {
  if (!root_) return true;
  try {
    const Machine::Call call(machine, root_->depth);
    Frame frame(slots_);
    std::copy(values.begin(), values.end(), frame.slots());
    frame.slots()[slot_] = value;
    return root_->eval(machine, frame.slots()).truth();
  } catch (const Exhausted& bound) {
    machine.note(root_->place, said(text::exhausted, {{"what", bound.what()}}));
    return false;
  }
}

std::optional<std::vector<Value>> UnaryTests::edges(Machine& machine) const {
  std::vector<Value> found;
  if (!root_) return found;
  if (!alone_) return std::nullopt;
  try {
    const Machine::Call call(machine, root_->depth);
    Frame frame(slots_);
    gather(*root_, machine, frame.slots(), found);
    return found;
  } catch (const Unclear&) {
    return std::nullopt;
  } catch (const Exhausted&) {
    return std::nullopt;
  }
}

base::Result<UnaryTests, std::vector<Problem>> compile_tests(
    std::string_view text, const std::vector<std::string>& names) {
  Scope scope;
  for (const auto& name : names) scope.declare(name);
  UnaryTests made;
  made.slot_ = scope.declare("?");
  std::vector<Problem> problems;
  made.root_ = parsed(text, scope, made.slot_, problems);
  if (!problems.empty()) return base::refuse(std::move(problems));
  made.slots_ = scope.slots();
  Scope bare;
  std::vector<Problem> unheard;
  const int slot = bare.declare("?");
  parsed(text, bare, slot, unheard);
  made.alone_ = unheard.empty() && !asks_more(text);
  return made;
}

}  // namespace feel
