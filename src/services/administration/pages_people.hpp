// People, their positions, who acts for them, and organisations: all pages of these, joined.
#pragma once

#include <map>
#include <string>

#include "services/administration/pages_delegations.hpp"
#include "services/administration/pages_organisations.hpp"
#include "services/administration/pages_positions.hpp"
#include "services/administration/pages_staff.hpp"

namespace administration {

class PeoplePages {
 public:
  explicit PeoplePages(const Parts& parts)
      : staff_(parts), positions_(parts), delegations_(parts), organisations_(parts) {}

  identity::Routes routes();

 private:
  office::StaffPages staff_;
  office::PositionPages positions_;
  office::DelegationPages delegations_;
  office::OrganisationPages organisations_;
};

// Why people's data is opened here, in words, for the one who reads who saw their data.
std::map<std::string, base::Words> people_purposes();

}  // namespace administration
