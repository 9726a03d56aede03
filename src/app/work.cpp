// What failed is told to the operator; an administrator sends dead letters again on a page.
#include "app/work.hpp"

#include "platform/db/meter.hpp"
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
    : worker_(*ground.db, timed(program.kinds()), options.clock, report),
      runner_(*ground.db, worker_,
              {.schedules = program.schedules(),
               .clock = options.clock,
               .trouble = [](auto why) { logging::error("jobs: {}", why); },
               .threads = options.workers}) {}

std::vector<jobs::Kind> Work::timed(std::vector<jobs::Kind> kinds) {
  for (auto& kind : kinds) {
    kind.run = [&took = took_[kind.name], run = std::move(kind.run)](const jobs::Job& job) {
      const db::Stopwatch watch;
      try {
        run(job);
      } catch (...) {
        took.failed.took(watch.us());
        throw;
      }
      took.done.took(watch.us());
    };
  }
  return kinds;
}

metrics::Source Work::figures() const {
  return [this](metrics::Page& page) {
    page.histogram("taydo_job_seconds", "Time attempts at jobs took in this process");
    for (const auto& [kind, took] : took_) {
      page.sample(took.done.read(), {{"kind", kind}, {"outcome", "done"}});
      page.sample(took.failed.read(), {{"kind", kind}, {"outcome", "failed"}});
    }
  };
}

}  // namespace app
