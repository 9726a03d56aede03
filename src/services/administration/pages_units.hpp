// The tree of units as of a day, one unit with its past, what differs, and changing it.
#pragma once

#include "services/administration/room.hpp"

namespace administration {

class UnitPages {
 public:
  explicit UnitPages(const Parts& parts) : parts_(parts) {}

  identity::Routes routes();

 private:
  http::Response tree(identity::Visit& visit);
  http::Response table(identity::Visit& visit);
  http::Response compare(identity::Visit& visit);
  http::Response followed(identity::Visit& visit);
  http::Response map(identity::Visit& visit);
  http::Response one(identity::Visit& visit);
  http::Response standing(identity::Visit& visit);  // what is under way there
  http::Response form(identity::Visit& visit);
  http::Response change(identity::Visit& visit);

  Parts parts_;
};

}  // namespace administration
