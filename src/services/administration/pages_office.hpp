// What all pages on people and offices share: whom an administrator answers for, and how things
// are called.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "engines/identity/delegation.hpp"
#include "services/administration/actions_people.hpp"
#include "services/administration/room.hpp"
#include "services/administration/views_people.hpp"

namespace administration::office {

class OfficePages {
 protected:
  explicit OfficePages(const Parts& parts)
      : parts_(parts), actions_(parts.db, parts.journal, parts.two_person) {}

  static identity::Permission administrator();
  // The person in the address has, had or will have a position in a unit of this administrator;
  // whoever has none is the city's.
  static identity::Permission over_person();
  static base::PersonId person_in(const identity::Visit& visit);
  static base::UnitId top(const identity::Visit& visit);
  static bool whole_city(const identity::Visit& visit);

  // Today's units of this administrator, and the roles an officer may hold, to choose from.
  static std::vector<ui::Choosable> unit_choices(const identity::Visit& visit);
  std::vector<ui::Choosable> role_choices(const identity::Visit& visit) const;
  // The units to list for a chosen one (none chosen: all of theirs); none: everywhere.
  std::optional<std::vector<base::UnitId>> reach(const identity::Visit& visit, base::UnitId chosen,
                                                 base::Date day) const;

  // Officers who may take over for that person: of the same units, directly above or below; below
  // the city itself nobody, for that would be everybody. By name, each once, without the person.
  // `standing_in`: only who may act in one of that person's offices.
  std::vector<ui::Choosable> near(const identity::Visit& visit, base::PersonId person,
                                  bool standing_in = false) const;

  std::string unit_name(base::UnitId unit, base::Date day, base::Lang lang) const;
  // As it is, was or will be called while the position is held.
  std::string unit_name(const identity::Position& p, const identity::Visit& visit) const;
  std::string role_name(std::string_view code, base::Lang lang) const;
  using RoleNames = std::map<std::string, std::string>;
  RoleNames role_names(const identity::Visit& visit) const;
  static std::string called(const RoleNames& roles, const std::string& code);
  static std::string unit_name(const units::Tree& tree, base::UnitId unit, base::Lang lang);
  std::string officer_name(base::PersonId person) const;
  views::OfficeRow row(const identity::Held& held, const identity::Visit& visit) const;
  views::DelegationLine line(const identity::Delegation& delegation,
                             const identity::Visit& visit) const;

  StaffAct act(const identity::Visit& visit) const {
    return {visit.act(), visit.now(), visit.who()};
  }
  static StaffForm typed(const identity::Visit& visit);
  static std::function<base::Html()> fresh_marks(const identity::Visit& visit) {
    return [&visit] { return visit.marks(); };
  }
  http::Response page(identity::Visit& visit, ui::OfficerPage page, int status = 200) const;

  Parts parts_;
  StaffActions actions_;
};

inline constexpr int office_page_size = 25;

// 23/11/2026 typed, or that fallback.
std::optional<base::Date> day_typed(std::string_view text);

}  // namespace administration::office
