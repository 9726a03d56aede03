// The threads that do what nobody waits for: jobs that acts left behind, and those that come back.
#pragma once

#include "app/program.hpp"
#include "platform/jobs/runner.hpp"
#include "platform/metrics/metrics.hpp"

namespace app {

// Works from construction to destruction, inside `serve` or as `taydo worker`.
class Work {
 public:
  Work(Ground& ground, Program& program, const ServeOptions& options);

  metrics::Source figures() const;  // what was done here, by kind

 private:
  struct Took {
    metrics::Histogram done, failed;
  };
  std::vector<jobs::Kind> timed(std::vector<jobs::Kind> kinds);

  std::map<std::string, Took> took_;  // filled before any thread reads it
  jobs::Worker worker_;
  jobs::Runner runner_;
};

}  // namespace app
