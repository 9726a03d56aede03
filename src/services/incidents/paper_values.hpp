// The values this room tells its paper, by name.
#pragma once

#include <string>

#include "engines/documents/examine.hpp"

namespace incidents {

std::pair<std::string, documents::Supply> paper_values();

}  // namespace incidents
