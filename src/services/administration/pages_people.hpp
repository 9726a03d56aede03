// People, their positions and who acts for them.
#pragma once

#include "services/administration/room.hpp"

namespace administration {

class PeoplePages {
 public:
  explicit PeoplePages(const Parts& parts) : parts_(parts) {}

  identity::Routes routes();

 private:
  Parts parts_;
};

}  // namespace administration
