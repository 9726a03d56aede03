// An officer proposes, the head of the unit confirms that a dossier goes on with a corrected
// version.
#pragma once

#include "engines/identity/route.hpp"
#include "services/one_stop/actions_correction.hpp"

namespace one_stop {

class CorrectionPages {
 public:
  CorrectionPages(db::Database& db, Corrections& corrections, identity::Chrome chrome)
      : parts_{db, corrections, std::move(chrome)} {}

  identity::Routes routes();

 private:
  struct Parts {
    db::Database& db;
    Corrections& corrections;
    identity::Chrome chrome;
  };
  http::Response page(identity::Visit& visit);
  http::Response act(identity::Visit& visit);
  struct Typed {
    std::string node, reason, problem, problem_field;
  };
  http::Response show(identity::Visit& visit, const Dossier& dossier, const Typed& typed);
  std::optional<Dossier> dossier(identity::Visit& visit);

  Parts parts_;
};

}  // namespace one_stop
