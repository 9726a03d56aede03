#include "engines/rules/feel/parser.hpp"

#include "base/fold.hpp"
#include "engines/rules/nodes/access.hpp"
#include "engines/rules/nodes/operators.hpp"
#include "engines/rules/nodes/tests_node.hpp"
#include "engines/rules/values/arithmetic.hpp"

namespace feel {

void Parser::fail(const base::Text& text, base::Holes holes) {
  tell(reader_.here(), text, holes);
  throw Unreadable();
}

void Parser::missing(const base::Text& text) {
  fail(text, {{"rest", std::string(reader_.rest(20))}});
}

void Parser::tell(Place place, const base::Text& text, base::Holes holes) {
  constexpr std::size_t problems_max = 100;
  if (problems_.size() < problems_max) problems_.push_back({place, said(text, holes)});
}

void Parser::expect(std::string_view sign) {
  if (reader_.take(sign)) return;
  fail(text::expected_sign, {{"sign", std::string(sign)}, {"rest", std::string(reader_.rest(20))}});
}

void Parser::expect_word(std::string_view word) {
  if (reader_.take_word(word)) return;
  fail(text::expected_sign, {{"sign", std::string(word)}, {"rest", std::string(reader_.rest(20))}});
}

// Everything up to the end of the text, or one problem. The scope is left as it was found.
template <class Read>
NodeRef Parser::whole(Read read) {
  const auto standing = scope_.standing();
  try {
    if (text_.size() > length_max) fail(text::too_long, {{"max", std::to_string(length_max)}});
    if (!base::is_text(text_)) fail(text::not_text);  // its texts would be written into JSON
    auto node = read();
    if (!reader_.done()) missing(text::left_over);
    return node;
  } catch (const Unreadable&) {
    scope_.go_back(standing);
    return nullptr;
  }
}

NodeRef Parser::expression() {
  return whole([&] { return any(); });
}

NodeRef Parser::unary_tests(int slot) {
  return whole([&]() -> NodeRef {
    const auto begin = reader_.at();
    if (reader_.take("-") && reader_.done()) return nullptr;
    reader_.go(begin);
    return tests(slot);
  });
}

// Left sides grow without brackets (a.b.c, a = b = c): their depth is bounded here.
NodeRef Parser::checked(NodeRef node) {
  if (node->depth > depth_max) fail(text::too_deep, {{"max", std::to_string(depth_max)}});
  return node;
}

NodeRef Parser::any() {
  const Level level(*this);
  return disjunction();
}

NodeRef Parser::disjunction() {
  const auto place = reader_.here();
  auto first = conjunction();
  if (!reader_.sees_word("or")) return first;
  std::vector<NodeRef> operands;
  operands.push_back(std::move(first));
  while (reader_.take_word("or")) operands.push_back(conjunction());
  return std::make_unique<Junction>(place, true, std::move(operands));
}

NodeRef Parser::conjunction() {
  const auto place = reader_.here();
  auto first = comparison();
  if (!reader_.sees_word("and")) return first;
  std::vector<NodeRef> operands;
  operands.push_back(std::move(first));
  while (reader_.take_word("and")) operands.push_back(comparison());
  return std::make_unique<Junction>(place, false, std::move(operands));
}

std::optional<Relation> Parser::relation() {
  if (std::string_view("<>=!").find(reader_.peek()) == std::string_view::npos) return std::nullopt;
  if (reader_.take("<=")) return Relation::at_most;
  if (reader_.take(">=")) return Relation::at_least;
  if (reader_.take("!=")) return Relation::unequal;
  if (reader_.take("<")) return Relation::less;
  if (reader_.take(">")) return Relation::more;
  if (reader_.take("=")) {
    if (reader_.sees("=")) fail(text::one_equals);
    return Relation::equal;
  }
  return std::nullopt;
}

NodeRef Parser::comparison() {
  auto left = sum();
  while (true) {
    const auto* before = left.get();
    left = compared(std::move(left));
    if (left.get() == before) return left;
    left = checked(std::move(left));
  }
}

NodeRef Parser::compared(NodeRef left) {
  const auto place = reader_.here();
  if (const auto how = relation()) {
    auto right = sum();
    return std::make_unique<Comparison>(place, *how, std::move(left), std::move(right));
  }
  if (reader_.take_word("between")) {
    auto low = sum();
    expect_word("and");
    auto high = sum();
    return std::make_unique<Between>(place, std::move(left), std::move(low), std::move(high));
  }
  if (reader_.take_word("in")) return in_test(std::move(left));
  return left;
}

namespace {

using Steps = std::vector<Arithmetic::Step>;

NodeRef chain(Place place, NodeRef first, Steps steps) {
  if (steps.empty()) return first;
  return std::make_unique<Arithmetic>(place, std::move(first), std::move(steps));
}

}  // namespace

NodeRef Parser::sum() {
  const auto place = reader_.here();
  auto first = product();
  Steps steps;
  while (true) {
    if (reader_.take("+")) {
      steps.push_back({'+', add, product()});
    } else if (reader_.take("-")) {
      steps.push_back({'-', subtract, product()});
    } else {
      return chain(place, std::move(first), std::move(steps));
    }
  }
}

NodeRef Parser::product() {
  const auto place = reader_.here();
  auto first = power();
  Steps steps;
  while (true) {
    if (!reader_.sees("**") && reader_.take("*")) {
      steps.push_back({'*', multiply, power()});
    } else if (reader_.take("/")) {
      steps.push_back({'/', divide, power()});
    } else {
      return chain(place, std::move(first), std::move(steps));
    }
  }
}

NodeRef Parser::power() {
  const auto place = reader_.here();
  auto first = negation();
  Steps steps;
  while (reader_.take("**")) steps.push_back({'^', raise, negation()});
  return chain(place, std::move(first), std::move(steps));
}

NodeRef Parser::negation() {
  const auto place = reader_.here();
  bool minus = false, any_minus = false;
  while (reader_.take("-")) {
    minus = !minus;
    any_minus = true;
  }
  auto of = instance();
  if (!any_minus) return of;
  if (const auto* value = of->constant(); value && value->is(Kind::number)) {
    return std::make_unique<Constant>(place, minus ? negate(*value) : *value);
  }
  NodeRef made = std::make_unique<Negation>(place, std::move(of));
  if (!minus) made = std::make_unique<Negation>(place, std::move(made));
  return made;
}

NodeRef Parser::instance() {
  auto value = postfix();
  const auto place = reader_.here();
  if (!reader_.sees_word("instance")) return value;
  reader_.take_word("instance");
  expect_word("of");
  const auto of = type();
  if (!of) return std::make_unique<Constant>(place, Value());
  return std::make_unique<InstanceOf>(place, std::move(value), of);
}

NodeRef Parser::postfix() {
  auto node = primary();
  while (true) {
    if (reader_.sees(".") && !reader_.sees("..")) {
      node = path(std::move(node));
    } else if (reader_.sees("[") && !closes_range()) {
      node = filter(std::move(node));
    } else if (reader_.sees("(")) {
      node = call(std::move(node));
    } else {
      return node;
    }
    node = checked(std::move(node));
  }
}

// In ]1..3[ the last bracket closes; in [1..xs[1]] it opens a filter.
bool Parser::closes_range() {
  if (!in_range_end_) return false;
  const auto begin = reader_.at();
  reader_.take("[");
  const char next = reader_.peek();
  bool closes =
      std::string_view(",)]}=<>!*+/").find(next) != std::string_view::npos || next == '\0';
  closes = closes || (reader_.sees(".") && reader_.number().empty());
  for (const auto word :
       {"and", "or", "then", "else", "return", "satisfies", "in", "between", "instance"}) {
    closes = closes || reader_.sees_word(word);
  }
  reader_.go(begin);
  return closes;
}

NodeRef Parser::filter(NodeRef list) {
  const auto place = reader_.here();
  const Level level(*this);
  reader_.take("[");
  const bool outer = std::exchange(in_range_end_, false);
  const int slot = scope_.hidden();
  scope_.push_item(slot);
  auto condition = any();
  scope_.pop_item();
  in_range_end_ = outer;
  expect("]");
  return std::make_unique<Filter>(place, std::move(list), std::move(condition), slot);
}

NodeRef Parser::path(NodeRef of) {
  const auto place = reader_.here();
  reader_.take(".");
  return std::make_unique<Path>(place, std::move(of), entry_key());
}

std::string Parser::entry_key() {
  static const Phrases parts = [] {
    Phrases made;
    for (const auto* name : {"time offset", "start included", "end included"}) made.add(name);
    return made;
  }();
  auto key = reader_.phrase({&parts, scope_.members(), scope_.own_members()});
  if (!key && reader_.begins_name()) key = reader_.word();
  if (!key) missing(text::expected_name);
  return std::move(*key);
}

}  // namespace feel
