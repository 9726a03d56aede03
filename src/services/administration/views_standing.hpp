// What is under way at a unit, what becomes of it when the unit ends, and what was done then.
#pragma once

#include <map>
#include <optional>
#include <vector>

#include "engines/journal/journal.hpp"
#include "engines/units/reorganise.hpp"
#include "platform/ui/shell.hpp"

namespace administration::views {

struct StandingAt {
  base::Lang lang;
  units::Unit unit;                // its last version
  std::optional<base::Date> ends;  // first day without it; none: nobody has said that it ends
  std::vector<units::Standing> standing;
  std::vector<journal::Stored> moved;  // entries of what went on, oldest first
  std::map<base::UnitId, base::Words> names;
};
ui::OfficerPage standing_at(const StandingAt& page);

}  // namespace administration::views
