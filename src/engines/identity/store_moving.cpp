// Positions at a unit that ends: SQL, and what becomes of each and of who acts in it.
#include <algorithm>

#include "engines/identity/moving.hpp"
#include "engines/identity/store_positions.hpp"
#include "engines/identity/text_moving.hpp"

namespace identity {
namespace {

constexpr std::string_view kStanding = R"sql(
  SELECT p.id, p.person_id, p.unit_id, p.role, p.title_vi, p.title_en, p.valid_from, p.valid_to,
    n.name
  FROM identity_position p JOIN identity_person n ON n.id = p.person_id
  WHERE p.unit_id = $1 AND (p.valid_to IS NULL OR p.valid_to >= $2) AND p.taken_back_at IS NULL
    AND p.id > $3
  ORDER BY p.id LIMIT $4)sql";

constexpr std::string_view kEnd = R"sql(
  UPDATE identity_position SET valid_to = $2, version = version + 1 WHERE id = $1)sql";

constexpr std::string_view kNeverHeld = R"sql(
  UPDATE identity_position SET taken_back_at = $2, version = version + 1 WHERE id = $1)sql";

constexpr std::string_view kDelegations = R"sql(
  SELECT d.id, d.valid_from, n.name, o.name
  FROM identity_delegation d JOIN identity_person n ON n.id = d.from_id
    JOIN identity_person o ON o.id = d.to_id
  WHERE d.position_id = $1 AND d.valid_to >= $2 AND d.revoked_at IS NULL ORDER BY d.id)sql";

// It was in force before: what was done under it stays, and another goes on from the day.
constexpr std::string_view kCutDelegation = R"sql(
  UPDATE identity_delegation SET valid_to = $2 WHERE id = $1)sql";

constexpr std::string_view kFollowDelegation = R"sql(
  INSERT INTO identity_delegation (id, position_id, from_id, to_id, valid_from, valid_to, signing,
    reason, made_at)
  SELECT CAST($2 AS BIGINT), CAST($3 AS BIGINT), from_id, to_id, CAST($4 AS TEXT), valid_to,
    signing, reason, made_at
  FROM identity_delegation WHERE id = $1)sql";

// It was to begin later: nothing was done under it, so it goes along as it is.
constexpr std::string_view kPassDelegation = R"sql(
  UPDATE identity_delegation SET position_id = $2 WHERE id = $1)sql";

constexpr std::string_view kLapseDelegation = R"sql(
  UPDATE identity_delegation SET revoked_at = $2 WHERE id = $1)sql";

struct Standing {
  Position position;
  std::string name;
};

std::vector<Standing> standing(db::Tx& tx, const units::Way& way, base::PositionId after,
                               int limit) {
  return tx.all(kStanding, {way.unit, way.ended, after.value, limit}, [](const db::Row& row) {
    return Standing{store::position_in(row), row.str(8)};
  });
}

struct Acting {
  std::int64_t id;
  base::Date first;
  std::string absent, acting;
};

std::vector<Acting> acting_in(db::Tx& tx, base::PositionId position, base::Date day) {
  return tx.all(kDelegations, {position, day}, [](const db::Row& row) {
    return Acting{row.i64(0), row.date(1), row.str(2), row.str(3)};
  });
}

// What the person holds at the heir instead; none: nobody follows, or they hold that role there
// already. It never shares a day with an office they were to begin there anyway.
std::optional<Position> following(db::Tx& tx, const Position& old, const units::Way& way,
                                  base::UnitId heir) {
  if (!heir) return std::nullopt;
  auto next = old;
  next.id = {};
  next.unit = heir;
  next.from = std::max(old.from, way.ended);
  const auto other = store::overlapping(tx, next);
  if (!other) return next;
  if (other->from <= next.from) return std::nullopt;
  next.to = other->from - 1;
  return next;
}

// Of two in force for one office none is left: the old one ends with its position.
void move_delegations(db::Database& db, db::Tx& tx, const Position& old, base::PositionId next,
                      base::Date day, base::Instant now) {
  for (const auto& one : acting_in(tx, old.id, day)) {
    if (one.first >= day) {
      if (next)
        tx.execute(kPassDelegation, {one.id, next});
      else
        tx.execute(kLapseDelegation, {one.id, now});
      continue;
    }
    if (next) tx.execute(kFollowDelegation, {one.id, db.next_id(), next, day});
    tx.execute(kCutDelegation, {one.id, day - 1});
  }
}

units::Tally move(db::Database& db, db::Tx& tx, const units::Way& way, base::Instant now,
                  int limit) {
  units::Tally tally;
  const auto heir = way.to("");
  for (const auto& [old, name] : standing(tx, way, {}, limit)) {
    const auto next = following(tx, old, way, heir.unit);
    if (old.from < way.ended)
      tx.execute(kEnd, {old.id, way.ended - 1});
    else
      tx.execute(kNeverHeld, {old.id, now});
    const auto id = next ? appoint(db, tx, *next, now) : base::PositionId{};
    move_delegations(db, tx, old, id, way.ended, now);
    ++tally[heir.unit].rows;
    tally[heir.unit].unsure += !heir.certain;
  }
  return tally;
}

void list_delegations(db::Tx& tx, const Position& old, bool follows, const units::Way& way,
                      const units::Heir& heir, units::Items& items) {
  for (const auto& one : acting_in(tx, old.id, way.ended)) {
    const bool coming = one.first >= way.ended;
    const auto& becomes = !follows ? (coming ? text::delegation_lapses : text::delegation_ends)
                          : coming ? text::delegation_passes
                                   : text::delegation_follows;
    items.add(coming ? text::delegation_coming : text::delegation_in_force, becomes, heir, false,
              one.absent + " → " + one.acting);
  }
}

void list(db::Tx& tx, const units::Way& way, units::Items& items) {
  constexpr int page = 500;
  const auto heir = way.to("");
  base::PositionId after;
  for (;;) {
    const auto all = standing(tx, way, after, page);
    for (const auto& [old, name] : all) {
      after = old.id;
      const bool follows = following(tx, old, way, heir.unit).has_value();
      const bool coming = old.from >= way.ended;
      const auto& becomes = follows ? (coming ? text::coming_moves : text::position_moves)
                                    : (coming ? text::coming_lapses : text::position_ends);
      items.add(coming ? text::office_coming : text::office_held, becomes, heir, true,
                name + " (" + old.title.vi + ")");
      list_delegations(tx, old, follows, way, heir, items);
    }
    if (all.size() < page) return;
  }
}

}  // namespace

units::Mover positions_mover(db::Database& db) {
  return {.name = "positions",
          .tables = {"identity_position"},
          .ahead = true,
          .holds = false,
          .list = list,
          .move = [&db](db::Tx& tx, const units::Way& way, base::Instant now, int limit) {
            return move(db, tx, way, now, limit);
          }};
}

}  // namespace identity
