// The ground every command stands on: folder, database, journal, publisher.
#include <chrono>

#include "app/program.hpp"
#include "engines/indicators/indicators.hpp"
#include "engines/search/search.hpp"
#include "platform/crypto/crypto.hpp"

namespace app {
namespace {

std::unique_ptr<db::Database> opened(const config::Folder& folder, const std::string& address) {
  auto db = db::open(address.empty() ? folder.database() : address);
  db->migrate(embedded::files());
  return db;
}

void index(db::Tx& tx, const catalogue::Version& version) {
  search::put(tx, {"procedure", version.code, version.name,
                   version.code + " " + version.field.name.vi + " " + version.result.vi,
                   version.has_form ? 1 : 0});
}

}  // namespace

base::Instant now() {
  using namespace std::chrono;
  return {duration_cast<microseconds>(system_clock::now().time_since_epoch()).count()};
}

std::string fresh_act() { return crypto::random_token(); }

Ground::Ground(const std::string& data, const std::string& database)
    : folder(data),
      db(opened(folder, database)),
      journal(*db, folder.secret("journal.pem", crypto::ed25519_make),
              {indicators::dossier_facts()}),
      publisher(*db, journal, index) {}

}  // namespace app
