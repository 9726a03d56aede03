// Rows of second factors: SQL and its reading.
#include "engines/identity/store_second_factor.hpp"

#include "engines/identity/totp.hpp"

namespace identity::store {
namespace {

constexpr std::string_view kFactor = R"sql(
  SELECT sealed, enrolled_at, last_step FROM identity_factor WHERE person_id = $1)sql";

constexpr std::string_view kNewestFactor = R"sql(
  SELECT sealed, enrolled_at, last_step, person_id FROM identity_factor
  ORDER BY enrolled_at DESC, person_id DESC LIMIT 1)sql";

constexpr std::string_view kRemoveAllFactors = R"sql(DELETE FROM identity_factor)sql";

constexpr std::string_view kRemoveAllCodes = R"sql(DELETE FROM identity_recovery)sql";

constexpr std::string_view kInsertFactor = R"sql(
  INSERT INTO identity_factor (person_id, sealed, enrolled_at, last_step)
  VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING)sql";

constexpr std::string_view kTakeStep = R"sql(
  UPDATE identity_factor SET last_step = $2
  WHERE person_id = $1 AND (last_step < $2 OR last_step > $3))sql";

constexpr std::string_view kRemoveFactor = R"sql(
  DELETE FROM identity_factor WHERE person_id = $1)sql";

constexpr std::string_view kRemoveCodes = R"sql(
  DELETE FROM identity_recovery WHERE person_id = $1)sql";

constexpr std::string_view kInsertCode = R"sql(
  INSERT INTO identity_recovery (person_id, code_hash) VALUES ($1, $2))sql";

constexpr std::string_view kUseCode = R"sql(
  UPDATE identity_recovery SET used_at = $3
  WHERE person_id = $1 AND code_hash = $2 AND used_at IS NULL)sql";

constexpr std::string_view kCodesLeft = R"sql(
  SELECT count(*) FROM identity_recovery WHERE person_id = $1 AND used_at IS NULL)sql";

}  // namespace

std::optional<Factor> factor(db::Tx& tx, base::PersonId person) {
  return tx.first(kFactor, {person}, [](const db::Row& row) {
    return Factor{row.str(0), row.at(1), row.i64(2)};
  });
}

std::optional<std::pair<base::PersonId, Factor>> newest_factor(db::Tx& tx) {
  return tx.first(kNewestFactor, {}, [](const db::Row& row) {
    return std::pair(row.id<base::PersonId>(3), Factor{row.str(0), row.at(1), row.i64(2)});
  });
}

bool insert_factor(db::Tx& tx, base::PersonId person, const Factor& f) {
  return tx.execute(kInsertFactor, {person, f.sealed, f.enrolled, f.last_step}) > 0;
}

bool take_step(db::Tx& tx, base::PersonId person, std::int64_t step) {
  return tx.execute(kTakeStep, {person, step, step + base::day_us / totp::step_us}) > 0;
}

bool remove_factor(db::Tx& tx, base::PersonId person) {
  tx.execute(kRemoveCodes, {person});
  return tx.execute(kRemoveFactor, {person}) > 0;
}

std::int64_t remove_all_factors(db::Tx& tx) {
  tx.execute(kRemoveAllCodes);
  return tx.execute(kRemoveAllFactors);
}

void replace_codes(db::Tx& tx, base::PersonId person, const std::vector<std::string>& hashes) {
  tx.execute(kRemoveCodes, {person});
  for (const auto& hash : hashes) tx.execute(kInsertCode, {person, hash});
}

bool use_code(db::Tx& tx, base::PersonId person, std::string_view hash, base::Instant now) {
  return tx.execute(kUseCode, {person, hash, now}) > 0;
}

int codes_left(db::Tx& tx, base::PersonId person) {
  return int(
      tx.first(kCodesLeft, {person}, [](const db::Row& row) { return row.i64(0); }).value_or(0));
}

}  // namespace identity::store
