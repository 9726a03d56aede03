// The threads that do what nobody waits for: jobs that acts left behind, and those that come back.
#pragma once

#include "app/program.hpp"
#include "platform/jobs/runner.hpp"

namespace app {

// Works from construction to destruction, inside `serve` or as `taydo worker`.
class Work {
 public:
  Work(Ground& ground, Program& program, const ServeOptions& options);

 private:
  jobs::Worker worker_;
  jobs::Runner runner_;
};

}  // namespace app
