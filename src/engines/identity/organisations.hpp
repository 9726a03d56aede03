// Organisations that ask the city for something, and the people who may speak for them.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.hpp"
#include "base/id.hpp"
#include "base/instant.hpp"
#include "engines/identity/number.hpp"
#include "platform/db/db.hpp"

namespace identity {

using OrganisationId = base::Id<struct OrganisationTag>;
using RepresentativeId = base::Id<struct RepresentativeTag>;

inline constexpr std::string_view organisation_kinds[] = {
    "company", "household", "cooperative", "public_service", "association", "religious", "foreign"};

struct Organisation {
  OrganisationId id;
  std::string tax_code;       // digits only; empty: it has none (a religious organisation)
  std::string establishment;  // number of the decision or licence that founded it, or empty
  std::string name;
  std::string kind;  // one of organisation_kinds
  base::Date from;
  std::optional<base::Date> to;  // last day, or open
  int version = 1;
};

// A person who speaks for an organisation, and why we believe it.
struct Representative {
  RepresentativeId id;
  OrganisationId organisation;
  base::PersonId person;
  std::string capacity;  // "Giám đốc", "Người được ủy quyền theo giấy số 12"
  std::string evidence;  // the paper that was shown
  base::Date from;
  std::optional<base::Date> to;
  int version = 1;
};

enum class OrganisationRefusal {
  no_name,
  tax_shape,
  tax_check_digit,
  tax_taken,  // see `other`
  no_number,  // neither tax code nor establishment
  unknown_kind,
  reversed,
  no_capacity,
  no_evidence,
  outside,   // not within the days of the organisation
  overlaps,  // the same person on the same day: see `representative`
};
struct OrganisationTrouble {
  OrganisationRefusal why = OrganisationRefusal::no_name;
  std::optional<Organisation> other = {};
  std::optional<Representative> representative = {};
};

// The tax code as it is kept: blanks, dots and the dash gone.
std::string kept_tax_code(std::string_view typed);

// Why this cannot be; nothing if it can. With an id, it is a correction.
std::optional<OrganisationTrouble> trouble_with(db::Tx& tx, const Organisation& organisation);
std::optional<OrganisationTrouble> trouble_with(db::Tx& tx, const Representative& one);

// Both give the id. They ask nothing: ask `trouble_with` first.
OrganisationId add(db::Database& db, db::Tx& tx, const Organisation& organisation);
RepresentativeId add(db::Database& db, db::Tx& tx, const Representative& one);
// False if somebody changed it since its `version`.
bool change(db::Tx& tx, const Organisation& to_be);
// Capacity, evidence and dates.
bool change(db::Tx& tx, const Representative& to_be);

std::optional<Organisation> organisation(db::Tx& tx, OrganisationId id);
std::optional<Representative> representative(db::Tx& tx, RepresentativeId id);

struct OrganisationQuery {
  std::string words;  // part of the name, marks ignored, or a tax code
  std::string kind;   // empty: any
  int offset = 0;
  int limit = 25;
};
std::vector<Organisation> organisations(db::Tx& tx, const OrganisationQuery& query);
int organisation_count(db::Tx& tx, const OrganisationQuery& query);

// Past, present and to come, latest first; at most 200.
std::vector<Representative> representatives_of(db::Tx& tx, OrganisationId organisation);

// For whom that person may speak on that day: a dossier may be submitted in these names.
struct Represented {
  Organisation organisation;
  Representative as;
};
std::vector<Represented> represented_by(db::Tx& tx, base::PersonId person, base::Date day);
// The same without a day, latest first; at most 200.
std::vector<Represented> represented_ever(db::Tx& tx, base::PersonId person);

}  // namespace identity
