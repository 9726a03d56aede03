// What administrators see when they appoint, change, end and hand over. Values in, HTML out.
#pragma once

#include "engines/identity/handover.hpp"
#include "services/administration/views_people.hpp"

namespace administration::office::views {

struct Appointment {
  base::PersonId person;
  std::string name;
  StaffForm form;
  std::vector<ui::Choosable> units, roles;
};
ui::OfficerPage appointment(const Appointment& page);

// What waits for a role that nobody would hold.
struct EmptyRole {
  std::string unit, role;
  base::Date from;
  int waiting = 0;
  std::vector<std::string> tasks;  // the first of them: code, title, step
};

struct PositionPage {
  base::PersonId person;
  std::string name;
  OfficeRow row;
  StaffForm correction, end;
  std::optional<EmptyRole> empty;  // has to be confirmed
  std::string empty_in;            // of which form: "sua" or "ket-thuc"
  std::string changed;             // the latest state, when somebody changed it meanwhile
  bool may_take_back = false;
  bool two_people = false;  // its days change only when another administrator confirms
};
ui::OfficerPage position(const PositionPage& page);

struct HandoverPage {
  base::PersonId person;
  std::string name;
  StaffForm form;
  std::vector<ui::Choosable> receivers;
  struct Line {
    std::string what, becomes;
  };
  std::vector<Line> plan;  // empty: not asked for yet
  std::string receiver_name;
  base::Date day;
};
ui::OfficerPage handover(const HandoverPage& page);

}  // namespace administration::office::views
