// What the trees are made of, and the mark that tells when they are old.
#include "base/fold.hpp"
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

constexpr std::string_view kInsertUnit = R"sql(
  INSERT INTO units_unit (id, kind, created_on) VALUES ($1, $2, $3))sql";

constexpr std::string_view kCreatedEarlier = R"sql(
  UPDATE units_unit SET created_on = $2 WHERE id = $1 AND created_on > $2)sql";

constexpr std::string_view kInsertVersion = R"sql(
  INSERT INTO units_version (unit_id, valid_from, valid_to, code, name_vi, name_en, sort_key,
    parent_id, kind, basis, confidence)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11))sql";

constexpr std::string_view kEndVersion = R"sql(
  UPDATE units_version SET valid_to = $3 WHERE unit_id = $1 AND valid_from = $2)sql";

constexpr std::string_view kFoundVersion = R"sql(
  UPDATE units_version SET basis = $3, confidence = $4
  WHERE unit_id = $1 AND valid_from = $2 AND basis = '')sql";

constexpr std::string_view kSetCode = R"sql(
  INSERT INTO units_code (unit_id, system, valid_from, code) VALUES ($1, $2, $3, $4)
  ON CONFLICT (unit_id, system, valid_from) DO UPDATE SET code = excluded.code)sql";

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

void insert_unit(db::Tx& tx, base::UnitId id, std::string_view kind, base::Date created) {
  tx.execute(kInsertUnit, {id, kind, created});
}

void created_earlier(db::Tx& tx, base::UnitId id, base::Date created) {
  tx.execute(kCreatedEarlier, {id, created});
}

void insert_version(db::Tx& tx, const Unit& v) {
  tx.execute(kInsertVersion,
             {v.id, v.from, v.to, v.code, v.name.vi, v.name.en, base::sort_key(v.name.vi), v.parent,
              v.kind, v.basis, code(v.confidence)});
}

void end_version(db::Tx& tx, base::UnitId id, base::Date from, base::Date last) {
  tx.execute(kEndVersion, {id, from, last});
}

bool found_version(db::Tx& tx, base::UnitId id, base::Date from, std::string_view basis,
                   Confidence confidence) {
  return tx.execute(kFoundVersion, {id, from, basis, code(confidence)}) == 1;
}

void set_code(db::Tx& tx, base::UnitId id, std::string_view system, base::Date from,
              std::string_view code) {
  tx.execute(kSetCode, {id, system, from, code});
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
