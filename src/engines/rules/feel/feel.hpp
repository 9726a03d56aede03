// FEEL: the expression language of DMN 1.3 to 1.5. This door compiles a text and runs it.
//
//   fee = 15000 and age >= 18          sum(for p in papers return p.copies * 2000)
//   date("2025-07-01") + duration("P30D")          applicant.birth date <= today() - @"P18Y"
//
// Numbers are exact decimals of 34 digits, texts Unicode, answers true, false or null. What does
// not fit (a date times a text, an unknown entry) is null with a note that says where. Reading is
// linear in the text and bounded (250,000 bytes, 500 brackets in brackets); running is bounded by
// Machine. A compiled expression never changes and may run on any thread.
//
// A condition holds only when it is exactly true. Null, the answer where something is missing or
// does not compare, is "no", like every other value: nobody gets a fee, a question or a right
// from what is not known. `not(…)` of null is null too, so "no" as well.
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.hpp"
#include "base/result.hpp"
#include "engines/rules/feel/problem.hpp"
#include "engines/rules/values/machine.hpp"
#include "engines/rules/values/value.hpp"

namespace feel {

class Node;
class Scope;

// Answers a name of those who wrote the rule; nothing: there is no such name. Of subject.birth.year
// it is asked the longest first: the whole, then subject.birth and its entry, then subject.
using Lookup = std::function<std::optional<Value>(std::string_view name)>;

// A name nobody declared, which whoever runs the rule is asked: "purpose", "subject.birth".
struct Asked {
  std::string name;
  int slot = 0;
  bool perhaps = false;  // within filters only: an entry of the item may answer it
};

class Expression {
 public:
  // `values` in the order of the names it was compiled with. Null, with a note, beyond a bound.
  Value evaluate(Machine& machine, std::span<const Value> values = {}) const;
  Value evaluate(Machine& machine, const Lookup& lookup) const;  // if compiled open

  // What it asks, in the order in which it is first written.
  const std::vector<Asked>& asks() const { return *asked_; }
  std::vector<std::string> names() const;          // all of these
  bool asks_clock() const { return asks_clock_; }  // now() or today()
  const Node& root() const { return *root_; }

 private:
  friend base::Result<Expression, std::vector<Problem>> compiled(std::string_view text,
                                                                 Scope& scope);
  Value run(Machine& machine, Value* slots) const;

  std::shared_ptr<const Node> root_;
  std::shared_ptr<const std::vector<Asked>> asked_;
  int slots_ = 0;
  bool asks_clock_ = false;
};

using Compiled = base::Result<Expression, std::vector<Problem>>;
// Names may have blanks and marks. All problems are told, the first one first; unknown names too.
Compiled compile(std::string_view text, const std::vector<std::string>& names = {});
// Whatever names it has are asked when it runs: conditions of forms, flows, papers. They are words
// with dots between them; check.hpp says which of them nobody knows.
Compiled compile_open(std::string_view text);

inline Date day(base::Date date) { return {date.days}; }
// The first moment of a day in Việt Nam: what now() is where only the day matters.
Moment midnight(base::Date date);

// Whether a condition that was compiled open holds on a day; see above.
bool holds(const Expression& condition, base::Date today, const Lookup& lookup);

}  // namespace feel
