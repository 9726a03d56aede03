// What the worklist shows. Values in, HTML out.
#pragma once

#include <map>
#include <vector>

#include "engines/casework/casework.hpp"
#include "platform/ui/shell.hpp"

namespace worklist::views {

struct Row {
  const casework::Card* card;
  std::string party;            // opened for the page's purpose
  std::string acting_for = {};  // whose work it is, where the reader stands in for somebody
};

struct List {
  std::vector<Row> rows;
  casework::Counts counts;
  int matching = 0;
  casework::Query query;
  calendar::WorkingTime time;
  std::map<base::UnitId, base::Words> units;
  std::string due;  // as asked: "", "late", "soon", "not_running"
};

ui::OfficerPage list(const List& list, base::Lang lang);

}  // namespace worklist::views
