// Checking a reorganisation: from steps and the tree of the day before to the world of the day.
#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>

#include "engines/units/reorganise.hpp"
#include "engines/units/store.hpp"

namespace units {
namespace {

constexpr int years_ahead_max = 10;

bool ends(Deed deed) {
  return deed == Deed::merge || deed == Deed::part || deed == Deed::rest || deed == Deed::close;
}

Share share_of(Deed deed) {
  return deed == Deed::part ? Share::part : deed == Deed::rest ? Share::rest : Share::whole;
}

// Everything known about units before the steps.
struct Ground {
  Ground(const std::vector<Unit>& versions, base::Date on) {
    std::vector<Unit> then, day;
    for (const auto& version : versions) {
      const auto in_force = [&](base::Date date) {
        return version.from <= date && (!version.to || *version.to >= date);
      };
      if (in_force(on - 1)) then.push_back(version);
      if (in_force(on)) day.push_back(version);
      if (version.from >= on || (version.to && *version.to >= on - 1)) later.insert(version.id);
    }
    before = std::make_unique<Tree>(std::move(then));
    after = std::make_unique<Tree>(std::move(day));
  }
  std::unique_ptr<const Tree> before, after;
  std::set<base::UnitId> later;  // with a change on that day or after it already
};

class Planner {
 public:
  Planner(db::Database& db, const Ground& ground, const std::vector<Step>& steps, base::Date on)
      : db_(db), ground_(ground), steps_(steps) {
    plan_.on = on;
    for (const auto& unit : ground.after->all()) world_[unit.id] = unit;
  }

  std::optional<Fault> make() {
    for (const auto& step : steps_) {
      if (auto fault = step.deed == Deed::begin ? begin(step) : touch(step)) return fault;
    }
    if (auto fault = split_well()) return fault;
    for (const auto& [id, unit] : world_) {
      const auto [at, first] = codes_.emplace(unit.code, id);
      if (!first) return fault(Why::code_taken, line_of(id, at->second), unit.code);
    }
    for (const auto& step : steps_) {
      if (auto fault = aim(step)) return fault;
    }
    if (auto fault = stand()) return fault;
    finish();
    return std::nullopt;
  }

  Plan take() { return std::move(plan_); }

 private:
  static Fault fault(Why why, int line, std::string about, std::string by = {}) {
    return {why, line, std::move(about), std::move(by)};
  }

  std::optional<Fault> begin(const Step& step) {
    if (step.code.empty() || step.kind.empty() || step.name.vi.empty()) {
      return fault(Why::incomplete, step.line, step.code);
    }
    Unit unit;
    unit.id = db_.fresh<base::UnitId>();
    unit.from = plan_.on;
    put(unit, step);
    world_[unit.id] = unit;
    made_[&step] = unit.id;
    line_[unit.id] = step.line;
    return std::nullopt;
  }

  // A line about a unit of the day before: may it be touched, and has it one fate?
  std::optional<Fault> touch(const Step& step) {
    const auto* unit = ground_.before->by_code(step.unit);
    if (!unit) return fault(Why::unknown_unit, step.line, step.unit);
    if (ground_.later.contains(unit->id)) return fault(Why::later_version, step.line, step.unit);
    auto& deeds = fates_[unit->id];
    const bool parts = step.deed == Deed::part || step.deed == Deed::rest;
    for (const auto deed : deeds) {
      const bool split = parts && (deed == Deed::part || deed == Deed::rest);
      const bool on = !ends(step.deed) && !ends(deed) && deed != step.deed;
      if (!split && !on) return fault(Why::two_fates, step.line, step.unit);
    }
    deeds.push_back(step.deed);
    line_[unit->id] = step.line;
    if (ends(step.deed)) {
      world_.erase(unit->id);
      return std::nullopt;
    }
    if (step.deed == Deed::move ? step.parent.empty()
                                : step.name.vi.empty() && step.kind.empty() && step.code.empty()) {
      return fault(Why::incomplete, step.line, step.unit);
    }
    put(world_[unit->id], step);
    return std::nullopt;
  }

  static void put(Unit& unit, const Step& step) {
    const auto over = [](std::string& kept, const std::string& given) {
      if (!given.empty()) kept = given;
    };
    over(unit.kind, step.kind);
    over(unit.code, step.code);
    over(unit.name.vi, step.name.vi);
    over(unit.agency_code, step.agency_code);
    if (!step.name.vi.empty()) unit.name.en = step.name.en;
    unit.basis = step.basis;
  }

  std::optional<Fault> split_well() const {
    for (const auto& [id, deeds] : fates_) {
      const auto rests = std::count(deeds.begin(), deeds.end(), Deed::rest);
      const auto parts = std::count(deeds.begin(), deeds.end(), Deed::part);
      if (rests > 1 || (parts > 0 && rests == 0)) {
        return fault(Why::no_rest, line_.at(id), ground_.before->find(id)->code);
      }
    }
    return std::nullopt;
  }

