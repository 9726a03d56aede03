// Draws requests about personal data for the office that answers them.
#pragma once

#include "platform/ui/shell.hpp"
#include "services/privacy/words.hpp"

namespace privacy::views {

// Without names: whoever only looks at the list opens nobody.
struct Requests {
  std::vector<Request> all;
  calendar::WorkingTime time = {};
  base::Instant now = {};
};
ui::OfficerPage requests(const Requests& list, base::Lang lang);

struct One {
  Request request;
  std::string person, words, was, wanted, answer;  // opened for the page
  std::string hindrance;                           // why it cannot be granted today
  std::string typed, error;                        // the answer as typed
  calendar::WorkingTime time = {};
  base::Instant now = {};
  base::Html marks = {};
};
ui::OfficerPage request(const One& one, base::Lang lang);

}  // namespace privacy::views
