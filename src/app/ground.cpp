// The ground every command stands on: folder, database, journal, publisher.
#include <chrono>
#include <filesystem>

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

journal::KeySource journal_key(const config::Folder& folder) {
  static constexpr std::string_view own = "journal.pem";
  folder.secret(own, crypto::ed25519_make);
  return [folder](std::string_view wanted) {
    const auto pem = folder.secret(own, crypto::ed25519_make);
    if (wanted.empty() || crypto::ed25519_public(pem) == wanted) return pem;
    const auto secrets = folder.path() / "secrets";
    if (!std::filesystem::exists(secrets / next_journal_key)) return pem;
    const auto next = folder.secret(next_journal_key, crypto::ed25519_make);
    if (crypto::ed25519_public(next) != wanted) return pem;
    std::filesystem::rename(secrets / next_journal_key, secrets / own);
    return next;
  };
}

journal::Upcasters shapes() { return journal::Upcasters(one_stop::shapes()); }

base::Instant now() {
  using namespace std::chrono;
  return {duration_cast<microseconds>(system_clock::now().time_since_epoch()).count()};
}

std::string fresh_act() { return crypto::random_token(); }

Ground::Ground(const std::string& data, const std::string& database)
    : folder(data),
      db(opened(folder, database)),
      journal(*db, journal_key(folder), {indicators::dossier_facts()}),
      publisher(*db, journal, index) {}

}  // namespace app
