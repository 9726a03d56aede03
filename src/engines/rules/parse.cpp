// Reading an expression: one function a level of precedence, the first problem wins.
#include <charconv>
#include <cmath>

#include "engines/rules/node.hpp"
#include "engines/rules/text.hpp"

namespace rules {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_'; }

class Parser {
 public:
  explicit Parser(std::string_view text) : text_(text) {}

  base::Result<Expression, Problem> whole() {
    if (text_.size() > std::size_t(length_max)) {
      return base::refuse(problem_at(0, text::too_long, {{"max", std::to_string(length_max)}}));
    }
    auto node = either(0);
    blanks();
    if (!problem_ && at_ < text_.size()) {
      fail(text::left_over, {{"rest", std::string(text_.substr(at_, 20))}});
    }
    if (problem_) return base::refuse(*problem_);
    return Expression(std::make_shared<const Node>(std::move(node)));
  }

 private:
  static Problem problem_at(std::size_t at, const base::Text& text, base::Holes holes) {
    return {int(at) + 1, {fill(text, base::Lang::vi, holes), fill(text, base::Lang::en, holes)}};
  }
  Node fail(const base::Text& text, base::Holes holes = {}) {
    if (!problem_) problem_ = problem_at(at_, text, holes);
    at_ = text_.size();  // nothing after the first problem is worth reading
    return {Kind::constant};
  }

  void blanks() {
    while (at_ < text_.size() && (text_[at_] == ' ' || text_[at_] == '\n')) ++at_;
  }
  bool sign(std::string_view s) {
    blanks();
    if (!text_.substr(at_).starts_with(s)) return false;
    at_ += s.size();
    return true;
  }
  // A whole word: "or" does not begin "order".
  bool word(std::string_view w) {
    blanks();
    if (!text_.substr(at_).starts_with(w)) return false;
    const auto end = at_ + w.size();
    if (end < text_.size() && (is_letter(text_[end]) || is_digit(text_[end]))) return false;
    at_ = end;
    return true;
  }
  void must_follow(std::string_view s) {
    if (!sign(s)) fail(text::expected_sign, {{"sign", std::string(s)}});
  }

  static Node pair(Kind kind, Node left, Node right) {
    Node node{kind};
    node.column = left.column;
    node.children.push_back(std::move(left));
    node.children.push_back(std::move(right));
    return node;
  }

  Node either(int depth) {
    if (depth > depth_max) return fail(text::too_deep, {{"max", std::to_string(depth_max)}});
    auto left = both(depth);
    while (word("or")) left = pair(Kind::either, std::move(left), both(depth));
    return left;
  }
  Node both(int depth) {
    auto left = negation(depth);
    while (word("and")) left = pair(Kind::both, std::move(left), negation(depth));
    return left;
  }
  Node negation(int depth) {
    if (!word("not")) return comparison(depth);
    if (depth >= depth_max) return fail(text::too_deep, {{"max", std::to_string(depth_max)}});
    Node node{Kind::negate};
    node.children.push_back(negation(depth + 1));
    node.column = node.children[0].column;
    return node;
  }

  std::optional<Kind> comparator() {
    if (sign("==")) return Kind::equal;
    if (sign("!=")) return Kind::unequal;
    if (sign("<=")) return Kind::at_most;
    if (sign(">=")) return Kind::at_least;
    if (sign("<")) return Kind::less;
    if (sign(">")) return Kind::more;
    if (word("in")) return Kind::within;
    const auto before = at_;
    if (word("not") && word("in")) return Kind::outside;
    at_ = before;
    return std::nullopt;
  }
  Node comparison(int depth) {
    auto left = sum(depth);
    const auto kind = comparator();
    if (!kind) return left;
    left = pair(*kind, std::move(left), sum(depth));
    const auto before = at_;
    if (comparator()) {
      at_ = before;
      return fail(text::chain);
    }
    return left;
  }
  Node sum(int depth) {
    auto left = unary(depth);
    for (;;) {
      if (sign("+"))
        left = pair(Kind::add, std::move(left), unary(depth));
      else if (sign("-"))
        left = pair(Kind::subtract, std::move(left), unary(depth));
      else
        return left;
    }
  }
  Node unary(int depth) {
    if (!sign("-")) return primary(depth);
    if (depth >= depth_max) return fail(text::too_deep, {{"max", std::to_string(depth_max)}});
    Node node{Kind::minus};
    node.children.push_back(unary(depth + 1));
    node.column = node.children[0].column;
    return node;
  }

  Node primary(int depth) {
    blanks();
    const auto column = int(at_) + 1;
    auto node = bare(depth);
    node.column = column;
    return node;
  }
  Node bare(int depth) {
    const char c = at_ < text_.size() ? text_[at_] : '\0';
    if (is_digit(c)) return number();
    if (c == '\'' || c == '"') return quoted(c);
    if (is_letter(c)) return named(depth);
    if (sign("(")) {
      auto inside = either(depth + 1);
      must_follow(")");
      return inside;
    }
    if (sign("[")) {
      Node list{Kind::list};
      list.children = items("]", depth);
      return list;
    }
    return fail(text::expected_value);
  }

  // Values between commas up to the closing sign, which is taken too.
  std::vector<Node> items(std::string_view close, int depth) {
    std::vector<Node> out;
    if (sign(close)) return out;
    do out.push_back(either(depth + 1));
    while (sign(","));
    must_follow(close);
    return out;
  }

  Node number() {
    double value = 0;
    const auto* end = text_.data() + text_.size();
    const auto read = std::from_chars(text_.data() + at_, end, value, std::chars_format::fixed);
    if (read.ec != std::errc() || !std::isfinite(value)) return fail(text::bad_number);
    at_ = std::size_t(read.ptr - text_.data());
    return {Kind::constant, value};
  }

  Node quoted(char quote) {
    const auto end = text_.find(quote, at_ + 1);
    if (end == text_.npos) return fail(text::unclosed_text);
    Node node{Kind::constant, std::string(text_.substr(at_ + 1, end - at_ - 1))};
    at_ = end + 1;
    return node;
  }

  Node named(int depth) {
    const auto from = at_;
    while (at_ < text_.size() &&
           (is_letter(text_[at_]) || is_digit(text_[at_]) || text_[at_] == '.')) {
      ++at_;
    }
    const std::string name(text_.substr(from, at_ - from));
    if (name == "true" || name == "false") return {Kind::constant, name == "true"};
    if (name == "none") return {Kind::constant};
    if (!sign("(")) return {Kind::name, {}, name};
    const auto* called = function(name);
    if (!called) {
      at_ = from;
      return fail(text::no_function, {{"name", name}});
    }
    Node node{Kind::call, {}, name, items(")", depth)};
    if (node.children.size() == called->arguments) return node;
    at_ = problem_ ? at_ : from;
    return fail(text::wrong_count, {{"name", name}, {"count", std::to_string(called->arguments)}});
  }

  std::string_view text_;
  std::size_t at_ = 0;
  std::optional<Problem> problem_;
};

}  // namespace

base::Result<Expression, Problem> parse(std::string_view text) { return Parser(text).whole(); }

}  // namespace rules
