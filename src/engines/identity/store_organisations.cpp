// Rows of organisations and their representatives: SQL and its reading.
#include "engines/identity/store_organisations.hpp"

#include "base/fold.hpp"
#include "engines/identity/store_people.hpp"
#include "engines/identity/store_positions.hpp"

namespace identity {
namespace {

constexpr std::string_view kFind = R"sql(
  SELECT id, tax_code, establishment, name, kind, valid_from, valid_to, version
  FROM identity_organisation WHERE id = $1)sql";

constexpr std::string_view kByTaxCode = R"sql(
  SELECT id, tax_code, establishment, name, kind, valid_from, valid_to, version
  FROM identity_organisation WHERE tax_code = $1)sql";

constexpr std::string_view kList = R"sql(
  SELECT id, tax_code, establishment, name, kind, valid_from, valid_to, version
  FROM identity_organisation
  WHERE (words LIKE $1 ESCAPE '\' OR tax_code = $2) AND (CAST($3 AS TEXT) = '' OR kind = $3)
  ORDER BY sort_key, id LIMIT $4 OFFSET $5)sql";

constexpr std::string_view kCount = R"sql(
  SELECT count(*) FROM identity_organisation
  WHERE (words LIKE $1 ESCAPE '\' OR tax_code = $2)
    AND (CAST($3 AS TEXT) = '' OR kind = $3))sql";

constexpr std::string_view kAdd = R"sql(
  INSERT INTO identity_organisation (id, tax_code, establishment, name, kind, valid_from, valid_to,
    words, sort_key, version)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, 1))sql";

constexpr std::string_view kChange = R"sql(
  UPDATE identity_organisation SET tax_code = $3, establishment = $4, name = $5, kind = $6,
    valid_from = $7, valid_to = $8, words = $9, sort_key = $10, version = version + 1
  WHERE id = $1 AND version = $2)sql";

constexpr std::string_view kRepresentative = R"sql(
  SELECT id, organisation_id, person_id, capacity, evidence, valid_from, valid_to, version
  FROM identity_representative WHERE id = $1)sql";

constexpr std::string_view kRepresentatives = R"sql(
  SELECT id, organisation_id, person_id, capacity, evidence, valid_from, valid_to, version
  FROM identity_representative WHERE organisation_id = $1
  ORDER BY valid_from DESC, id DESC LIMIT 200)sql";

constexpr std::string_view kOverlapping = R"sql(
  SELECT id, organisation_id, person_id, capacity, evidence, valid_from, valid_to, version
  FROM identity_representative
  WHERE organisation_id = $1 AND person_id = $2 AND id <> $3
    AND (valid_to IS NULL OR valid_to >= $4)
    AND (CAST($5 AS TEXT) IS NULL OR valid_from <= $5)
  ORDER BY valid_from, id LIMIT 1)sql";

constexpr std::string_view kRepresented = R"sql(
  SELECT o.id, o.tax_code, o.establishment, o.name, o.kind, o.valid_from, o.valid_to, o.version,
    r.id, r.organisation_id, r.person_id, r.capacity, r.evidence, r.valid_from, r.valid_to,
    r.version
  FROM identity_representative r JOIN identity_organisation o ON o.id = r.organisation_id
  WHERE r.person_id = $1
    AND (CAST($2 AS TEXT) IS NULL OR (r.valid_from <= $2 AND o.valid_from <= $2
      AND (r.valid_to IS NULL OR r.valid_to >= $2) AND (o.valid_to IS NULL OR o.valid_to >= $2)))
  ORDER BY r.valid_from DESC, r.id DESC LIMIT 200)sql";

constexpr std::string_view kAddRepresentative = R"sql(
  INSERT INTO identity_representative (id, organisation_id, person_id, capacity, evidence,
    valid_from, valid_to, version)
  VALUES ($1, $2, $3, $4, $5, $6, $7, 1))sql";

constexpr std::string_view kChangeRepresentative = R"sql(
  UPDATE identity_representative SET capacity = $3, evidence = $4, valid_from = $5, valid_to = $6,
    version = version + 1
  WHERE id = $1 AND version = $2)sql";

