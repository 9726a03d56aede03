// Where texts stand in a JSON file: for what changes one of them and leaves the rest alone.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace app::carry {

struct JsonText {
  std::string pointer;     // "/sections/0/show_if"
  std::size_t begin, end;  // with its quotes
};

// Every text value, in order; `json` must be JSON.
std::vector<JsonText> json_texts(std::string_view json);

}  // namespace app::carry
