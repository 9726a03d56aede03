// A template as it is examined when it is to be published: all that is wrong with it at once.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "platform/pdf/template.hpp"

namespace pdf {

struct Examined {
  Template paper;  // what could be read
  std::vector<Problem> problems;
  std::map<std::string, int, std::less<>> lines;  // of the declared values
};
Examined examine(std::string_view text);

// Does the paper keep this box empty for later (number, date, sign, seal), whatever its values are?
bool reserves(const Template& paper, Kind box);

// The values a program gives to a paper, and whether each is always there.
using Supplied = std::map<std::string, bool>;
// Declared values that nobody supplies, and those said to be needed that are not always there.
std::vector<Problem> unsupplied(const Examined& examined, const Supplied& supplied);

}  // namespace pdf
