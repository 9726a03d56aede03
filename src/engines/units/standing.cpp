// What stands at units that end, told before the day comes.
#include <algorithm>

#include "engines/units/lines.hpp"
#include "engines/units/reorganise.hpp"
#include "engines/units/store.hpp"

namespace units {
namespace {

void list(db::Tx& tx, const Unit& unit, const Way& way, const Movers& movers,
          std::vector<Standing>& out) {
  for (const auto& mover : movers) {
    if (!mover.list) continue;
    Items items;
    mover.list(tx, way, items);
    for (const auto& item : items.all()) out.push_back({unit, mover.name, item});
  }
}

}  // namespace

std::vector<Standing> standing(db::Tx& tx, const Plan& plan, const Movers& movers) {
  // The world of the day: what stands then, without what ends and with what begins.
  std::vector<Unit> day = plan.begins;
  const auto ends = [&](base::UnitId id) {
    return std::any_of(plan.ends.begin(), plan.ends.end(),
                       [&](const Unit& unit) { return unit.id == id; });
  };
  for (auto& version : store::versions(tx)) {
    const bool in_force = version.from <= plan.on && (!version.to || *version.to >= plan.on);
    if (in_force && !ends(version.id)) day.push_back(std::move(version));
  }
  auto links = store::successions(tx);
  links.insert(links.end(), plan.links.begin(), plan.links.end());
  const Lines lines(links, std::make_shared<const Tree>(std::move(day)));
  std::vector<Standing> out;
  for (const auto& unit : plan.ends) list(tx, unit, lines.way(unit.id, plan.on), movers, out);
  return out;
}

std::vector<Standing> standing_at(db::Tx& tx, base::UnitId id, const Movers& movers) {
  std::vector<Standing> out;
  const auto versions = history(tx, id);
  if (versions.empty()) return out;
  const auto& last = versions.back();
  if (!last.to) {
    // Nobody has said when it ends: as if nobody followed on the day after its last version began.
    list(tx, last, {id, last.from + 1, false, [](auto) { return Heir{}; }}, movers, out);
    return out;
  }
  const auto day = *last.to + 1;
  std::vector<Unit> then;
  for (auto& version : store::versions(tx)) {
    if (version.from <= day && (!version.to || *version.to >= day)) then.push_back(version);
  }
  const Lines lines(store::successions(tx), std::make_shared<const Tree>(std::move(then)));
  list(tx, last, lines.way(id, day), movers, out);
  return out;
}

std::map<std::string, Tally> forecast(db::Tx& tx, const Plan& plan, const Movers& movers) {
  std::map<std::string, Tally> out;
  for (const auto& one : standing(tx, plan, movers)) {
    if (!one.item.moves) continue;
    auto& counts = out[one.mover][one.item.to];
    counts.rows += one.item.rows;
    counts.unsure += one.item.unsure;
  }
  return out;
}

}  // namespace units
