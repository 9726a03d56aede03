// Rows of the journal: SQL and its reading.
#include "engines/journal/store.hpp"

#include <array>

namespace journal::store {
namespace {

constexpr std::string_view kInsert = R"sql(
  INSERT INTO journal_entry (id, at, act, actor_kind, person_id, position_id, unit_id,
    acting_for_id,
    verb, subject_kind, subject_id, facts, law, version, hash)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15))sql";

constexpr std::string_view kByAct = R"sql(
  SELECT id, at, act, actor_kind, person_id, position_id, unit_id, acting_for_id, verb,
    subject_kind,
    subject_id, facts, law, version FROM journal_entry WHERE act = $1)sql";

constexpr std::string_view kBySubject = R"sql(
  SELECT id, at, act, actor_kind, person_id, position_id, unit_id, acting_for_id, verb,
    subject_kind,
    subject_id, facts, law, version
  FROM journal_entry WHERE subject_kind = $1 AND subject_id = $2 ORDER BY id)sql";

constexpr std::string_view kAfter = R"sql(
  SELECT e.id, e.at, e.act, e.actor_kind, e.person_id, e.position_id, e.unit_id, e.acting_for_id,
    e.verb, e.subject_kind, e.subject_id, e.facts, e.law, e.version, e.hash, l.hash, l.seal
  FROM journal_entry e LEFT JOIN journal_leaf l ON l.entry_id = e.id
  WHERE e.id > $1 ORDER BY e.id LIMIT $2)sql";

constexpr std::string_view kUnsealed = R"sql(
  SELECT e.id, e.hash FROM journal_entry e LEFT JOIN journal_leaf l ON l.entry_id = e.id
  WHERE l.entry_id IS NULL ORDER BY e.id LIMIT $1)sql";

constexpr std::string_view kLastSeal = R"sql(
  SELECT number, at, entries, root, previous, hash, signature, public_key
  FROM journal_seal ORDER BY number DESC LIMIT 1)sql";

constexpr std::string_view kSealsAfter = R"sql(
  SELECT number, at, entries, root, previous, hash, signature, public_key
  FROM journal_seal WHERE number > $1 ORDER BY number LIMIT $2)sql";

constexpr std::string_view kLeaves = R"sql(
  SELECT entry_id, hash FROM journal_leaf WHERE seal = $1 ORDER BY place)sql";

constexpr std::string_view kOrphans = R"sql(
  SELECT l.entry_id, l.seal FROM journal_leaf l LEFT JOIN journal_entry e ON e.id = l.entry_id
  WHERE e.id IS NULL ORDER BY l.entry_id)sql";

constexpr std::string_view kUnclaimed = R"sql(
  SELECT DISTINCT l.seal FROM journal_leaf l LEFT JOIN journal_seal s ON s.number = l.seal
  WHERE s.number IS NULL ORDER BY l.seal)sql";

constexpr std::string_view kInsertSeal = R"sql(
  INSERT INTO journal_seal (number, at, entries, root, previous, hash, signature, public_key)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8))sql";

constexpr std::string_view kInsertLeaf = R"sql(
  INSERT INTO journal_leaf (entry_id, seal, place, hash) VALUES ($1, $2, $3, $4))sql";

constexpr std::string_view kMarkStale = R"sql(
  INSERT INTO journal_stale (projection, since_entry_id, why) VALUES ($1, $2, $3)
  ON CONFLICT (projection) DO NOTHING)sql";

constexpr std::array<std::string_view, 4> kind_codes = {"nobody", "resident", "officer", "system"};

ActorKind kind_of(std::string_view text) {
  for (std::size_t i = 0; i < kind_codes.size(); ++i) {
    if (kind_codes[i] == text) return ActorKind(i);
  }
  return ActorKind::nobody;  // an altered row: its hash will tell
}

