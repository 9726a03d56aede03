// Draws who opened one's data.
#pragma once

#include <string>
#include <vector>

#include "base/html.hpp"
#include "base/instant.hpp"
#include "base/text.hpp"

namespace privacy::views {

struct SeenLine {
  base::Instant at;
  std::string agency, purpose;
  std::string matter;  // code of a dossier, or ""
  std::string href;    // its page, or ""
};
struct Seen {
  base::Lang lang = base::Lang::vi;
  std::vector<SeenLine> lines;
  int all = 0, offset = 0, size = 25;
  std::string from, to;   // as typed
  bool reversed = false;  // the last day is before the first
  bool bad_day = false;
};
base::Html seen(const Seen& seen);

}  // namespace privacy::views
