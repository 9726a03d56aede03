// Entries of the journal: SQL and its reading.
#include "engines/journal/store.hpp"
#include "engines/journal/upcast.hpp"

#include <array>

namespace journal::store {
namespace {

constexpr std::string_view kInsert = R"sql(
  INSERT INTO journal_entry (id, at, act, actor_kind, person_id, position_id, unit_id,
    acting_for_id,
    verb, subject_kind, subject_id, facts, law, version, hash, content)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16))sql";

constexpr std::string_view kByAct = R"sql(
  SELECT id, at, act, actor_kind, person_id, position_id, unit_id, acting_for_id, verb,
    subject_kind,
    subject_id, facts, law, version FROM journal_entry WHERE act = $1)sql";

constexpr std::string_view kContent = R"sql(
  SELECT COALESCE(content, '') FROM journal_entry WHERE id = $1)sql";

constexpr std::string_view kBySubject = R"sql(
  SELECT id, at, act, actor_kind, person_id, position_id, unit_id, acting_for_id, verb,
    subject_kind,
    subject_id, facts, law, version
  FROM journal_entry WHERE subject_kind = $1 AND subject_id = $2 ORDER BY id)sql";

constexpr std::string_view kMarkStale = R"sql(
  INSERT INTO journal_stale (projection, since_entry_id, why, last_entry_id)
  VALUES ($1, $2, $3, $2)
  ON CONFLICT (projection) DO UPDATE SET last_entry_id = excluded.last_entry_id)sql";

constexpr std::string_view kFreshAgain = R"sql(
  DELETE FROM journal_stale WHERE projection = $1 AND last_entry_id <= $2)sql";

constexpr std::string_view kStale = R"sql(
  SELECT projection, since_entry_id, why FROM journal_stale ORDER BY projection)sql";

constexpr std::string_view kSubjects = R"sql(
  SELECT DISTINCT subject_kind, subject_id FROM journal_entry
  WHERE (subject_kind, subject_id) > ($1, $2) AND id > $3
  ORDER BY subject_kind, subject_id LIMIT $4)sql";

constexpr std::array<std::string_view, 4> kind_codes = {"nobody", "resident", "officer", "system"};

ActorKind kind_of(std::string_view text) {
  for (std::size_t i = 0; i < kind_codes.size(); ++i) {
    if (kind_codes[i] == text) return ActorKind(i);
  }
  return ActorKind::nobody;  // an altered row: its hash will tell
}

}  // namespace

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

std::string_view code(ActorKind kind) { return kind_codes[std::size_t(kind)]; }

Raw raw(const Stored& e, std::string_view facts) {
  return {e.id.value,
          e.at.us,
          e.actor.person.value,
          e.actor.position.value,
          e.actor.unit.value,
          e.actor.acting_for.value,
          e.subject,
          e.version,
          e.act,
          code(e.actor.kind),
          e.verb,
          e.subject_kind,
          facts,
          e.law};
}

void insert(db::Tx& tx, const Stored& e, std::string_view facts, const std::string& hash,
            std::string_view content) {
  const auto told = content.empty() ? db::Value(nullptr) : db::Value(content);
  tx.execute(kInsert, {e.id, e.at, e.act, code(e.actor.kind), e.actor.person, e.actor.position,
                       e.actor.unit, e.actor.acting_for, e.verb, e.subject_kind, e.subject, facts,
                       e.law, e.version, hash, told});
}

std::optional<Stored> by_act(db::Tx& tx, std::string_view act) {
  return tx.first(kByAct, {act}, entry_of);
}

std::string content_of(db::Tx& tx, base::EntryId entry) {
  return tx.first(kContent, {entry}, [](const db::Row& row) { return row.str(0); }).value_or("");
}

std::vector<Stored> by_subject(db::Tx& tx, std::string_view kind, std::int64_t subject) {
  return tx.all(kBySubject, {kind, subject}, entry_of);
}

std::vector<Subject> subjects(db::Tx& tx, const Subject& last, std::int64_t from, int limit) {
  return tx.all(kSubjects, {last.kind, last.id, from, limit}, [](const db::Row& row) {
    return Subject{row.str(0), row.i64(1)};
  });
}

void fresh_again(db::Tx& tx, std::string_view projection, base::EntryId until) {
  tx.execute(kFreshAgain, {projection, until});
}

void mark_stale(db::Tx& tx, std::string_view projection, base::EntryId since,
                std::string_view why) {
  tx.execute(kMarkStale, {projection, since, why});
}

}  // namespace journal::store

namespace journal {

std::vector<Stale> stale(db::Tx& tx) {
  return tx.all(store::kStale, {}, [](const db::Row& row) {
    return Stale{row.str(0), row.id<base::EntryId>(1), row.str(2)};
  });
}

}  // namespace journal
