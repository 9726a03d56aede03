// A small form that has one of everything, and a person to fill it in.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "engines/forms/forms.hpp"

namespace sample {

const std::string& form_json();  // sample_form.json
const forms::Definition& form();

// Today is 22/11/2026; Ninh Kiều and Cái Khế are the communes; nothing is known.
forms::Setting setting(base::Lang lang = base::Lang::vi);
// The same for Lan, who has signed in.
forms::Setting lan();

struct Pair {
  std::string name, value;
};
http::Fields posted(const std::vector<Pair>& pairs);

// What a valid first step posts, with some of it replaced.
http::Fields first_step(const std::vector<Pair>& instead = {});

// The message at that control, "" if there is none.
std::string said(const std::vector<forms::Problem>& problems, std::string_view control);

}  // namespace sample
