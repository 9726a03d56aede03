// The ground every command stands on: folder, database, journal, publisher.
#include <chrono>
#include <filesystem>

#include "app/carry/published.hpp"
#include "app/keys.hpp"
#include "app/program.hpp"
#include "engines/indicators/indicators.hpp"
#include "engines/search/search.hpp"
#include "platform/config/secrets.hpp"
#include "platform/crypto/crypto.hpp"

namespace app {
namespace {

std::unique_ptr<db::Database> opened(const config::Folder& folder, const std::string& address) {
  auto db = db::open(address.empty() ? folder.database() : address);
  db->migrate(embedded::files());
  use_keys(*db, folder);
  return db;
}

void index(db::Tx& tx, const catalogue::Version& version) {
  search::put(tx, {"procedure", version.code, version.name,
                   version.code + " " + version.field.name.vi + " " + version.result.vi,
                   version.has_form ? 1 : 0});
}

constexpr std::size_t findings_kept = 10;

base::json::array first_of(const journal::Verification& result) {
  base::json::array out;
  for (const auto& finding : result.findings) {
    if (out.size() < findings_kept) out.push_back(base::json::value(finding.what));
  }
  return out;
}

}  // namespace

journal::KeySource journal_key(const config::Folder& folder) {
  static constexpr std::string_view own = "journal.pem";
  return [folder](std::string_view wanted) {
    auto pem = key(folder, own);
    if (wanted.empty() || crypto::ed25519_public(pem) == wanted) return pem;
    const auto next = config::kept(folder, next_journal_key);
    if (!next || crypto::ed25519_public(*next) != wanted) return pem;
    std::filesystem::rename(config::secrets(folder) / next_journal_key,
                            config::secrets(folder) / own);
    return *next;
  };
}

journal::Upcasters shapes() { return journal::Upcasters(one_stop::shapes()); }

void tell_verified(Ground& ground, const journal::Verification& result, bool held) {
  const auto count = std::int64_t(result.findings.size()) + result.more_findings;
  ground.db->write([&](db::Tx& tx) {
    ground.journal.append(tx, now(),
                          {.act = fresh_act(),
                           .actor = {},
                           .verb = "journal.verify",
                           .subject_kind = "journal_seals",
                           .subject = 1,
                           .facts = {{"entries", result.entries},
                                     {"seals", result.seals},
                                     {"unsealed", result.unsealed},
                                     {"findings", count},
                                     {"first", first_of(result)},
                                     {"held", held}},
                           .law = ""});
  });
}

base::Instant now() {
  using namespace std::chrono;
  return {duration_cast<microseconds>(system_clock::now().time_since_epoch()).count()};
}

std::string fresh_act() { return crypto::random_token(); }

Ground::Ground(const std::string& data, const std::string& database)
    : folder(data),
      db(opened(folder, database)),
      journal(*db, journal_key(folder), {indicators::dossier_facts()}),
      publisher(*db, journal, index) {
  carry::carry_published(*db, journal, now());
}

}  // namespace app
