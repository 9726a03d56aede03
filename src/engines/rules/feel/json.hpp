// Values as JSON: numbers keep all their digits, dates and durations are ISO texts.
#pragma once

#include <string>
#include <string_view>

#include "base/result.hpp"
#include "engines/rules/values/machine.hpp"

namespace feel {

struct JsonProblem {
  std::size_t column;  // in bytes, from 1
  std::string message;
};

// {"feel": "…"} is what the text of that expression says. Depth is bounded to 200.
base::Result<Value, JsonProblem> value_of_json(Machine& machine, std::string_view json);
std::string json_of(const Value& value);

}  // namespace feel
