// The tree of units as of a day, and what became of whom.
#pragma once

#include "services/administration/room.hpp"

namespace administration {

class UnitPages {
 public:
  explicit UnitPages(const Parts& parts) : parts_(parts) {}

  identity::Routes routes();

 private:
  Parts parts_;
};

}  // namespace administration
