// Positions: who holds which role in which unit from when to when, and the rules of changing that.
//
// All functions work in the caller's transaction; the room journals what it did.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engines/identity/visit.hpp"
#include "platform/db/db.hpp"

namespace identity {

// ---- Roles are data, published by the pack

struct Role {
  std::string code;  // "LEADER"
  base::Words name;
  bool office = true;  // may be held as a position; a resident's role may not
};
std::vector<Role> roles(db::Tx& tx);  // in the order of the file
// roles.json of a pack; what is wrong with it, with its line, and then nothing is kept.
std::optional<std::string> import_roles(db::Tx& tx, std::string_view text);

// ---- Reading

// In force on that day: one's own, longest in office first, then those one acts in for somebody
// absent.
std::vector<Position> positions(db::Tx& tx, base::PersonId person, base::Date day);

struct Officer {
  Position position;
  std::string name;
};
// Who holds that role in exactly that unit on that day, longest in office first.
std::vector<Officer> officers(db::Tx& tx, base::UnitId unit, std::string_view role, base::Date day);
// The name an office act is shown with: no secret, so no purpose. "" if they never held a position.
std::string officer_name(db::Tx& tx, base::PersonId person);

// A position with its history of changes.
struct Held {
  Position position;
  int version = 1;  // grows with each change: what a form was drawn from
  std::optional<base::Instant> appointed_at;
  bool taken_back = false;
};
std::optional<Held> held_position(db::Tx& tx, base::PositionId id);
// Past, present and to come, and those taken back; newest first.
std::vector<Held> positions_ever(db::Tx& tx, base::PersonId person);

// The list of officers of a day, by given name as people here are sorted.
struct StaffQuery {
  std::optional<std::vector<base::UnitId>> units;  // none: everywhere
  std::string role;                                // empty: any
  std::string words;                               // part of the name, marks ignored
  base::Date day;
  int offset = 0;
  int limit = 25;
};
std::vector<Officer> staff(db::Tx& tx, const StaffQuery& query);
int staff_count(db::Tx& tx, const StaffQuery& query);

// ---- Changing

enum class PositionRefusal {
  no_title,
  long_title,  // more than 200 letters in either language
  reversed,    // ends before it begins
  far,         // outside 1945 to 2145: a year mistyped
  overlaps,    // the same person, unit and role on the same day: see `other`
};
struct PositionTrouble {
  PositionRefusal why = PositionRefusal::no_title;
  std::optional<Position> other = {};
};
// Why this position cannot be; nothing if it can. With an id, it is a correction of that one.
std::optional<PositionTrouble> trouble_with(db::Tx& tx, const Position& position);

// `position.id` is given by this call. Asks nothing: ask `trouble_with` first.
base::PositionId appoint(db::Database& db, db::Tx& tx, const Position& position,
                         std::optional<base::Instant> now = {});
// Title and dates become these. False if somebody changed it since `version`.
bool change_position(db::Tx& tx, const Position& to_be, int version);

// An appointment made by mistake is taken back on the day it was made: it was never held.
bool may_be_taken_back(const Held& held, base::Date today);
bool take_back(db::Tx& tx, const Held& held, base::Instant now);

// How many hold that role in that unit on that day, without this one.
int other_holders(db::Tx& tx, const Position& position, base::Date day);

}  // namespace identity
