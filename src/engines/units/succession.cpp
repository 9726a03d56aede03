#include "engines/units/succession.hpp"

#include <algorithm>
#include <set>

#include "engines/units/store.hpp"
#include "engines/units/units.hpp"
#include "engines/units/words.hpp"

namespace units {
namespace {

// More reorganisations than any unit will see; a circle of links ends here.
constexpr int steps_max = 32;

// The length of the longest name of the area that the address holds; 0: none of them.
std::size_t named(std::string_view address, std::string_view area) {
  std::size_t longest = 0;
  while (!area.empty()) {
    const auto end = area.find(';');
    const auto name = words_of(area.substr(0, end));
    const bool holds = name.size() > 1 && address.find(name) != address.npos;
    if (holds) longest = std::max(longest, name.size());
    area.remove_prefix(end == area.npos ? area.size() : end + 1);
  }
  return longest;
}

// The links by which a unit ended: those of the last day that has any but parts, since a unit that
// only gave a part away went on.
std::vector<Succession> last_links(db::Tx& tx, base::UnitId unit, base::Date as_of) {
  auto all = store::links_from(tx, unit, as_of);
  std::optional<base::Date> last;
  for (const auto& link : all) {
    if (link.share != Share::part) last = link.effective;
  }
  std::erase_if(all, [&](const auto& link) { return !last || link.effective != *last; });
  return all;
}

}  // namespace

std::vector<Succession> successors(db::Tx& tx, base::UnitId unit, base::Date as_of) {
  return store::links_from(tx, unit, as_of);
}

std::vector<Succession> predecessors(db::Tx& tx, base::UnitId unit, base::Date as_of) {
  return store::links_to(tx, unit, as_of);
}

Heir choose(const std::vector<Succession>& links, std::string_view address) {
  const auto written = words_of(address);
  base::UnitId best, rest;
  std::size_t longest = 0;
  for (const auto& link : links) {
    if (link.share == Share::whole) return {link.to, true};
    if (link.share == Share::rest) rest = link.to;
    if (link.share != Share::part) continue;
    const auto length = named(written, link.area);
    if (length > longest) {
      longest = length;
      best = link.to;
    } else if (length == longest) {
      best = {};  // two parts are named alike: nobody may guess
    }
  }
  return best ? Heir{best, true} : Heir{rest, links.empty()};
}

Heir heir(db::Tx& tx, base::UnitId unit, base::Date as_of, std::string_view address) {
  bool certain = true;
  for (int step = 0; step < steps_max && unit; ++step) {
    if (find(tx, unit, as_of)) return {unit, certain};
    const auto next = choose(last_links(tx, unit, as_of), address);
    certain = certain && next.certain;
    unit = next.unit;
  }
  return {{}, certain};
}

std::vector<base::UnitId> heirs(db::Tx& tx, base::UnitId unit, base::Date as_of) {
  std::vector<base::UnitId> out, open = {unit};
  std::set<base::UnitId> seen = {unit};
  while (!open.empty()) {
    const auto here = open.back();
    open.pop_back();
    if (find(tx, here, as_of)) {
      out.push_back(here);
      continue;
    }
    for (const auto& link : last_links(tx, here, as_of)) {
      if (seen.insert(link.to).second) open.push_back(link.to);
    }
  }
  std::sort(out.begin(), out.end());
  return out;
}

}  // namespace units
