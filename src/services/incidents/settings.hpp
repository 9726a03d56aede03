// The settings this room reads from a pack, as they are examined before they are kept.
#pragma once

#include "platform/reading/reading.hpp"

namespace incidents {

// All that is wrong with incidents.json of a pack.
reading::Flaws flaws_in_settings(const base::json::value& settings);

}  // namespace incidents
