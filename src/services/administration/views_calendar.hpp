// The working calendar as administrators see it: a year, its forms, a correction before it happens.
#pragma once

#include <map>

#include "engines/calendar/publish.hpp"
#include "platform/ui/shell.hpp"

namespace administration::views {

struct CalendarYear {
  base::Lang lang;
  int year;
  std::vector<int> years;  // that can be chosen
  calendar::Edition edition;
  base::Html marks;
};
base::Html calendar_year(const CalendarYear& shown);

// What was typed, under the names of its fields; what is wrong, under the same names.
struct CalendarForm {
  base::Lang lang;
  base::Html marks;
  std::map<std::string, std::string> typed = {};
  std::map<std::string, std::string> wrong = {};

  std::string at(const std::string& name) const;
  std::string error(const std::string& name) const;
};
base::Html day_form(const CalendarForm& form);
base::Html import_form(const CalendarForm& form);

struct UnitName {
  base::UnitId id;
  std::string name;
};
using UnitNames = std::vector<UnitName>;
struct HoursPage {
  UnitNames units;  // that can be chosen
  std::vector<calendar::UnitHours> hours;
  CalendarForm form;
};
base::Html hours_page(const HoursPage& shown);

struct CorrectionPage {
  base::Lang lang;
  base::Html marks;
  int based_on = 0;
  int restores = 0;
  calendar::Contents contents;
  calendar::Difference difference;
  calendar::Preview preview;
  UnitNames units;
  std::string refusal;  // why it was not published; empty: not tried
};
base::Html correction(const CorrectionPage& shown);

struct EditionRow {
  calendar::Edition edition;
  std::string by;
};
base::Html edition_list(base::Lang lang, const std::vector<EditionRow>& rows);

}  // namespace administration::views
