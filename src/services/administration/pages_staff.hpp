// The list of officers, one person, their identity, a new officer.
#pragma once

#include "services/administration/pages_office.hpp"

namespace administration::office {

class StaffPages : OfficePages {
 public:
  explicit StaffPages(const Parts& parts) : OfficePages(parts) {}

  identity::Routes routes();

 private:
  http::Response list(identity::Visit& visit);
  http::Response csv(identity::Visit& visit);
  http::Response person(identity::Visit& visit);
  http::Response facts(identity::Visit& visit);
  http::Response act_on_facts(identity::Visit& visit);
  http::Response ask_new(identity::Visit& visit);
  http::Response take_new(identity::Visit& visit);

  views::OfficerList filtered(const identity::Visit& visit, identity::StaffQuery& query) const;
  void look_for(identity::Visit& visit, views::OfficerList& list) const;
  std::vector<views::FoundLine> shown(identity::Visit& visit,
                                      const std::vector<identity::Found>& found) const;
  // Identity opened for that reason, its forms filled in; without a reason it stays closed.
  views::FactsPage opened(identity::Visit& visit, std::string_view why) const;
  void correct(identity::Visit& visit, views::FactsPage& page);
  void add_paper(identity::Visit& visit, views::FactsPage& page);
  http::Response draw_new(identity::Visit& visit, StaffForm form, int status,
                          std::vector<identity::Found> alike = {});
};

// What is wrong with the facts of a person that were typed, put beside their fields; else the
// facts.
identity::PersonFacts read_facts(StaffForm& form, base::Date today);
// The same of a position; `person` is left out.
identity::Position read_position(StaffForm& form, const identity::Who& who,
                                 const std::vector<ui::Choosable>& roles);
// Title and days alone.
void read_title_and_days(StaffForm& form, identity::Position& position);
// Says a refusal of a position beside its field.
void tell(StaffForm& form, const identity::PositionTrouble& trouble, const std::string& unit,
          const std::string& role);

}  // namespace administration::office
