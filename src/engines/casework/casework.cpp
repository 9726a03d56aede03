// Opening cases, completing tasks, listing the worklist.
#include "engines/casework/casework.hpp"

#include "base/must.hpp"
#include "engines/casework/moving.hpp"
#include "engines/casework/store.hpp"

namespace casework {

Casework::Casework(db::Database& db, FlowSource source) : db_(db), source_(std::move(source)) {}

std::shared_ptr<const Flow> Casework::flow(db::Tx& tx, base::VersionId version) {
  {
    const std::lock_guard lock(mutex_);
    if (const auto known = flows_.find(version); known != flows_.end()) return known->second;
  }
  auto compiled = compile(source_(tx, version));
  base::must(bool(compiled));  // published flows have been compiled before
  auto shared = std::make_shared<const Flow>(std::move(*compiled));
  const std::lock_guard lock(mutex_);
  return flows_.emplace(version, std::move(shared)).first->second;
}

void Casework::offer(db::Tx& tx, base::Instant now, base::CaseId id, base::UnitId unit,
                     const Activity& activity) {
  std::optional<base::Instant> due;
  if (activity.hours > 0) {
    due = calendar::after_working_minutes(calendar::load(tx), now, activity.hours * 60);
  }
  store::insert_task(tx, db_.fresh<base::TaskId>(), id, unit, activity, now, due);
}

base::CaseId Casework::open(db::Tx& tx, base::Instant now, const Matter& matter) {
  const auto id = db_.fresh<base::CaseId>();
  store::insert_case(tx, id, now, matter);
  const auto plan = flow(tx, matter.version);
  const auto first = next(*plan, plan->start, now.local().date, [](auto) { return std::nullopt; });
  base::must(!first.empty());
  offer(tx, now, id, matter.unit, plan->at(first));
  return id;
}

base::Result<std::optional<Activity>, Trouble> Casework::complete(db::Tx& tx, base::Instant now,
                                                                  base::TaskId task,
                                                                  std::string outcome,
                                                                  base::PersonId by,
                                                                  const feel::Lookup& lookup) {
  const auto card = store::card(tx, task);
  if (!card || card->action == confirm_action) return base::refuse(Trouble::no_such_task);
  if (!store::finish_task(tx, task, now, by, outcome)) return base::refuse(Trouble::already_done);
  store::acted(tx, card->case_id, now, by);
  const auto plan = flow(tx, card->version);
  const auto answer = [&](std::string_view name) {
    return name == "outcome" ? std::optional<feel::Value>(outcome) : lookup(name);
  };
  const auto following = next(*plan, card->node, now.local().date, answer);
  if (following.empty()) {
    store::end_case(tx, card->case_id, now);
    return std::optional<Activity>();
  }
  offer(tx, now, card->case_id, card->unit, plan->at(following));
  return std::optional(plan->at(following));
}

bool Casework::again(db::Tx& tx, base::Instant now, base::CaseId id, std::string_view action) {
  const auto stands = store::where(tx, id);
  if (!stands) return false;
  for (const auto& [node, step] : flow(tx, stands->version)->nodes) {
    if (!step.activity || step.activity->action != action) continue;
    store::set_aside(tx, id, now);
    offer(tx, now, id, stands->unit, *step.activity);
    return true;
  }
  return false;
}

void Casework::set_due(db::Tx& tx, base::CaseId id, std::optional<base::Instant> due) {
  store::set_due(tx, id, due);
}

std::optional<Card> Casework::card(db::Tx& tx, base::TaskId id) { return store::card(tx, id); }

std::vector<Card> Casework::cards_of(db::Tx& tx, std::string_view kind, std::int64_t subject) {
  return store::cards_of(tx, kind, subject);
}

std::vector<Card> Casework::list(db::Tx& tx, const Query& query) { return store::list(tx, query); }

Counts Casework::count(db::Tx& tx, const Query& query) {
  const auto today = query.now.local().date;
  const auto monday = base::Local::at(today - (today.weekday() - 1), 0).instant();
  return store::count(tx, query, monday);
}

int Casework::open_at(db::Tx& tx, const Query& query) { return store::open_at(tx, query); }

}  // namespace casework
