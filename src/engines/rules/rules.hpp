// Rules: a small language for conditions that come as data (form fields, gateways of a flow).
//
//   purpose == 'MARRIAGE' and not (age(subject_birth, today) < 18)
//   subject_status in ['DIVORCED', 'WIDOWED']        outcome == 'accept' and fee_due > 0
//
// It is total: evaluation always ends with a value, and a name nobody knows is `none`. What does
// not fit (adding a date to a text, a word used as a number) is `none` too; comparing with it is
// false, except that `!=` is true. Precedence, loosest first: or, and, not, comparisons, + and -.
// The clock is no part of it: `today` is a name the caller answers.
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "base/date.hpp"
#include "base/result.hpp"
#include "base/text.hpp"

namespace rules {

struct Value;
using None = std::monostate;
using List = std::vector<Value>;

struct Value {
  std::variant<None, bool, double, std::string, base::Date, List> held;

  Value() = default;
  Value(bool v) : held(v) {}
  Value(double v) : held(v) {}
  Value(int v) : held(double(v)) {}
  Value(std::string v) : held(std::move(v)) {}
  Value(const char* v) : held(std::string(v)) {}
  Value(base::Date v) : held(v) {}
  Value(List v) : held(std::move(v)) {}

  bool none() const { return held.index() == 0; }
  // What `and`, `or`, `not` and a whole condition ask: false are none, false, 0, '' and [].
  bool truth() const;
  bool operator==(const Value&) const = default;
};

struct Problem {
  int column;  // from 1, in bytes
  base::Words message;
};

inline constexpr int length_max = 1'000;
inline constexpr int depth_max = 32;

struct Node;  // rules.cpp

// A parsed text; cheap to copy, never changes, may be evaluated on any thread.
class Expression {
 public:
  explicit Expression(std::shared_ptr<const Node> root) : root_(std::move(root)) {}
  const Node& root() const { return *root_; }

 private:
  std::shared_ptr<const Node> root_;
};

// Functions: age(birth, on) in whole years, year(date), date('2026-11-22'), length(text or list),
// empty(value). Any other name before a parenthesis is a problem.
base::Result<Expression, Problem> parse(std::string_view text);

using Lookup = std::function<Value(std::string_view name)>;
Value evaluate(const Expression& expression, const Lookup& lookup);

// The names it asks for, each once: a pack is checked for names that nothing answers.
std::vector<std::string> names(const Expression& expression);

// Whole years lived on a day; a person born on 29 February turns a year older on 1 March.
int age(base::Date birth, base::Date on);

}  // namespace rules
