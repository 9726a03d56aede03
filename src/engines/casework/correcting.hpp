// A published flow that turned out wrong: its open cases go on with the flow of a corrected
// version.
#pragma once

#include "engines/casework/casework.hpp"

namespace casework {

// The case follows the flow of `version` from now on, and its open task becomes the activity `node`
// there; when it was opened and its limits stay. no_such_task: it waits for nothing (any more), or
// that flow has no such activity.
base::Result<void, Trouble> follow(Casework& casework, db::Tx& tx, const Card& open,
                                   base::VersionId version, const std::string& node);

}  // namespace casework
