// The page on which a dossier goes on with a corrected version. Values in, HTML out.
#pragma once

#include "platform/ui/shell.hpp"
#include "services/one_stop/actions_correction.hpp"

namespace one_stop::views {

std::string correction_address(const Dossier& dossier);

struct CorrectionPage {
  const Dossier* dossier = nullptr;
  const Prospect* prospect = nullptr;
  bool mine = false;  // the reader proposed what waits
  std::string node, reason, problem, problem_field;
  base::Html marks;
};
ui::OfficerPage correction(const CorrectionPage& page, base::Lang lang);

}  // namespace one_stop::views
