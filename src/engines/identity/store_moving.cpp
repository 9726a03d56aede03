// Positions at a unit that ends: SQL, and how each is followed by another.
#include <algorithm>

#include "engines/identity/moving.hpp"
#include "engines/identity/store_positions.hpp"

namespace identity {
namespace {

constexpr std::string_view kStanding = R"sql(
  SELECT id, person_id, unit_id, role, title_vi, title_en, valid_from, valid_to
  FROM identity_position
  WHERE unit_id = $1 AND (valid_to IS NULL OR valid_to >= $2) AND taken_back_at IS NULL
  ORDER BY id LIMIT $3)sql";

constexpr std::string_view kCount = R"sql(
  SELECT count(*) FROM identity_position
  WHERE unit_id = $1 AND (valid_to IS NULL OR valid_to >= $2) AND taken_back_at IS NULL)sql";

constexpr std::string_view kEnd = R"sql(
  UPDATE identity_position SET valid_to = $2, version = version + 1 WHERE id = $1)sql";

constexpr std::string_view kHolds = R"sql(
  SELECT id FROM identity_position
  WHERE person_id = $1 AND unit_id = $2 AND role = $3 AND valid_from <= $4
    AND (valid_to IS NULL OR valid_to >= $4) AND taken_back_at IS NULL
  ORDER BY id LIMIT 1)sql";

// Who acts in the old position goes on acting in the one that follows.
constexpr std::string_view kDelegations = R"sql(
  SELECT from_id, to_id, valid_from, valid_to, signing, reason, made_at
  FROM identity_delegation WHERE position_id = $1 AND valid_to >= $2 AND revoked_at IS NULL
  ORDER BY id)sql";

constexpr std::string_view kDelegate = R"sql(
  INSERT INTO identity_delegation (id, position_id, from_id, to_id, valid_from, valid_to, signing,
    reason, made_at)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9))sql";

struct Delegation {
  base::PersonId from, to;
  base::Date first, last;
  std::string signing, reason;
  base::Instant made;
};

void follow(db::Database& db, db::Tx& tx, base::PositionId old, base::PositionId next,
            base::Date day) {
  const auto all = tx.all(kDelegations, {old, day}, [](const db::Row& row) {
    return Delegation{row.id<base::PersonId>(0),
                      row.id<base::PersonId>(1),
                      row.date(2),
                      row.date(3),
                      row.str(4),
                      row.str(5),
                      row.at(6)};
  });
  for (const auto& d : all) {
    tx.execute(kDelegate, {db.next_id(), next, d.from, d.to, std::max(d.first, day), d.last,
                           d.signing, d.reason, d.made});
  }
}

Position standing(const db::Row& row) { return store::position_in(row); }

units::Tally move(db::Database& db, db::Tx& tx, const units::Way& way, int limit) {
  units::Tally tally;
  const auto heir = way.to("");
  for (auto position : tx.all(kStanding, {way.unit, way.ended, limit}, standing)) {
    tx.execute(kEnd, {position.id, way.ended - 1});
    ++tally[heir.unit].rows;
    tally[heir.unit].unsure += !heir.certain;
    if (!heir.unit) continue;
    position.unit = heir.unit;
    position.from = std::max(position.from, way.ended);
    const auto held = tx.first(kHolds, {position.person, heir.unit, position.role, position.from},
                               [](const db::Row&) { return true; });
    if (!held) follow(db, tx, position.id, appoint(db, tx, position), way.ended);
  }
  return tally;
}

}  // namespace

units::Mover positions_mover(db::Database& db) {
  return {.name = "positions",
          .ahead = true,
          .count =
              [](db::Tx& tx, const units::Way& way, units::Tally& tally) {
                const auto rows = tx.first(kCount, {way.unit, way.ended},
                                           [](const db::Row& row) { return row.i64(0); });
                if (!rows || *rows == 0) return;
                const auto heir = way.to("");
                tally[heir.unit].rows += *rows;
                if (!heir.certain) tally[heir.unit].unsure += *rows;
              },
          .move = [&db](db::Tx& tx, const units::Way& way,
                        int limit) { return move(db, tx, way, limit); }};
}

}  // namespace identity
