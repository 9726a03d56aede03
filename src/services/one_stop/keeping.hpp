// What this room keeps of a resident: dossiers and forms not yet sent; told, taken along, erased.
#pragma once

#include "contracts/personal_data.hpp"
#include "platform/files/files.hpp"

namespace one_stop {

// The room among those that keep personal data; `files` outlives it.
contracts::Keeper keeper(const files::Store& files);

}  // namespace one_stop
