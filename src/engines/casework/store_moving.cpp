// Open cases of a unit: finding and moving them.
#include "engines/casework/store.hpp"

namespace casework::store {
namespace {

constexpr std::string_view kOpenCases = R"sql(
  SELECT c.id, c.subject_kind, c.subject_id, c.code, COALESCE(t.step_vi, ''),
    COALESCE(t.step_en, '')
  FROM casework_case c LEFT JOIN casework_task t ON t.case_id = c.id AND t.done_at IS NULL
    AND t.action <> 'casework.confirm_unit'
  WHERE c.unit_id = $1 AND c.ended_at IS NULL AND c.id > $2 ORDER BY c.id, t.id LIMIT $3)sql";

constexpr std::string_view kMoveCases = R"sql(
  UPDATE casework_case SET unit_id = $2 WHERE id IN {in:$1})sql";

constexpr std::string_view kMoveTasks = R"sql(
  UPDATE casework_task SET desk = role || '@' || CAST($2 AS TEXT)
  WHERE case_id IN {in:$1} AND done_at IS NULL)sql";

constexpr std::string_view kAsk = R"sql(
  INSERT INTO casework_task (id, case_id, node, action, role, desk, step_vi, step_en, opened_at,
    outcome, due_at)
  SELECT CAST($1 AS BIGINT), t.case_id, '', 'casework.confirm_unit', t.role, t.desk,
    CAST($3 AS TEXT), CAST($4 AS TEXT), CAST($5 AS BIGINT), '', t.due_at
  FROM casework_task t
  WHERE t.case_id = $2 AND t.done_at IS NULL AND t.action <> 'casework.confirm_unit'
    AND NOT EXISTS (SELECT 1 FROM casework_task c WHERE c.case_id = $2 AND c.done_at IS NULL
      AND c.action = 'casework.confirm_unit')
  ORDER BY t.id LIMIT 1)sql";

constexpr std::string_view kActed = R"sql(
  UPDATE casework_task SET done_at = $2, done_by = $3, outcome = 'acted'
  WHERE case_id = $1 AND action = 'casework.confirm_unit' AND done_at IS NULL)sql";

constexpr std::string_view kWhere = R"sql(
  SELECT version_id, unit_id FROM casework_case WHERE id = $1 AND ended_at IS NULL)sql";

constexpr std::string_view kSetAside = R"sql(
  UPDATE casework_task SET done_at = $2, outcome = 'set_aside'
  WHERE case_id = $1 AND action <> 'casework.confirm_unit' AND done_at IS NULL)sql";

std::string list_of(const std::vector<base::CaseId>& ids) {
  std::string out;
  for (const auto id : ids) out += (out.empty() ? "[" : ",") + id.str();
  return out.empty() ? "[]" : out + "]";
}

}  // namespace

std::vector<OpenCase> open_cases(db::Tx& tx, base::UnitId unit, base::CaseId after, int limit) {
  return tx.all(kOpenCases, {unit, after.value, limit}, [](const db::Row& row) {
    return OpenCase{
        row.id<base::CaseId>(0), row.str(1), row.i64(2), row.str(3), {row.str(4), row.str(5)}};
  });
}

void move_cases(db::Tx& tx, const std::vector<base::CaseId>& cases, base::UnitId unit) {
  const auto ids = list_of(cases);
  tx.execute(kMoveCases, {ids, unit});
  tx.execute(kMoveTasks, {ids, unit.str()});
}

void ask(db::Tx& tx, base::TaskId id, base::CaseId case_id, const base::Text& step,
         base::Instant now) {
  tx.execute(kAsk, {id, case_id, step.vi, step.en, now});
}

std::optional<Stands> where(db::Tx& tx, base::CaseId id) {
  return tx.first(kWhere, {id}, [](const db::Row& row) {
    return Stands{row.id<base::VersionId>(0), row.id<base::UnitId>(1)};
  });
}

void set_aside(db::Tx& tx, base::CaseId id, base::Instant now) { tx.execute(kSetAside, {id, now}); }

void acted(db::Tx& tx, base::CaseId id, base::Instant now, base::PersonId by) {
  tx.execute(kActed, {id, now, by});
}

}  // namespace casework::store
