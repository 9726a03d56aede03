// What is seen of background work. Values in, HTML out.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "platform/jobs/jobs.hpp"
#include "platform/ui/shell.hpp"

namespace administration::views {

struct JobList {
  std::vector<jobs::Standing> standing;
  std::vector<jobs::Turn> turns;
  std::vector<jobs::Job> dead;  // of this page
  std::string kind;             // chosen; "": all
  int page = 1, pages = 1;
  base::Instant now;
  std::function<base::Html()> marks;
  std::string notice, error;
};
ui::OfficerPage jobs(base::Lang lang, const JobList& list);

struct OneJob {
  jobs::Job job;
  std::function<base::Html()> marks;
  std::string error;
};
ui::OfficerPage job(base::Lang lang, const OneJob& one);
ui::OfficerPage drop_job(base::Lang lang, const OneJob& one);

}  // namespace administration::views
