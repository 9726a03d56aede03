// What a browser calls itself, as a person would say it.
#pragma once

#include <string>
#include <string_view>

#include "base/text.hpp"

namespace identity {

// "Chrome trên Android" from a User-Agent; the header itself, shortened, when it names nothing
// known.
std::string browser_name(std::string_view user_agent, base::Lang lang);

}  // namespace identity
