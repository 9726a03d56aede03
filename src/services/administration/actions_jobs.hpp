// What administrators do with background work that was given up: one transaction, one entry each.
#pragma once

#include "base/result.hpp"
#include "platform/jobs/jobs.hpp"
#include "services/administration/actions_people.hpp"

namespace administration {

enum class JobRefusal { gone };  // tried again or given up by somebody else meanwhile

class JobActions {
 public:
  JobActions(db::Database& db, journal::Journal& journal) : db_(db), journal_(journal) {}

  // Done twice under one act id, the second finds the first.
  base::Result<void, JobRefusal> resend(const office::StaffAct& act, jobs::JobId id);
  base::Result<void, JobRefusal> drop(const office::StaffAct& act, jobs::JobId id);
  // Those of a kind ("": of all) that were dead at `seen_at`: the first 500 in the act, what is
  // left as a job. Answers how many were dead then.
  std::int64_t resend_all(const office::StaffAct& act, std::string_view kind,
                          base::Instant seen_at);

  // The job that goes on with the rest.
  static jobs::Kind resending(db::Database& db, std::function<base::Instant()> clock);

 private:
  using Change = std::function<bool(db::Tx&)>;
  base::Result<void, JobRefusal> one(const office::StaffAct& act, std::string_view verb,
                                     jobs::JobId id, const Change& change);

  db::Database& db_;
  journal::Journal& journal_;
};

}  // namespace administration
