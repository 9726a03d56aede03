// Accounts on the machine itself: the way on where there is no second administrator to ask. Who may
// run a command on the machine has the database anyway; each leaves its entry in the journal.
#include <fmt/format.h>

#include "app/commands/commands.hpp"
#include "engines/identity/founding.hpp"
#include "engines/units/units.hpp"
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

int end_account(const std::string& data, const std::string& database, const std::string& login) {
  Ground ground(data, database);
  if (!identity::end_account(*ground.db, ground.journal, login, now())) {
    fmt::print(stderr, "There is no account {}, or it was ended.\n", login);
    return 1;
  }
  fmt::print("The account {} has ended for good.\n", login);
  return 0;
}

int found_administrator(const std::string& data, const std::string& database,
                        const std::string& login, const std::string& name) {
  Ground ground(data, database);
  const auto cities =
      ground.db->read([](db::Tx& tx) { return units::of_kinds(tx, {"city"}, now().local().date); });
  if (cities.empty()) throw db::Failure("there is no unit of the kind city: publish a pack first");
  const auto password = crypto::random_token();
  if (!identity::create_administrator(
          *ground.db, ground.journal,
          {.login = login, .name = name, .password = password, .unit = cities.front().id}, now())) {
    fmt::print(stderr, "The login {} is taken. Nothing was changed.\n", login);
    return 1;
  }
  fmt::print("Administrator: {}\nOne-time password: {}\n", login, password);
  return 0;
}

}  // namespace app
