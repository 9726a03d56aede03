// Durable work: a row written in the transaction of the act, done after its commit, at least once.
//
// Whoever does a job takes a lease on it; when the worker dies, the lease ends and another takes
// the job up. So a job may run twice and must be idempotent. A job that fails is tried again, later
// each time; after its last attempt it is a dead letter, which an administrator reads and sends
// again.
#pragma once

#include <functional>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "base/id.hpp"
#include "base/instant.hpp"
#include "base/json.hpp"
#include "platform/db/db.hpp"

namespace jobs {

using JobId = base::Id<struct JobTag>;

struct Job {
  JobId id;
  std::string kind;          // "messages.mail": the owner, then what is to be done
  base::json::object facts;  // ids, codes and figures, never personal values
  base::Instant made_at;
  base::Instant not_before;   // when it is to be done, or tried again
  int attempts = 0;           // begun so far, the running one included
  base::Instant lease_until;  // of the running attempt, or the last one that ended without a word
  std::string trouble;        // why the last attempt failed, for the operator; "" if none did
  std::optional<base::Instant> dead_at;
};

// What an owner can do. The function runs outside any transaction; an exception fails the attempt,
// and what it says is kept for the operator (so it holds no personal values either).
struct Kind {
  std::string name;
  std::function<void(const Job&)> run;
  int attempts_max = 8;                         // with `wait_after`: about a day
  std::int64_t lease_us = 5 * base::minute_us;  // no attempt may take longer
  // What it waits for, as "mail", a server that may hang: of all kinds with one lane a single job
  // runs at a time, over all workers and processes, so that other kinds pass. "": no such thing.
  std::string lane;
};

// Thrown by `run`: nothing failed, but it is not the time. The job rests until then, and this
// attempt does not count.
struct NotYet {
  base::Instant until;
};

inline constexpr std::size_t trouble_max = 500;  // bytes; longer reasons are cut

// How long a job rests after that many failed attempts: 10 s, then four times longer each time, at
// most six hours.
std::int64_t wait_after(int attempts);

// Asks for a job. With a `key` it is asked for once: while one with that key waits, nothing is
// added and that one is answered; while it runs, it will run once more, for it may have missed what
// this transaction changes. A dead letter gives its key back.
JobId add(db::Database& db, db::Tx& tx, base::Instant now, std::string_view kind,
          base::json::object facts, std::string_view key = {},
          std::optional<base::Instant> not_before = {});

// For a job that does a slice at a time: when this attempt ends well it begins again at once, as if
// asked for anew, so that each slice has a whole lease.
void once_more(db::Database& db, const Job& running);

// Does what is due. Several workers and threads, in any processes, may share a database.
class Worker {
 public:
  // `report` hears of each failed attempt; `last` when the job is dead now.
  using Report = std::function<void(const Job&, std::string_view why, bool last)>;
  Worker(db::Database& db, std::vector<Kind> kinds, std::function<base::Instant()> clock,
         Report report);

  // Takes the job that has waited longest and does it. False: nothing is due. Any thread.
  bool run_one();

 private:
  std::set<std::string> busy_lanes(db::Tx& tx, base::Instant now) const;
  std::vector<Job> due(db::Tx& tx, base::Instant now) const;
  bool lease(const Job& job, base::Instant now, base::Instant until);
  std::optional<Job> take(base::Instant now);
  std::optional<std::string> failed(const Job& job, const Kind* kind);
  bool changed(const std::function<bool(db::Tx&)>& body);
  void fail(const Job& job, bool last, std::string_view why);

  db::Database& db_;
  std::map<std::string, Kind, std::less<>> kinds_;
  std::function<base::Instant()> clock_;
  Report report_;
};

// ---- For the administrator's page and the metrics. `standing` counts every row: ask it seldom.
struct Standing {
  std::string kind;
  std::int64_t waiting = 0, running = 0, dead = 0;
  std::optional<base::Instant> oldest;  // due since, of those that wait
};
std::vector<Standing> standing(db::Tx& tx, base::Instant now);  // by kind, in its order
// Dead letters, latest first; of one kind, or of all when it is "".
std::vector<Job> dead(db::Tx& tx, std::string_view kind, int limit, int offset);
std::int64_t dead_count(db::Tx& tx, std::string_view kind, base::Instant until);
std::optional<Job> find(db::Tx& tx, JobId id);  // none: done, or never there
// A dead letter gets all its attempts again, at once. False: it is not dead (any more).
bool resend(db::Tx& tx, base::Instant now, JobId id);
// The same for those of a kind ("": of every kind) that were dead at `seen_at`, the oldest first.
// Answers how many: fewer than `limit`, and none is left.
std::int64_t resend_all(db::Tx& tx, base::Instant now, std::string_view kind, base::Instant seen_at,
                        int limit);
// When what comes back is next asked for (runner.hpp), by kind.
struct Turn {
  std::string kind;
  base::Instant next;
};
std::vector<Turn> turns(db::Tx& tx);
// Gives a dead letter up for good. False: it is not dead.
bool drop(db::Tx& tx, JobId id);

}  // namespace jobs
