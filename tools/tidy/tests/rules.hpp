// Running one check over a small made-up tree.
#pragma once

#include <string>
#include <utility>

#include "tidy/tidy.hpp"

namespace tidy {

using Rule = void (*)(const Tree&, Findings&);

inline Findings found_by(Rule rule, const Tree& tree) {
  Findings found;
  rule(tree, found);
  return found;
}

// "" if the rule is content, otherwise "line: what" of its first finding.
inline std::string first(Rule rule, std::string path, std::string text) {
  const auto found = found_by(rule, {Source(std::move(path), std::move(text))});
  return found.empty() ? "" : std::to_string(found[0].line) + ": " + found[0].what;
}

inline bool refuses(Rule rule, std::string path, std::string text) {
  return !first(rule, std::move(path), std::move(text)).empty();
}

// `count` lines of nothing.
inline std::string lines(int count) { return std::string(std::size_t(count), '\n'); }

}  // namespace tidy
