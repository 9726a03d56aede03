// Rows of officers' accounts: SQL and its reading.
#include "engines/identity/store_accounts.hpp"

#include <utility>

namespace identity::store {
namespace {

constexpr std::string_view kAccount = R"sql(
  SELECT person_id, login, password_hash, one_time, state, version
  FROM identity_account WHERE login = $1)sql";

constexpr std::string_view kAccountOf = R"sql(
  SELECT person_id, login, password_hash, one_time, state, version
  FROM identity_account WHERE person_id = $1)sql";

constexpr std::string_view kInsertAccount = R"sql(
  INSERT INTO identity_account (person_id, login, password_hash, one_time, changed_at, made_at)
  VALUES ($1, $2, $3, $4, $5, $5))sql";

constexpr std::string_view kSetPassword = R"sql(
  UPDATE identity_account SET password_hash = $2, one_time = $3, changed_at = $4,
    version = version + 1
  WHERE person_id = $1)sql";

constexpr std::string_view kSetState = R"sql(
  UPDATE identity_account SET state = $2, version = version + 1 WHERE person_id = $1)sql";

constexpr std::string_view kSignedIn = R"sql(
  UPDATE identity_account SET signed_in_at = $2 WHERE person_id = $1)sql";

constexpr std::string_view kLines = R"sql(
  SELECT a.person_id, a.login, p.name, a.state, a.one_time, f.enrolled_at, a.signed_in_at,
    a.made_at, a.version
  FROM identity_account a JOIN identity_person p ON p.id = a.person_id
    LEFT JOIN identity_factor f ON f.person_id = a.person_id
  WHERE (CAST($1 AS BIGINT) IS NULL OR a.person_id = $1)
  ORDER BY a.login, a.person_id)sql";

// As the table writes them.
constexpr std::pair<AccountState, std::string_view> states[] = {{AccountState::active, "active"},
                                                                {AccountState::locked, "locked"},
                                                                {AccountState::ended, "ended"}};

AccountState state_in(std::string_view written) {
  for (const auto& [state, name] : states) {
    if (name == written) return state;
  }
  return AccountState::locked;  // what is not understood opens nothing
}

AccountLine line_in(const db::Row& row) {
  return {row.id<base::PersonId>(0), row.str(1), row.str(2),
          state_in(row.text(3)),     row.b(4),   row.maybe_at(5),
          row.maybe_at(6),           row.at(7),  row.i64(8)};
}

Account account_in(const db::Row& row) {
  return {row.id<base::PersonId>(0), row.str(1), row.str(2), row.b(3),
          state_in(row.text(4)),     row.i64(5)};
}

}  // namespace

std::optional<Account> account(db::Tx& tx, std::string_view login) {
  return tx.first(kAccount, {login}, account_in);
}

std::optional<Account> account_of(db::Tx& tx, base::PersonId person) {
  return tx.first(kAccountOf, {person}, account_in);
}

void insert_account(db::Tx& tx, const Account& a, base::Instant now) {
  tx.execute(kInsertAccount, {a.person, a.login, a.password_hash, a.one_time, now});
}

void set_password(db::Tx& tx, base::PersonId person, std::string_view hash, bool one_time,
                  base::Instant now) {
  tx.execute(kSetPassword, {person, hash, one_time, now});
}

void set_state(db::Tx& tx, base::PersonId person, AccountState state) {
  for (const auto& [one, name] : states) {
    if (one == state) tx.execute(kSetState, {person, name});
  }
}

void signed_in(db::Tx& tx, base::PersonId person, base::Instant now) {
  tx.execute(kSignedIn, {person, now});
}

std::vector<AccountLine> account_lines(db::Tx& tx) {
  return tx.all(kLines, {std::optional<std::int64_t>()}, line_in);
}

std::optional<AccountLine> account_line(db::Tx& tx, base::PersonId person) {
  return tx.first(kLines, {std::optional(person.value)}, line_in);
}

}  // namespace identity::store
