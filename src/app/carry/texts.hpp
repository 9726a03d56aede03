// Texts that hold conditions: forms, procedures, flows, papers. Only the conditions change, all
// else stays as it is, byte for byte.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "app/carry/translate.hpp"

namespace app::carry {

struct Change {
  int line;
  std::string before, after;  // after: "" where it cannot be carried over
};

struct Carried {
  std::string text;
  std::vector<Change> changes;
  bool whole() const;  // everything could be carried over
};

// What is no form and no flow comes back as it is, and so does a condition that only FEEL can read.
// Most of what both can read means the same in both; not all, so nothing is carried over twice.
Carried form(std::string_view json);
Carried procedure(std::string_view json, const Names& names);
Carried flow(std::string_view bpmn);
// A template with its sentences, or sentences alone.
Carried paper(std::string_view text, const Names& names);

// What conditions outside a form may ask of it: fields, and repeated sections.
void add_names(std::string_view form, Names& names);
// The names that the program itself tells papers, procedures and flows, by what they were.
Names own_names();

}  // namespace app::carry
