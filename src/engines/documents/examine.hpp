// A template with its sentences as it is examined when it is to be published.
#pragma once

#include <map>
#include <string>
#include <string_view>

#include "engines/documents/wording.hpp"
#include "engines/rules/check/check.hpp"
#include "platform/pdf/examine.hpp"
#include "platform/reading/reading.hpp"

namespace documents {

// What a program tells papers of one kind.
struct Supply {
  pdf::Supplied texts;                         // for holes; true: always there
  feel::Names values;                          // for conditions
  std::map<std::string, Supply> entries = {};  // of repeated sections
  bool open = false;  // the answers of whatever form are there too: other names are no flaw
};

// All that is wrong: what read_template refuses, values that nobody supplies or that are not always
// there, sentences whose conditions or holes name what nobody tells.
reading::Flaws examine(std::string_view text, const Wording& shared, const Supply& supply);
// The same of sentences that all papers share.
reading::Flaws examine_wording(const Wording& wording, const Supply& supply);

// Without its sentences, line for line: what is left to be laid out.
std::string layout_of(std::string_view text);

}  // namespace documents
