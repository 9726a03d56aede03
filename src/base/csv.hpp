// Cells of a CSV file (RFC 4180) that a spreadsheet opens as text.
#pragma once

#include <string>
#include <string_view>

namespace base {

// In quotation marks; what a spreadsheet would run as a formula gets an apostrophe before it.
std::string csv_cell(std::string_view text);

}  // namespace base
