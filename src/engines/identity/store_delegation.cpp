// Rows of delegations: SQL and its reading.
#include "engines/identity/store_delegation.hpp"

#include "engines/identity/store_people.hpp"
#include "engines/identity/store_positions.hpp"

namespace identity {
namespace {

constexpr std::string_view kDelegated = R"sql(
  SELECT id, position_id, from_id, to_id, valid_from, valid_to, signing, reason, revoked_at
  FROM identity_delegation
  WHERE position_id = $1 AND revoked_at IS NULL AND valid_to >= $2 AND valid_from <= $3
  ORDER BY valid_from, id LIMIT 1)sql";

constexpr std::string_view kGivenBy = R"sql(
  SELECT id, position_id, from_id, to_id, valid_from, valid_to, signing, reason, revoked_at
  FROM identity_delegation
  WHERE from_id = $1 AND revoked_at IS NULL AND valid_to >= $2 AND valid_from <= $3
  ORDER BY valid_from, id LIMIT 1)sql";

constexpr std::string_view kReceivedBy = R"sql(
  SELECT id, position_id, from_id, to_id, valid_from, valid_to, signing, reason, revoked_at
  FROM identity_delegation
  WHERE to_id = $1 AND revoked_at IS NULL AND valid_to >= $2 AND valid_from <= $3
  ORDER BY valid_from, id LIMIT 1)sql";

constexpr std::string_view kAccount = R"sql(
  SELECT 1 FROM identity_account WHERE person_id = $1)sql";

constexpr std::string_view kInsert = R"sql(
  INSERT INTO identity_delegation (id, position_id, from_id, to_id, valid_from, valid_to, signing,
    reason, made_at)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9))sql";

constexpr std::string_view kRevoke = R"sql(
  UPDATE identity_delegation SET revoked_at = $2
  WHERE id = $1 AND revoked_at IS NULL AND valid_to >= $3)sql";

constexpr std::string_view kFind = R"sql(
  SELECT id, position_id, from_id, to_id, valid_from, valid_to, signing, reason, revoked_at
  FROM identity_delegation WHERE id = $1)sql";

constexpr std::string_view kOf = R"sql(
  SELECT id, position_id, from_id, to_id, valid_from, valid_to, signing, reason, revoked_at
  FROM identity_delegation WHERE from_id = $1 OR to_id = $1
  ORDER BY valid_from DESC, id DESC LIMIT 100)sql";

constexpr std::string_view kList = R"sql(
  SELECT d.id, d.position_id, d.from_id, d.to_id, d.valid_from, d.valid_to, d.signing, d.reason,
    d.revoked_at
  FROM identity_delegation d JOIN identity_position p ON p.id = d.position_id
  WHERE (CAST($1 AS TEXT) IS NULL OR p.unit_id IN {in:$1})
    AND (CAST($2 AS TEXT) = ''
      OR (CAST($2 AS TEXT) = 'revoked' AND d.revoked_at IS NOT NULL)
      OR (CAST($2 AS TEXT) = 'coming' AND d.revoked_at IS NULL AND d.valid_from > $3)
      OR (CAST($2 AS TEXT) = 'in_force' AND d.revoked_at IS NULL AND d.valid_from <= $3
        AND d.valid_to >= $3)
      OR (CAST($2 AS TEXT) = 'ended' AND d.revoked_at IS NULL AND d.valid_to < $3))
  ORDER BY d.valid_from DESC, d.id DESC LIMIT $4 OFFSET $5)sql";

constexpr std::string_view kCount = R"sql(
  SELECT count(*)
  FROM identity_delegation d JOIN identity_position p ON p.id = d.position_id
  WHERE (CAST($1 AS TEXT) IS NULL OR p.unit_id IN {in:$1})
    AND (CAST($2 AS TEXT) = ''
      OR (CAST($2 AS TEXT) = 'revoked' AND d.revoked_at IS NOT NULL)
      OR (CAST($2 AS TEXT) = 'coming' AND d.revoked_at IS NULL AND d.valid_from > $3)
      OR (CAST($2 AS TEXT) = 'in_force' AND d.revoked_at IS NULL AND d.valid_from <= $3
        AND d.valid_to >= $3)
      OR (CAST($2 AS TEXT) = 'ended' AND d.revoked_at IS NULL AND d.valid_to < $3)))sql";

Delegation delegation_in(const db::Row& row) {
  return {row.id<DelegationId>(0),
          row.id<base::PositionId>(1),
          row.id<base::PersonId>(2),
          row.id<base::PersonId>(3),
          row.date(4),
          row.date(5),
          row.str(6),
          row.str(7),
          row.maybe_at(8)};
}

std::string_view state_asked(const DelegationQuery& query) {
  if (!query.state) return "";
  constexpr std::string_view codes[] = {"coming", "in_force", "ended", "revoked"};
  return codes[int(*query.state)];
}

}  // namespace

namespace store {

std::optional<Delegation> delegated(db::Tx& tx, const Delegation& d) {
  return tx.first(kDelegated, {d.position, d.first, d.last}, delegation_in);
}

std::optional<Delegation> given_by(db::Tx& tx, base::PersonId person, const Delegation& d) {
  return tx.first(kGivenBy, {person, d.first, d.last}, delegation_in);
}

std::optional<Delegation> received_by(db::Tx& tx, base::PersonId person, const Delegation& d) {
  return tx.first(kReceivedBy, {person, d.first, d.last}, delegation_in);
}

bool has_account(db::Tx& tx, base::PersonId person) {
  return tx.first(kAccount, {person}, [](const db::Row&) { return true; }).has_value();
}

}  // namespace store

DelegationId delegate(db::Database& db, db::Tx& tx, const Delegation& d, base::Instant now) {
  const auto id = db.fresh<DelegationId>();
  tx.execute(kInsert,
             {id, d.position, d.from, d.to, d.first, d.last, d.signing, kept_line(d.reason), now});
  return id;
}

bool revoke(db::Tx& tx, DelegationId id, base::Instant now) {
  return tx.execute(kRevoke, {id, now, now.local().date}) == 1;
}

std::optional<Delegation> delegation(db::Tx& tx, DelegationId id) {
  return tx.first(kFind, {id}, delegation_in);
}

std::vector<Delegation> delegations_of(db::Tx& tx, base::PersonId person) {
  return tx.all(kOf, {person}, delegation_in);
}

std::vector<Delegation> delegations(db::Tx& tx, const DelegationQuery& q) {
  return tx.all(kList, {store::list_of(q.units), state_asked(q), q.today, q.limit, q.offset},
                delegation_in);
}

int delegation_count(db::Tx& tx, const DelegationQuery& q) {
  return tx
      .first(kCount, {store::list_of(q.units), state_asked(q), q.today},
             [](const db::Row& row) { return int(row.i64(0)); })
      .value_or(0);
}

}  // namespace identity
