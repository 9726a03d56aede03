// Working days, office hours and their corrections.
#include "services/administration/pages_calendar.hpp"

namespace administration {

identity::Routes CalendarPages::routes() { return {}; }

}  // namespace administration
