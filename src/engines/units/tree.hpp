// The whole tree of units on a day, in memory: who is above whom without asking the database.
#pragma once

#include <map>
#include <memory>
#include <mutex>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "engines/units/unit.hpp"
#include "platform/db/db.hpp"

namespace units {

// A snapshot of one day; never changes, so any number of threads may read it.
class Tree {
 public:
  // `units`: those in force, siblings in the order they are to stand in.
  explicit Tree(std::vector<Unit> units);
  Tree(const Tree&) = delete;

  const Unit* find(base::UnitId id) const;  // nullptr: not in force on that day
  const Unit* by_code(std::string_view code) const;
  // Is `unit` the same as `top`, or below it? Compares two numbers.
  bool within(base::UnitId unit, base::UnitId top) const;
  // The unit, then those above it, nearest first; empty if it is not in force.
  std::vector<base::UnitId> path(base::UnitId id) const;
  // In the order of the Vietnamese alphabet; of none: the tops.
  std::vector<const Unit*> children(base::UnitId parent) const;
  // Every unit, each before those below it.
  std::span<const Unit> all() const { return units_; }

 private:
  std::vector<Unit> units_;  // in the order of a walk, so what is below a unit follows it
  std::vector<int> end_;     // where what is below units_[i] ends
  std::unordered_map<base::UnitId, int> at_;
  std::unordered_map<std::string_view, int> by_code_;
};

// The trees of all days. Remembers what it read until somebody, in any process, changes a unit;
// asks one row of the database each time to know that. Thread-safe.
class Forest {
 public:
  explicit Forest(db::Database& db);
  ~Forest();

  std::shared_ptr<const Tree> as_of(db::Tx& tx, base::Date day);
  std::shared_ptr<const Tree> as_of(base::Date day);  // in a read of its own

 private:
  struct Records;

  db::Database& db_;
  std::mutex mutex_;
  std::shared_ptr<const Records> records_;
  std::map<base::Date, std::shared_ptr<const Tree>> trees_;  // by the day they begin; of records_
};

}  // namespace units
