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

#include "engines/units/tree.hpp"

namespace units {

std::optional<Unit> find(db::Tx& tx, base::UnitId id, base::Date as_of);
std::optional<Unit> by_code(db::Tx& tx, std::string_view code, base::Date as_of);

// In the order of the Vietnamese alphabet.
std::vector<Unit> of_kinds(db::Tx& tx, const std::vector<std::string>& kinds, base::Date as_of);
std::vector<Unit> children(db::Tx& tx, base::UnitId parent, base::Date as_of);

// Is `unit` the same as `top`, or below it?
bool within(db::Tx& tx, base::UnitId unit, base::UnitId top, base::Date as_of);

// Adds units that are not known yet from a file with the heading
// code,kind,name_vi,name_en,parent,valid_from,... (parents before children; # begins a note).
// Returns how many were added, or a problem naming the line.
struct Imported {
  int added = 0;
  std::string problem;  // empty: all is well
};
Imported import_units(db::Database& db, db::Tx& tx, std::string_view csv);

// Gives a unit the code that begins its dossier codes, from a day on.
void set_agency_code(db::Tx& tx, base::UnitId unit, std::string_view code, base::Date from);

}  // namespace units
