// Moving positions on when their unit ends: the old position ends, one in the heir follows it.
#pragma once

#include "engines/identity/positions.hpp"
#include "engines/units/reorganise.hpp"

namespace identity {

// History reads as it was: a position keeps its unit and ends with the unit's last day. Where a
// unit was split its positions go to the rest; where nobody follows they only end. Somebody who
// holds the same role there already gets no second one.
units::Mover positions_mover(db::Database& db);

}  // namespace identity
