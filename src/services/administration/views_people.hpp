// What administrators see of people: the list of officers, one person, their identity, a new one.
// Values in, HTML out.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "engines/identity/delegation.hpp"
#include "engines/identity/people.hpp"
#include "engines/identity/positions.hpp"
#include "platform/ui/shell.hpp"
#include "services/administration/staff_form.hpp"

namespace administration::office::views {

using base::Html;

// A position with its names in the reader's language.
struct OfficeRow {
  identity::Held held;
  std::string unit, role;
  bool opens = false;  // this administrator may change it
};

// ---- The list
struct OfficerLine {
  base::PersonId person;
  std::string name, title, role, unit;
  base::Date from;
  std::optional<base::Date> to;
};
struct FoundLine {
  base::PersonId person;
  std::string name, birth, number;  // the number masked
};
struct OfficerList {
  std::string words, birth, unit, role, day_typed;  // the filter as typed
  base::Date day;
  bool bad_day = false;
  std::vector<ui::Choosable> units, roles;
  std::vector<OfficerLine> lines;
  int all = 0, offset = 0, size = 25;
  bool looked_for = false;  // a person was asked for by number or by name and birth
  std::vector<FoundLine> found;
};
ui::OfficerPage officers(const OfficerList& list, base::Lang lang);

// ---- One person
struct DelegationLine {
  identity::Delegation delegation;
  identity::DelegationState state = identity::DelegationState::coming;
  std::string title, unit;       // of the position
  std::string holder, delegate;  // names
};
struct OrganisationLine {
  std::string id, name, tax_code, capacity;
  base::Date from;
  std::optional<base::Date> to;
};
struct PersonPage {
  base::PersonId id;
  std::string name;  // empty: holds and held no office, so it stays closed
  base::Date today;
  std::string notice;
  std::vector<OfficeRow> positions;
  std::vector<DelegationLine> delegations;
  std::vector<OrganisationLine> organisations;
  enum class Account { hidden, none, there } account = Account::hidden;
};
ui::OfficerPage person(const PersonPage& person, base::Lang lang);

// ---- Identity, opened for a reason
struct FactsPage {
  base::PersonId id;
  std::string name, why, notice;
  bool open = false;
  identity::PersonFacts facts;
  bool from_provider = false;
  base::Date today;
  struct PaperLine {
    identity::Paper paper;
    std::string number;
    bool of_others = false;
  };
  std::vector<PaperLine> papers;
  StaffForm correction, paper;  // both begin with what is known
};
ui::OfficerPage facts(const FactsPage& page);

// ---- A new officer
struct NewOfficer {
  StaffForm form;
  std::vector<ui::Choosable> units, roles;
  std::vector<FoundLine> alike;  // to be looked at first
};
ui::OfficerPage new_officer(const NewOfficer& page);

// Fields of a position, the same wherever one is made or changed.
Html position_fields(const StaffForm& form, const std::vector<ui::Choosable>& units,
                     const std::vector<ui::Choosable>& roles);
Html title_and_days(const StaffForm& form);

std::string shown_day(std::optional<base::Date> day, base::Lang lang);  // or "open"
std::string shown_birth(const std::string& birth);
Html notice(const std::string& words);

}  // namespace administration::office::views
