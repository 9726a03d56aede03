// The units' rows. No decisions.
#pragma once

#include <string>
#include <vector>

#include "engines/units/succession.hpp"
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

void insert_unit(db::Tx& tx, base::UnitId id, std::string_view kind, base::Date created);
// A unit whose first version begins earlier than was known.
void created_earlier(db::Tx& tx, base::UnitId id, base::Date created);
void insert_version(db::Tx& tx, const Unit& version);
// The version that began on `from` ends with that day.
void end_version(db::Tx& tx, base::UnitId id, base::Date from, base::Date last);
// Where a version that began on `from` rests, if nothing is known of that yet.
bool found_version(db::Tx& tx, base::UnitId id, base::Date from, std::string_view basis,
                   Confidence confidence);
void set_code(db::Tx& tx, base::UnitId id, std::string_view system, base::Date from,
              std::string_view code);

// False if it stands already.
bool insert_succession(db::Tx& tx, const Succession& link);
// All of them, by day, then from whom, in the order of `Share`.
std::vector<Succession> successions(db::Tx& tx);
std::vector<Succession> links_from(db::Tx& tx, base::UnitId unit, base::Date as_of);
std::vector<Succession> links_to(db::Tx& tx, base::UnitId unit, base::Date as_of);

bool carried_out(db::Tx& tx, base::Date effective, std::string_view steps_hash);
void insert_reorganisation(db::Tx& tx, std::int64_t id, base::Date effective,
                           std::string_view steps_hash, base::Instant now);

std::string_view code(Confidence confidence);
Confidence confidence_of(std::string_view code);
std::string_view code(Share share);
Share share_of(std::string_view code);

}  // namespace units::store
