// Officers' accounts, their sessions and second factors.
#include "services/administration/pages_accounts.hpp"

namespace administration {

identity::Routes AccountPages::routes() { return {}; }

}  // namespace administration
