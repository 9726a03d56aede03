// Reorganising: units begin, end, merge, are split and renamed on one day, as a file or an
// administrator says. Everything or nothing; what stands is never rewritten, only ended and
// followed.
#pragma once

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "base/result.hpp"
#include "engines/journal/journal.hpp"
#include "engines/units/moving.hpp"
#include "engines/units/sheet.hpp"
#include "engines/units/units.hpp"

namespace units {

// What a line does to a unit. A unit has one fate: it ends (merge, split, close) or goes on,
// perhaps under another name, kind or code (rename) or below another unit (move).
enum class Deed { begin, merge, part, rest, rename, move, close };

// One line. `unit` is a code of the day before; `into` and `parent` are codes of the day itself,
// for a code may pass to another unit that day. What is empty stays as it is.
struct Step {
  int line = 0;
  Deed deed = Deed::begin;
  std::string unit, into, parent, kind, code, agency_code;
  base::Words name;
  std::string area;  // part: names its addresses hold, between semicolons
  std::string basis;
};

// Why nothing was done; the words are in text.hpp.
enum class Why {
  incomplete,      // a cell the deed needs is empty
  unknown_unit,    // no unit has that code on the day before
  unknown_target,  // no unit has that code on the day itself
  ends_itself,     // into or under a unit that ends on that day
  two_fates,
  later_version,  // the unit changes on that day or later already
  no_rest,        // a split without exactly one rest
  code_taken,
  below_itself,
  stranded,  // stands under a unit that ends
  open_work,
  odd_day,            // before the records begin, or more than ten years ahead
  changed_meanwhile,  // somebody changed the unit since it was shown
};
struct Fault {
  Why why;
  int line = 0;
  std::string about;  // code of the unit concerned
  std::string by;     // and of the other one, if there is
  std::string told(base::Lang lang) const;
};

// What is going to be, checked.
struct Plan {
  base::Date on;
  std::vector<Unit> begins, changes, ends;  // changes: next versions; ends: last ones
  std::vector<Succession> links;
};

// Reads a reorganisation file (README.md).
base::Result<std::vector<Step>, Problem> read_steps(const File& file);

struct Doing {
  db::Database& db;
  journal::Journal& journal;
  const Movers& movers;
  base::Instant now;
  std::string act;
  journal::Actor actor = {};
};

// Checks the steps against what stands; changes nothing.
base::Result<Plan, Fault> plan(db::Database& db, db::Tx& tx, const std::vector<Step>& steps,
                               base::Date on, base::Date today, const Movers& movers);
// Everything under way at the units that would end, unit by unit, and what would become of it.
struct Standing {
  Unit unit;  // that ends
  std::string mover;
  Item item;
};
std::vector<Standing> standing(db::Tx& tx, const Plan& plan, const Movers& movers);
// The same at one unit: with its heirs where its end is known, else with nobody.
std::vector<Standing> standing_at(db::Tx& tx, base::UnitId unit, const Movers& movers);
// What would move if the plan were carried out, by mover.
std::map<std::string, Tally> forecast(db::Tx& tx, const Plan& plan, const Movers& movers);

// Checks again and carries out, with one journal entry. The same steps for the same day a second
// time find the first and do nothing: false.
base::Result<bool, Fault> reorganise(const Doing& doing, const std::vector<Step>& steps,
                                     base::Date on);
// One step by an administrator to whom the unit was shown as `seen` (its fingerprint). Answers the
// unit concerned: the new one, or the one changed. Done twice, the second finds the first.
base::Result<base::UnitId, Fault> edit(const Doing& doing, base::UnitId unit, Step step,
                                       base::Date on, std::string_view seen);
// What another system calls the unit, from a day on; empty: no longer anything.
base::Result<base::UnitId, Fault> edit_code(const Doing& doing, base::UnitId unit, const Code& code,
                                            std::string_view seen);

// Moves on whatever still stands at units that have ended, a slice of at most 250 cases or
// positions a transaction, each with its journal entry. Safe at any time and after any
// interruption: what has moved is no longer found. `told` hears of each slice.
struct Slice {
  std::string mover;
  Unit from;  // its last version
  Tally moved;
};
std::map<std::string, Tally> move_on(const Doing& doing,
                                     const std::function<void(const Slice&)>& told,
                                     base::UnitId only = {});

}  // namespace units
