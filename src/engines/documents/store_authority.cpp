#include "engines/documents/store_authority.hpp"

#include "base/must.hpp"

namespace documents::store {
namespace {

constexpr std::string_view kInsert = R"sql(
  INSERT INTO documents_authority (id, unit_id, person_id, field, basis, decision, decided_on,
    valid_from, valid_to, conditions)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10))sql";

constexpr std::string_view kValid = R"sql(
  SELECT id, unit_id, person_id, field, basis, decision, decided_on, valid_from, valid_to,
    conditions
  FROM documents_authority
  WHERE unit_id = $1 AND valid_from <= $2 AND (valid_to IS NULL OR valid_to >= $2)
  ORDER BY valid_from, id)sql";

SigningAuthority authority_in(const db::Row& row) {
  SigningAuthority a;
  a.id = row.id<AuthorityId>(0);
  a.unit = row.id<base::UnitId>(1);
  a.person = row.id<base::PersonId>(2);
  a.field = row.str(3);
  const auto basis = basis_of(row.text(4));
  base::must(basis.has_value());
  a.basis = *basis;
  a.decision = row.str(5);
  a.decided_on = *row.maybe_date(6);
  a.from = *row.maybe_date(7);
  a.to = row.maybe_date(8);
  a.conditions = row.str(9);
  return a;
}

}  // namespace

void insert(db::Tx& tx, const SigningAuthority& a) {
  tx.execute(kInsert, {a.id, a.unit, a.person, a.field, code(a.basis), a.decision, a.decided_on,
                       a.from, a.to, a.conditions});
}

std::vector<SigningAuthority> authorities(db::Tx& tx, base::UnitId unit, base::Date day) {
  return tx.all(kValid, {unit, day}, authority_in);
}

}  // namespace documents::store
