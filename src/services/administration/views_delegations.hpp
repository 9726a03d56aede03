// What is seen of delegation while absent, by administrators and by officers. Values in, HTML out.
#pragma once

#include "services/administration/views_people.hpp"

namespace administration::office::views {

struct DelegationList {
  std::string state, unit;  // the filter as typed
  std::vector<ui::Choosable> units;
  std::vector<DelegationLine> lines;
  int all = 0, offset = 0, size = 25;
  std::string notice;
};
ui::OfficerPage delegations(const DelegationList& list, base::Lang lang);

// The form; on one's own page also what there is, with a button to revoke what one gave.
struct DelegationForm {
  base::PersonId person;
  std::string name;
  bool own = false;
  StaffForm form;
  std::vector<ui::Choosable> positions, delegates;
  std::vector<DelegationLine> lines;
  std::string notice;
};
ui::OfficerPage delegation_form(const DelegationForm& page);

// Asks before an administrator revokes.
struct Revocation {
  DelegationLine line;
  base::Html marks;
};
ui::OfficerPage revocation(const Revocation& page, base::Lang lang);

}  // namespace administration::office::views
