#include "engines/units/moving.hpp"

#include <algorithm>

namespace units {
namespace {

base::Words words_of(const base::Text& text) {
  return {std::string(text.vi), std::string(text.en)};
}

}  // namespace

void Items::add(const base::Text& what, const base::Text& becomes, const Heir& to, bool moves,
                std::string name) {
  add(words_of(what), becomes, to, moves, std::move(name));
}

void Items::add(const base::Words& what, const base::Text& becomes, const Heir& to, bool moves,
                std::string name) {
  auto same = std::find_if(all_.begin(), all_.end(), [&](const Item& one) {
    return one.to == to.unit && one.what.vi == what.vi && one.becomes.vi == becomes.vi;
  });
  if (same == all_.end()) {
    all_.push_back({.what = what, .becomes = words_of(becomes), .to = to.unit, .moves = moves});
    same = all_.end() - 1;
  }
  ++same->rows;
  same->unsure += !to.certain;
  if (!name.empty() && same->names.size() < names_max) same->names.push_back(std::move(name));
}

}  // namespace units
