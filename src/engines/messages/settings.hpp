// The settings this engine reads from a pack, as they are examined before they are kept.
#pragma once

#include "platform/reading/reading.hpp"

namespace messages {

// All that is wrong with messages.json of a pack.
reading::Flaws flaws_in_settings(const base::json::value& settings);

}  // namespace messages
