// A pack as it is examined before anything of it is published.
#pragma once

#include "engines/catalogue/publish.hpp"
#include "engines/catalogue/terms.hpp"

namespace catalogue {

// One procedure of a pack. `version` is null where its procedure.json cannot be read; parts may be
// broken too.
struct Candidate {
  const Version* version;
  const Terms& terms;
  const Publication& publication;
};
// What is wrong with its parts, by themselves and together, each flaw at its file.
struct Fitting {
  reading::Flaws procedure, form, flow, result_template;
};
using Together = std::function<Fitting(const Candidate&)>;

// All that is wrong with the procedures of a pack; `together` is asked for each.
std::vector<PackProblem> examine(const std::filesystem::path& folder, const Together& together);

}  // namespace catalogue
