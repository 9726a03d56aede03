// Delegation while absent: another officer acts in one's position from a day to a day.
//
// It ends by itself (computed when read, never written) or is revoked at once. Whoever acts appears
// in the journal as themselves, in that position, acting for its holder.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engines/identity/positions.hpp"

namespace identity {

using DelegationId = base::Id<struct DelegationTag>;

struct Delegation {
  DelegationId id;
  base::PositionId position;
  base::PersonId from, to;  // the holder of the position; who acts for them
  base::Date first, last;   // days it is in force
  std::string signing;      // how the delegate signs: "KT", "TL", "TUQ" [law: NĐ 30/2020 Đ.13]
  std::string reason;       // free text: never in the journal
  std::optional<base::Instant> revoked_at = {};
};

enum class DelegationState { coming, in_force, ended, revoked };
DelegationState state_of(const Delegation& delegation, base::Date today);

inline constexpr int delegation_days_max = 366;
inline constexpr std::string_view signings[] = {"KT", "TL", "TUQ"};

enum class DelegationRefusal {
  no_position,  // not a position of theirs, or one they act in for somebody else: what was
                // delegated is not delegated again [law: NĐ 30/2020 Đ.13.3]
  to_self,
  no_account,   // who cannot sign in cannot act
  no_office,    // holds no position of their own on the first day
  other_trade,  // administers only, so does no professional work: also for nobody else
  no_signing,
  reversed,
  past,      // begins before today: what was done stays done by whom it was done
  long_,     // more than delegation_days_max
  outside,   // not within the days of the position: see `position`
  overlaps,  // the position is delegated on one of these days: see `other`
  absent,    // the delegate is absent on one of these days and delegated their own: see `other`.
             // So no circle, and nobody acts who is not there
  acting,    // its holder acts for somebody on one of these days, so must be there: see `other`
};
struct DelegationTrouble {
  DelegationRefusal why = DelegationRefusal::no_position;
  std::optional<Delegation> other = {};
  std::optional<Position> position = {};
};
// May who holds these positions of their own act in that one? Whoever only administers does no
// professional work: rights over accounts and decisions about dossiers stay in different hands.
bool may_stand_in(const std::vector<Position>& own, const Position& in);

// Why this cannot be delegated; nothing if it can.
std::optional<DelegationTrouble> trouble_with(db::Tx& tx, const Delegation& delegation,
                                              base::Date today);

// `delegation.id` is given by this call. Asks nothing: ask `trouble_with` first.
DelegationId delegate(db::Database& db, db::Tx& tx, const Delegation& delegation,
                      base::Instant now);
// Ends it now. False if it has ended, by its day or by somebody else.
bool revoke(db::Tx& tx, DelegationId id, base::Instant now);

// What of it stands in the journal.
base::json::object delegation_facts(DelegationId id, const Delegation& delegation);

std::optional<Delegation> delegation(db::Tx& tx, DelegationId id);
// Given or received by that person, latest first; at most 100.
std::vector<Delegation> delegations_of(db::Tx& tx, base::PersonId person);

// What administrators look through: by the unit of the position, latest first.
struct DelegationQuery {
  std::optional<std::vector<base::UnitId>> units;  // none: everywhere
  std::optional<DelegationState> state;            // none: any
  base::Date today;
  int offset = 0;
  int limit = 25;
};
std::vector<Delegation> delegations(db::Tx& tx, const DelegationQuery& query);
int delegation_count(db::Tx& tx, const DelegationQuery& query);

}  // namespace identity
