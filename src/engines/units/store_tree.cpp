// What the trees are made of, and the mark that tells when they are old.
#include "engines/units/store.hpp"
#include "platform/crypto/crypto.hpp"

namespace units::store {
namespace {

constexpr std::string_view kRevision = R"sql(
  SELECT revision FROM units_change WHERE id = 1)sql";

constexpr std::string_view kTouch = R"sql(
  UPDATE units_change SET revision = $1 WHERE id = 1)sql";

constexpr std::string_view kVersions = R"sql(
  SELECT unit_id, kind, code, name_vi, name_en, parent_id, valid_from, valid_to, basis, confidence
  FROM units_version ORDER BY sort_key, unit_id, valid_from)sql";

constexpr std::string_view kAgencyCodes = R"sql(
  SELECT unit_id, valid_from, code FROM units_code WHERE system = 'QD20'
  ORDER BY valid_from, unit_id)sql";

}  // namespace

std::string revision(db::Tx& tx) {
  return tx.first(kRevision, {}, [](const db::Row& row) { return row.str(0); }).value_or("");
}

// Random, not counted: a number given by a transaction that failed must not come again with other
// rows behind it.
void touch(db::Tx& tx) { tx.execute(kTouch, {crypto::random_token()}); }

std::vector<Unit> versions(db::Tx& tx) {
  return tx.all(kVersions, {}, [](const db::Row& row) {
    return Unit{row.id<base::UnitId>(0),
                row.str(1),
                row.str(2),
                {row.str(3), row.str(4)},
                row.id<base::UnitId>(5),
                row.date(6),
                row.maybe_date(7),
                "",
                row.str(8),
                confidence_of(row.text(9))};
  });
}

std::vector<AgencyCode> agency_codes(db::Tx& tx) {
  return tx.all(kAgencyCodes, {}, [](const db::Row& row) {
    return AgencyCode{row.id<base::UnitId>(0), row.date(1), row.str(2)};
  });
}

std::string_view code(Confidence confidence) {
  return confidence == Confidence::sourced ? "sourced"
         : confidence == Confidence::known ? "known"
                                           : "uncertain";
}

Confidence confidence_of(std::string_view code) {
  return code == "sourced" ? Confidence::sourced
         : code == "known" ? Confidence::known
                           : Confidence::uncertain;
}

}  // namespace units::store
