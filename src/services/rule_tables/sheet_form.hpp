// The editor's form as it was posted, back into a sheet.
#pragma once

#include "platform/http/http.hpp"
#include "services/rule_tables/draft.hpp"

namespace rule_tables {

// What a table of the largest size the editor draws may send. More than the edge reads of anybody
// is admitted only where a route takes uploads; a file beside the cells is passed over.
inline constexpr http::Bounds sheet_bounds{.body_bytes_max = 2 * 1024 * 1024,
                                           .fields_max = 20'000,
                                           .field_bytes_max = 8 * 1024,
                                           .uploads = true};

struct Posted {
  Sheet sheet;
  std::vector<std::string> asked;  // by each column when the form was drawn
  int version = 0;
  std::string move;  // the button
  bool confirmed = false;
};
Posted posted(const http::Fields& fields);

}  // namespace rule_tables
