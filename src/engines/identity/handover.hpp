// Hand-over: what an officer holds goes to another from a day on, all of it or what is chosen.
//
// Tasks wait at a role in a unit, so none of them is anybody's: who takes the position has them.
// What is personal is positions, and delegations given or received: those fall by themselves.
#pragma once

#include <optional>
#include <vector>

#include "engines/identity/delegation.hpp"

namespace identity {

struct Handover {
  base::PersonId from, to;
  base::Date day;  // the first day of the new holder; the old one ends the day before
};

enum class HandoverRefusal { to_self, past, nothing };

// What would become of everything; nothing is written.
struct HandoverPlan {
  std::vector<Held> moved;        // end the day before, and begin for the other that day
  std::vector<Held> ended;        // end the day before: the other holds that role there already
  std::vector<Held> withdrawn;    // were to begin on that day or later: begin for the other instead
  std::vector<Delegation> given;  // fall with the position they are of
  std::vector<Delegation> received;  // fall, for who holds no office acts for nobody
  bool empty() const;
};
HandoverPlan plan(db::Tx& tx, const Handover& handover);

std::optional<HandoverRefusal> trouble_with(db::Tx& tx, const Handover& handover, base::Date today);

// Does what the plan of this moment says, in the caller's transaction: one person has few
// positions. Answers the new ones.
std::vector<base::PositionId> hand_over(db::Database& db, db::Tx& tx, const Handover& handover,
                                        base::Instant now);

}  // namespace identity
