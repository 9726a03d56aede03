// Reading the small language: one function a level of precedence.
#include "app/carry/small_language.hpp"

#include <charconv>

namespace app::carry::small {
namespace {

constexpr int depth_max = 32;

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_'; }

struct Unreadable {};

class Reader {
 public:
  explicit Reader(std::string_view text) : text_(text) {}

  Node whole() {
    auto node = either(0);
    blanks();
    if (at_ < text_.size()) throw Unreadable();
    return node;
  }

 private:
  static void bound(int depth) {
    if (depth > depth_max) throw Unreadable();
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
    if (!sign(s)) throw Unreadable();
  }

  static Node pair(Kind kind, Node left, Node right) {
    Node node{kind, {}, {}};
    node.children.push_back(std::move(left));
    node.children.push_back(std::move(right));
    return node;
  }

  Node either(int depth) {
    bound(depth);
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
    bound(depth + 1);
    return {Kind::negate, {}, {negation(depth + 1)}};
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
    if (comparator()) throw Unreadable();
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
    bound(depth + 1);
    return {Kind::minus, {}, {unary(depth + 1)}};
  }

  Node primary(int depth) {
    blanks();
    if (at_ == text_.size()) throw Unreadable();
    const char c = text_[at_];
    if (is_digit(c)) return number();
    if (c == '\'' || c == '"') return quoted(c);
    if (is_letter(c)) return named(depth);
    if (sign("(")) {
      auto inside = either(depth + 1);
      must_follow(")");
      return inside;
    }
    must_follow("[");
    return {Kind::list, {}, items("]", depth)};
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
    const auto* begin = text_.data() + at_;
    const auto read =
        std::from_chars(begin, text_.data() + text_.size(), value, std::chars_format::fixed);
    if (read.ec != std::errc()) throw Unreadable();
    std::string digits(begin, read.ptr);
    at_ += digits.size();
    if (digits.ends_with('.')) digits.pop_back();
    return {Kind::number, std::move(digits), {}};
  }

  Node quoted(char quote) {
    const auto end = text_.find(quote, at_ + 1);
    if (end == text_.npos) throw Unreadable();
    Node node{Kind::text, std::string(text_.substr(at_ + 1, end - at_ - 1)), {}};
    at_ = end + 1;
    return node;
  }

  Node named(int depth) {
    const auto from = at_;
    while (at_ < text_.size() &&
           (is_letter(text_[at_]) || is_digit(text_[at_]) || text_[at_] == '.')) {
      ++at_;
    }
    std::string name(text_.substr(from, at_ - from));
    if (name == "true" || name == "false") return {Kind::flag, std::move(name), {}};
    if (name == "none") return {Kind::none, {}, {}};
    if (!sign("(")) return {Kind::name, std::move(name), {}};
    const std::size_t takes = name == "age" ? 2 : 1;
    const bool known =
        takes == 2 || name == "year" || name == "date" || name == "length" || name == "empty";
    if (!known) throw Unreadable();
    Node node{Kind::call, std::move(name), items(")", depth)};
    if (node.children.size() != takes) throw Unreadable();
    return node;
  }

  std::string_view text_;
  std::size_t at_ = 0;
};

}  // namespace

std::optional<Node> read(std::string_view text) try {
  return Reader(text).whole();
} catch (const Unreadable&) {
  return std::nullopt;
}

}  // namespace app::carry::small
