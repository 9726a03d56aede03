// Problems: what is wrong with the text of a rule, and where.
#pragma once

#include <string>
#include <string_view>

#include "engines/rules/values/machine.hpp"

namespace feel {

struct Problem {
  Place place;
  base::Words words;
};

// A sentence in both languages with its holes filled.
inline base::Words said(const base::Text& text, base::Holes holes = {}) {
  return {base::fill(text, base::Lang::vi, holes), base::fill(text, base::Lang::en, holes)};
}

// A value as it is shown in a sentence: not longer than a line.
inline std::string shown(const Value& value) {
  auto text = text_of(value, 60);
  if (value.is(Kind::text)) text = '"' + text + (text.size() < 60 ? "\"" : "");
  if (text.size() <= 60) return text;
  std::size_t end = 57;
  while ((text[end] & 0xC0) == 0x80) --end;
  return text.substr(0, end) + "…";
}

}  // namespace feel
