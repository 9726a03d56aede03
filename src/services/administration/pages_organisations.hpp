// Organisations and who speaks for them; the whole city's administrators keep them.
#pragma once

#include "services/administration/actions_organisations.hpp"
#include "services/administration/pages_office.hpp"
#include "services/administration/views_organisations.hpp"

namespace administration::office {

class OrganisationPages : OfficePages {
 public:
  explicit OrganisationPages(const Parts& parts)
      : OfficePages(parts), organisations_(parts.db, parts.journal) {}

  identity::Routes routes();

 private:
  http::Response list(identity::Visit& visit);
  http::Response ask_new(identity::Visit& visit);
  http::Response take_new(identity::Visit& visit);
  http::Response one(identity::Visit& visit);
  http::Response act_on(identity::Visit& visit);

  std::optional<views::OrganisationPage> shown(identity::Visit& visit) const;
  // Each does what was typed; what is wrong is in the form.
  std::optional<identity::OrganisationId> keep(identity::Visit& visit, StaffForm& form,
                                               identity::OrganisationId id);
  void add_representative(identity::Visit& visit, views::OrganisationPage& page);
  void end_representative(identity::Visit& visit, views::OrganisationPage& page);

  OrganisationActions organisations_;
};

}  // namespace administration::office
