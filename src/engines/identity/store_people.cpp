// Rows of people and their positions: SQL and its reading.
#include "engines/identity/store_people.hpp"

namespace identity {
namespace {

constexpr std::string_view kPerson = R"sql(
  SELECT id, number, name, birth, gender, ethnicity, nationality, residence, phone, email
  FROM identity_person WHERE id = $1)sql";

constexpr std::string_view kByNumber = R"sql(
  SELECT id FROM identity_person WHERE number = $1)sql";

constexpr std::string_view kKeep = R"sql(
  INSERT INTO identity_person (id, number, name, birth, gender, ethnicity, nationality, residence,
    phone, email, source, changed_at)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)
  ON CONFLICT (number) DO UPDATE SET
    name = CASE WHEN excluded.name <> '' THEN excluded.name ELSE identity_person.name END,
    birth = CASE WHEN excluded.birth <> '' THEN excluded.birth ELSE identity_person.birth END,
    gender = CASE WHEN excluded.gender <> '' THEN excluded.gender
      ELSE identity_person.gender END,
    ethnicity = CASE WHEN excluded.ethnicity <> '' THEN excluded.ethnicity
      ELSE identity_person.ethnicity END,
    nationality = CASE WHEN excluded.nationality <> '' THEN excluded.nationality
      ELSE identity_person.nationality END,
    residence = CASE WHEN excluded.residence <> '' THEN excluded.residence
      ELSE identity_person.residence END,
    phone = CASE WHEN excluded.phone <> '' THEN excluded.phone ELSE identity_person.phone END,
    email = CASE WHEN excluded.email <> '' THEN excluded.email ELSE identity_person.email END,
    source = excluded.source,
    changed_at = excluded.changed_at)sql";

constexpr std::string_view kPositions = R"sql(
  SELECT id, person_id, unit_id, role, title_vi, title_en, valid_from, valid_to
  FROM identity_position
  WHERE person_id = $1 AND valid_from <= $2 AND (valid_to IS NULL OR valid_to >= $2)
  ORDER BY valid_from, id)sql";

constexpr std::string_view kOfficers = R"sql(
  SELECT p.id, p.person_id, p.unit_id, p.role, p.title_vi, p.title_en, p.valid_from, p.valid_to,
    n.name
  FROM identity_position p JOIN identity_person n ON n.id = p.person_id
  WHERE p.unit_id = $1 AND p.role = $2 AND p.valid_from <= $3
    AND (p.valid_to IS NULL OR p.valid_to >= $3)
  ORDER BY p.valid_from, p.id)sql";

constexpr std::string_view kOfficerName = R"sql(
  SELECT name FROM identity_person n WHERE id = $1
    AND EXISTS (SELECT 1 FROM identity_position p WHERE p.person_id = n.id))sql";

constexpr std::string_view kAppoint = R"sql(
  INSERT INTO identity_position (id, person_id, unit_id, role, title_vi, title_en, valid_from,
    valid_to)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8))sql";

Position position_of(const db::Row& row) {
  return {row.id<base::PositionId>(0),
          row.id<base::PersonId>(1),
          row.id<base::UnitId>(2),
          row.str(3),
          {row.str(4), row.str(5)},
          row.date(6),
          row.maybe_date(7)};
}

}  // namespace

std::optional<Person> person(db::Tx& tx, base::PersonId id) {
  return tx.first(kPerson, {id}, [](const db::Row& row) {
    const auto of = row.id<base::PersonId>(0);
    const auto field = [&](int column) { return base::Personal(of, row.str(column)); };
    return Person{of,       field(1), field(2), field(3), field(4),
                  field(5), field(6), field(7), field(8), field(9)};
  });
}

std::optional<base::PersonId> person_by_number(db::Tx& tx, std::string_view number) {
  return tx.first(kByNumber, {number},
                  [](const db::Row& row) { return row.id<base::PersonId>(0); });
}

void store::keep(db::Tx& tx, base::PersonId id, const PersonFacts& f, std::string_view source,
                 base::Instant now) {
  const auto number = f.number.empty() ? std::nullopt : std::optional(f.number);
  tx.execute(kKeep, {id, number, f.name, f.birth, f.gender, f.ethnicity, f.nationality, f.residence,
                     f.phone, f.email, source, now});
}

std::vector<Position> positions(db::Tx& tx, base::PersonId person, base::Date day) {
  return tx.all(kPositions, {person, day}, position_of);
}

std::vector<Officer> officers(db::Tx& tx, base::UnitId unit, std::string_view role,
                              base::Date day) {
  return tx.all(kOfficers, {unit, role, day}, [](const db::Row& row) {
    return Officer{position_of(row), row.str(8)};
  });
}

std::string officer_name(db::Tx& tx, base::PersonId person) {
  return tx.first(kOfficerName, {person}, [](const db::Row& row) { return row.str(0); })
      .value_or("");
}

base::PositionId appoint(db::Database& db, db::Tx& tx, const Position& p) {
  const auto id = db.fresh<base::PositionId>();
  tx.execute(kAppoint, {id, p.person, p.unit, p.role, p.title.vi, p.title.en, p.from, p.to});
  return id;
}

}  // namespace identity
