// People, their positions and who acts for them.
#include "services/administration/pages_people.hpp"

namespace administration {

identity::Routes PeoplePages::routes() { return {}; }

}  // namespace administration
