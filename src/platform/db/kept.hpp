// Statements made ready, by their text; found by a view, without making a string of it.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <unordered_map>

namespace db {

struct TextHash {
  using is_transparent = void;
  std::size_t operator()(std::string_view text) const {
    return std::hash<std::string_view>()(text);
  }
};

template <class Statement>
using Kept = std::unordered_map<std::string, Statement, TextHash, std::equal_to<>>;

}  // namespace db
