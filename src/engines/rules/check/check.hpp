// Is a condition sensible for the names it may ask? Asked when something is to be published: a run
// never complains, it is only quietly null.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "engines/rules/feel/feel.hpp"

namespace feel {

// What a name stands for. It may always be absent: then it is null.
struct Known {
  Kind kind = Kind::text;
  std::vector<std::string> codes = {};                     // the only texts it can be; empty: any
  std::map<std::string, Known, std::less<>> entries = {};  // of a context, or of a list's contexts
};
// A name with dots ("subject.birth") is known as a whole, or as an entry of what it begins with.
using Names = std::map<std::string, Known, std::less<>>;

// Whether it is known, or what it begins with is.
bool knows(const Names& names, std::string_view asked);

// Everything that can never do what its author meant: unknown names (the nearest known one is
// told), a comparison of two kinds, a text that is no code of the field, sums of what has no sum,
// what is no condition, a condition that is always the same. Empty: it is sensible.
std::vector<Problem> misfits(const Expression& condition, const Names& names);

}  // namespace feel
