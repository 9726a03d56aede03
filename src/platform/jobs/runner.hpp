// Threads that do jobs, and schedules: jobs that come back by themselves.
#pragma once

#include <atomic>
#include <chrono>
#include <functional>
#include <string>
#include <string_view>
#include <thread>
#include <vector>

#include "platform/jobs/jobs.hpp"

namespace jobs {

// Asks for a job of that kind, without facts, at each of its times. Of several processes one does
// each turn; a turn that comes while the last one still waits adds nothing; of several that passed
// while nobody was there, one is made up.
struct Schedule {
  std::string kind;
  std::function<base::Instant(base::Instant)> next;  // the first time after this one
};
Schedule each(std::string kind, std::int64_t every_us);
// At that local time, on the days that `fits` says (none given: every day).
Schedule daily(std::string kind, int hour, int minute, std::function<bool(base::Date)> fits = {});

// Asks for what is due by now. Called every second or so by everybody.
void take_turns(db::Database& db, const std::vector<Schedule>& schedules, base::Instant now);

// The clock ran ahead (a battery, a wrong time server) and has been set back: what was asked for or
// put off by it comes due as long after now as it was to be after then. Reads every job: once at
// the start, and when the clock is seen to go back.
void follow_clock(db::Database& db, base::Instant now);

struct Running {
  std::vector<Schedule> schedules;
  std::function<base::Instant()> clock;
  std::function<void(std::string_view why)> trouble;  // the database failed; tried again
  int threads = 2;
  std::chrono::milliseconds poll{1000};  // for work that another process left
};

// Works from construction to destruction, which waits for the attempts that run.
class Runner {
 public:
  Runner(db::Database& db, Worker& worker, Running how);
  ~Runner();
  Runner(const Runner&) = delete;
  Runner& operator=(const Runner&) = delete;

 private:
  void work();
  base::Instant look_at_clock();
  void patiently(const std::function<void()>& step);

  db::Database& db_;
  Worker& worker_;
  const Running how_;
  std::atomic<bool> stopping_ = false;
  std::atomic<std::int64_t> latest_us_ = INT64_MAX;  // the start counts as a clock set back
  std::vector<std::thread> threads_;
};

}  // namespace jobs
