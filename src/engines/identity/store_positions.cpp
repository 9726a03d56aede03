// Rows of positions and roles: SQL and its reading.
#include "engines/identity/store_positions.hpp"

#include <fmt/format.h>

#include "base/fold.hpp"

namespace identity {
namespace {

constexpr std::string_view kPositions = R"sql(
  SELECT id, person_id, unit_id, role, title_vi, title_en, valid_from, valid_to
  FROM identity_position
  WHERE person_id = $1 AND valid_from <= $2 AND (valid_to IS NULL OR valid_to >= $2)
    AND taken_back_at IS NULL
  ORDER BY valid_from, id)sql";

// A delegation falls with the position it is of.
constexpr std::string_view kActing = R"sql(
  SELECT p.id, p.person_id, p.unit_id, p.role, p.title_vi, p.title_en, p.valid_from, p.valid_to,
    n.name, d.valid_to, d.signing
  FROM identity_delegation d JOIN identity_position p ON p.id = d.position_id
    JOIN identity_person n ON n.id = p.person_id
  WHERE d.to_id = $1 AND d.valid_to >= $2 AND d.valid_from <= $2 AND d.revoked_at IS NULL
    AND p.valid_from <= $2 AND (p.valid_to IS NULL OR p.valid_to >= $2)
    AND p.taken_back_at IS NULL
  ORDER BY p.valid_from, p.id)sql";

constexpr std::string_view kOfficers = R"sql(
  SELECT p.id, p.person_id, p.unit_id, p.role, p.title_vi, p.title_en, p.valid_from, p.valid_to,
    n.name
  FROM identity_position p JOIN identity_person n ON n.id = p.person_id
  WHERE p.unit_id = $1 AND p.role = $2 AND p.valid_from <= $3
    AND (p.valid_to IS NULL OR p.valid_to >= $3) AND p.taken_back_at IS NULL
  ORDER BY p.valid_from, p.id)sql";

constexpr std::string_view kOfficerName = R"sql(
  SELECT name FROM identity_person n WHERE id = $1
    AND EXISTS (SELECT 1 FROM identity_position p
      WHERE p.person_id = n.id AND p.taken_back_at IS NULL))sql";

constexpr std::string_view kHeld = R"sql(
  SELECT id, person_id, unit_id, role, title_vi, title_en, valid_from, valid_to, version,
    appointed_at, taken_back_at
  FROM identity_position WHERE id = $1)sql";

constexpr std::string_view kEver = R"sql(
  SELECT id, person_id, unit_id, role, title_vi, title_en, valid_from, valid_to, version,
    appointed_at, taken_back_at
  FROM identity_position WHERE person_id = $1 ORDER BY valid_from DESC, id DESC)sql";

constexpr std::string_view kStaff = R"sql(
  SELECT p.id, p.person_id, p.unit_id, p.role, p.title_vi, p.title_en, p.valid_from, p.valid_to,
    n.name
  FROM identity_position p JOIN identity_person n ON n.id = p.person_id
  WHERE p.taken_back_at IS NULL AND p.valid_from <= $1
    AND (p.valid_to IS NULL OR p.valid_to >= $1)
    AND (CAST($2 AS TEXT) IS NULL OR p.unit_id IN {in:$2})
    AND (CAST($3 AS TEXT) = '' OR p.role = $3) AND n.words LIKE $4 ESCAPE '\'
  ORDER BY n.sort_key, p.id LIMIT $5 OFFSET $6)sql";

constexpr std::string_view kStaffCount = R"sql(
  SELECT count(*)
  FROM identity_position p JOIN identity_person n ON n.id = p.person_id
  WHERE p.taken_back_at IS NULL AND p.valid_from <= $1
    AND (p.valid_to IS NULL OR p.valid_to >= $1)
    AND (CAST($2 AS TEXT) IS NULL OR p.unit_id IN {in:$2})
    AND (CAST($3 AS TEXT) = '' OR p.role = $3) AND n.words LIKE $4 ESCAPE '\')sql";

constexpr std::string_view kOverlapping = R"sql(
  SELECT id, person_id, unit_id, role, title_vi, title_en, valid_from, valid_to
  FROM identity_position
  WHERE person_id = $1 AND unit_id = $2 AND role = $3 AND taken_back_at IS NULL
    AND id <> $4 AND (valid_to IS NULL OR valid_to >= $5)
    AND (CAST($6 AS TEXT) IS NULL OR valid_from <= $6)
  ORDER BY valid_from, id LIMIT 1)sql";

constexpr std::string_view kOtherHolders = R"sql(
  SELECT count(*) FROM identity_position
  WHERE unit_id = $1 AND role = $2 AND id <> $3 AND valid_from <= $4
    AND (valid_to IS NULL OR valid_to >= $4) AND taken_back_at IS NULL)sql";

constexpr std::string_view kAppoint = R"sql(
  INSERT INTO identity_position (id, person_id, unit_id, role, title_vi, title_en, valid_from,
    valid_to, appointed_at)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9))sql";

constexpr std::string_view kChange = R"sql(
  UPDATE identity_position SET title_vi = $3, title_en = $4, valid_from = $5, valid_to = $6,
    version = version + 1
  WHERE id = $1 AND version = $2 AND taken_back_at IS NULL)sql";

