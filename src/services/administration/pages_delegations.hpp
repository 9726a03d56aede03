// Delegation while absent: administrators' list, a new one for an officer or for oneself, revoking.
#pragma once

#include "services/administration/pages_office.hpp"
#include "services/administration/views_delegations.hpp"

namespace administration::office {

class DelegationPages : OfficePages {
 public:
  explicit DelegationPages(const Parts& parts) : OfficePages(parts) {}

  identity::Routes routes();

 private:
  http::Response list(identity::Visit& visit);
  http::Response ask_for(identity::Visit& visit);
  http::Response take_for(identity::Visit& visit);
  http::Response ask_revocation(identity::Visit& visit);
  http::Response revoke(identity::Visit& visit);
  http::Response own(identity::Visit& visit);
  http::Response act_on_own(identity::Visit& visit);

  views::DelegationForm form_of(identity::Visit& visit, base::PersonId person,
                                StaffForm form) const;
  // Delegates what was typed; false, with what is wrong in the form, if it cannot be.
  std::string take(identity::Visit& visit, views::DelegationForm& page);
  void tell(StaffForm& form, const identity::DelegationTrouble& trouble, base::PersonId to,
            base::Date today) const;
};

}  // namespace administration::office
