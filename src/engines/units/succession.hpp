// Who took over from whom: units end, their work goes on.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "engines/units/unit.hpp"
#include "platform/db/db.hpp"

namespace units {

// How much of a unit went to another: all of it; the part named by `area`; what no part took.
enum class Share { whole, part, rest };

struct Succession {
  base::UnitId from, to;
  base::Date effective;  // first day on which `to` answers
  Share share = Share::whole;
  std::string area;  // of a part: names its addresses hold, "khu vực 1; đường Nguyễn Đệ"
  std::string basis;
  Confidence confidence = Confidence::known;
};

// One step, effective by that day; the whole, then parts by their units' ids, then the rest.
std::vector<Succession> successors(db::Tx& tx, base::UnitId unit, base::Date as_of);
std::vector<Succession> predecessors(db::Tx& tx, base::UnitId unit, base::Date as_of);

// Who answers on a day for what a unit was given.
struct Heir {
  base::UnitId unit;    // none: the unit ended, and nobody took over
  bool certain = true;  // false: it was split, and the address did not say where to
};

// The unit itself while it is in force, else who took over, however many steps on. `address` as it
// was written decides where a unit was split; without a word that tells, the rest answers.
Heir heir(db::Tx& tx, base::UnitId unit, base::Date as_of, std::string_view address = {});

// All units in force that took over any of it; the unit itself while it is in force.
std::vector<base::UnitId> heirs(db::Tx& tx, base::UnitId unit, base::Date as_of);

// The part whose area the address names, by its longest name; the rest where none or several do.
// Pure; `links` are those of one unit and one day.
Heir choose(const std::vector<Succession>& links, std::string_view address);

}  // namespace units
