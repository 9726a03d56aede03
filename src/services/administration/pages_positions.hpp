// Appointing, changing, ending, taking back, handing over.
#pragma once

#include "services/administration/pages_office.hpp"
#include "services/administration/views_positions.hpp"

namespace administration::office {

class PositionPages : OfficePages {
 public:
  explicit PositionPages(const Parts& parts) : OfficePages(parts) {}

  identity::Routes routes();

 private:
  http::Response ask_appointment(identity::Visit& visit);
  http::Response appoint(identity::Visit& visit);
  http::Response position(identity::Visit& visit);
  http::Response act_on_position(identity::Visit& visit);
  http::Response ask_handover(identity::Visit& visit);
  http::Response hand_over(identity::Visit& visit);

  http::Response draw(identity::Visit& visit, StaffForm form, int status);
  std::optional<views::PositionPage> shown(identity::Visit& visit) const;
  bool takes_two(const identity::Visit& visit, const identity::Position& position) const;
  http::Response ask_change(identity::Visit& visit, const views::PositionPage& page,
                            const identity::Position& to_be, std::string_view what);
  void tell_of(identity::Visit& visit, views::PositionPage& page, StaffForm& form,
               const StaffTrouble& trouble, std::string_view what) const;
  views::EmptyRole empty_role(const identity::Visit& visit, const identity::Position& position,
                              base::Date last) const;
  views::HandoverPage handover_page(identity::Visit& visit, StaffForm form) const;
  void preview(const identity::Visit& visit, views::HandoverPage& page,
               const identity::HandoverPlan& plan) const;
};

}  // namespace administration::office
