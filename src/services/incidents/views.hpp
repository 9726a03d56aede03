// What the room of incidents shows. Values in, HTML out.
#pragma once

#include <map>

#include "platform/http/http.hpp"
#include "platform/ui/shell.hpp"
#include "services/incidents/incident.hpp"

namespace incidents::views {

// How an incident stands as a whole: what the list filters by.
enum class State { open, late, told, closed };
State state_of(const Incident& incident, const std::optional<Todo>& clock);
std::string_view code_of(State state);  // as the filter has it

struct Line {
  Incident incident;
  std::optional<Todo> clock;  // none: no rule for its day any more
};
struct List {
  base::Lang lang;
  base::Instant now;
  std::string state, year, words;  // as asked
  std::vector<std::string> years;  // there are
  bool any = false;                // before filtering
  std::vector<Line> lines;
};
ui::OfficerPage list(const List& list);
std::string csv(base::Lang lang, const std::vector<Line>& lines);

// A form as it was typed, with what is wrong by the field's name.
struct Form {
  base::Lang lang;
  std::string code;  // of the incident that is amended; "": a new one
  http::Fields typed;
  std::map<std::string, std::string, std::less<>> wrong;
  base::Html marks;
  std::string edition = {};            // of what is amended
  std::optional<Facts> standing = {};  // what somebody else wrote meanwhile
};
// What is known of it, as a list.
base::Html known(base::Lang lang, const Facts& facts);
ui::OfficerPage form(const Form& form);

struct One {
  base::Lang lang;
  base::Instant now;
  Incident incident;
  std::optional<Rule> rule;
  // Who did what at that moment, and for whom.
  std::map<std::pair<base::Instant, base::PersonId>, std::string> names;
  std::string notice;
  Form record, close;
};
ui::OfficerPage one(const One& one);

}  // namespace incidents::views