constexpr std::string_view kTakeBack = R"sql(
  UPDATE identity_position SET taken_back_at = $3, version = version + 1
  WHERE id = $1 AND version = $2 AND taken_back_at IS NULL)sql";

constexpr std::string_view kRoles = R"sql(
  SELECT code, name_vi, name_en, office FROM identity_role ORDER BY place, code)sql";

constexpr std::string_view kKeepRole = R"sql(
  INSERT INTO identity_role (code, name_vi, name_en, place, office) VALUES ($1, $2, $3, $4, $5)
  ON CONFLICT (code) DO UPDATE SET name_vi = excluded.name_vi, name_en = excluded.name_en,
    place = excluded.place, office = excluded.office)sql";

Held held_in(const db::Row& row) {
  return {store::position_in(row), int(row.i64(8)), row.maybe_at(9), !row.null(10)};
}

Officer officer_in(const db::Row& row) { return {store::position_in(row), row.str(8)}; }

}  // namespace

std::optional<std::string> store::list_of(const std::optional<std::vector<base::UnitId>>& units) {
  if (!units) return std::nullopt;
  std::string out = "[";
  for (const auto unit : *units) out += (out.size() > 1 ? "," : "") + unit.str();
  return out + "]";
}

std::string store::like(std::string_view words) {
  std::string out = "%";
  for (const char c : base::fold(words)) {
    if (c == '%' || c == '_' || c == '\\') out += '\\';
    out += c;
  }
  return out + "%";
}

Position store::position_in(const db::Row& row, int first) {
  Position p;
  p.id = row.id<base::PositionId>(first);
  p.person = row.id<base::PersonId>(first + 1);
  p.unit = row.id<base::UnitId>(first + 2);
  p.role = row.str(first + 3);
  p.title = {row.str(first + 4), row.str(first + 5)};
  p.from = row.date(first + 6);
  p.to = row.maybe_date(first + 7);
  return p;
}

std::vector<Position> positions(db::Tx& tx, base::PersonId person, base::Date day) {
  auto all =
      tx.all(kPositions, {person, day}, [](const db::Row& row) { return store::position_in(row); });
  if (all.empty()) return all;  // who holds no office acts for nobody
  tx.query(kActing, {person, day}, [&](const db::Row& row) {
    auto acting = store::position_in(row);
    acting.acting_for = Absent{acting.person, row.str(8), row.date(9), row.str(10)};
    all.push_back(std::move(acting));
  });
  return all;
}

std::vector<Officer> officers(db::Tx& tx, base::UnitId unit, std::string_view role,
                              base::Date day) {
  return tx.all(kOfficers, {unit, role, day}, officer_in);
}

std::string officer_name(db::Tx& tx, base::PersonId person) {
  return tx.first(kOfficerName, {person}, [](const db::Row& row) { return row.str(0); })
      .value_or("");
}

std::optional<Held> held_position(db::Tx& tx, base::PositionId id) {
  return tx.first(kHeld, {id}, held_in);
}

std::vector<Held> positions_ever(db::Tx& tx, base::PersonId person) {
  return tx.all(kEver, {person}, held_in);
}

std::vector<Officer> staff(db::Tx& tx, const StaffQuery& q) {
  return tx.all(kStaff,
                {q.day, store::list_of(q.units), q.role, store::like(q.words), q.limit, q.offset},
                officer_in);
}

int staff_count(db::Tx& tx, const StaffQuery& q) {
  return tx
      .first(kStaffCount, {q.day, store::list_of(q.units), q.role, store::like(q.words)},
             [](const db::Row& row) { return int(row.i64(0)); })
      .value_or(0);
}

std::optional<Position> store::overlapping(db::Tx& tx, const Position& p) {
  return tx.first(kOverlapping, {p.person, p.unit, p.role, p.id.value, p.from, p.to},
                  [](const db::Row& row) { return position_in(row); });
}

int other_holders(db::Tx& tx, const Position& p, base::Date day) {
  return tx
      .first(kOtherHolders, {p.unit, p.role, p.id.value, day},
             [](const db::Row& row) { return int(row.i64(0)); })
      .value_or(0);
}

base::PositionId appoint(db::Database& db, db::Tx& tx, const Position& p,
                         std::optional<base::Instant> now) {
  const auto id = db.fresh<base::PositionId>();
  tx.execute(kAppoint, {id, p.person, p.unit, p.role, p.title.vi, p.title.en, p.from, p.to, now});
  return id;
}

bool change_position(db::Tx& tx, const Position& p, int version) {
  return tx.execute(kChange, {p.id, version, p.title.vi, p.title.en, p.from, p.to}) == 1;
}

bool take_back(db::Tx& tx, const Held& held, base::Instant now) {
  return tx.execute(kTakeBack, {held.position.id, held.version, now}) == 1;
}

std::vector<Role> roles(db::Tx& tx) {
  return tx.all(kRoles, {}, [](const db::Row& row) {
    return Role{row.str(0), {row.str(1), row.str(2)}, row.b(3)};
  });
}

void store::keep_role(db::Tx& tx, const Role& role, int place) {
  tx.execute(kKeepRole, {role.code, role.name.vi, role.name.en, place, role.office});
}

}  // namespace identity
