// The dated tree of organisation units: departments, communes, their desks. "As of" is always
// asked.
//
// A unit keeps its own id for ever; names, codes and parents are versions with dates. Codes of the
// statistics office (GSO) are attributes, never keys: they are re-used with another meaning.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engines/units/succession.hpp"
#include "engines/units/tree.hpp"

namespace units {

std::optional<Unit> find(db::Tx& tx, base::UnitId id, base::Date as_of);
std::optional<Unit> by_code(db::Tx& tx, std::string_view code, base::Date as_of);

// In the order of the Vietnamese alphabet.
std::vector<Unit> of_kinds(db::Tx& tx, const std::vector<std::string>& kinds, base::Date as_of);
std::vector<Unit> children(db::Tx& tx, base::UnitId parent, base::Date as_of);

// Is `unit` the same as `top`, or below it?
bool within(db::Tx& tx, base::UnitId unit, base::UnitId top, base::Date as_of);

// The first day of anything known; none: nothing is. What began then may be older than the records.
std::optional<base::Date> records_begin(db::Tx& tx);
// Every version of one unit, oldest first.
std::vector<Unit> history(db::Tx& tx, base::UnitId id);
// What other systems call it, oldest first: QD20 (first part of dossier codes), EDXML, BUDGET, TAX,
// PORTAL. An empty code ends the one before.
struct Code {
  std::string system;
  base::Date from;
  std::string code;
};
std::vector<Code> codes(db::Tx& tx, base::UnitId id);
// All links that took effect after the one day and by the other, by day.
std::vector<Succession> successions(db::Tx& tx, base::Date after, base::Date by);
// Changes with anything that is known about the unit: two who change it at once are told apart.
std::string fingerprint(db::Tx& tx, base::UnitId id);

// What is different on two days; each pair is before and after. Pure.
struct Difference {
  std::vector<const Unit*> began, ended;
  std::vector<std::pair<const Unit*, const Unit*>> renamed;  // name, kind or code
  std::vector<std::pair<const Unit*, const Unit*>> moved;    // below another unit
};
Difference difference(const Tree& before, const Tree& after);

// A unit in force on the day, found by a name it or a unit before it bears or bore.
struct Found {
  Unit unit;
  std::optional<Unit> was;  // the older version whose name was found; none: found by today's name
};
// Marks, case and the place of a tone do not matter; the words begin somewhere in the name or the
// code. Of a unit that was split, all who took over. The best 50, whole words first.
std::vector<Found> search(db::Tx& tx, std::string_view words, base::Date as_of);

// Adds what is missing from files of the pack (README.md) and changes nothing that stands: units
// and versions that are not known by code and day, and who took over from whom.
struct File {
  std::string name;  // for problems
  std::string text;
};
struct Imported {
  int added = 0;  // units
  int versions = 0;
  int founded = 0;  // versions of an older program that now say what they rest on
  int successions = 0;
  std::string problem;  // file, line, what is wrong and how to mend it; empty: all is well
};
Imported import_units(db::Database& db, db::Tx& tx, const std::vector<File>& units,
                      const std::vector<File>& successions);
Imported import_units(db::Database& db, db::Tx& tx, std::string_view csv);  // one file of units

// Gives a unit the code that begins its dossier codes, from a day on.
void set_agency_code(db::Tx& tx, base::UnitId unit, std::string_view code, base::Date from);

}  // namespace units
