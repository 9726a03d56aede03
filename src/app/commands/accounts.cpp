// Accounts on the machine itself: the way back in for a locked-out administrator.
#include <fmt/format.h>

#include "app/commands/commands.hpp"
#include "engines/identity/founding.hpp"
#include "platform/crypto/crypto.hpp"

namespace app {

int reset_account(const std::string& data, const std::string& database, const std::string& login) {
  Ground ground(data, database);
  const auto password = crypto::random_token();
  if (!identity::reset_account(*ground.db, ground.journal, login, password, now())) {
    fmt::print(stderr, "There is no account {}, or it was ended.\n", login);
    return 1;
  }
  fmt::print("Account: {}\nOne-time password: {}\nIts second factor and sessions are gone.\n",
             login, password);
  return 0;
}

}  // namespace app
