// The search of the journal: SQL and its reading.
#include <limits>

#include "engines/journal/search.hpp"
#include "engines/journal/store.hpp"

namespace journal {
namespace {

constexpr int slice = 500;

constexpr std::string_view kAny = R"sql(
  SELECT e.id, e.at, e.act, e.actor_kind, e.person_id, e.position_id, e.unit_id, e.acting_for_id,
    e.verb, e.subject_kind, e.subject_id, e.facts, e.law, e.version, l.seal
  FROM journal_entry e LEFT JOIN journal_leaf l ON l.entry_id = e.id
  WHERE e.id < $1 ORDER BY e.id DESC LIMIT $2)sql";

constexpr std::string_view kOfSubject = R"sql(
  SELECT e.id, e.at, e.act, e.actor_kind, e.person_id, e.position_id, e.unit_id, e.acting_for_id,
    e.verb, e.subject_kind, e.subject_id, e.facts, e.law, e.version, l.seal
  FROM journal_entry e LEFT JOIN journal_leaf l ON l.entry_id = e.id
  WHERE e.id < $1 AND e.subject_kind = $3 AND e.subject_id = $4 ORDER BY e.id DESC LIMIT $2)sql";

constexpr std::string_view kOfPerson = R"sql(
  SELECT e.id, e.at, e.act, e.actor_kind, e.person_id, e.position_id, e.unit_id, e.acting_for_id,
    e.verb, e.subject_kind, e.subject_id, e.facts, e.law, e.version, l.seal
  FROM journal_entry e LEFT JOIN journal_leaf l ON l.entry_id = e.id
  WHERE e.id < $1 AND e.person_id = $3 ORDER BY e.id DESC LIMIT $2)sql";

constexpr std::string_view kOfVerb = R"sql(
  SELECT e.id, e.at, e.act, e.actor_kind, e.person_id, e.position_id, e.unit_id, e.acting_for_id,
    e.verb, e.subject_kind, e.subject_id, e.facts, e.law, e.version, l.seal
  FROM journal_entry e LEFT JOIN journal_leaf l ON l.entry_id = e.id
  WHERE e.id < $1 AND e.verb = $3 ORDER BY e.id DESC LIMIT $2)sql";

constexpr std::string_view kSealOf = R"sql(
  SELECT seal FROM journal_leaf WHERE entry_id = $1)sql";

Answer answer_of(const db::Row& row) { return {store::entry_of(row), row.i64(14)}; }

bool is_room(std::string_view verb) { return verb.empty() || verb.back() == '.'; }

std::vector<Answer> below(db::Tx& tx, const Question& q, std::int64_t id) {
  if (q.subject > 0) {
    return tx.all(kOfSubject, {id, slice, q.subject_kind, q.subject}, answer_of);
  }
  if (q.person) return tx.all(kOfPerson, {id, slice, q.person}, answer_of);
  if (!is_room(q.verb)) return tx.all(kOfVerb, {id, slice, q.verb}, answer_of);
  return tx.all(kAny, {id, slice}, answer_of);
}

bool fits(const Stored& e, const Question& q) {
  if (!q.subject_kind.empty() && e.subject_kind != q.subject_kind) return false;
  if (q.person && e.actor.person != q.person) return false;
  if (q.unit && e.actor.unit != q.unit) return false;
  if (is_room(q.verb) ? !e.verb.starts_with(q.verb) : e.verb != q.verb) return false;
  return (!q.from || e.at >= *q.from) && (!q.until || e.at < *q.until);
}

}  // namespace

Answers search(db::Tx& tx, const Question& question, base::EntryId before, int limit) {
  Answers out;
  auto at = before ? before.value : std::numeric_limits<std::int64_t>::max();
  for (int looked = 0; looked < looked_at_max;) {
    auto rows = below(tx, question, at);
    for (auto& row : rows) {
      if (int(out.found.size()) == limit) return out.next = {at}, out;
      at = row.entry.id.value;
      if (fits(row.entry, question)) out.found.push_back(std::move(row));
    }
    if (int(rows.size()) < slice) return out;
    looked += slice;
  }
  out.next = {at};
  return out;
}

std::optional<Answer> by_act(db::Tx& tx, std::string_view act) {
  auto entry = store::by_act(tx, act);
  if (!entry) return {};
  const auto seal = tx.first(kSealOf, {entry->id}, [](const db::Row& row) { return row.i64(0); });
  return Answer{std::move(*entry), seal.value_or(0)};
}

}  // namespace journal
