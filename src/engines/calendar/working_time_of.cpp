// The hours of one unit, put together from those of the units above it.
#include <algorithm>

#include "engines/calendar/edition.hpp"

namespace calendar {
namespace {

bool in_force(const UnitHours& entry, base::Date day) {
  return entry.hours.from <= day && (!entry.to || day <= *entry.to);
}

// What one unit's own entries say for a day; the entry that began last wins.
const Hours* own(const Contents& contents, base::UnitId unit, base::Date day) {
  const Hours* found = nullptr;
  for (const auto& entry : contents.hours) {
    if (entry.unit != unit || !in_force(entry, day)) continue;
    if (!found || found->from <= entry.hours.from) found = &entry.hours;
  }
  return found;
}

Hours on(const Contents& contents, std::span<const base::UnitId> chain, base::Date day) {
  const Hours* found = nullptr;
  for (std::size_t i = 0; i < chain.size() && !found; ++i) found = own(contents, chain[i], day);
  if (!found) found = own(contents, {}, day);
  auto hours = found ? *found : Hours{};
  hours.from = day;
  return hours;
}

}  // namespace

WorkingTime working_time(const Contents& contents, std::span<const base::UnitId> chain) {
  std::vector<base::Date> turns = {*base::Date::of(1, 1, 1)};
  for (const auto& entry : contents.hours) {
    if (entry.unit && std::find(chain.begin(), chain.end(), entry.unit) == chain.end()) continue;
    turns.push_back(entry.hours.from);
    if (entry.to) turns.push_back(*entry.to + 1);
  }
  std::sort(turns.begin(), turns.end());
  turns.erase(std::unique(turns.begin(), turns.end()), turns.end());
  std::vector<Hours> hours;
  for (const auto day : turns) hours.push_back(on(contents, chain, day));
  return {contents.days, std::move(hours)};
}

}  // namespace calendar
