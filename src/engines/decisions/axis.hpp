// One input of a table as a line of stretches: within a stretch every cell of the column answers
// the same, so one value stands for all of it.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "engines/decisions/table.hpp"
#include "engines/rules/values/value.hpp"

namespace decisions {

struct Stretch {
  feel::Value sample;
  // Of numbers and days: its ends. An open end that is null goes on for ever.
  feel::Value low, high;
  bool low_closed = true, high_closed = true;
  bool other = false;  // any text that is not listed
};

struct Axis {
  base::Words label;
  ValueType type = ValueType::text;
  std::vector<Stretch> stretches;       // those the allowed values leave
  std::vector<std::vector<bool>> sure;  // row -> stretch: it fits
  std::vector<bool> unclear;            // rows whose cell cannot be looked through: it may fit
};

Axis axis_of(const Table& table, std::size_t input);

// "tuổi từ 16 đến 18": which of its stretches, in words.
base::Words told(const Axis& axis, const std::vector<bool>& stretches);

}  // namespace decisions
