// Reads the tasks of open cases to say whose work they are.
#include <algorithm>

#include "base/json.hpp"
#include "engines/casework/in_charge.hpp"

namespace casework {
namespace {

constexpr std::string_view kTasks = R"sql(
  SELECT c.subject_id, c.unit_id, c.ended_at, t.role, t.done_at, t.done_by
  FROM casework_case c JOIN casework_task t ON t.case_id = c.id
  WHERE c.subject_id IN {in:$1}
  ORDER BY t.id)sql";

const identity::Position* near(const identity::Who& reader, base::UnitId unit) {
  const auto at = std::ranges::find_if(reader.positions, [&](const identity::Position& position) {
    return position.unit == unit || (reader.tree && reader.tree->within(unit, position.unit));
  });
  return at == reader.positions.end() ? nullptr : &*at;
}

}  // namespace

identity::Charges in_charge(db::Tx& tx, const identity::Who& reader,
                            const std::set<std::int64_t>& matters) {
  identity::Charges out;
  base::json::array ids;
  for (const auto matter : matters) ids.push_back(base::json::value(matter));
  tx.query(kTasks, {base::json::canonical(ids)}, [&](const db::Row& row) {
    const auto unit = row.id<base::UnitId>(1);
    auto& charge = out[row.i64(0)];
    if (!charge.as) charge.as = near(reader, unit);
    if (!row.null(2)) return;
    const auto* desk = row.null(4) ? reader.in(row.text(3), unit) : nullptr;
    if (desk) charge.as = desk;
    charge.assigned = charge.assigned || desk || row.id<base::PersonId>(5) == reader.person;
  });
  return out;
}

}  // namespace casework
