// Evaluating a text in a test: what it answers, written as FEEL writes it.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "engines/rules/feel/feel.hpp"

namespace saying {

using Given = std::vector<std::pair<std::string, feel::Value>>;

// 09:30 on 30 November 2026 in Cần Thơ.
inline feel::Moment noon() { return *feel::Moment::parse("2026-11-30T09:30:00+07:00"); }

inline std::string of(std::string_view text, const Given& given = {}) {
  std::vector<std::string> names;
  feel::Values values;
  for (const auto& [name, value] : given) {
    names.push_back(name);
    values.push_back(value);
  }
  const auto expression = feel::compile(text, names);
  if (!expression) {
    const auto& first = expression.error().front();
    return "line " + std::to_string(first.place.line) + " column " +
           std::to_string(first.place.column) + ": " + first.words.en;
  }
  feel::Machine machine(noon());
  return feel::text_of(expression->evaluate(machine, values));
}

}  // namespace saying
