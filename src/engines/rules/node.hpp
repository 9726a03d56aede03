// How a parsed expression is kept: a tree of a few kinds of node.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "engines/rules/rules.hpp"

namespace rules {

enum class Kind {
  constant,
  name,
  list,
  call,
  minus,
  add,
  subtract,
  negate,
  both,
  either,
  equal,
  unequal,
  less,
  at_most,
  more,
  at_least,
  within,
  outside
};

struct Node {
  Kind kind;
  Value constant;
  std::string name;            // of a value or a function
  std::vector<Node> children;  // operands, arguments, items
  int column = 0;              // where it begins, from 1
};

struct Function {
  std::string_view name;
  std::size_t arguments;
  Value (*of)(std::span<const Value>);
};

// Nothing if there is no such function.
const Function* function(std::string_view name);

}  // namespace rules
