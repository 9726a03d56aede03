// Units as administrators see them. Values in, HTML out.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "engines/units/geometry.hpp"
#include "engines/units/reorganise.hpp"
#include "platform/ui/shell.hpp"

namespace administration::views {

// A day as it was asked for; what is no day shows the fallback and says so.
struct Day {
  base::Date date;
  std::string typed;
  bool wrong = false;
};

// Names of units that are told beside one another, by id.
using Names = std::map<base::UnitId, base::Words>;

struct UnitTree {
  base::Lang lang;
  Day day;
  base::Date today;
  const units::Tree* tree;          // not null
  std::optional<base::Date> first;  // on which the records begin
  std::string words;                // looked for
  std::vector<units::Found> found;
  bool as_table = false;
};
ui::OfficerPage unit_tree(const UnitTree& page);

struct OneUnit {
  base::Lang lang;
  Day day;
  base::Date today;
  const units::Tree* tree;
  std::vector<units::Unit> versions;  // oldest first, at least one
  std::optional<base::Date> first;
  std::vector<units::Code> codes;
  std::vector<units::Succession> before, after;
  std::vector<units::Unit> heirs;                  // that answer for it today, if it has ended
  Names names;                                     // of all units told of
  std::map<base::UnitId, std::string> unit_codes;  // theirs
  int positions = 0;
  bool saved = false;
  bool may_change = false;
};
ui::OfficerPage one_unit(const OneUnit& page);

struct Compared {
  base::Lang lang;
  Day from, to;
  const units::Tree* before;
  const units::Tree* after;
  std::vector<units::Succession> links;
};
ui::OfficerPage compared(const Compared& page);

struct Followed {
  base::Lang lang;
  std::vector<base::Date> days;  // newest first
  base::Date day;
  std::vector<units::Succession> links;
  const units::Tree* before;
  const units::Tree* after;
};
ui::OfficerPage followed(const Followed& page);

struct Cell {
  const units::Unit* unit;
  units::Point centre;
};
struct UnitMap {
  base::Lang lang;
  Day day;
  std::vector<Cell> cells;
};
ui::OfficerPage unit_map(const UnitMap& page);

// The form that changes a unit, as typed.
struct EditUnit {
  base::Lang lang;
  units::Unit unit;
  std::string seen;  // its fingerprint
  std::map<std::string, std::string> typed;
  std::map<std::string, std::string> problems;  // by field
  std::string refusal;
  base::Html marks;
};
ui::OfficerPage edit_unit(const EditUnit& page);

}  // namespace administration::views
