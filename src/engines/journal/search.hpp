// Side door: looking entries up, newest first, bounded, page by page from a cursor.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "engines/journal/journal.hpp"

namespace journal {

// Who may look things up beside administrators.
inline constexpr std::string_view auditor_role = "AUDITOR";

// Empty parts ask for nothing. A subject, a person or a whole verb is found by an index; the rest
// is looked for among those, or among all.
struct Question {
  std::string subject_kind;
  std::int64_t subject = 0;
  base::PersonId person;  // who acted
  base::UnitId unit;
  std::string verb;                          // whole, or a room with its point: "one_stop."
  std::optional<base::Instant> from, until;  // [from, until)
};

struct Answer {
  Stored entry;
  std::int64_t seal = 0;  // 0: not sealed yet
};

struct Answers {
  std::vector<Answer> found;
  base::EntryId next;  // where to go on; none: there is no more
};

// So many entries are looked at for one page; with a rare wish it may be short, and still go on.
inline constexpr int looked_at_max = 20'000;

// Entries below `before` (none: from the newest), at most `limit`.
Answers search(db::Tx& tx, const Question& question, base::EntryId before, int limit);

std::optional<Answer> by_act(db::Tx& tx, std::string_view act);

}  // namespace journal
