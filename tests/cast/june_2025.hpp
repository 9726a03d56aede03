// The city as it stood in June 2025, with officers and open dossiers, and what July changes in it.
#pragma once

#include <cstdint>
#include <map>
#include <string>

#include "platform/db/db.hpp"

namespace cast::june_2025 {

inline const base::Date july_1 = *base::Date::of(2025, 7, 1);

// The pack's units in force on 30 June, still open, as a file of units.
std::string units();
// The change of 1 July, from the pack's units and successions, as a file of a reorganisation. Two
// neighbourhoods of each split ward are said to be the part; the resolution names none.
std::string change();

// Imports the units and fills in invented officers and open dossiers, one of four at a district.
void settle(db::Database& db, int dossiers);

// Everything that may not get lost.
struct Counts {
  std::int64_t dossiers = 0;
  std::int64_t dossier_units = 0;  // sum of the units they were given to: is any row rewritten?
  std::int64_t open_cases = 0;
  std::int64_t open_tasks = 0;      // of the flow
  std::int64_t to_confirm = 0;      // cards that ask which unit decides
  std::int64_t positions = 0;       // in force on the day
  std::int64_t orphaned_tasks = 0;  // at a desk of a unit that is not in force on the day
  std::int64_t orphaned_positions = 0;
  std::int64_t apart = 0;  // open tasks at another desk than their case's unit
};
Counts counts(db::Database& db, base::Date day);

}  // namespace cast::june_2025
