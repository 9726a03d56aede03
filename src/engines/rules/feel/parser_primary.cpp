// The parser's smallest pieces: literals, names, brackets, and what begins with a word.
#include <set>

#include "engines/rules/feel/parser.hpp"
#include "engines/rules/nodes/access.hpp"
#include "engines/rules/nodes/operators.hpp"
#include "engines/rules/nodes/tests_node.hpp"

namespace feel {

NodeRef Parser::primary() {
  const char next = reader_.peek();
  if (next == '[' || next == ']') return bracketed();
  if (next == '(') return parenthesised();
  if (next == '{') return context();
  if (next == '"' || next == '@' || next == '.' || (next >= '0' && next <= '9')) return literal();
  if (next == '\'') fail(text::double_quotes);
  if (!reader_.begins_name()) missing(text::expected_value);
  const auto begin = reader_.at();
  if (reader_.phrase({&scope_.phrases()})) {  // a name of several words may begin with any
    reader_.go(begin);
    return name();
  }
  if (auto node = keyword()) return node;
  return name();
}

NodeRef Parser::keyword() {
  const auto place = reader_.here();
  if (reader_.take_word("true")) return std::make_unique<Constant>(place, true);
  if (reader_.take_word("false")) return std::make_unique<Constant>(place, false);
  if (reader_.take_word("null")) return std::make_unique<Constant>(place, Value());
  if (reader_.take_word("if")) return if_();
  if (reader_.take_word("for")) return for_();
  if (reader_.take_word("some")) return quantified(true);
  if (reader_.take_word("every")) return quantified(false);
  if (reader_.sees_word("function")) return function();
  return nullptr;
}

NodeRef Parser::literal() {
  const auto place = reader_.here();
  const auto constant = [&](Value value) {
    return std::make_unique<Constant>(place, std::move(value));
  };
  const bool moment = reader_.take("@");
  if (reader_.take("\"")) {
    auto text = reader_.quoted();
    if (!text) fail(text::unclosed_text);
    if (!moment) return constant(std::move(*text));
    auto value = literal_moment(*text);
    if (value.null()) tell(place, text::bad_moment, {{"text", shown(Value(*text))}});
    return constant(std::move(value));
  }
  const auto digits = moment ? std::string_view() : reader_.number();
  if (digits.empty()) missing(text::expected_value);
  const auto number = Decimal::parse(digits);
  if (!number) tell(place, text::bad_number, {{"number", std::string(digits.substr(0, 40))}});
  return constant(number);
}

NodeRef Parser::name() {
  const auto place = reader_.here();
  const auto begin = reader_.at();
  auto key = reader_.phrase({&scope_.phrases(), &built_in_phrases(),
                             scope_.in_item() ? scope_.members() : nullptr,
                             scope_.in_item() ? scope_.own_members() : nullptr});
  if (!key) key = reader_.word();
  const auto* function = scope_.knows(*key) ? nullptr : built_in(*key);
  if (function && reader_.sees("(")) return call(*function, place);
  if (scope_.is_open() && !declared(*key)) {
    reader_.go(begin);
    return asked(place);
  }
  return named(*key, place);
}

// A word of the language, or a name that the text itself declares.
bool Parser::declared(const std::string& key) {
  if (scope_.knows(key) || key == "?") return true;
  return scope_.in_item() && (key == "item" || scope_.own_members()->has(key));
}

// The longest chain of names that stands here: whoever answers knows where a name ends and its
// entries begin. A function's name without brackets is a name like others.
NodeRef Parser::asked(Place place) {
  const auto key = reader_.word();
  std::vector<std::string> entries;
  while (reader_.sees(".") && !reader_.sees("..")) {
    const auto dot = reader_.at();
    reader_.take(".");
    if (!reader_.begins_name()) {
      reader_.go(dot);
      break;
    }
    entries.push_back(entry_key());
  }
  return scope_.ask(key, entries, place);
}

NodeRef Parser::named(const std::string& key, Place place) {
  if (key == "?") asks_ = true;
  if (key == "partial") asks_partial_ = true;
  if (auto node = scope_.read(key, place)) return node;
  if (const auto* function = built_in(key)) {
    return std::make_unique<Constant>(place, function_of(*function));
  }
  tell(place, text::unknown_name, {{"name", key.substr(0, 80)}});
  return std::make_unique<Constant>(place, Value());
}

NodeRef Parser::bracketed() {
  const auto place = reader_.here();
  const bool outer = std::exchange(in_range_end_, false);
  const bool closed = reader_.take("[");
  if (!closed) reader_.take("]");
  std::vector<NodeRef> items;
  if (!closed || !reader_.take("]")) {
    auto first = any();
    if (!closed || reader_.sees("..")) {
      auto range = range_end(place, std::move(first), closed);
      in_range_end_ = outer;
      return range;
    }
    items.push_back(std::move(first));
    while (reader_.take(",")) items.push_back(any());
    expect("]");
  }
  in_range_end_ = outer;
  return std::make_unique<ListOf>(place, std::move(items));
}

NodeRef Parser::range_end(Place place, NodeRef low, bool low_closed) {
  expect("..");
  const bool outer = std::exchange(in_range_end_, true);
  auto high = any();
  in_range_end_ = outer;
  const bool high_closed = reader_.take("]");
  if (!high_closed && !reader_.take(")") && !reader_.take("[")) expect("]");
  const auto* from = low->constant();
  const auto* to = high->constant();
  if (from && to) {  // made once
    auto range = range_of(*from, *to, low_closed, high_closed);
    if (!range.null()) return std::make_unique<Constant>(place, std::move(range));
  }
  return std::make_unique<RangeOf>(place, std::move(low), std::move(high), low_closed, high_closed);
}

// (a), (a..b], and (< 10): a range with one end.
NodeRef Parser::parenthesised() {
  const auto place = reader_.here();
  const bool outer = std::exchange(in_range_end_, false);
  reader_.take("(");
  NodeRef node;
  if (const auto how = relation()) {
    node = std::make_unique<ComparisonRange>(place, *how, any());
    expect(")");
  } else {
    node = any();
    if (reader_.sees("..")) {
      node = range_end(place, std::move(node), false);
    } else {
      expect(")");
    }
  }
  in_range_end_ = outer;
  return node;
}

std::string Parser::new_name(std::initializer_list<std::string_view> ends) {
  reader_.blanks();
  const auto begin = reader_.at();
  std::string key;
  const auto ended = [&] {
    for (const auto end : ends) {
      const bool sign = end.size() == 1;
      if (sign ? reader_.sees(end) : reader_.sees_word(end)) return true;
    }
    return false;
  };
  if (!reader_.begins_name()) missing(text::expected_name);
  auto last = begin;
  while (!ended() && reader_.piece(key)) last = reader_.at();
  if (key.empty() || key.size() > 1'000) missing(text::expected_name);
  const auto at = reader_.at();
  reader_.go(last);
  auto made = tidy_name(reader_.from(begin));
  reader_.go(at);
  return made;
}

std::string Parser::entry_name() {
  if (!reader_.take("\"")) return new_name({":"});
  auto name = reader_.quoted();
  if (!name) fail(text::unclosed_text);
  return *name;
}

NodeRef Parser::context() {
  const auto place = reader_.here();
  const bool outer = std::exchange(in_range_end_, false);
  reader_.take("{");
  const auto mark = scope_.mark();
  std::vector<ContextOf::Entry> entries;
  std::set<std::string> names;
  bool twice = false;
  if (!reader_.take("}")) {
    do {
      const auto entry_place = reader_.here();
      auto name = entry_name();
      if (!names.insert(name).second) {
        tell(entry_place, text::twice, {{"name", name}});
        twice = true;
      }
      expect(":");
      auto value = any();
      const int slot = scope_.declare(name);
      scope_.add_member(name);
      entries.push_back({std::move(name), std::move(value), slot, nullptr});
    } while (reader_.take(","));
    expect("}");
  }
  scope_.forget(mark);
  in_range_end_ = outer;
  if (twice) return std::make_unique<Constant>(place, Value());
  return std::make_unique<ContextOf>(place, std::move(entries));
}

NodeRef Parser::if_() {
  const auto place = reader_.here();
  auto condition = any();
  expect_word("then");
  auto yes = any();
  expect_word("else");
  auto no = any();
  return std::make_unique<If>(place, std::move(condition), std::move(yes), std::move(no));
}

std::vector<Domain> Parser::domains() {
  std::vector<Domain> made;
  constexpr std::size_t domains_max = 50;
  do {
    const auto name = new_name({"in"});
    expect_word("in");
    auto from = any();
    NodeRef to;
    if (reader_.take("..")) to = any();
    made.push_back({std::move(from), std::move(to), scope_.declare(name)});
    if (made.size() > domains_max) fail(text::too_deep, {{"max", std::to_string(domains_max)}});
  } while (reader_.take(","));
  return made;
}

NodeRef Parser::for_() {
  const auto place = reader_.here();
  const auto mark = scope_.mark();
  auto over = domains();
  expect_word("return");
  const int partial = scope_.declare("partial");
  const bool outer = std::exchange(asks_partial_, false);
  auto body = any();
  const bool asks = std::exchange(asks_partial_, outer);
  scope_.forget(mark);
  return std::make_unique<For>(place, std::move(over), std::move(body), partial, asks);
}

NodeRef Parser::quantified(bool some) {
  const auto place = reader_.here();
  const auto mark = scope_.mark();
  auto over = domains();
  expect_word("satisfies");
  auto condition = any();
  scope_.forget(mark);
  return std::make_unique<Quantified>(place, some, std::move(over), std::move(condition));
}

}  // namespace feel
