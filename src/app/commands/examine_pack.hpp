// What is wrong with a pack, without publishing it.
#pragma once

#include "app/program.hpp"

namespace app {

// By file and line, all of it; nothing is kept.
std::vector<catalogue::PackProblem> examine_pack(Ground& ground, const std::string& folder);

}  // namespace app
