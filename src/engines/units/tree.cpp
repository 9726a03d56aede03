#include "engines/units/tree.hpp"

#include <algorithm>

#include "base/must.hpp"
#include "engines/units/store.hpp"
#include "engines/units/units.hpp"

namespace units {

namespace {

// Numbers the units in the order of a walk. A unit whose parent is not in force is a top; so is, at
// last, one that a broken table put below itself.
struct Walk {
  explicit Walk(const std::vector<Unit>& units) : units(units), seen(units.size()) {
    std::unordered_map<base::UnitId, bool> known;
    for (const auto& unit : units) known[unit.id] = true;
    for (std::size_t i = 0; i < units.size(); ++i) {
      const bool top = !known.contains(units[i].parent);
      below[top ? base::UnitId{} : units[i].parent].push_back(int(i));
    }
    for (const int i : below[{}]) visit(i);
    for (std::size_t i = 0; i < units.size(); ++i) visit(int(i));
  }

  void visit(int i) {
    if (seen[std::size_t(i)]) return;
    seen[std::size_t(i)] = true;
    const auto place = order.size();
    order.push_back(i);
    end.push_back(0);
    for (const int child : below[units[std::size_t(i)].id]) visit(child);
    end[place] = int(order.size());
  }

  const std::vector<Unit>& units;
  std::vector<bool> seen;
  std::unordered_map<base::UnitId, std::vector<int>> below;
  std::vector<int> order, end;
};

}  // namespace

Tree::Tree(std::vector<Unit> units) {
  Walk walk(units);
  end_ = std::move(walk.end);
  units_.reserve(units.size());
  for (const int i : walk.order) units_.push_back(std::move(units[std::size_t(i)]));
  for (std::size_t i = 0; i < units_.size(); ++i) {
    at_.emplace(units_[i].id, int(i));
    by_code_.emplace(units_[i].code, int(i));
  }
}

const Unit* Tree::find(base::UnitId id) const {
  const auto found = at_.find(id);
  return found == at_.end() ? nullptr : &units_[std::size_t(found->second)];
}

const Unit* Tree::by_code(std::string_view code) const {
  const auto found = by_code_.find(code);
  return found == by_code_.end() ? nullptr : &units_[std::size_t(found->second)];
}

bool Tree::within(base::UnitId unit, base::UnitId top) const {
  const auto below = at_.find(unit), above = at_.find(top);
  if (below == at_.end() || above == at_.end()) return false;
  return below->second >= above->second && below->second < end_[std::size_t(above->second)];
}

std::vector<base::UnitId> Tree::path(base::UnitId id) const {
  std::vector<base::UnitId> out;
  for (auto unit = find(id); unit && out.size() < units_.size(); unit = find(unit->parent)) {
    out.push_back(unit->id);
  }
  return out;
}

std::vector<const Unit*> Tree::children(base::UnitId parent) const {
  const auto above = at_.find(parent);
  if (parent && above == at_.end()) return {};
  std::vector<const Unit*> out;
  const int end = parent ? end_[std::size_t(above->second)] : int(units_.size());
  for (int i = parent ? above->second + 1 : 0; i < end; i = end_[std::size_t(i)]) {
    out.push_back(&units_[std::size_t(i)]);
  }
  return out;
}

Difference difference(const Tree& before, const Tree& after) {
  Difference out;
  for (const auto& unit : before.all()) {
    const auto* now = after.find(unit.id);
    if (!now) {
      out.ended.push_back(&unit);
      continue;
    }
    if (unit.name != now->name || unit.kind != now->kind || unit.code != now->code) {
      out.renamed.emplace_back(&unit, now);
    }
    if (unit.parent != now->parent) out.moved.emplace_back(&unit, now);
  }
  for (const auto& unit : after.all()) {
    if (!before.find(unit.id)) out.began.push_back(&unit);
  }
  return out;
}

// What the database holds: every version of every unit, and the days on which a tree begins.
struct Forest::Records {
  std::string revision;
  std::vector<Unit> versions;
  std::vector<store::AgencyCode> codes;  // oldest first
  std::vector<base::Date> days;          // ascending

  explicit Records(db::Tx& tx) {
    // Read again if somebody changed units in between, so that what is kept is of one moment.
    for (int attempt = 0; attempt < 3; ++attempt) {
      revision = store::revision(tx);
      versions = store::versions(tx);
      codes = store::agency_codes(tx);
      if (store::revision(tx) == revision) break;
    }
    for (const auto& version : versions) {
      days.push_back(version.from);
      if (version.to) days.push_back(*version.to + 1);
    }
    for (const auto& code : codes) days.push_back(code.from);
    std::sort(days.begin(), days.end());
    days.erase(std::unique(days.begin(), days.end()), days.end());
  }

  // Nothing changes between these days, so one tree serves them all.
  base::Date begins(base::Date day) const {
    const auto after = std::upper_bound(days.begin(), days.end(), day);
    return after == days.begin() ? base::Date{INT32_MIN} : *(after - 1);
  }

  std::shared_ptr<const Tree> tree(base::Date day) const {
    std::unordered_map<base::UnitId, std::string_view> agency;
    for (const auto& code : codes) {
      if (code.from <= day) agency[code.unit] = code.code;
    }
    std::vector<Unit> in_force;
    for (const auto& version : versions) {
      if (version.from > day || (version.to && *version.to < day)) continue;
      auto& unit = in_force.emplace_back(version);
      if (const auto code = agency.find(unit.id); code != agency.end()) {
        unit.agency_code = code->second;
      }
    }
    return std::make_shared<const Tree>(std::move(in_force));
  }
};

Forest::Forest(db::Database& db) : db_(db) {}
Forest::~Forest() = default;

std::shared_ptr<const Tree> Forest::as_of(db::Tx& tx, base::Date day) {
  const auto revision = store::revision(tx);
  std::shared_ptr<const Records> records;
  {
    const std::lock_guard lock(mutex_);
    records = records_;
    if (records && records->revision == revision) {
      const auto known = trees_.find(records->begins(day));
      if (known != trees_.end()) return known->second;
    }
  }
  if (!records || records->revision != revision) records = std::make_shared<const Records>(tx);
  auto tree = records->tree(day);
  const std::lock_guard lock(mutex_);
  if (!records_ || records_->revision != records->revision) trees_.clear();
  records_ = records;
  trees_[records->begins(day)] = tree;
  return tree;
}

std::shared_ptr<const Tree> Forest::as_of(base::Date day) {
  return db_.read([&](db::Tx& tx) { return as_of(tx, day); });
}

}  // namespace units
