#include "engines/units/lines.hpp"

#include <algorithm>

namespace units {
namespace {

constexpr int steps_max = 32;
const std::vector<Succession> none;

}  // namespace

Lines::Lines(const std::vector<Succession>& links, std::shared_ptr<const Tree> day)
    : day_(std::move(day)) {
  for (const auto& link : links) {
    if (link.share != Share::part) last_[link.from].push_back(link);
  }
  // A unit ended on the last day that gave its whole or its rest away; the parts of that day count.
  for (auto& [unit, ways] : last_) {
    base::Date last{};
    for (const auto& link : ways) last = std::max(last, link.effective);
    ways.clear();
    for (const auto& link : links) {
      if (link.from == unit && link.effective == last) ways.push_back(link);
    }
  }
}

const std::vector<Succession>& Lines::last(base::UnitId unit) const {
  const auto found = last_.find(unit);
  return found == last_.end() ? none : found->second;
}

Heir Lines::heir(base::UnitId unit, std::string_view address) const {
  bool certain = true;
  for (int step = 0; step < steps_max && unit; ++step) {
    if (day_->find(unit)) return {unit, certain};
    const auto next = choose(last(unit), address);
    certain = certain && next.certain;
    unit = next.unit;
  }
  return {{}, certain};
}

bool Lines::split(base::UnitId unit) const {
  for (int step = 0; step < steps_max && unit && !day_->find(unit); ++step) {
    const auto& links = last(unit);
    if (links.size() > 1) return true;
    unit = links.empty() ? base::UnitId{} : links.front().to;
  }
  return false;
}

Way Lines::way(base::UnitId unit, base::Date ended) const {
  return {unit, ended, split(unit),
          [this, unit](std::string_view address) { return heir(unit, address); }};
}

}  // namespace units
