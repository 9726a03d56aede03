// What an administrator sees first. Values in, HTML out.
#pragma once

#include "platform/ui/shell.hpp"

namespace administration::views {

// `city_wide`: with what belongs to the city as a whole.
ui::OfficerPage overview(base::Lang lang, bool city_wide);

}  // namespace administration::views
