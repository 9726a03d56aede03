// What is seen of organisations and who speaks for them. Values in, HTML out.
#pragma once

#include "engines/identity/organisations.hpp"
#include "services/administration/views_people.hpp"

namespace administration::office::views {

struct OrganisationList {
  std::string words, kind;  // the filter as typed
  std::vector<identity::Organisation> lines;
  int all = 0, offset = 0, size = 25;
};
ui::OfficerPage organisations(const OrganisationList& list, base::Lang lang);

struct RepresentativeLine {
  identity::Representative one;
  std::string name;  // opened for the page's purpose
};
struct OrganisationPage {
  std::optional<identity::Organisation> organisation;  // none: a new one
  StaffForm form, representative;
  std::vector<RepresentativeLine> representatives;
  base::Date today;
  std::string notice;
};
ui::OfficerPage organisation(const OrganisationPage& page);

}  // namespace administration::office::views
