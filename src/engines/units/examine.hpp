// Files of units as they are examined before they are imported.
#pragma once

#include "engines/units/sheet.hpp"
#include "engines/units/units.hpp"

namespace units {

// All that import_units would refuse, in the order of the files; at most 200. Nothing is kept.
std::vector<Problem> problems_in(db::Database& db, db::Tx& tx, const std::vector<File>& units,
                                 const std::vector<File>& successions);

}  // namespace units
