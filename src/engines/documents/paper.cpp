// A paper: its sentences are said, then it is printed.
#include "engines/documents/wording.hpp"
#include "platform/pdf/render.hpp"

namespace documents {

base::Result<std::string, pdf::Problem> make(const Template& paper, const Wording& shared,
                                             forms::Told facts, const pdf::Options& options) {
  for (const auto* wording : {&shared, &paper.wording}) {
    if (const auto said = say(*wording, facts); !said) return base::refuse(said.error());
  }
  return pdf::render(paper.layout, facts.texts, options);
}

}  // namespace documents
