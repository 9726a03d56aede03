// Where a form goes whose unit may have ended, and which commune somebody meant by a code.
//
// Nothing is guessed: where a unit was divided the person says which part.
#pragma once

#include "engines/forms/forms.hpp"
#include "engines/units/units.hpp"

namespace one_stop {

struct Addressed {
  units::Unit unit;                // it goes to; of a divided one, the unit that ended
  std::string old;                 // name of the ended unit it was addressed to; empty: none ended
  std::vector<units::Unit> heirs;  // where the person has to choose; empty: they have not to
};
std::optional<Addressed> addressed(db::Tx& tx, base::UnitId to, base::Date today, base::Lang lang);

// A commune was chosen by its code, which may mean another one today: its heir takes its place, and
// where it was divided the person is asked again.
void follow_communes(db::Tx& tx, forms::Draft& draft, base::Date today);

// An older link may name a unit that has ended: the page says so, and offers the one that follows.
struct Followed {
  std::string code;  // of the unit to offer; empty: none
  std::string told;  // empty: the link is of today
};
Followed followed(db::Tx& tx, const std::string& code, base::Date today, base::Lang lang);

}  // namespace one_stop
