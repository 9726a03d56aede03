// For the partials' own use: optional attributes and pieces of markup.
#pragma once

#include <string>
#include <string_view>

#include "base/html.hpp"

namespace ui {

// ` name="value"`, or nothing when the value is empty. `name` is ours, `value` anybody's.
inline base::Html attribute(std::string_view name, std::string_view value) {
  if (value.empty()) return {};
  std::string out = " ";
  ((out += name) += "=\"") += base::escaped(value) + "\"";
  return base::Html::trusted(std::move(out));
}

// A bare attribute such as ` checked`, or nothing.
inline base::Html flag(bool on, std::string_view name) {
  return on ? base::Html::trusted(" " + std::string(name)) : base::Html();
}

template <class List, class Draw>
base::Html each(const List& list, Draw draw) {
  base::Html out;
  for (const auto& one : list) out += draw(one);
  return out;
}

}  // namespace ui
