// What a hand-over moves, ends and lets fall.
#include "engines/identity/handover.hpp"

#include <algorithm>

#include "base/must.hpp"

namespace identity {
namespace {

// The same office, held by the other from that day on.
Position successor(const Position& p, const Handover& handover) {
  auto next = p;
  next.id = {};
  next.person = handover.to;
  next.from = std::max(p.from, handover.day);
  return next;
}

bool lasts(const Delegation& d, base::Date day) { return !d.revoked_at && d.last >= day; }

}  // namespace

bool HandoverPlan::empty() const { return moved.empty() && ended.empty() && withdrawn.empty(); }

HandoverPlan plan(db::Tx& tx, const Handover& handover) {
  HandoverPlan out;
  for (auto& held : positions_ever(tx, handover.from)) {
    const auto& p = held.position;
    if (held.taken_back || (p.to && *p.to < handover.day)) continue;
    if (p.from >= handover.day) {
      out.withdrawn.push_back(std::move(held));
    } else if (trouble_with(tx, successor(p, handover))) {
      out.ended.push_back(std::move(held));
    } else {
      out.moved.push_back(std::move(held));
    }
  }
  for (auto& d : delegations_of(tx, handover.from)) {
    if (!lasts(d, handover.day)) continue;
    (d.from == handover.from ? out.given : out.received).push_back(std::move(d));
  }
  return out;
}

std::optional<HandoverRefusal> trouble_with(db::Tx& tx, const Handover& handover,
                                            base::Date today) {
  if (handover.to == handover.from) return HandoverRefusal::to_self;
  if (handover.day < today) return HandoverRefusal::past;
  if (plan(tx, handover).empty()) return HandoverRefusal::nothing;
  return std::nullopt;
}

std::vector<base::PositionId> hand_over(db::Database& db, db::Tx& tx, const Handover& handover,
                                        base::Instant now) {
  const auto todo = plan(tx, handover);
  std::vector<base::PositionId> given;
  const auto give = [&](const Held& held) {
    const auto next = successor(held.position, handover);
    if (!trouble_with(tx, next)) given.push_back(appoint(db, tx, next, now));
  };
  const auto end = [&](const Held& held) {
    auto ended = held.position;
    ended.to = handover.day - 1;
    base::must(change_position(tx, ended, held.version));
  };
  for (const auto& held : todo.moved) end(held), give(held);
  for (const auto& held : todo.ended) end(held);
  for (const auto& held : todo.withdrawn) {
    base::must(take_back(tx, held, now));
    give(held);
  }
  return given;
}

}  // namespace identity
