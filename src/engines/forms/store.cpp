// Rows of drafts and of submitted answers.
#include "engines/forms/declared.hpp"
#include "engines/forms/forgetting.hpp"
#include "engines/forms/forms.hpp"
#include "engines/forms/lapsing.hpp"
#include "engines/forms/sealing.hpp"
#include "platform/crypto/crypto.hpp"
#include "platform/crypto/keyring.hpp"

namespace forms {
namespace {

constexpr int drafts_max = 50;  // of one person; the oldest goes

constexpr std::string_view kInsert = R"sql(
  INSERT INTO forms_draft (id, owner_id, version_id, answers, reached, updated_at, expires_at)
  VALUES ($1, $2, $3, $4, 0, $5, $6))sql";

constexpr std::string_view kLapsed = R"sql(
  SELECT id, owner_id FROM forms_draft WHERE expires_at <= $1 ORDER BY expires_at, id
  LIMIT $2)sql";

constexpr std::string_view kAllOwned = R"sql(
  SELECT id, owner_id FROM forms_draft WHERE owner_id = $1 ORDER BY id)sql";

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

constexpr std::string_view kLapsing = R"sql(
  SELECT id, owner_id, version_id, expires_at FROM forms_draft
  WHERE expires_at > $1 AND expires_at <= $2 AND id > $3 ORDER BY id LIMIT $4)sql";

constexpr std::string_view kForget = R"sql(
  UPDATE forms_answers SET answers = $3, salt = ''
  WHERE subject_kind = $1 AND subject_id = $2)sql";

constexpr std::string_view kSalted = R"sql(
  SELECT answers, salt FROM forms_answers WHERE subject_kind = $1 AND subject_id = $2)sql";

constexpr std::string_view kStaleDrafts = R"sql(
  SELECT id, answers FROM forms_draft WHERE id > $1 AND answers NOT LIKE $2
  ORDER BY id LIMIT $3)sql";

constexpr std::string_view kSealDraft = R"sql(
  UPDATE forms_draft SET answers = $3 WHERE id = $1 AND answers = $2)sql";

constexpr std::string_view kStaleAnswers = R"sql(
  SELECT subject_kind, subject_id, answers FROM forms_answers
  WHERE subject_id > $1 AND answers NOT LIKE $2
  ORDER BY subject_id, subject_kind LIMIT $3)sql";

constexpr std::string_view kSealAnswers = R"sql(
  UPDATE forms_answers SET answers = $4
  WHERE subject_kind = $1 AND subject_id = $2 AND answers = $3)sql";

constexpr std::string_view kKept = R"sql(
  SELECT owner_id, answers FROM forms_answers
  WHERE subject_kind = $1 AND subject_id = $2)sql";

std::string place_of(base::DraftId id) { return "forms_draft/" + id.str(); }
std::string place_of(std::string_view kind, std::int64_t subject) {
  return "forms_answers/" + std::string(kind) + "/" + std::to_string(subject);
}

Draft draft_of(db::Tx& tx, const db::Row& row) {
  Draft d;
  d.id = row.id<base::DraftId>(0);
  d.owner = row.id<base::PersonId>(1);
  d.version = row.id<base::VersionId>(2);
  d.answers = Answers::from_json(tx.keys().open(row.text(3), place_of(d.id)));
  d.reached = int(row.i64(4));
  d.updated_at = row.at(5);
  d.expires_at = row.at(6);
  return d;
}

std::vector<base::DraftId> drop_all(db::Tx& tx, std::string_view which, db::Values values) {
  std::vector<base::DraftId> out;
  for (const auto& [id, owner] : tx.all(which, values, [](const db::Row& row) {
         return std::pair(row.id<base::DraftId>(0), row.id<base::PersonId>(1));
       })) {
    drop_draft(tx, id, owner);
    out.push_back(id);
  }
  return out;
}

base::Instant expiry(base::Instant now) { return now + draft_days * base::day_us; }

}  // namespace

base::DraftId start_draft(db::Database& db, db::Tx& tx, base::Instant now, base::PersonId owner,
                          base::VersionId version, const Answers& answers) {
  const auto id = db.fresh<base::DraftId>();
  tx.execute(kInsert,
             {id, owner, version, tx.keys().seal(answers.json(), place_of(id)), now, expiry(now)});
  tx.execute(kTrim, {owner, drafts_max});
  return id;
}

