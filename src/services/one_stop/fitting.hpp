// A procedure that is to be worked on here, examined before it is published: form, flow, result and
// papers by themselves, and whether they fit each other and the verbs of this room.
#pragma once

#include "engines/catalogue/examine.hpp"
#include "engines/documents/documents.hpp"

namespace one_stop {

// Everything that would strand a dossier or print a paper with a hole, told at once. `shared` are
// the sentences that all papers share.
catalogue::Fitting fitting(const catalogue::Candidate& candidate, const documents::Wording& shared);

}  // namespace one_stop
