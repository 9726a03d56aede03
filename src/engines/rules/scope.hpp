// Is an expression sensible for the names it may ask? Asked when a pack is imported: evaluation
// itself never complains, it is only quietly false.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "engines/rules/rules.hpp"

namespace rules {

enum class Type { flag, number, text, date };

// What a name stands for. It may always be absent: then it is `none`, and comparing is false.
struct Known {
  Type type = Type::text;
  std::vector<std::string> codes = {};  // the only texts it can be; empty: any
};
using Scope = std::map<std::string, Known, std::less<>>;

// Everything that can never do what its author meant: unknown names (the nearest known one is
// told), a comparison of two types, a text that is no code of the field, sums of what has no sum,
// a condition that is always the same. Columns from 1; empty: it is sensible.
std::vector<Problem> misfits(const Expression& expression, const Scope& scope);

}  // namespace rules
