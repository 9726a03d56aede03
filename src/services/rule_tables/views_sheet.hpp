// The table one types into: columns, rows, examples; what is wrong stands at its cell.
#pragma once

#include "services/rule_tables/views.hpp"

namespace rule_tables::views {

// The name and id of the field a finding is about; "bang" for the table as a whole.
std::string place(const decisions::Table& table, const decisions::Spot& spot);
// Everything that was found, each with the way to its cell.
base::Html findings(const Reviewed& reviewed, base::Lang lang);

base::Html sheet(const Editor& page);  // columns and rows
base::Html cases(const Editor& page);  // the grid of examples
base::Html try_box(const Editor& page);

}  // namespace rule_tables::views
