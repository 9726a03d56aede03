// The units' rows that more than one file of the engine reads or writes. No decisions.
#pragma once

#include <string>
#include <vector>

#include "engines/units/unit.hpp"
#include "platform/db/db.hpp"

namespace units::store {

struct AgencyCode {
  base::UnitId unit;
  base::Date from;
  std::string code;
};

// Changes with every change of a unit, by any process.
std::string revision(db::Tx& tx);
// To be called by whatever changes units; two of them wait for each other here.
void touch(db::Tx& tx);

// Every version of every unit in the order of the Vietnamese alphabet, without agency codes.
std::vector<Unit> versions(db::Tx& tx);
// The first parts of dossier codes, oldest first.
std::vector<AgencyCode> agency_codes(db::Tx& tx);

std::string_view code(Confidence confidence);
Confidence confidence_of(std::string_view code);

}  // namespace units::store
