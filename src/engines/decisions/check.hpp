// What is wrong with a table before it is published, each at its place, in words a clerk reads.
#pragma once

#include "engines/decisions/table.hpp"
#include "engines/rules/values/value.hpp"

namespace decisions {

// Everything: names, cells, examples and, where the cells can be read, gaps and overlaps.
Findings check(const Table& table);

// Cells, names, allowed values, numbers and days that are written as FEEL does not read them.
Findings check_cells(const Table& table);
// Every example gives what it says, every row has one. The cells must be sound.
Findings check_examples(const Table& table);
// Every case of the inputs gone through, where their cells are values, lists and intervals: cases
// no row fits, rows that fit together where one must, rows that are never reached. At most
// `boxes_max` cases are told apart; beyond them it is said that the table is too large to tell.
Findings check_cases(const Table& table);
inline constexpr long boxes_max = 200'000;
inline constexpr std::size_t told_max = 12;  // gaps or overlaps named; then how many more

// A name FEEL takes for one, blanks and marks and all.
bool is_name(const std::string& name);
// A value as its text says it ("76", "true", "date(\"2026-07-01\")"); nothing if it is no such
// value by itself.
std::optional<feel::Value> literal(std::string_view text);
// Does the value belong in a column of that type?
bool fits(const feel::Value& value, ValueType type);
// As a page says it: 540.000, 01/07/2026, có.
std::string shown(const feel::Value& value, base::Lang lang);

}  // namespace decisions
