// The parser's functions, calls, types and unary tests.
#include "engines/rules/feel/parser.hpp"
#include "engines/rules/nodes/access.hpp"
#include "engines/rules/nodes/tests_node.hpp"

namespace feel {

Parameter Parser::parameter() {
  Parameter made{new_name({":", ",", ")"}), nullptr};
  if (reader_.take(":")) made.type = type();
  return made;
}

NodeRef Parser::function() {
  const auto place = reader_.here();
  reader_.take_word("function");
  expect("(");
  auto body = std::make_shared<Body>();
  if (!reader_.take(")")) {
    do {
      body->parameters.push_back(parameter());
    } while (reader_.take(","));
    expect(")");
  }
  if (reader_.take_word("external")) fail(text::external);
  scope_.push_function();
  const auto mark = scope_.mark();
  for (const auto& parameter : body->parameters) scope_.declare(parameter.name);
  body->node = any();
  scope_.forget(mark);
  body->made = scope_.pop_function();
  return std::make_unique<FunctionOf>(place, std::move(body));
}

Arguments Parser::arguments() {
  const bool outer = std::exchange(in_range_end_, false);
  const Level level(*this);
  Arguments made;
  expect("(");
  if (!reader_.take(")")) {
    do {
      reader_.blanks();
      const auto begin = reader_.at();
      std::string key;
      while (reader_.begins_name() || !key.empty()) {
        if (!reader_.piece(key)) break;
      }
      const bool named = !key.empty() && reader_.take(":");
      if (!named) reader_.go(begin);
      const bool by_name = made.values.empty() ? named : !made.names.empty();
      if (named != by_name) missing(text::expected_name);
      if (named) made.names.push_back(key);
      made.values.push_back(any());
    } while (reader_.take(","));
    expect(")");
  }
  in_range_end_ = outer;
  return made;
}

NodeRef Parser::call(NodeRef callee) {
  const auto place = reader_.here();
  return std::make_unique<Call>(place, std::move(callee), arguments());
}

namespace {

// Puts arguments given by names where the signature has them; false if it knows one of them not.
bool arrange(const Signature& signature, Arguments& given) {
  std::vector<NodeRef> ordered(signature.names.size());
  std::vector<std::size_t> to;
  for (const auto& name : given.names) {
    const auto at = std::find(signature.names.begin(), signature.names.end(), name);
    if (at == signature.names.end()) return false;
    to.push_back(std::size_t(at - signature.names.begin()));
  }
  for (std::size_t i = 0; i < to.size(); ++i) {
    if (ordered[to[i]]) return false;
    ordered[to[i]] = std::move(given.values[i]);
  }
  while (ordered.size() > signature.required && !ordered.back()) ordered.pop_back();
  given.values = std::move(ordered);
  return true;
}

// date("2025-07-01") is computed once, while reading. now() and today() have no arguments and stay.
Value folded(BuiltInFunction of, const std::vector<NodeRef>& arguments) {
  Values values;
  for (const auto& argument : arguments) {
    const auto* value = argument ? argument->constant() : nullptr;
    if (!value || value->depth() > 0) return {};
    values.push_back(*value);
  }
  if (values.empty()) return {};
  try {
    Machine machine{Moment()};
    return of(machine, values);
  } catch (const Exhausted&) {
    return {};
  }
}

std::string parameters_of(const BuiltIn& function) {
  std::string out;
  for (const auto name : function.signatures.front().names) {
    (out += out.empty() ? "" : ", ") += name;
  }
  return out;
}

}  // namespace

NodeRef Parser::call(const BuiltIn& function, Place place) {
  if (function.name == "now" || function.name == "today") scope_.ask_clock();
  auto given = arguments();
  bool right = given.names.empty() && function.takes(given.values.size());
  auto of = function.of;
  if (!given.names.empty()) {
    const auto found =
        std::find_if(function.signatures.begin(), function.signatures.end(),
                     [&](const Signature& signature) { return arrange(signature, given); });
    right = found != function.signatures.end();
    if (right && found->of) of = found->of;
  }
  if (!right) {
    const std::string name(function.name);
    if (!given.names.empty()) {
      tell(place, text::wrong_names, {{"name", name}});
    } else {
      tell(place, text::wrong_count, {{"name", name}, {"names", parameters_of(function)}});
    }
    return std::make_unique<Constant>(place, Value());
  }
  if (auto value = folded(of, given.values); !value.null()) {
    return std::make_unique<Constant>(place, std::move(value));
  }
  return std::make_unique<BuiltInCall>(place, function, of, std::move(given.values));
}

NodeRef Parser::test(int slot) {
  const auto place = reader_.here();
  if (const auto how = relation()) {
    return std::make_unique<RelationTest>(place, slot, *how, any());
  }
  const bool outer = std::exchange(asks_, false);
  auto value = any();
  const bool asks = asks_;
  asks_ = outer || asks;
  return std::make_unique<ValueTest>(place, slot, std::move(value), asks);
}

// Tests with commas between them; not(...) around them turns the answer.
NodeRef Parser::tests(int slot) {
  const auto place = reader_.here();
  const auto begin = reader_.at();
  std::vector<NodeRef> all;
  if (reader_.take_word("not") && reader_.take("(")) {
    do {
      all.push_back(test(slot));
    } while (reader_.take(","));
    if (reader_.take(")") && reader_.done()) {
      return std::make_unique<AnyTest>(place, std::move(all), true);
    }
    all.clear();
  }
  reader_.go(begin);
  do {
    all.push_back(test(slot));
  } while (reader_.take(","));
  if (all.size() == 1) return std::move(all.front());
  return std::make_unique<AnyTest>(place, std::move(all), false);
}

// x in 1, x in [1..5], x in (1, > 5), x in (1..5]
NodeRef Parser::in_test(NodeRef value) {
  const auto place = reader_.here();
  const int slot = scope_.hidden();
  NodeRef tested;
  if (const auto how = relation()) {
    tested = std::make_unique<RelationTest>(place, slot, *how, sum());
  } else if (reader_.sees("(")) {
    const Level level(*this);
    const bool outer = std::exchange(in_range_end_, false);
    reader_.take("(");
    std::vector<NodeRef> all;
    all.push_back(nullptr);
    if (const auto first = relation()) {
      all[0] = std::make_unique<RelationTest>(place, slot, *first, any());
    } else {
      auto one = any();
      if (reader_.sees("..")) {
        auto range = range_end(place, std::move(one), false);
        in_range_end_ = outer;
        NodeRef within = std::make_unique<ValueTest>(place, slot, std::move(range), false);
        return std::make_unique<In>(place, std::move(value), slot, std::move(within));
      }
      all[0] = std::make_unique<ValueTest>(place, slot, std::move(one), false);
    }
    while (reader_.take(",")) all.push_back(test(slot));
    expect(")");
    in_range_end_ = outer;
    tested = all.size() == 1 ? std::move(all[0])
                             : std::make_unique<AnyTest>(place, std::move(all), false);
  } else {
    tested = std::make_unique<ValueTest>(place, slot, sum(), false);
  }
  return std::make_unique<In>(place, std::move(value), slot, std::move(tested));
}

TypeRef Parser::type() {
  const Level level(*this);
  if (reader_.take_word("list")) return list_type();
  if (reader_.take_word("context")) return context_type();
  if (reader_.take_word("function")) return function_type();
  if (reader_.take_word("range")) {
    Type made{.of = Type::Of::range, .name = "range"};
    if (reader_.take("<")) {
      made.element = type();
      expect(">");
    }
    return std::make_shared<const Type>(std::move(made));
  }
  return named_type();
}

TypeRef Parser::list_type() {
  Type made{.of = Type::Of::list, .name = "list"};
  if (reader_.take("<")) {
    made.element = type();
    expect(">");
  }
  return std::make_shared<const Type>(std::move(made));
}

TypeRef Parser::context_type() {
  Type made{.of = Type::Of::context, .name = "context"};
  if (reader_.take("<") && !reader_.take(">")) {
    do {
      auto name = entry_name();
      expect(":");
      made.members.emplace_back(std::move(name), type());
    } while (reader_.take(","));
    expect(">");
  }
  return std::make_shared<const Type>(std::move(made));
}

TypeRef Parser::function_type() {
  Type made{.of = Type::Of::function, .name = "function"};
  if (reader_.take("<")) {
    if (!reader_.take(">")) {
      do {
        made.parameters.push_back(type());
      } while (reader_.take(","));
      expect(">");
    }
    expect("->");
    made.result = type();
  }
  return std::make_shared<const Type>(std::move(made));
}

TypeRef Parser::named_type() {
  const auto place = reader_.here();
  static const Phrases plain = [] {
    Phrases made;
    for (const auto* name :
         {"date and time", "years and months duration", "days and time duration"}) {
      made.add(name);
    }
    return made;
  }();
  auto key = reader_.phrase({&plain, scope_.types() ? scope_.types()->phrases() : nullptr});
  if (!key) {
    if (!reader_.begins_name()) missing(text::expected_name);
    key = reader_.word();
  }
  if (scope_.types()) {
    if (auto found = scope_.types()->type(*key)) return found;
  }
  if (auto found = plain_type(*key)) return found;
  tell(place, text::unknown_type, {{"name", key->substr(0, 80)}});
  return nullptr;
}

}  // namespace feel
