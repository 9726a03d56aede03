// Working days, office hours and their corrections.
#pragma once

#include "services/administration/room.hpp"

namespace administration {

class CalendarPages {
 public:
  explicit CalendarPages(const Parts& parts) : parts_(parts) {}

  identity::Routes routes();

 private:
  Parts parts_;
};

}  // namespace administration