Organisation organisation_in(const db::Row& row) {
  return {
      row.id<OrganisationId>(0), row.str(1),     row.str(2), row.str(3), row.str(4), row.date(5),
      row.maybe_date(6),         int(row.i64(7))};
}

Representative representative_in(const db::Row& row, int first) {
  return {row.id<RepresentativeId>(first),
          row.id<OrganisationId>(first + 1),
          row.id<base::PersonId>(first + 2),
          row.str(first + 3),
          row.str(first + 4),
          row.date(first + 5),
          row.maybe_date(first + 6),
          int(row.i64(first + 7))};
}

Representative one_in(const db::Row& row) { return representative_in(row, 0); }

std::optional<std::string> tax_code_of(const Organisation& o) {
  return o.tax_code.empty() ? std::nullopt : std::optional(o.tax_code);
}

std::vector<Represented> represented(db::Tx& tx, base::PersonId person,
                                     std::optional<base::Date> day) {
  return tx.all(kRepresented, {person, day}, [](const db::Row& row) {
    return Represented{organisation_in(row), representative_in(row, 8)};
  });
}

}  // namespace

std::optional<Organisation> store::by_tax_code(db::Tx& tx, std::string_view tax_code) {
  return tx.first(kByTaxCode, {tax_code}, organisation_in);
}

std::optional<Representative> store::overlapping(db::Tx& tx, const Representative& one) {
  return tx.first(kOverlapping, {one.organisation, one.person, one.id.value, one.from, one.to},
                  one_in);
}

OrganisationId add(db::Database& db, db::Tx& tx, const Organisation& o) {
  const auto id = db.fresh<OrganisationId>();
  const auto name = kept_line(o.name);
  tx.execute(kAdd, {id, tax_code_of(o), kept_line(o.establishment), name, o.kind, o.from, o.to,
                    base::fold(name), base::sort_key(name)});
  return id;
}

bool change(db::Tx& tx, const Organisation& o) {
  const auto name = kept_line(o.name);
  return tx.execute(kChange, {o.id, o.version, tax_code_of(o), kept_line(o.establishment), name,
                              o.kind, o.from, o.to, base::fold(name), base::sort_key(name)}) == 1;
}

RepresentativeId add(db::Database& db, db::Tx& tx, const Representative& one) {
  const auto id = db.fresh<RepresentativeId>();
  tx.execute(kAddRepresentative, {id, one.organisation, one.person, kept_line(one.capacity),
                                  kept_line(one.evidence), one.from, one.to});
  return id;
}

bool change(db::Tx& tx, const Representative& one) {
  return tx.execute(kChangeRepresentative, {one.id, one.version, kept_line(one.capacity),
                                            kept_line(one.evidence), one.from, one.to}) == 1;
}

std::optional<Organisation> organisation(db::Tx& tx, OrganisationId id) {
  return tx.first(kFind, {id}, organisation_in);
}

std::optional<Representative> representative(db::Tx& tx, RepresentativeId id) {
  return tx.first(kRepresentative, {id}, one_in);
}

std::vector<Organisation> organisations(db::Tx& tx, const OrganisationQuery& q) {
  return tx.all(
      kList, {store::like(base::tidy(q.words)), kept_tax_code(q.words), q.kind, q.limit, q.offset},
      organisation_in);
}

int organisation_count(db::Tx& tx, const OrganisationQuery& q) {
  return tx
      .first(kCount, {store::like(base::tidy(q.words)), kept_tax_code(q.words), q.kind},
             [](const db::Row& row) { return int(row.i64(0)); })
      .value_or(0);
}

std::vector<Representative> representatives_of(db::Tx& tx, OrganisationId organisation) {
  return tx.all(kRepresentatives, {organisation}, one_in);
}

std::vector<Represented> represented_by(db::Tx& tx, base::PersonId person, base::Date day) {
  return represented(tx, person, day);
}

std::vector<Represented> represented_ever(db::Tx& tx, base::PersonId person) {
  return represented(tx, person, std::nullopt);
}

}  // namespace identity
