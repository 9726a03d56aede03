// What an administrator sees first. Values in, HTML out.
#pragma once

#include "platform/ui/shell.hpp"

namespace administration::views {

ui::OfficerPage overview(base::Lang lang);

}  // namespace administration::views
