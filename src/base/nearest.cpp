#include "base/nearest.hpp"

#include <algorithm>

namespace base {
namespace {

// Changes of one letter that lead from one name to the other, Levenshtein.
std::size_t distance(std::string_view a, std::string_view b) {
  std::vector<std::size_t> row(b.size() + 1);
  for (std::size_t j = 0; j <= b.size(); ++j) row[j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    auto corner = row[0]++;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const auto above = row[j];
      row[j] = std::min({row[j] + 1, row[j - 1] + 1, corner + (a[i - 1] == b[j - 1] ? 0 : 1)});
      corner = above;
    }
  }
  return row[b.size()];
}

}  // namespace

std::string nearest(std::string_view given, const std::vector<std::string>& names) {
  constexpr std::size_t length_max = 80;
  const auto far = std::max<std::size_t>(1, given.size() / 3);
  std::string out;
  auto best = far + 1;
  for (const auto& name : names) {
    if (given.size() > length_max || name.size() > length_max) continue;
    const auto d = distance(given, name);
    if (d < best) {
      best = d;
      out = name;
    }
  }
  return out;
}

}  // namespace base
