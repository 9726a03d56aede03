// Requests that one administrator asks and another confirms.
#pragma once

#include "services/administration/room.hpp"

namespace administration {

// The unit that stands for the whole city: the one at the top that they administer, else the first.
base::UnitId top_of(const identity::Who& who);

class TwoPersonPages {
 public:
  explicit TwoPersonPages(const Parts& parts) : parts_(parts) {}

  identity::Routes routes();

 private:
  http::Response show(identity::Visit& visit, std::string error);
  http::Response decide(identity::Visit& visit);

  Parts parts_;
};

}  // namespace administration
