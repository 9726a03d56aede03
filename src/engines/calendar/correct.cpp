// What a correction moves: shown before it is published, done in slices afterwards.
#include <map>

#include "engines/calendar/store.hpp"

namespace calendar {
namespace {

constexpr int slice = 500;

// The working time of each unit before and after, made once for all its deadlines.
class Compared {
 public:
  Compared(const Deadlines& deadlines, base::Date today, const Contents& before,
           const Contents& after)
      : deadlines_(deadlines), today_(today), before_(before), after_(after) {}

  // The new due time of a deadline that the change moves. What other rules would have counted
  // otherwise is left as it was promised.
  std::optional<base::Instant> moved(db::Tx& tx, const Running& running) {
    const auto& [old_time, new_time] = times(tx, running.unit);
    const auto was = calendar::due(old_time, running.clock);
    const auto now = calendar::due(new_time, running.clock);
    if (!now || was == now || *now == running.due) return std::nullopt;
    return now;
  }

 private:
  using Both = std::pair<WorkingTime, WorkingTime>;
  const Both& times(db::Tx& tx, base::UnitId unit) {
    if (const auto known = times_.find(unit); known != times_.end()) return known->second;
    const auto chain = deadlines_.chain(tx, unit, today_);
    return times_.emplace(unit, Both(working_time(before_, chain), working_time(after_, chain)))
        .first->second;
  }

  const Deadlines& deadlines_;
  base::Date today_;
  const Contents& before_;
  const Contents& after_;
  std::map<base::UnitId, Both> times_;
};

// One slice in one transaction; true when nothing is left.
bool move_slice(db::Database& db, const Deadlines& deadlines, base::Instant now,
                const Edition& edition, Compared& compared) {
  return db.write([&](db::Tx& tx) {
    const auto from = store::moved_to(tx, edition.number);
    const auto running = deadlines.running(tx, from, slice);
    const bool last = running.size() < slice;
    std::vector<std::pair<const Running*, base::Instant>> moves;
    for (const auto& one : running) {
      if (const auto due = compared.moved(tx, one)) moves.emplace_back(&one, *due);
    }
    const auto to = running.empty() ? from : running.back().id;
    // First the mark: whoever comes second finds it gone and leaves the rest alone.
    if (!store::advance(tx, edition.number, from, to, int(moves.size()), last)) return last;
    for (const auto& [one, due] : moves) deadlines.move(tx, now, *one, due, edition.number);
    return last;
  });
}

}  // namespace

Preview preview(db::Database& db, const Deadlines& deadlines, const Contents& contents,
                base::Date today, std::size_t shown) {
  const auto before = db.read([](db::Tx& tx) { return current(tx).contents; });
  Compared compared(deadlines, today, before, contents);
  Preview out;
  std::int64_t after = 0;
  for (bool more = true; more;) {
    more = db.read([&](db::Tx& tx) {
      const auto running = deadlines.running(tx, after, slice);
      for (const auto& one : running) {
        ++out.running;
        after = one.id;
        const auto due = compared.moved(tx, one);
        if (!due) continue;
        ++(*due < one.due ? out.earlier : out.later);
        if (out.first.size() < shown) out.first.push_back({one.code, one.due, *due});
      }
      return running.size() == slice;
    });
  }
  return out;
}

bool carry_on(db::Database& db, const Deadlines& deadlines, base::Instant now, int slices) {
  const auto [before, edition] = db.read([](db::Tx& tx) {
    auto last = current(tx);
    auto previous = calendar::edition(tx, last.number - 1);
    return std::pair(previous ? previous->contents : Contents{}, std::move(last));
  });
  if (edition.settled) return true;
  Compared compared(deadlines, now.local().date, before, edition.contents);
  for (int i = 0; i < slices; ++i) {
    if (move_slice(db, deadlines, now, edition, compared)) return true;
  }
  return false;
}

Published publish_and_move(db::Database& db, journal::Journal& journal, const Deadlines& deadlines,
                           const PublishAct& act, const Correction& correction, int slices) {
  carry_on(db, deadlines, act.now, slices);
  const auto published = publish(db, journal, act, correction);
  if (published) carry_on(db, deadlines, act.now, slices);
  return published;
}

}  // namespace calendar
