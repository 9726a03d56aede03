// Rows of officers' accounts: SQL and its reading.
#include "engines/identity/store_accounts.hpp"

namespace identity::store {
namespace {

constexpr std::string_view kAccount = R"sql(
  SELECT person_id, login, password_hash, one_time FROM identity_account WHERE login = $1)sql";

constexpr std::string_view kAccountOf = R"sql(
  SELECT person_id, login, password_hash, one_time FROM identity_account WHERE person_id = $1)sql";

constexpr std::string_view kInsertAccount = R"sql(
  INSERT INTO identity_account (person_id, login, password_hash, one_time, changed_at)
  VALUES ($1, $2, $3, $4, $5))sql";

constexpr std::string_view kSetPassword = R"sql(
  UPDATE identity_account SET password_hash = $2, one_time = FALSE, changed_at = $3
  WHERE person_id = $1)sql";

Account account_in(const db::Row& row) {
  return {row.id<base::PersonId>(0), row.str(1), row.str(2), row.b(3)};
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

void set_password(db::Tx& tx, base::PersonId person, std::string_view hash, base::Instant now) {
  tx.execute(kSetPassword, {person, hash, now});
}

}  // namespace identity::store
