#include "services/one_stop/store_correction.hpp"

namespace one_stop::store {
namespace {

constexpr std::string_view kInsert = R"sql(
  INSERT INTO one_stop_correction (request_id, dossier_id, from_version, to_version, node)
  VALUES ($1, $2, $3, $4, $5)
  ON CONFLICT (request_id) DO NOTHING)sql";

constexpr std::string_view kLatest = R"sql(
  SELECT request_id, dossier_id, from_version, to_version, node FROM one_stop_correction
  WHERE dossier_id = $1 ORDER BY request_id DESC LIMIT 1)sql";

constexpr std::string_view kFind = R"sql(
  SELECT request_id, dossier_id, from_version, to_version, node FROM one_stop_correction
  WHERE request_id = $1)sql";

constexpr std::string_view kDone = R"sql(
  UPDATE one_stop_correction SET done_at = $2 WHERE request_id = $1)sql";

constexpr std::string_view kCorrect = R"sql(
  UPDATE one_stop_dossier SET version_id = $2 WHERE id = $1)sql";

constexpr std::string_view kFirst = R"sql(
  SELECT from_version FROM one_stop_correction
  WHERE dossier_id = $1 AND done_at IS NOT NULL ORDER BY done_at, request_id LIMIT 1)sql";

Correction read(const db::Row& row) {
  return {row.id<identity::RequestId>(0), row.id<base::DossierId>(1), row.id<base::VersionId>(2),
          row.id<base::VersionId>(3), row.str(4)};
}

}  // namespace

void insert(db::Tx& tx, const Correction& c) {
  tx.execute(kInsert, {c.request, c.dossier, c.from, c.to, c.node});
}

std::optional<Correction> latest_correction(db::Tx& tx, base::DossierId dossier) {
  return tx.first(kLatest, {dossier}, read);
}

std::optional<Correction> correction(db::Tx& tx, identity::RequestId request) {
  return tx.first(kFind, {request}, read);
}

void correct(db::Tx& tx, const Correction& c, base::Instant now) {
  tx.execute(kDone, {c.request, now});
  tx.execute(kCorrect, {c.dossier, c.to});
}

base::VersionId first_version(db::Tx& tx, const Dossier& dossier) {
  return tx
      .first(kFirst, {dossier.id}, [](const db::Row& row) { return row.id<base::VersionId>(0); })
      .value_or(dossier.version);
}

}  // namespace one_stop::store
