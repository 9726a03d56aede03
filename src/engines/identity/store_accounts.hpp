// Rows of officers' accounts.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/id.hpp"
#include "engines/identity/accounts.hpp"
#include "platform/db/db.hpp"

namespace identity::store {

struct Account {
  base::PersonId person;
  std::string login;  // lower case
  std::string password_hash;
  bool one_time = false;
  AccountState state = AccountState::active;
  std::int64_t version = 1;
};

std::optional<Account> account(db::Tx& tx, std::string_view login);
std::optional<Account> account_of(db::Tx& tx, base::PersonId person);
void insert_account(db::Tx& tx, const Account& account, base::Instant now);
void set_password(db::Tx& tx, base::PersonId person, std::string_view hash, bool one_time,
                  base::Instant now);
void set_state(db::Tx& tx, base::PersonId person, AccountState state);
void signed_in(db::Tx& tx, base::PersonId person, base::Instant now);

std::vector<AccountLine> account_lines(db::Tx& tx);  // by login
std::optional<AccountLine> account_line(db::Tx& tx, base::PersonId person);

}  // namespace identity::store
