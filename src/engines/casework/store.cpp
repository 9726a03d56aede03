// Cases and tasks: SQL and its reading.
#include "engines/casework/store.hpp"

#include <array>

#include "base/fold.hpp"
#include "base/must.hpp"

namespace casework::store {
namespace {

constexpr std::string_view kInsertCase = R"sql(
  INSERT INTO casework_case (id, version_id, subject_kind, subject_id, unit_id, code, title_vi,
    title_en,
    link, party_id, party_name, words, opened_at)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13))sql";

constexpr std::string_view kInsertTask = R"sql(
  INSERT INTO casework_task (id, case_id, node, action, role, desk, step_vi, step_en, opened_at,
    step_due_at, outcome)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, ''))sql";

constexpr std::string_view kFinishTask = R"sql(
  UPDATE casework_task SET done_at = $2, done_by = $3, outcome = $4
  WHERE id = $1 AND done_at IS NULL)sql";

constexpr std::string_view kEndCase = R"sql(
  UPDATE casework_case SET ended_at = $2 WHERE id = $1)sql";

constexpr std::string_view kSetDue = R"sql(
  UPDATE casework_case SET due_at = $2 WHERE id = $1)sql";

constexpr std::string_view kCard = R"sql(
  SELECT t.id, c.id, c.subject_kind, c.subject_id, c.version_id, c.unit_id, t.node, t.action,
    t.role,
    t.step_vi, t.step_en, c.code, c.title_vi, c.title_en, c.link, c.party_id, c.party_name,
    t.opened_at,
    t.step_due_at, c.due_at, t.done_at, t.done_by, t.outcome
  FROM casework_task t JOIN casework_case c ON c.id = t.case_id WHERE t.id = $1)sql";

constexpr std::string_view kCardsOf = R"sql(
  SELECT t.id, c.id, c.subject_kind, c.subject_id, c.version_id, c.unit_id, t.node, t.action,
    t.role,
    t.step_vi, t.step_en, c.code, c.title_vi, c.title_en, c.link, c.party_id, c.party_name,
    t.opened_at,
    t.step_due_at, c.due_at, t.done_at, t.done_by, t.outcome
  FROM casework_case c JOIN casework_task t ON t.case_id = c.id
  WHERE c.subject_kind = $1 AND c.subject_id = $2 AND t.action <> 'casework.confirm_unit'
  ORDER BY t.id)sql";

// $9 words; $10 late before; $11 soon before; $12 which (any, late, soon, not_running).
constexpr std::string_view kList = R"sql(
  SELECT t.id, c.id, c.subject_kind, c.subject_id, c.version_id, c.unit_id, t.node, t.action,
    t.role,
    t.step_vi, t.step_en, c.code, c.title_vi, c.title_en, c.link, c.party_id, c.party_name,
    t.opened_at,
    t.step_due_at, c.due_at, t.done_at, t.done_by, t.outcome
  FROM casework_task t JOIN casework_case c ON c.id = t.case_id
  WHERE t.done_at IS NULL AND t.desk IN ($1, $2, $3, $4, $5, $6, $7, $8)
    AND c.words LIKE $9 ESCAPE '\'
    AND (CAST($12 AS TEXT) = 'any'
      OR (CAST($12 AS TEXT) = 'late' AND c.due_at < $10)
      OR (CAST($12 AS TEXT) = 'soon' AND c.due_at >= $10 AND c.due_at < $11)
      OR (CAST($12 AS TEXT) = 'not_running' AND c.due_at IS NULL))
  ORDER BY c.due_at NULLS LAST, t.id LIMIT $13 OFFSET $14)sql";

constexpr std::string_view kCount = R"sql(
  SELECT count(*), count(*) FILTER (WHERE c.due_at < $10),
    count(*) FILTER (WHERE c.due_at >= $10 AND c.due_at < $11),
    count(*) FILTER (WHERE c.due_at IS NULL)
  FROM casework_task t JOIN casework_case c ON c.id = t.case_id
  WHERE t.done_at IS NULL AND t.desk IN ($1, $2, $3, $4, $5, $6, $7, $8)
    AND c.words LIKE $9 ESCAPE '\')sql";

constexpr std::string_view kDone = R"sql(
  SELECT count(*) FROM casework_task
  WHERE desk IN ($1, $2, $3, $4, $5, $6, $7, $8) AND done_at IS NOT NULL AND done_at >= $9)sql";

