// The name somebody meant who wrote one that there is not.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace base {

// The one of `names` with the fewest letters to change; "" if none is near.
std::string nearest(std::string_view given, const std::vector<std::string>& names);

}  // namespace base
