// What failed is told to the operator; an administrator sends dead letters again on a page.
#include "app/work.hpp"

#include "platform/log/log.hpp"

namespace app {
namespace {

void report(const jobs::Job& job, std::string_view why, bool last) {
  const auto line = [&](std::string_view then) {
    return fmt::format("job {} ({}), attempt {}: {}; {}", job.id.value, job.kind, job.attempts, why,
                       then);
  };
  if (last) return logging::error("{}", line("given up, a dead letter now"));
  logging::warn("{}", line("to be tried again"));
}

}  // namespace

Work::Work(Ground& ground, Program& program, const ServeOptions& options)
    : worker_(*ground.db, program.kinds(), options.clock, report),
      runner_(*ground.db, worker_,
              {.schedules = program.schedules(),
               .clock = options.clock,
               .trouble = [](auto why) { logging::error("jobs: {}", why); },
               .threads = options.workers}) {}

}  // namespace app
