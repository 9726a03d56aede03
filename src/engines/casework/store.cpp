// Cases and tasks: SQL and its reading.
#include "engines/casework/store.hpp"

#include "base/fold.hpp"
#include "base/json.hpp"
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
    step_due_at, outcome, due_at)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, '',
    (SELECT due_at FROM casework_case WHERE id = $2)))sql";

constexpr std::string_view kFinishTask = R"sql(
  UPDATE casework_task SET done_at = $2, done_by = $3, outcome = $4
  WHERE id = $1 AND done_at IS NULL)sql";

constexpr std::string_view kEndCase = R"sql(
  UPDATE casework_case SET ended_at = $2 WHERE id = $1)sql";

constexpr std::string_view kSetDue = R"sql(
  UPDATE casework_case SET due_at = $2 WHERE id = $1)sql";

constexpr std::string_view kSetTasksDue = R"sql(
  UPDATE casework_task SET due_at = $2 WHERE case_id = $1 AND done_at IS NULL)sql";

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

// Twenty-five are chosen in the index of the desks alone, then read.
// $1 desks; $2 late before; $3 soon before; $4 which (any, late, soon, not_running).
constexpr std::string_view kList = R"sql(
  SELECT t.id, c.id, c.subject_kind, c.subject_id, c.version_id, c.unit_id, t.node, t.action,
    t.role,
    t.step_vi, t.step_en, c.code, c.title_vi, c.title_en, c.link, c.party_id, c.party_name,
    t.opened_at,
    t.step_due_at, c.due_at, t.done_at, t.done_by, t.outcome
  FROM (SELECT id FROM casework_task
      WHERE done_at IS NULL AND desk IN {in text:$1}
        AND (CAST($4 AS TEXT) = 'any'
          OR (CAST($4 AS TEXT) = 'late' AND due_at < $2)
          OR (CAST($4 AS TEXT) = 'soon' AND due_at >= $2 AND due_at < $3)
          OR (CAST($4 AS TEXT) = 'not_running' AND due_at IS NULL))
      ORDER BY due_at NULLS LAST, id LIMIT $5 OFFSET $6) chosen
    JOIN casework_task t ON t.id = chosen.id JOIN casework_case c ON c.id = t.case_id
  ORDER BY t.due_at NULLS LAST, t.id)sql";

// The same with $7, words of the code or the party's name.
constexpr std::string_view kFound = R"sql(
  SELECT t.id, c.id, c.subject_kind, c.subject_id, c.version_id, c.unit_id, t.node, t.action,
    t.role,
    t.step_vi, t.step_en, c.code, c.title_vi, c.title_en, c.link, c.party_id, c.party_name,
    t.opened_at,
    t.step_due_at, c.due_at, t.done_at, t.done_by, t.outcome
  FROM casework_task t JOIN casework_case c ON c.id = t.case_id
  WHERE t.done_at IS NULL AND t.desk IN {in text:$1}
    AND c.words LIKE $7 ESCAPE '\'
    AND (CAST($4 AS TEXT) = 'any'
      OR (CAST($4 AS TEXT) = 'late' AND t.due_at < $2)
      OR (CAST($4 AS TEXT) = 'soon' AND t.due_at >= $2 AND t.due_at < $3)
      OR (CAST($4 AS TEXT) = 'not_running' AND t.due_at IS NULL))
  ORDER BY t.due_at NULLS LAST, t.id LIMIT $5 OFFSET $6)sql";

constexpr std::string_view kCount = R"sql(
  SELECT count(*), count(*) FILTER (WHERE due_at < $2),
    count(*) FILTER (WHERE due_at >= $2 AND due_at < $3), count(*) FILTER (WHERE due_at IS NULL),
    (SELECT count(*) FROM casework_task
      WHERE done_at IS NOT NULL AND done_at >= $4 AND desk IN {in text:$1})
  FROM casework_task WHERE done_at IS NULL AND desk IN {in text:$1})sql";

constexpr std::string_view kCountFound = R"sql(
  SELECT count(*), count(*) FILTER (WHERE t.due_at < $2),
    count(*) FILTER (WHERE t.due_at >= $2 AND t.due_at < $3),
    count(*) FILTER (WHERE t.due_at IS NULL),
    (SELECT count(*) FROM casework_task
      WHERE done_at IS NOT NULL AND done_at >= $4 AND desk IN {in text:$1})
  FROM casework_task t JOIN casework_case c ON c.id = t.case_id
  WHERE t.done_at IS NULL AND t.desk IN {in text:$1} AND c.words LIKE $5 ESCAPE '\')sql";

constexpr std::string_view kOpenAt = R"sql(
  SELECT count(*) FROM casework_task WHERE done_at IS NULL AND desk IN {in text:$1})sql";

std::string desk(std::string_view role, base::UnitId unit) {
  return std::string(role) + "@" + unit.str();
}

std::string desks_of(const Query& query) {
  base::json::array out;
  for (const auto& [role, unit] : query.desks) out.emplace_back(desk(role, unit));
  return base::json::canonical(out);
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
  tx.execute(kSetTasksDue, {id, due});
}

std::optional<Card> card(db::Tx& tx, base::TaskId id) { return tx.first(kCard, {id}, card_of); }

std::vector<Card> cards_of(db::Tx& tx, std::string_view kind, std::int64_t subject) {
  return tx.all(kCardsOf, {kind, subject}, card_of);
}

std::vector<Card> list(db::Tx& tx, const Query& q) {
  const auto desks = desks_of(q);
  if (q.words.empty()) {
    return tx.all(kList, {desks, q.now, q.soon, code(q.due), q.limit, q.offset}, card_of);
  }
  return tx.all(kFound, {desks, q.now, q.soon, code(q.due), q.limit, q.offset, like(q.words)},
                card_of);
}

Counts count(db::Tx& tx, const Query& q, base::Instant week_start) {
  const auto desks = desks_of(q);
  const auto read = [](const db::Row& row) {
    return Counts{int(row.i64(0)), int(row.i64(1)), int(row.i64(2)), int(row.i64(3)),
                  int(row.i64(4))};
  };
  if (q.words.empty()) return *tx.first(kCount, {desks, q.now, q.soon, week_start}, read);
  return *tx.first(kCountFound, {desks, q.now, q.soon, week_start, like(q.words)}, read);
}

int open_at(db::Tx& tx, const Query& q) {
  return *tx.first(kOpenAt, {desks_of(q)}, [](const db::Row& row) { return int(row.i64(0)); });
}

}  // namespace casework::store
