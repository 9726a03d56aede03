// Asking for work and doing it.
#include "platform/jobs/jobs.hpp"

#include <algorithm>
#include <exception>

#include "base/must.hpp"
#include "platform/db/planning.hpp"
#include "platform/jobs/store.hpp"
#include "platform/log/mask.hpp"

namespace jobs {
namespace {

constexpr std::string_view crashed = "the worker ended without a word, each time";
constexpr std::string_view too_slow = "took longer than its lease; another worker may have it";

std::string cut(std::string_view why) {
  auto end = std::min(why.size(), trouble_max);
  while (end < why.size() && end > 0 && (why[end] & 0xC0) == 0x80) --end;  // not inside a letter
  return std::string(why.substr(0, end));
}

}  // namespace

std::int64_t wait_after(int attempts) {
  std::int64_t wait = 10 * base::second_us;
  for (int i = 1; i < attempts && wait < 6 * base::hour_us; ++i) wait *= 4;
  return std::min(wait, 6 * base::hour_us);
}

JobId add(db::Database& db, db::Tx& tx, base::Instant now, std::string_view kind,
          base::json::object facts, std::string_view key, std::optional<base::Instant> not_before) {
  Job job;
  job.id = db.fresh<JobId>();
  job.kind = kind;
  job.facts = std::move(facts);
  job.made_at = now;
  job.not_before = not_before.value_or(now);
  tx.ring();
  return store::insert(tx, job, key);
}

void once_more(db::Database& db, const Job& running) {
  db.write([&](db::Tx& tx) { store::ask_again(tx, running.id); });
}

Worker::Worker(db::Database& db, std::vector<Kind> kinds, std::function<base::Instant()> clock,
               Report report)
    : db_(db), clock_(std::move(clock)), report_(std::move(report)) {
  for (auto& kind : kinds) {
    const auto name = kind.name;
    base::must(kind.run && kind.attempts_max > 0 && kind.lease_us > 0);
    base::must(kinds_.emplace(name, std::move(kind)).second);
  }
}

bool Worker::run_one() {
  const auto job = take(clock_());
  if (!job) return false;
  const auto at = kinds_.find(job->kind);
  const Kind* kind = at == kinds_.end() ? nullptr : &at->second;
  try {
    if (const auto why = failed(*job, kind)) {
      fail(*job, job->attempts >= (kind ? kind->attempts_max : Kind().attempts_max), *why);
      return true;
    }
  } catch (const NotYet& wait) {
    const auto now = clock_();
    if (!changed([&](db::Tx& tx) { return store::put_off(tx, *job, now, wait.until); })) {
      report_(*job, too_slow, false);
    }
    return true;
  }
  const auto now = clock_();
  if (!changed([&](db::Tx& tx) { return store::finish(tx, *job, now); })) {
    report_(*job, too_slow, false);
  }
  return true;
}

// Runs the attempt; says why it failed.
std::optional<std::string> Worker::failed(const Job& job, const Kind* kind) {
  if (!kind) return "nobody here knows how to do " + job.kind;
  if (job.attempts > kind->attempts_max) return std::string(crashed);
  try {
    kind->run(job);
  } catch (const std::exception& problem) {
    return problem.what();
  }
  return std::nullopt;
}

std::set<std::string> Worker::busy_lanes(db::Tx& tx, base::Instant now) const {
  std::set<std::string> out;
  for (const auto& name : store::running(tx, now)) {
    const auto kind = kinds_.find(name);
    if (kind != kinds_.end() && !kind->second.lane.empty()) out.insert(kind->second.lane);
  }
  return out;
}

// A million letters may wait for a busy lane: what else is due is then asked for kind by kind.
std::vector<Job> Worker::due(db::Tx& tx, base::Instant now) const {
  const auto busy = busy_lanes(tx, now);
  if (busy.empty()) return store::due(tx, now);
  std::vector<Job> out;
  for (const auto& [name, kind] : kinds_) {
    if (busy.contains(kind.lane)) continue;
    for (auto& job : store::due_of(tx, name, now)) out.push_back(std::move(job));
  }
  std::ranges::sort(out, {}, [](const Job& job) { return std::pair(job.not_before, job.id); });
  return out;
}

bool Worker::lease(const Job& job, base::Instant now, base::Instant until) {
  const auto kind = kinds_.find(job.kind);
  const std::string lane = kind == kinds_.end() ? "" : kind->second.lane;
  return changed([&](db::Tx& tx) {
    if (!lane.empty()) {
      tx.hold("jobs.lane:" + lane);
      if (busy_lanes(tx, now).contains(lane)) return false;
    }
    return store::lease(tx, job, now, until);
  });
}

std::optional<Job> Worker::take(base::Instant now) {
  // An idle worker only reads.
  auto found = db_.read([&](db::Tx& tx) {
    db::by_index(tx, db_.engine());
    return due(tx, now);
  });
  for (auto& job : found) {
    const auto kind = kinds_.find(job.kind);
    const auto until = now + (kind == kinds_.end() ? Kind().lease_us : kind->second.lease_us);
    if (!lease(job, now, until)) continue;
    ++job.attempts;
    job.lease_until = until;
    return std::move(job);
  }
  return std::nullopt;
}

bool Worker::changed(const std::function<bool(db::Tx&)>& body) {
  return db_.write([&](db::Tx& tx) {
    db::by_index(tx, db_.engine());
    return body(tx);
  });
}

void Worker::fail(const Job& job, bool last, std::string_view why) {
  const auto trouble = cut(logging::masked(why));
  const auto now = clock_();
  const bool mine = changed([&](db::Tx& tx) {
    if (last) return store::bury(tx, job, trouble, now);
    return store::rest(tx, job, trouble, now, now + wait_after(job.attempts));
  });
  if (mine) return report_(job, trouble, last);
  report_(job, too_slow, false);
}

}  // namespace jobs
