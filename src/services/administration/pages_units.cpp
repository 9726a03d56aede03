// The tree of units as of a day, and what became of whom.
#include "services/administration/pages_units.hpp"

namespace administration {

identity::Routes UnitPages::routes() { return {}; }

}  // namespace administration
