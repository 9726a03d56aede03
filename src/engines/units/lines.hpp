// All lines of succession in memory, for moving much at once.
#pragma once

#include <map>
#include <memory>
#include <vector>

#include "engines/units/reorganise.hpp"

namespace units {

class Lines {
 public:
  // `day`: the tree of the day on which the heirs are to be in force.
  Lines(const std::vector<Succession>& links, std::shared_ptr<const Tree> day);

  // Who answers for a unit on that day; the unit itself if it is in force.
  Heir heir(base::UnitId unit, std::string_view address) const;
  // Does an address matter on the way?
  bool split(base::UnitId unit) const;
  Way way(base::UnitId unit, base::Date ended) const;

 private:
  const std::vector<Succession>& last(base::UnitId unit) const;

  std::map<base::UnitId, std::vector<Succession>> last_;  // the links by which each unit ended
  std::shared_ptr<const Tree> day_;
};

}  // namespace units
