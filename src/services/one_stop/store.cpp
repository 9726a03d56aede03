// Dossiers: SQL and its reading.
#include "services/one_stop/store.hpp"

#include "base/must.hpp"

namespace one_stop::store {
namespace {

constexpr std::string_view kInsert = R"sql(
  INSERT INTO one_stop_dossier (id, code, procedure_code, version_id, unit_id, owner_id, channel,
    state, reason, opinion, submitted_at, accepted_at, due_at, resolved_at, returned_at)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15))sql";

constexpr std::string_view kUpdate = R"sql(
  UPDATE one_stop_dossier SET state = $2, reason = $3, opinion = $4, accepted_at = $5, due_at = $6,
    resolved_at = $7, returned_at = $8 WHERE id = $1)sql";

constexpr std::string_view kFind = R"sql(
  SELECT id, code, procedure_code, version_id, unit_id, owner_id, channel, state, reason, opinion,
    submitted_at, accepted_at, due_at, resolved_at, returned_at
  FROM one_stop_dossier WHERE id = $1)sql";

constexpr std::string_view kByCode = R"sql(
  SELECT id, code, procedure_code, version_id, unit_id, owner_id, channel, state, reason, opinion,
    submitted_at, accepted_at, due_at, resolved_at, returned_at
  FROM one_stop_dossier WHERE code = $1)sql";

constexpr std::string_view kOfOwner = R"sql(
  SELECT id, code, procedure_code, version_id, unit_id, owner_id, channel, state, reason, opinion,
    submitted_at, accepted_at, due_at, resolved_at, returned_at
  FROM one_stop_dossier WHERE owner_id = $1 ORDER BY id DESC LIMIT $2)sql";

constexpr std::string_view kAfter = R"sql(
  SELECT id, code, procedure_code, version_id, unit_id, owner_id, channel, state, reason, opinion,
    submitted_at, accepted_at, due_at, resolved_at, returned_at
  FROM one_stop_dossier WHERE id > $1 ORDER BY id LIMIT $2)sql";

// 2 received, 4 in progress: the states in which the clock runs.
constexpr std::string_view kRunning = R"sql(
  SELECT id, code, procedure_code, version_id, unit_id, owner_id, channel, state, reason, opinion,
    submitted_at, accepted_at, due_at, resolved_at, returned_at
  FROM one_stop_dossier
  WHERE id > $1 AND due_at IS NOT NULL AND resolved_at IS NULL AND state IN (2, 4)
  ORDER BY id LIMIT $2)sql";

constexpr std::string_view kMoveDue = R"sql(
  UPDATE one_stop_dossier SET due_at = $3
  WHERE id = $1 AND due_at = $2 AND resolved_at IS NULL)sql";

constexpr std::string_view kPattern = R"sql(
  SELECT pattern FROM one_stop_code_pattern WHERE valid_from <= $1
  ORDER BY valid_from DESC LIMIT 1)sql";

constexpr std::string_view kSetDestination = R"sql(
  INSERT INTO one_stop_draft (draft_id, procedure_code, unit_id) VALUES ($1, $2, $3)
  ON CONFLICT (draft_id) DO UPDATE SET unit_id = excluded.unit_id)sql";

constexpr std::string_view kDestination = R"sql(
  SELECT procedure_code, unit_id FROM one_stop_draft WHERE draft_id = $1)sql";

constexpr std::string_view kDraftsFor = R"sql(
  SELECT draft_id FROM one_stop_draft
  WHERE unit_id = $1 AND dossier_id IS NULL AND draft_id > $2 ORDER BY draft_id LIMIT $3)sql";

// 9: the result is there and waits for its owner.
constexpr std::string_view kResolvedOf = R"sql(
  SELECT id, code, procedure_code, version_id, unit_id, owner_id, channel, state, reason, opinion,
    submitted_at, accepted_at, due_at, resolved_at, returned_at
  FROM one_stop_dossier WHERE unit_id = $1 AND state = 9 AND id > $2 ORDER BY id LIMIT $3)sql";

constexpr std::string_view kBecame = R"sql(
  UPDATE one_stop_draft SET dossier_id = $2 WHERE draft_id = $1)sql";

constexpr std::string_view kDossierOf = R"sql(
  SELECT dossier_id FROM one_stop_draft WHERE draft_id = $1 AND dossier_id IS NOT NULL)sql";

constexpr std::string_view kSlip = R"sql(SELECT slip FROM one_stop_dossier WHERE id = $1)sql";

constexpr std::string_view kGiveSlip = R"sql(
  UPDATE one_stop_dossier SET slip = $2 WHERE id = $1 AND slip = '')sql";

constexpr std::string_view kForgetWords = R"sql(
  UPDATE one_stop_dossier SET reason = '', opinion = '' WHERE id = $1)sql";

constexpr std::string_view kRemind = R"sql(
  UPDATE one_stop_draft SET reminded_at = $2 WHERE draft_id = $1 AND reminded_at IS NULL)sql";

