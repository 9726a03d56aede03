// Keys that stand twice in one object of a JSON text: a parser keeps the last in silence.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace base::json {

struct Repeated {
  int line;  // of the second
  std::string key;
};
// `text` must parse. In order; linear.
std::vector<Repeated> repeated_keys(std::string_view text);

}  // namespace base::json
