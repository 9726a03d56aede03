// FEEL: the expression language of DMN 1.3 to 1.5. This door compiles a text and runs it.
//
//   fee = 15000 and age >= 18          sum(for p in papers return p.copies * 2000)
//   date("2025-07-01") + duration("P30D")          applicant.birth date <= today() - @"P18Y"
//
// Numbers are exact decimals of 34 digits, texts Unicode, answers true, false or null. What does
// not fit (a date times a text, an unknown entry) is null with a note that says where. Reading is
// linear in the text and bounded (250,000 bytes, 500 brackets in brackets); running is bounded by
// Machine. A compiled expression never changes and may run on any thread.
#pragma once

#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "engines/rules/feel/problem.hpp"
#include "engines/rules/values/machine.hpp"
#include "engines/rules/values/value.hpp"

namespace feel {

class Node;

class Expression {
 public:
  // `values` in the order of the names it was compiled with. Null, with a note, beyond a bound.
  Value evaluate(Machine& machine, std::span<const Value> values = {}) const;

 private:
  friend base::Result<Expression, std::vector<Problem>> compile(std::string_view,
                                                                const std::vector<std::string>&);
  std::shared_ptr<const Node> root_;
  int slots_ = 0;
};

// Names may have blanks and marks. All problems are told, the first one first; unknown names too.
base::Result<Expression, std::vector<Problem>> compile(std::string_view text,
                                                       const std::vector<std::string>& names = {});

}  // namespace feel
