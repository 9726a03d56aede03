// What the simulated provider shows. Values in, HTML out.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "platform/ui/shell.hpp"

namespace demo_provider::views {

struct Choice {
  std::string number, name, birth;
};

struct Choose {
  std::vector<Choice> people;
  std::vector<std::pair<std::string, std::string>> request;  // goes back with the choice
  std::string error;
};
base::Html choose(const ui::Frame& frame, const Choose& choose);

base::Html wrong_request(const ui::Frame& frame);

}  // namespace demo_provider::views
