// What happened to a dossier, read from the journal and only from it; and what is still to come.
#pragma once

#include <string>
#include <vector>

#include "engines/casework/casework.hpp"
#include "engines/journal/journal.hpp"
#include "platform/ui/lists.hpp"
#include "services/one_stop/dossier.hpp"

namespace one_stop {

// One entry with the name of the officer who did it (empty: the resident), "làm thay …" in both
// languages if they stood in for somebody, and the name of their unit then.
struct Happened {
  journal::Stored entry;
  std::string officer;
  base::Words acted_by;
  base::Words unit;
  bool read = true;  // false: a newer program wrote it, its facts may mean anything
};

// Everything a page needs to tell a dossier's story.
struct Story {
  Dossier dossier;
  std::vector<Happened> happened;        // oldest first
  std::optional<casework::Card> open;    // the task it waits for
  std::vector<casework::Activity> plan;  // activities of its flow, in order
  base::Words unit;                      // that answers for it now
  std::vector<std::string> holders;      // officers who may do the open task
};

// The unit that answers for a dossier on a day: where its case is, and who took over from that
// unit. The dossier itself keeps the unit it was given to. None: nobody took over.
base::UnitId answering(db::Tx& tx, const Dossier& dossier, base::Date today);

Story story_of(db::Tx& tx, casework::Casework& casework, const Dossier& dossier, base::Date today);

// For the resident: done, now, to come.
std::vector<ui::Moment> timeline(const Story& story, base::Lang lang);
// For officers: newest first, by name.
std::vector<ui::LogEntry> log(const Story& story, const std::string& owner, base::Lang lang);
// For officers: the flow's steps with their inner deadlines.
std::vector<ui::Moment> process(const Story& story, base::Lang lang);

}  // namespace one_stop
