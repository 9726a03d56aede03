// A table being written: cells as they were typed, kept whatever they are, and what is wrong with
// them. Pure.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "engines/decisions/decisions.hpp"
#include "engines/decisions/publish.hpp"

namespace rule_tables {

using DraftId = base::Id<struct RuleDraftTag>;

// What is typed on the page of a draft. Cells are as a clerk writes them (decisions/plain.hpp).
struct Sheet {
  decisions::Table table;
  std::string from, until;  // days
  std::string replaces;     // number of an edition
  std::string reason;
  std::vector<std::string> trial;  // values to try the table with, one a given
  bool operator==(const Sheet&) const = default;
};
std::string written(const Sheet& sheet);  // JSON, for its row
Sheet read_sheet(std::string_view json);

enum class State { draft, proposed, published, dropped };

struct Draft {
  DraftId id;
  std::string code;
  int based_on = 0;  // the newest edition when it was begun; 0: a new table
  State state = State::draft;
  int version = 1;  // grows with every save: what a form was drawn from
  Sheet sheet;
  base::PersonId begun_by, saved_by;
  base::Instant begun_at, saved_at;
  std::string last_act;  // that saved it
  journal::Actor proposed_by;
  std::optional<base::Instant> proposed_at;
  std::string hash;      // of what was proposed
  std::string returned;  // why it was given back
};

// One move on the sheet, as a button names it: "row.add.3" (a row below the third from 0),
// "row.up", "row.down", "row.copy", "row.drop"; the same of "in", "out" and "case". False: no such
// move.
bool edit(decisions::Table& table, std::string_view move);

// The givens follow the columns: a column that asks for a new name has a given of that name, one
// that was renamed keeps its examples. `before`: what each column asked when the form was drawn.
void settle(Sheet& sheet, const std::vector<std::string>& before);

struct Reviewed {
  decisions::Table table;  // in FEEL
  decisions::Findings findings;
  std::optional<decisions::Span> applies;
  int replaces = 0;
  std::string wrong_from, wrong_until, wrong_reason;  // empty: nothing is
  decisions::Findings of_days;

  bool ready() const;  // to be proposed, once its warnings are confirmed
  bool warned() const;
};
// `all`: the editions there are, newest first.
Reviewed review(const Sheet& sheet, const std::vector<decisions::Edition>& all, base::Date today,
                base::Lang lang);

// The table tried with the values typed for it; nothing while none are typed.
std::optional<decisions::Answer> tried(const decisions::Table& table,
                                       const std::vector<std::string>& typed, base::Instant now);

// What an editor begins with.
Sheet sheet_of(const decisions::Edition& edition, base::Lang lang);
Sheet empty_sheet(std::string code, std::string title);

}  // namespace rule_tables