std::optional<Draft> draft(db::Tx& tx, base::Instant now, base::DraftId id, base::PersonId owner) {
  return tx.first(kFind, {id, owner, now}, [&](const db::Row& row) { return draft_of(tx, row); });
}

std::vector<Draft> drafts_of(db::Tx& tx, base::Instant now, base::PersonId owner) {
  return tx.all(kOwned, {owner, now}, [&](const db::Row& row) { return draft_of(tx, row); });
}

bool save_draft(db::Tx& tx, base::Instant now, const Draft& d) {
  return tx.execute(kSave, {d.id, d.owner, tx.keys().seal(d.answers.json(), place_of(d.id)),
                            d.reached, now, expiry(now)}) == 1;
}

void drop_draft(db::Tx& tx, base::DraftId id, base::PersonId owner) {
  tx.execute(kDrop, {id, owner});
}

std::vector<Lapsing> lapsing(db::Tx& tx, base::Instant now, base::Instant until,
                             base::DraftId after, int limit) {
  return tx.all(kLapsing, {now, until, after.value, limit}, [](const db::Row& row) {
    return Lapsing{row.id<base::DraftId>(0), row.id<base::PersonId>(1), row.id<base::VersionId>(2),
                   row.at(3)};
  });
}

std::string keep(db::Tx& tx, std::string_view subject_kind, std::int64_t subject,
                 base::PersonId owner, const Answers& answers) {
  const auto text = answers.json();
  const auto salt = crypto::random_token();
  auto hash = crypto::sha256_hex(salt + text);
  tx.execute(kKeep, {subject_kind, subject, owner,
                     tx.keys().seal(text, place_of(subject_kind, subject)), salt, hash});
  return hash;
}

std::optional<base::Personal<Answers>> kept(db::Tx& tx, std::string_view subject_kind,
                                            std::int64_t subject) {
  return tx.first(kKept, {subject_kind, subject}, [&](const db::Row& row) {
    const auto text = tx.keys().open(row.text(1), place_of(subject_kind, subject));
    return base::Personal<Answers>(row.id<base::PersonId>(0), Answers::from_json(text));
  });
}

Declared declared(db::Tx& tx, std::string_view kind, std::int64_t subject, std::string_view hash) {
  const auto row = tx.first(kSalted, {kind, subject},
                            [](const db::Row& row) { return std::pair(row.str(0), row.str(1)); });
  if (!row) return Declared::none;
  const auto& [sealed, salt] = *row;
  try {
    const auto text = tx.keys().open(sealed, place_of(kind, subject));
    if (salt.empty()) return text == Answers().json() ? Declared::erased : Declared::altered;
    return crypto::sha256_hex(salt + text) == hash ? Declared::as_hashed : Declared::altered;
  } catch (const crypto::Failure&) {
    return Declared::altered;
  }
}

void forget(db::Tx& tx, std::string_view kind, std::int64_t subject) {
  tx.execute(kForget, {kind, subject, tx.keys().seal(Answers().json(), place_of(kind, subject))});
}

std::vector<base::DraftId> forget_drafts(db::Tx& tx, base::PersonId owner) {
  return drop_all(tx, kAllOwned, {owner});
}

std::vector<base::DraftId> sweep_drafts(db::Tx& tx, base::Instant now, int limit) {
  return drop_all(tx, kLapsed, {now, limit});
}

int seal_drafts(db::Tx& tx, std::int64_t& after, int limit) {
  const auto stale =
      tx.all(kStaleDrafts, {after, tx.keys().newest_like(), limit},
             [](const db::Row& row) { return std::pair(row.id<base::DraftId>(0), row.str(1)); });
  for (const auto& [id, was] : stale) {
    tx.execute(kSealDraft, {id, was, tx.keys().again(was, place_of(id))});
    after = id.value;
  }
  return int(stale.size());
}

int seal_answers(db::Tx& tx, std::int64_t& after, int limit) {
  struct Stale {
    std::string kind;
    std::int64_t subject;
    std::string was;
  };
  const auto stale =
      tx.all(kStaleAnswers, {after, tx.keys().newest_like(), limit}, [](const db::Row& row) {
        return Stale{row.str(0), row.i64(1), row.str(2)};
      });
  for (const auto& [kind, subject, was] : stale) {
    tx.execute(kSealAnswers, {kind, subject, was, tx.keys().again(was, place_of(kind, subject))});
    after = subject;
  }
  return int(stale.size());
}

}  // namespace forms
