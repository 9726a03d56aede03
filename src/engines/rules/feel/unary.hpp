// Unary tests by themselves: what a cell of a decision table says of one value, and at which
// values its answer can change. For those who look over a table as a whole.
#pragma once

#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "engines/rules/feel/problem.hpp"

namespace feel {

class Node;

class UnaryTests {
 public:
  // Exactly true; false also where FEEL answers null. `values` in the order of the names.
  bool hold(Machine& machine, const Value& value, std::span<const Value> values = {}) const;
  bool anything() const { return !root_; }  // "-", or nothing
  // Values between two neighbours of which the answer stays the same, whatever else is given.
  // Nothing where that cannot be told: `?`, another name, the day or the order of texts decides.
  std::optional<std::vector<Value>> edges(Machine& machine) const;

 private:
  friend base::Result<UnaryTests, std::vector<Problem>> compile_tests(
      std::string_view, const std::vector<std::string>&);
  std::shared_ptr<const Node> root_;
  int slots_ = 0, slot_ = 0;
  bool alone_ = true;  // asks for nothing but the value
};

base::Result<UnaryTests, std::vector<Problem>> compile_tests(
    std::string_view text, const std::vector<std::string>& names = {});

}  // namespace feel
