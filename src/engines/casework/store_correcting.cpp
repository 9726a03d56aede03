// Rows of a case that goes on with another version.
#include "engines/casework/correcting.hpp"

namespace casework {
namespace {

constexpr std::string_view kVersion = R"sql(
  UPDATE casework_case SET version_id = $2 WHERE id = $1 AND ended_at IS NULL)sql";

constexpr std::string_view kTask = R"sql(
  UPDATE casework_task SET node = $2, action = $3, role = $4, desk = $5, step_vi = $6, step_en = $7
  WHERE id = $1 AND done_at IS NULL)sql";

}  // namespace

base::Result<void, Trouble> follow(Casework& casework, db::Tx& tx, const Card& open,
                                   base::VersionId version, const std::string& node) {
  const auto plan = casework.flow(tx, version);
  const auto found = plan->nodes.find(node);
  if (found == plan->nodes.end() || !found->second.activity) {
    return base::refuse(Trouble::no_such_task);
  }
  const auto& step = *found->second.activity;
  const auto desk = step.role + "@" + open.unit.str();
  const bool moved = tx.execute(kTask, {open.id, step.node, step.action, step.role, desk,
                                        step.title.vi, step.title.en}) == 1;
  if (!moved) return base::refuse(Trouble::no_such_task);
  tx.execute(kVersion, {open.case_id, version});
  return {};
}

}  // namespace casework
