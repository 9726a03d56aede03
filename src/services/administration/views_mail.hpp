// What the page of letters shows. Values in, HTML out.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "engines/messages/letters.hpp"
#include "platform/ui/shell.hpp"

namespace administration::views {

struct MailLine {
  std::string kind;     // in words
  std::string address;  // masked; "" none
  std::string said;     // by the server, if it names nobody
  messages::LetterLine line;
};
struct Mail {
  std::string state;
  messages::LetterCounts counts;
  bool works = false;    // letters can be sent from here
  bool refused = false;  // trying again did not help
  bool mended = false;
  int page = 1;
  bool more = false;
  std::vector<MailLine> lines;
  std::function<base::Html()> marks;
};
ui::OfficerPage mail(base::Lang lang, const Mail& mail);

}  // namespace administration::views
