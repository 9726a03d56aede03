// What stands at units and goes on when they end: the contract of whoever keeps something by unit.
//
// Units know neither positions nor tasks, so each owner offers a mover and the wiring names them. A
// test finds every table that names a unit and no mover answers for.
#pragma once

#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "base/instant.hpp"
#include "engines/units/succession.hpp"

namespace units {

struct Counts {
  std::int64_t rows = 0;
  std::int64_t unsure = 0;  // went to the rest of a split unit because no address told
};
using Tally = std::map<base::UnitId, Counts>;  // by where to; none: nobody follows

// Where the things of one ended unit go.
struct Way {
  base::UnitId unit;
  base::Date ended;    // the first day without it
  bool split = false;  // false: `to` needs no address
  std::function<Heir(std::string_view address)> to;
};

// Things of one kind that are under way at a unit, and what becomes of them on the day.
struct Item {
  base::Words what;     // "Giấy đã ký, chưa vào số"
  base::Words becomes;  // "Đơn vị tiếp nhận lập lại, người ký ký lại"
  base::UnitId to;      // none: nobody follows, or nobody has to
  bool moves = true;    // false: nothing is written, who answers is asked when it is read
  std::int64_t rows = 0;
  std::int64_t unsure = 0;
  std::vector<std::string> names;  // which they are: codes, names of offices; never personal values
};
class Items {
 public:
  static constexpr std::size_t names_max = 500;  // of one kind; the rest is only counted

  // One more of a kind.
  void add(const base::Text& what, const base::Text& becomes, const Heir& to, bool moves,
           std::string name = {});
  void add(const base::Words& what, const base::Text& becomes, const Heir& to, bool moves,
           std::string name = {});
  const std::vector<Item>& all() const { return all_; }

 private:
  std::vector<Item> all_;
};

struct Mover {
  std::string name;                 // "positions"
  std::vector<std::string> tables;  // whose column of a unit it answers for
  bool ahead = false;               // may move before the day has come, because its rows have dates
  bool holds = false;               // a unit that has some of it ends only with a successor
  // What stands there, and what becomes of it.
  std::function<void(db::Tx&, const Way&, Items&)> list;
  // Moves at most `limit`; an empty tally: nothing is left. Safe to repeat. Not set: nothing moves.
  std::function<Tally(db::Tx&, const Way&, base::Instant now, int limit)> move;
};
using Movers = std::vector<Mover>;

}  // namespace units
