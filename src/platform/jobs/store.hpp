// Rows of jobs and of the turns of schedules.
#pragma once

#include "platform/jobs/jobs.hpp"

namespace jobs::store {

// Answers the job that has this key: the one given, or one that was there.
JobId insert(db::Tx& tx, const Job& job, std::string_view key);
// The first few that are due and that nobody has, longest waiting first.
std::vector<Job> due(db::Tx& tx, base::Instant now);
// The same of one kind.
std::vector<Job> due_of(db::Tx& tx, std::string_view kind, base::Instant now);
// Kinds of which one runs now.
std::vector<std::string> running(db::Tx& tx, base::Instant now);
// Begins an attempt on a job as `due` found it. False: another worker was faster.
bool lease(db::Tx& tx, const Job& found, base::Instant now, base::Instant until);

void ask_again(db::Tx& tx, JobId id);

// What follows ends an attempt. False: its lease had ended, and another may have the job.
bool finish(db::Tx& tx, const Job& job, base::Instant now);
bool rest(db::Tx& tx, const Job& job, std::string_view trouble, base::Instant now,
          base::Instant not_before);
// As if this attempt had never begun.
bool put_off(db::Tx& tx, const Job& job, base::Instant now, base::Instant until);
bool bury(db::Tx& tx, const Job& job, std::string_view trouble, base::Instant now);

// Moves what was set after `ahead` as far back as the clock went; says how much that was.
std::int64_t set_back(db::Tx& tx, base::Instant now, base::Instant ahead);

void begin_turns(db::Tx& tx, std::string_view kind, base::Instant next);
// False: another process was faster.
bool move_turn(db::Tx& tx, std::string_view kind, base::Instant from, base::Instant next);

}  // namespace jobs::store
