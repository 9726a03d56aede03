// A form as it is examined when it is to be published: not only whether it can be read, but whether
// all it refers to exists and is of the type it is used as.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "engines/forms/forms.hpp"
#include "engines/rules/check/check.hpp"
#include "platform/reading/reading.hpp"

namespace forms {

// What parse() refuses, and beyond that: conditions of wrong types, with codes that are no options,
// or over each other in a circle; checks over repeated sections, prefills nobody knows, values
// beforehand and bounds that do not fit, lists that say a code twice.
struct Examined {
  std::shared_ptr<const Definition> form;  // what could be read; null if it is no JSON object
  reading::Flaws flaws;
};
Examined examine(std::string_view json);

// What conditions outside the form may ask: "section.field" of what is not repeated, and sections.
feel::Names scope(const Definition& form);

// The names `told` gives to papers (told.hpp).
struct Named {
  std::map<std::string, bool> texts;  // true: there with every form that may be submitted
  feel::Names values;
  std::map<std::string, Named> entries = {};  // of repeated sections
};
Named named(const Definition& form);

}  // namespace forms
