// What administrators and auditors see of the journal. Values in, HTML out.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "engines/journal/seals.hpp"
#include "engines/journal/search.hpp"
#include "engines/journal/upcast.hpp"
#include "platform/ui/shell.hpp"

namespace administration::views {

// The search as it was typed.
struct Wanted {
  std::string subject, person, verb, unit, from, until, act;
  bool any() const;
  std::string query() const;  // as it stands in an address
};

struct EntryRow {
  journal::Answer answer;
  std::string actor, unit;
  bool read = true;  // false: its shape is newer than this program
};

struct JournalList {
  Wanted wanted;
  std::vector<std::string> problems;
  std::vector<EntryRow> rows;
  base::EntryId next;        // none: there are no older ones
  bool administers = false;  // an auditor only reads the journal
};
ui::OfficerPage journal(base::Lang lang, const JournalList& list);
// At most so many entries, the newest; where there are older ones (`next`) its last row says so.
inline constexpr int journal_file_max = 5'000;
std::string journal_csv(base::Lang lang, const JournalList& list);

struct SealsState {
  std::vector<journal::Seal> seals;  // newest first
  std::vector<journal::KeyTerm> keys;
  std::vector<journal::Stale> stale;
  std::optional<EntryRow> verified;  // the entry its last verification left
  bool asked = false;                // a verification was just asked for
  bool administers = false;
  base::Html marks;
};
ui::OfficerPage seals_state(base::Lang lang, const SealsState& state);

std::string actor_name(base::Lang lang, const journal::Actor& actor, const std::string& officer);

}  // namespace administration::views
