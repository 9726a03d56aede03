// What the second factor shows. Values in, HTML out.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "base/instant.hpp"
#include "platform/ui/shell.hpp"

namespace account::views {

struct CodeForm {
  base::Html marks;
  std::string error;
};
base::Html ask_code(const ui::Frame& frame, const CodeForm& form);

struct Enrol {
  base::Lang lang = base::Lang::vi;
  bool must = false;
  bool demo = false;
  std::string secret;   // base32
  std::string address;  // for the QR code
  base::Html marks;
  std::string error;
};
base::Html enrol(const Enrol& enrol);

struct Enrolled {
  base::Lang lang = base::Lang::vi;
  base::Instant since;
  int codes_left = 0;
  bool must = false;
  std::string notice;                 // of what was tried elsewhere
  std::string error;                  // of the form `failed`
  std::string_view failed;            // "renew", "give_up"
  std::function<base::Html()> marks;  // fresh ones for each form
};
base::Html enrolled(const Enrolled& enrolled);

// Shown once; made so that it prints on one page.
base::Html codes(base::Lang lang, const std::string& for_whom,
                 const std::vector<std::string>& codes);

}  // namespace account::views