  // Where a line points to: the unit that takes over, or the unit above.
  std::optional<Fault> aim(const Step& step) {
    const auto* unit = step.deed == Deed::begin ? nullptr : ground_.before->by_code(step.unit);
    if (step.deed == Deed::close) return std::nullopt;
    if (ends(step.deed)) {
      const auto to = codes_.find(step.into);
      if (to == codes_.end()) return nowhere(step, step.into);
      for (const auto& link : plan_.links) {
        if (link.from == unit->id && link.to == to->second) {
          return fault(Why::two_fates, step.line, step.unit);
        }
      }
      plan_.links.push_back({unit->id, to->second, plan_.on, share_of(step.deed), step.area,
                             step.basis, Confidence::known});
    } else if (!step.parent.empty()) {
      const auto above = codes_.find(step.parent);
      if (above == codes_.end()) return nowhere(step, step.parent);
      world_[unit ? unit->id : made_.at(&step)].parent = above->second;
    }
    return std::nullopt;
  }

  Fault nowhere(const Step& step, const std::string& code) const {
    const auto& who = step.deed == Deed::begin ? step.code : step.unit;
    if (code.empty()) return fault(Why::incomplete, step.line, who);
    const auto* old = ground_.before->by_code(code);
    if (old && !world_.contains(old->id)) return fault(Why::ends_itself, step.line, who, code);
    return fault(Why::unknown_target, step.line, code);
  }

  // Everybody's parent is in force, and nobody stands below themselves.
  std::optional<Fault> stand() const {
    for (const auto& [id, unit] : world_) {
      if (unit.parent && !world_.contains(unit.parent)) {
        const auto* above = ground_.before->find(unit.parent);
        return fault(Why::stranded, line_of(unit.parent, id), unit.code, above ? above->code : "");
      }
      auto up = unit.parent;
      for (std::size_t depth = 0; up; ++depth) {
        if (up == id || depth > world_.size()) {
          return fault(Why::below_itself, line_of(id, id), unit.code);
        }
        up = world_.contains(up) ? world_.at(up).parent : base::UnitId{};
      }
    }
    return std::nullopt;
  }

  void finish() {
    for (const auto& [id, deeds] : fates_) {
      auto last = *ground_.before->find(id);
      if (!world_.contains(id)) {
        plan_.ends.push_back(std::move(last));
      } else {
        auto next = world_.at(id);
        next.from = plan_.on;
        plan_.changes.push_back(std::move(next));
      }
    }
    for (const auto& [step, id] : made_) plan_.begins.push_back(world_.at(id));
  }

  int line_of(base::UnitId one, base::UnitId other) const {
    if (const auto at = line_.find(one); at != line_.end()) return at->second;
    const auto at = line_.find(other);
    return at == line_.end() ? 0 : at->second;
  }

  db::Database& db_;
  const Ground& ground_;
  const std::vector<Step>& steps_;
  Plan plan_;
  std::map<base::UnitId, Unit> world_;  // of the day itself, as it comes about
  std::map<std::string, base::UnitId> codes_;
  std::map<base::UnitId, std::vector<Deed>> fates_;
  std::map<const Step*, base::UnitId> made_;
  std::map<base::UnitId, int> line_;
};

std::optional<Fault> day_fault(const std::vector<Unit>& versions, base::Date on, base::Date today) {
  auto first = on;
  for (const auto& version : versions) first = std::min(first, version.from);
  if ((on > first || versions.empty()) && on < today + 366 * years_ahead_max) return std::nullopt;
  return Fault{Why::odd_day, 0, on.iso(), ""};
}

}  // namespace

base::Result<Plan, Fault> plan(db::Database& db, db::Tx& tx, const std::vector<Step>& steps,
                               base::Date on, base::Date today, const Movers& movers) {
  const auto versions = store::versions(tx);
  if (const auto fault = day_fault(versions, on, today)) return base::refuse(*fault);
  const Ground ground(versions, on);
  Planner planner(db, ground, steps, on);
  if (const auto fault = planner.make()) return base::refuse(*fault);
  auto made = planner.take();
  // A unit that just closes leaves its work to nobody.
  for (const auto& step : steps) {
    if (step.deed != Deed::close) continue;
    const auto* unit = ground.before->by_code(step.unit);
    std::int64_t open = 0;
    for (const auto& mover : movers) {
      if (!mover.holds) continue;
      Items items;
      mover.list(tx, {unit->id, on, false, [](auto) { return Heir{}; }}, items);
      for (const auto& item : items.all()) open += item.rows;
    }
    if (open > 0)
      return base::refuse(Fault{Why::open_work, step.line, step.unit, fmt::format("{}", open)});
  }
  return made;
}

}  // namespace units
