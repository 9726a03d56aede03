// Rows of officers' accounts.
#pragma once

#include <optional>
#include <string>

#include "base/id.hpp"
#include "platform/db/db.hpp"

namespace identity::store {

struct Account {
  base::PersonId person;
  std::string login;  // lower case
  std::string password_hash;
  bool one_time = false;
};

std::optional<Account> account(db::Tx& tx, std::string_view login);
std::optional<Account> account_of(db::Tx& tx, base::PersonId person);
void insert_account(db::Tx& tx, const Account& account, base::Instant now);
void set_password(db::Tx& tx, base::PersonId person, std::string_view hash, base::Instant now);

}  // namespace identity::store
