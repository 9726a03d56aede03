// New keys for the values that stand sealed in the database, and in place of keys that are lost.
#include <fmt/format.h>

#include <chrono>
#include <thread>

#include "app/commands/commands.hpp"
#include "app/fields.hpp"
#include "app/keys.hpp"
#include "platform/crypto/keyring.hpp"

namespace app {
namespace {

// A program that serves looks for new keys every few seconds (Program::tend).
constexpr auto learnt_by_all = std::chrono::seconds(8);

}  // namespace

int rotate_keys(const std::string& data, const std::string& database) {
  Ground ground(data, database);
  const int number = make_key(*ground.db, ground.folder);
  ground.db->keys().look_again();
  auto sealed = seal_again(*ground.db);
  fmt::print("Key {}: {} values sealed again.\n", number, sealed);
  std::fflush(stdout);
  std::this_thread::sleep_for(learnt_by_all);
  const auto rest = seal_again(*ground.db);  // what was written under the old key meanwhile
  ground.db->write([&](db::Tx& tx) {
    ground.journal.append(tx, now(),
                          {.act = fresh_act(),
                           .verb = "keys.rotate",
                           .subject_kind = "key",
                           .subject = number,
                           .facts = {{"values", sealed + rest}}});
  });
  fmt::print("{} more from meanwhile. Keep the older keys for backups made before today.\n", rest);
  return 0;
}

int renew_lost_key(const std::string& data, const std::string& database, const std::string& name) {
  std::string told;
  {
    const config::Folder folder(data);
    const auto db = db::open(database.empty() ? folder.database() : database);
    db->migrate(embedded::files());
    told = renew_key(*db, folder, name);
  }
  Ground ground(data, database);  // proves it
  ground.db->write([&](db::Tx& tx) {
    ground.journal.append(tx, now(),
                          {.act = fresh_act(),
                           .verb = "keys.renew",
                           .subject_kind = "key",
                           .subject = ground.db->next_id(),
                           .facts = {{"key", name}}});
  });
  fmt::print("{} is made anew: {}.\n", name, told);
  return 0;
}

}  // namespace app
