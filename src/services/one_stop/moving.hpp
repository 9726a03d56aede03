// What becomes of papers under way when the unit of their dossier ends.
#pragma once

#include "engines/casework/casework.hpp"
#include "engines/documents/documents.hpp"
#include "engines/journal/journal.hpp"
#include "engines/units/reorganise.hpp"
#include "services/one_stop/dossier.hpp"

namespace one_stop {

// What moving works with; all outlive the movers.
struct Office {
  db::Database& db;
  journal::Journal& journal;
  casework::Casework& casework;
};

// Withdraws a paper that is not issued, and brings its dossier back to who drafts, with an entry of
// its own. Nothing where it is issued, or must be finished as the old agency's.
bool draft_again(const Office& office, db::Tx& tx, base::Instant now, const Dossier& dossier,
                 const documents::Document& paper);

// Papers of an ended unit that the heir has to draft again. Asked after the open cases have moved:
// the desk that drafts is the heir's.
units::Mover papers_mover(const Office& office);

// Forms that residents are filling in. Nothing is written: the person is told where the form goes
// now, or asked where the unit was divided.
units::Mover drafts_mover();

}  // namespace one_stop