constexpr std::string_view kForget = R"sql(DELETE FROM one_stop_draft WHERE draft_id = $1)sql";

Dossier dossier_in(const db::Row& row) {
  Dossier d;
  d.id = row.id<base::DossierId>(0);
  d.code = row.str(1);
  d.procedure = row.str(2);
  d.version = row.id<base::VersionId>(3);
  d.unit = row.id<base::UnitId>(4);
  d.owner = row.id<base::PersonId>(5);
  for (const auto channel : {Channel::counter, Channel::online, Channel::post}) {
    if (code(channel) == row.text(6)) d.channel = channel;
  }
  d.state = State(row.i64(7));
  d.reason = row.str(8);
  d.opinion = row.str(9);
  d.submitted_at = row.at(10);
  d.accepted_at = row.maybe_at(11);
  d.due_at = row.maybe_at(12);
  d.resolved_at = row.maybe_at(13);
  d.returned_at = row.maybe_at(14);
  return d;
}

}  // namespace

void insert(db::Tx& tx, const Dossier& d) {
  tx.execute(kInsert, {d.id, d.code, d.procedure, d.version, d.unit, d.owner, code(d.channel),
                       int(d.state), d.reason, d.opinion, d.submitted_at, d.accepted_at, d.due_at,
                       d.resolved_at, d.returned_at});
}

void update(db::Tx& tx, const Dossier& d) {
  const auto rows = tx.execute(kUpdate, {d.id, int(d.state), d.reason, d.opinion, d.accepted_at,
                                         d.due_at, d.resolved_at, d.returned_at});
  base::must(rows == 1);
}

std::vector<Dossier> after(db::Tx& tx, base::DossierId id, int limit) {
  return tx.all(kAfter, {id.value, limit}, dossier_in);  // an id of 0 would be NULL
}

std::vector<Dossier> running(db::Tx& tx, base::DossierId after, int limit) {
  return tx.all(kRunning, {after.value, limit}, dossier_in);
}

bool move_due(db::Tx& tx, base::DossierId id, base::Instant was, base::Instant due) {
  return tx.execute(kMoveDue, {id, was, due}) == 1;
}

std::optional<Dossier> find(db::Tx& tx, base::DossierId id) {
  return tx.first(kFind, {id}, dossier_in);
}

std::optional<Dossier> by_code(db::Tx& tx, std::string_view code) {
  return tx.first(kByCode, {code}, dossier_in);
}

std::vector<Dossier> of_owner(db::Tx& tx, base::PersonId owner, int limit) {
  return tx.all(kOfOwner, {owner, limit}, dossier_in);
}

std::string code_pattern(db::Tx& tx, base::Date day) {
  const auto pattern = tx.first(kPattern, {day}, [](const db::Row& row) { return row.str(0); });
  base::must(pattern.has_value());
  return *pattern;
}

void set_destination(db::Tx& tx, base::DraftId draft, const Destination& to) {
  tx.execute(kSetDestination, {draft, to.procedure, to.unit});
}

std::optional<Destination> destination(db::Tx& tx, base::DraftId draft) {
  return tx.first(kDestination, {draft}, [](const db::Row& row) {
    return Destination{row.str(0), row.id<base::UnitId>(1)};
  });
}

std::vector<base::DraftId> drafts_for(db::Tx& tx, base::UnitId unit, base::DraftId after,
                                      int limit) {
  return tx.all(kDraftsFor, {unit, after.value, limit},
                [](const db::Row& row) { return row.id<base::DraftId>(0); });
}

std::vector<Dossier> resolved_of(db::Tx& tx, base::UnitId unit, base::DossierId after, int limit) {
  return tx.all(kResolvedOf, {unit, after.value, limit}, dossier_in);
}

void forget_destination(db::Tx& tx, base::DraftId draft) { tx.execute(kForget, {draft}); }

void became(db::Tx& tx, base::DraftId draft, base::DossierId dossier) {
  tx.execute(kBecame, {draft, dossier});
}

std::optional<Dossier> dossier_of(db::Tx& tx, base::DraftId draft) {
  const auto id =
      tx.first(kDossierOf, {draft}, [](const db::Row& row) { return row.id<base::DossierId>(0); });
  return id ? find(tx, *id) : std::nullopt;
}

std::string slip(db::Tx& tx, base::DossierId id) {
  return tx.first(kSlip, {id}, [](const db::Row& row) { return row.str(0); }).value_or("");
}

void give_slip(db::Tx& tx, base::DossierId id, std::string_view slip) {
  tx.execute(kGiveSlip, {id, slip});
}

void forget_words(db::Tx& tx, base::DossierId id) { tx.execute(kForgetWords, {id}); }

bool remind_once(db::Tx& tx, base::DraftId draft, base::Instant now) {
  return tx.execute(kRemind, {draft, now}) == 1;
}

}  // namespace one_stop::store