std::string desk(std::string_view role, base::UnitId unit) {
  return std::string(role) + "@" + unit.str();
}

std::array<std::string, Query::desks_max> desks_of(const Query& query) {
  base::must(query.desks.size() <= Query::desks_max);
  std::array<std::string, Query::desks_max> out;
  for (std::size_t i = 0; i < query.desks.size(); ++i) {
    out[i] = desk(query.desks[i].first, query.desks[i].second);
  }
  return out;
}

std::string like(std::string_view words) {
  std::string out = "%";
  for (const char c : base::fold(words)) {
    if (c == '%' || c == '_' || c == '\\') out += '\\';
    out += c;
  }
  return out + "%";
}

constexpr std::string_view code(Due due) {
  constexpr std::string_view codes[] = {"any", "late", "soon", "not_running"};
  return codes[int(due)];
}

Card card_of(const db::Row& row) {
  Card c;
  c.id = row.id<base::TaskId>(0);
  c.case_id = row.id<base::CaseId>(1);
  c.subject_kind = row.str(2);
  c.subject = row.i64(3);
  c.version = row.id<base::VersionId>(4);
  c.unit = row.id<base::UnitId>(5);
  c.node = row.str(6);
  c.action = row.str(7);
  c.role = row.str(8);
  c.step = {row.str(9), row.str(10)};
  c.code = row.str(11);
  c.title = {row.str(12), row.str(13)};
  c.link = row.str(14);
  c.party_name = {row.id<base::PersonId>(15), row.str(16)};
  c.opened_at = row.at(17);
  c.step_due = row.maybe_at(18);
  c.due = row.maybe_at(19);
  c.done_at = row.maybe_at(20);
  c.done_by = row.id<base::PersonId>(21);
  c.outcome = row.str(22);
  return c;
}

}  // namespace

void insert_case(db::Tx& tx, base::CaseId id, base::Instant now, const Matter& m) {
  tx.execute(kInsertCase,
             {id, m.version, m.subject_kind, m.subject, m.unit, m.code, m.title.vi, m.title.en,
              m.link, m.party, m.party_name, base::fold(m.code + " " + m.party_name), now});
}

void insert_task(db::Tx& tx, base::TaskId id, base::CaseId case_id, base::UnitId unit,
                 const Activity& a, base::Instant now, std::optional<base::Instant> due) {
  tx.execute(kInsertTask, {id, case_id, a.node, a.action, a.role, desk(a.role, unit), a.title.vi,
                           a.title.en, now, due});
}

bool finish_task(db::Tx& tx, base::TaskId id, base::Instant now, base::PersonId by,
                 std::string_view outcome) {
  return tx.execute(kFinishTask, {id, now, by, outcome}) == 1;
}

void end_case(db::Tx& tx, base::CaseId id, base::Instant now) { tx.execute(kEndCase, {id, now}); }

void set_due(db::Tx& tx, base::CaseId id, std::optional<base::Instant> due) {
  tx.execute(kSetDue, {id, due});
}

std::optional<Card> card(db::Tx& tx, base::TaskId id) { return tx.first(kCard, {id}, card_of); }

std::vector<Card> cards_of(db::Tx& tx, std::string_view kind, std::int64_t subject) {
  return tx.all(kCardsOf, {kind, subject}, card_of);
}

std::vector<Card> list(db::Tx& tx, const Query& q) {
  const auto d = desks_of(q);
  return tx.all(kList,
                {d[0], d[1], d[2], d[3], d[4], d[5], d[6], d[7], like(q.words), q.now, q.soon,
                 code(q.due), q.limit, q.offset},
                card_of);
}

Counts count(db::Tx& tx, const Query& q, base::Instant week_start) {
  const auto d = desks_of(q);
  Counts out;
  tx.query(kCount, {d[0], d[1], d[2], d[3], d[4], d[5], d[6], d[7], like(q.words), q.now, q.soon},
           [&](const db::Row& row) {
             out = {int(row.i64(0)), int(row.i64(1)), int(row.i64(2)), int(row.i64(3)), 0};
           });
  tx.query(kDone, {d[0], d[1], d[2], d[3], d[4], d[5], d[6], d[7], week_start},
           [&](const db::Row& row) { out.done_this_week = int(row.i64(0)); });
  return out;
}

}  // namespace casework::store
