// The settings this room reads from a pack, as they are examined before they are kept.
#pragma once

#include "platform/reading/reading.hpp"

namespace privacy {

// All that is wrong with personal-data.json of a pack.
reading::Flaws flaws_in_settings(const base::json::value& settings);

}  // namespace privacy