Stored entry_of(const db::Row& row) {
  Stored e;
  e.id = row.id<base::EntryId>(0);
  e.at = row.at(1);
  e.act = row.str(2);
  e.actor = {kind_of(row.text(3)), row.id<base::PersonId>(4), row.id<base::PositionId>(5),
             row.id<base::UnitId>(6), row.id<base::PersonId>(7)};
  e.verb = row.str(8);
  e.subject_kind = row.str(9);
  e.subject = row.i64(10);
  // Text that is not what we would write was altered; it is kept apart so that the hash cannot
  // match.
  auto facts = base::json::parse(row.text(11));
  if (facts && facts->is_object() && base::json::canonical(*facts) == row.text(11)) {
    e.facts = facts->get_object();
  } else {
    e.facts = {{"unreadable", row.str(11)}};
  }
  e.law = row.str(12);
  e.version = int(row.i64(13));
  return e;
}

Seal seal_of(const db::Row& row) {
  return {row.i64(0), row.at(1),  row.i64(2), row.str(3),
          row.str(4), row.str(5), row.str(6), row.str(7)};
}

std::pair<base::EntryId, std::string> leaf_of(const db::Row& row) {
  return {row.id<base::EntryId>(0), row.str(1)};
}

}  // namespace

std::string_view code(ActorKind kind) { return kind_codes[std::size_t(kind)]; }

void insert(db::Tx& tx, const Stored& e, const std::string& hash) {
  tx.execute(kInsert, {e.id, e.at, e.act, code(e.actor.kind), e.actor.person, e.actor.position,
                       e.actor.unit, e.actor.acting_for, e.verb, e.subject_kind, e.subject,
                       base::json::canonical(e.facts), e.law, e.version, hash});
}

std::optional<Stored> by_act(db::Tx& tx, std::string_view act) {
  return tx.first(kByAct, {act}, entry_of);
}

std::vector<Stored> by_subject(db::Tx& tx, std::string_view kind, std::int64_t subject) {
  return tx.all(kBySubject, {kind, subject}, entry_of);
}

std::vector<Row> after(db::Tx& tx, base::EntryId id, int limit) {
  return tx.all(kAfter, {id.value, limit}, [](const db::Row& row) {
    return Row{entry_of(row), row.str(14), row.str(15), row.i64(16)};
  });
}

std::vector<std::pair<base::EntryId, std::string>> unsealed(db::Tx& tx, int limit) {
  return tx.all(kUnsealed, {limit}, leaf_of);
}

std::optional<Seal> last_seal(db::Tx& tx) { return tx.first(kLastSeal, {}, seal_of); }

std::vector<Seal> seals_after(db::Tx& tx, std::int64_t number, int limit) {
  return tx.all(kSealsAfter, {number, limit}, seal_of);
}

std::vector<std::pair<base::EntryId, std::string>> leaves(db::Tx& tx, std::int64_t seal) {
  return tx.all(kLeaves, {seal}, leaf_of);
}

std::vector<std::pair<base::EntryId, std::int64_t>> orphans(db::Tx& tx) {
  return tx.all(kOrphans, {},
                [](const db::Row& row) { return std::pair(row.id<base::EntryId>(0), row.i64(1)); });
}

std::vector<std::int64_t> lost_seals(db::Tx& tx) {
  return tx.all(kUnclaimed, {}, [](const db::Row& row) { return row.i64(0); });
}

void insert_seal(db::Tx& tx, const Seal& s,
                 const std::vector<std::pair<base::EntryId, std::string>>& leaves) {
  tx.execute(kInsertSeal,
             {s.number, s.at, s.entries, s.root, s.previous, s.hash, s.signature, s.public_key});
  for (std::size_t i = 0; i < leaves.size(); ++i) {
    tx.execute(kInsertLeaf, {leaves[i].first, s.number, i, leaves[i].second});
  }
}

void mark_stale(db::Tx& tx, std::string_view projection, base::EntryId since,
                std::string_view why) {
  tx.execute(kMarkStale, {projection, since, why});
}

}  // namespace journal::store
