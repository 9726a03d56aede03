// Open cases of a unit: finding and moving them.
#include "engines/casework/store.hpp"

namespace casework::store {
namespace {

constexpr std::string_view kOpenCases = R"sql(
  SELECT id, subject_kind, subject_id FROM casework_case
  WHERE unit_id = $1 AND ended_at IS NULL AND id > $2 ORDER BY id LIMIT $3)sql";

constexpr std::string_view kMoveCases = R"sql(
  UPDATE casework_case SET unit_id = $2 WHERE id IN {in:$1})sql";

constexpr std::string_view kMoveTasks = R"sql(
  UPDATE casework_task SET desk = role || '@' || CAST($2 AS TEXT)
  WHERE case_id IN {in:$1} AND done_at IS NULL)sql";

constexpr std::string_view kAsk = R"sql(
  INSERT INTO casework_task (id, case_id, node, action, role, desk, step_vi, step_en, opened_at,
    outcome)
  SELECT CAST($1 AS BIGINT), t.case_id, '', 'casework.confirm_unit', t.role, t.desk,
    CAST($3 AS TEXT), CAST($4 AS TEXT), CAST($5 AS BIGINT), ''
  FROM casework_task t
  WHERE t.case_id = $2 AND t.done_at IS NULL AND t.action <> 'casework.confirm_unit'
    AND NOT EXISTS (SELECT 1 FROM casework_task c WHERE c.case_id = $2 AND c.done_at IS NULL
      AND c.action = 'casework.confirm_unit')
  ORDER BY t.id LIMIT 1)sql";

constexpr std::string_view kActed = R"sql(
  UPDATE casework_task SET done_at = $2, done_by = $3, outcome = 'acted'
  WHERE case_id = $1 AND action = 'casework.confirm_unit' AND done_at IS NULL)sql";

std::string list_of(const std::vector<base::CaseId>& ids) {
  std::string out;
  for (const auto id : ids) out += (out.empty() ? "[" : ",") + id.str();
  return out.empty() ? "[]" : out + "]";
}

}  // namespace

std::vector<OpenCase> open_cases(db::Tx& tx, base::UnitId unit, base::CaseId after, int limit) {
  return tx.all(kOpenCases, {unit, after.value, limit}, [](const db::Row& row) {
    return OpenCase{row.id<base::CaseId>(0), row.str(1), row.i64(2)};
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

void acted(db::Tx& tx, base::CaseId id, base::Instant now, base::PersonId by) {
  tx.execute(kActed, {id, now, by});
}

}  // namespace casework::store
