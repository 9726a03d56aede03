// Sentences whose holes are words themselves, in each language its own.
#pragma once

#include <initializer_list>
#include <string>
#include <utility>

#include "base/text.hpp"
#include "engines/decisions/check.hpp"

namespace decisions {

inline base::Words words_of(const base::Text& text) {
  return {std::string(text.vi), std::string(text.en)};
}
inline base::Words plain_words(const std::string& text) { return {text, text}; }
inline base::Words shown_words(const feel::Value& value) {
  return {shown(value, base::Lang::vi), shown(value, base::Lang::en)};
}

using WordHoles = std::initializer_list<std::pair<std::string_view, base::Words>>;

inline base::Words say(const base::Text& text, WordHoles holes = {}) {
  const auto in = [&](base::Lang lang) {
    std::string out(text.in(lang));
    for (const auto& [name, words] : holes) {
      const auto hole = "{" + std::string(name) + "}";
      const auto at = out.find(hole);
      if (at != out.npos) out.replace(at, hole.size(), words.in(lang));
    }
    return out;
  };
  return {in(base::Lang::vi), in(base::Lang::en)};
}

// "a, b và c": parts of one list.
base::Words listed(const std::vector<base::Words>& parts, const base::Text& last);

}  // namespace decisions
