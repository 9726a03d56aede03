// Officers' accounts, their sessions and second factors.
#pragma once

#include "services/administration/room.hpp"

namespace administration {

class AccountPages {
 public:
  explicit AccountPages(const Parts& parts) : parts_(parts) {}

  identity::Routes routes();

 private:
  Parts parts_;
};

}  // namespace administration
