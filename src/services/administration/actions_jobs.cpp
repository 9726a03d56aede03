// The entry names the job and its kind; what it was about stays in the job.
#include "services/administration/actions_jobs.hpp"

namespace administration {
namespace {

constexpr int slice = 500;
constexpr std::string_view resending_kind = "jobs.resend_all";

journal::Entry entry_of(const office::StaffAct& act, std::string_view verb) {
  return {.act = act.id,
          .actor = act.who->actor(office::office_of(*act.who)),
          .verb = std::string(verb),
          .subject_kind = "job",
          .subject = 0,
          .facts = {},
          .law = ""};
}

}  // namespace

base::Result<void, JobRefusal> JobActions::one(const office::StaffAct& act, std::string_view verb,
                                               jobs::JobId id, const Change& change) {
  return db_.write([&](db::Tx& tx) -> base::Result<void, JobRefusal> {
    if (journal::Journal::find_act(tx, act.id)) return {};
    const auto job = jobs::find(tx, id);
    if (!job || !change(tx)) return base::refuse(JobRefusal::gone);
    auto entry = entry_of(act, verb);
    entry.subject = id.value;
    entry.facts = {{"kind", job->kind}, {"attempts", job->attempts}};
    journal_.append(tx, act.now, entry);
    return {};
  });
}

base::Result<void, JobRefusal> JobActions::resend(const office::StaffAct& act, jobs::JobId id) {
  return one(act, "jobs.resend", id, [&](db::Tx& tx) { return jobs::resend(tx, act.now, id); });
}

base::Result<void, JobRefusal> JobActions::drop(const office::StaffAct& act, jobs::JobId id) {
  return one(act, "jobs.drop", id, [&](db::Tx& tx) { return jobs::drop(tx, id); });
}

std::int64_t JobActions::resend_all(const office::StaffAct& act, std::string_view kind,
                                    base::Instant seen_at) {
  return db_.write([&](db::Tx& tx) -> std::int64_t {
    if (const auto before = journal::Journal::find_act(tx, act.id)) {
      return base::json::number_at(before->facts, "jobs");
    }
    const auto count = jobs::dead_count(tx, kind, seen_at);
    if (count == 0) return 0;
    jobs::resend_all(tx, act.now, kind, seen_at, slice);
    auto entry = entry_of(act, "jobs.resend_all");
    entry.subject = db_.next_id();
    entry.facts = {{"kind", kind}, {"jobs", count}};
    journal_.append(tx, act.now, entry);
    if (count > slice) {
      jobs::add(db_, tx, act.now, resending_kind, {{"kind", kind}, {"seen_at", seen_at.us}});
    }
    return count;
  });
}

jobs::Kind JobActions::resending(db::Database& db, std::function<base::Instant()> clock) {
  const auto run = [&db, clock = std::move(clock)](const jobs::Job& job) {
    const auto kind = base::json::text_at(job.facts, "kind");
    const base::Instant seen_at{base::json::number_at(job.facts, "seen_at")};
    const auto sent =
        db.write([&](db::Tx& tx) { return jobs::resend_all(tx, clock(), kind, seen_at, slice); });
    if (sent == slice) jobs::once_more(db, job);
  };
  return {.name = std::string(resending_kind), .run = run};
}

}  // namespace administration
