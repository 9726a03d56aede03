// What administrators see of requests that need two of them. Values in, HTML out.
#pragma once

#include <functional>
#include <string>
#include <utility>
#include <vector>

#include "engines/identity/two_person.hpp"
#include "platform/ui/shell.hpp"

namespace administration::views {

struct ShownRequest {
  identity::TwoPersonRequest request;
  std::string title, asked_by, decided_by;
  std::string half = {};    // of a one-time password, which who looks has to hand over
  bool asked_here = false;  // by who looks: theirs is the first half
  std::vector<std::pair<std::string, std::string>> facts;
  bool own = false;        // asked by who looks, or in their name
  bool concerned = false;  // about who looks
};
struct Requests {
  std::vector<ShownRequest> list;  // waiting ones first
  std::string notice, error;
  std::function<base::Html()> marks;  // fresh ones for each form
};
ui::OfficerPage requests(base::Lang lang, const Requests& requests);

}  // namespace administration::views
