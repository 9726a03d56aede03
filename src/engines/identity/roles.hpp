// roles.json as it is examined before it is imported.
#pragma once

#include "engines/identity/positions.hpp"
#include "platform/reading/reading.hpp"

namespace identity {

// All that import_roles would refuse.
reading::Flaws flaws_in_roles(const base::json::value& json);

}  // namespace identity
