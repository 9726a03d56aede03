// Which shape the facts of a verb have today; the shapes themselves stand in room.cpp.
#pragma once

#include <string_view>

namespace one_stop {

int shape_of(std::string_view verb);

}  // namespace one_stop
