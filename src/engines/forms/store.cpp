// Rows of drafts and of submitted answers.
#include "engines/forms/forms.hpp"
#include "platform/crypto/crypto.hpp"

namespace forms {
namespace {

constexpr int drafts_max = 50;  // of one person; the oldest goes

constexpr std::string_view kInsert = R"sql(
  INSERT INTO forms_draft (id, owner_id, version_id, answers, reached, updated_at, expires_at)
  VALUES ($1, $2, $3, $4, 0, $5, $6))sql";

constexpr std::string_view kSweep = R"sql(
  DELETE FROM forms_draft WHERE id IN (
    SELECT id FROM forms_draft WHERE expires_at <= $1 ORDER BY expires_at, id LIMIT 100))sql";

constexpr std::string_view kTrim = R"sql(
  DELETE FROM forms_draft WHERE owner_id = $1 AND id NOT IN (
    SELECT id FROM forms_draft WHERE owner_id = $1 ORDER BY updated_at DESC, id DESC LIMIT $2))sql";

constexpr std::string_view kFind = R"sql(
  SELECT id, owner_id, version_id, answers, reached, updated_at, expires_at FROM forms_draft
  WHERE id = $1 AND owner_id = $2 AND expires_at > $3)sql";

constexpr std::string_view kOwned = R"sql(
  SELECT id, owner_id, version_id, answers, reached, updated_at, expires_at FROM forms_draft
  WHERE owner_id = $1 AND expires_at > $2 ORDER BY updated_at DESC, id DESC LIMIT 50)sql";

constexpr std::string_view kSave = R"sql(
  UPDATE forms_draft SET answers = $3, reached = $4, updated_at = $5, expires_at = $6
  WHERE id = $1 AND owner_id = $2)sql";

constexpr std::string_view kDrop = R"sql(
  DELETE FROM forms_draft WHERE id = $1 AND owner_id = $2)sql";

constexpr std::string_view kKeep = R"sql(
  INSERT INTO forms_answers (subject_kind, subject_id, owner_id, answers, salt, hash)
  VALUES ($1, $2, $3, $4, $5, $6))sql";

constexpr std::string_view kKept = R"sql(
  SELECT owner_id, answers FROM forms_answers
  WHERE subject_kind = $1 AND subject_id = $2)sql";

Draft draft_of(const db::Row& row) {
  Draft d;
  d.id = row.id<base::DraftId>(0);
  d.owner = row.id<base::PersonId>(1);
  d.version = row.id<base::VersionId>(2);
  d.answers = Answers::from_json(row.text(3));
  d.reached = int(row.i64(4));
  d.updated_at = row.at(5);
  d.expires_at = row.at(6);
  return d;
}

base::Instant expiry(base::Instant now) { return now + draft_days * base::day_us; }

}  // namespace

base::DraftId start_draft(db::Database& db, db::Tx& tx, base::Instant now, base::PersonId owner,
                          base::VersionId version, const Answers& answers) {
  const auto id = db.fresh<base::DraftId>();
  tx.execute(kSweep, {now});
  tx.execute(kInsert, {id, owner, version, answers.json(), now, expiry(now)});
  tx.execute(kTrim, {owner, drafts_max});
  return id;
}

std::optional<Draft> draft(db::Tx& tx, base::Instant now, base::DraftId id, base::PersonId owner) {
  return tx.first(kFind, {id, owner, now}, draft_of);
}

std::vector<Draft> drafts_of(db::Tx& tx, base::Instant now, base::PersonId owner) {
  return tx.all(kOwned, {owner, now}, draft_of);
}

bool save_draft(db::Tx& tx, base::Instant now, const Draft& d) {
  return tx.execute(kSave, {d.id, d.owner, d.answers.json(), d.reached, now, expiry(now)}) == 1;
}

void drop_draft(db::Tx& tx, base::DraftId id, base::PersonId owner) {
  tx.execute(kDrop, {id, owner});
}

Kept keep(db::Tx& tx, std::string_view subject_kind, std::int64_t subject, base::PersonId owner,
          const Answers& answers) {
  const auto text = answers.json();
  const auto salt = crypto::random_token();
  Kept kept{crypto::sha256_hex(salt + text)};
  tx.execute(kKeep, {subject_kind, subject, owner, text, salt, kept.hash});
  return kept;
}

std::optional<base::Personal<Answers>> kept(db::Tx& tx, std::string_view subject_kind,
                                            std::int64_t subject) {
  return tx.first(kKept, {subject_kind, subject}, [](const db::Row& row) {
    return base::Personal<Answers>(row.id<base::PersonId>(0), Answers::from_json(row.text(1)));
  });
}

}  // namespace forms
