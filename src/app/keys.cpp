// First every key is judged, then what is missing is made, then proofs are kept.
#include "app/keys.hpp"

#include <fmt/format.h>

#include <functional>
#include <memory>
#include <optional>
#include <vector>

#include "app/fields.hpp"
#include "app/program.hpp"
#include "engines/identity/sealing.hpp"
#include "engines/journal/seals.hpp"
#include "platform/config/secrets.hpp"
#include "platform/crypto/crypto.hpp"
#include "platform/crypto/seal.hpp"
#include "platform/files/key.hpp"
#include "platform/log/log.hpp"

namespace app {
namespace {

constexpr std::string_view journal_pem = "journal.pem", lookup_key = "fields-lookup.key",
                           factor_key = "second_factor.key", server_key = "server.key",
                           files_key = "files.key", watch_token = "metrics.token";

std::string fresh_token() { return crypto::random_token(); }

// Does a row that depends on the key open with these bytes? Nothing: no row depends on it.
using Fits = std::function<std::optional<bool>(const std::string& bytes)>;

struct Key {
  std::string name;
  std::size_t bytes = crypto::seal_key_bytes;  // 0: text
  std::string (*make)() = fresh_key;
  Fits fits = {};
  bool proven_by_rows = false;  // no proof of its own: it changes hands, or nothing depends on it
};

// ---- What a key file can be, in an operator's words.

[[noreturn]] void refuse(const config::Folder& folder, std::string_view name,
                         std::string_view what) {
  const bool renewable = name != files_key && field_key_number(name) == 0;
  throw db::Failure(fmt::format(
      "{} {}: put it back from the backup of {}{}; docs/operating.md, Keys, says what hangs on it",
      (config::secrets(folder) / name).string(), what, config::secrets(folder).string(),
      renewable ? fmt::format(" or, if it is lost for good, run taydo keys renew {}", name) : ""));
}

void check_length(const config::Folder& folder, const Key& key, const std::string& found) {
  if (found.empty()) refuse(folder, key.name, "is empty");
  if (key.bytes > 0 && found.size() != key.bytes) {
    refuse(
        folder, key.name,
        fmt::format("holds {} bytes instead of {}, so it is not the key", found.size(), key.bytes));
  }
}

constexpr std::string_view lost = "is missing, and what this database holds depends on it";
constexpr std::string_view another = "is another key than the one this database was kept with";

// ---- The keys.

bool fits_seal(const std::optional<std::string>& pem, const std::string& wanted) try {
  return pem && crypto::ed25519_public(*pem) == wanted;
} catch (const crypto::Failure&) {
  return false;
}

// The newest seal names who made it, or who is to make the next.
std::optional<bool> seals_on(db::Database& db, const config::Folder& folder,
                             const std::string& pem) {
  const auto seals = db.read([](db::Tx& tx) { return journal::newest_seals(tx, 0, 1); });
  if (seals.empty()) return std::nullopt;
  const auto& last = seals.front();
  const auto& wanted = last.next_key.empty() ? last.public_key : last.next_key;
  return fits_seal(pem, wanted) ||
         (!pem.empty() && fits_seal(config::kept(folder, next_journal_key), wanted));
}

std::optional<bool> finds_people(db::Database& db, const config::Folder& folder,
                                 const std::string& lookup) {
  auto keys = field_keys(folder);
  if (keys.empty()) return std::nullopt;
  crypto::Keyring ring([&] { return keys; }, lookup);
  return db.read([&](db::Tx& tx) { return identity::lookup_fits(tx, ring); });
}

std::vector<Key> keys_of(db::Database& db, const config::Folder& folder) {
  const auto by_row = [&db](std::optional<bool> (*fits)(db::Tx&, std::string_view)) {
    return [&db, fits](const std::string& bytes) {
      return db.read([&](db::Tx& tx) { return fits(tx, bytes); });
    };
  };
  return {{.name = std::string(lookup_key),
           .fits = [&](const auto& bytes) { return finds_people(db, folder, bytes); }},
          {.name = std::string(factor_key), .fits = by_row(identity::factor_key_fits)},
          {.name = std::string(server_key), .fits = by_row(identity::held_forms_key_fits)},
          {.name = std::string(files_key),
           .fits =
               [&](const auto& bytes) {
                 return files::key_fits((folder.path() / "files").string(), bytes);
               }},
          {.name = std::string(journal_pem),
           .bytes = 0,
           .make = crypto::ed25519_make,
           .fits = [&](const auto& pem) { return seals_on(db, folder, pem); },
           .proven_by_rows = true},
          {.name = std::string(watch_token),
           .bytes = 0,
           .make = fresh_token,
           .fits = [](const auto&) { return std::nullopt; },
           .proven_by_rows = true}};
}

std::optional<std::string> proof(db::Database& db, std::string_view name) {
  return db.read([&](db::Tx& tx) { return config::proof(tx, name); });
}

// Whether it is there; throws where it is not what it should be.
bool judge(db::Database& db, const config::Folder& folder, const Key& key) {
  const auto found = config::kept(folder, key.name);
  const auto proof = app::proof(db, key.name);
  if (!found) {
    if (proof || key.fits("")) refuse(folder, key.name, lost);
    return false;
  }
  check_length(folder, key, *found);
  if (proof && *proof == proof_of(key.name, *found)) return true;
  if (proof && !key.proven_by_rows) refuse(folder, key.name, another);
  if (!key.fits(*found).value_or(true)) refuse(folder, key.name, another);
  return true;
}

// The keys of sealed values, which are several: answers what is to be sealed again.
struct Fields {
  bool none = false;               // nothing was ever sealed
  std::vector<std::string> lost;   // older ones that are gone; fine if no value stands under them
  std::vector<std::string> fresh;  // without a proof so far
};

Fields judge_fields(db::Database& db, const config::Folder& folder, const SealedUnder& under) {
  Fields out;
  const auto here = field_keys(folder);
  const auto newest = field_key_name(under.key);
  if (under.key > 0 && !here.contains(under.key)) refuse(folder, newest, lost);
  const auto proven = db.read([](db::Tx& tx) { return config::proven(tx); });
  for (const auto& name : proven) {
    if (const auto number = field_key_number(name); number > 0 && !here.contains(number))
      out.lost.push_back(name);
  }
  for (const auto& [number, bytes] : here) {
    const auto name = field_key_name(number);
    check_length(folder, {.name = name}, bytes);
    const auto proof = app::proof(db, name);
    if (proof && *proof != proof_of(name, bytes)) refuse(folder, name, another);
    if (!proof) out.fresh.push_back(name);
  }
  out.none = here.empty();
  if (out.none && !out.lost.empty()) refuse(folder, out.lost.back(), lost);
  if (out.none) return out;
  crypto::Keyring ring([&] { return here; }, "");
  if (!opens(ring, under)) refuse(folder, newest, another);
  return out;
}

void prove(db::Database& db, const config::Folder& folder, const std::string& name) {
  const auto bytes = config::kept(folder, name);
  if (!bytes) refuse(folder, name, lost);
  const auto own = proof_of(name, *bytes);
  const auto stands = db.write([&](db::Tx& tx) { return config::prove(tx, now(), name, own); });
  if (stands != own) refuse(folder, name, another);  // a second server was first
}

// Values under keys that are new to us, or gone, are looked through: each opens, or it is said
// which key is wanting.
void use_fields(db::Database& db, const config::Folder& folder, const SealedUnder& under,
                const Fields& fields) {
  const auto load = [folder] { return field_keys(folder); };
  db.use_keys(std::make_shared<crypto::Keyring>(load, key(folder, lookup_key)));
  const bool look = !fields.lost.empty() || !fields.fresh.empty() || fields.none;
  if (look || !under.all || db.keys().newest() != under.key) seal_again(db);
  for (const auto& name : fields.fresh) prove(db, folder, name);
  if (fields.none) prove(db, folder, field_key_name(1));
  for (const auto& name : fields.lost) {
    logging::warn("secrets/{} is gone; no value stands under it, but older backups may", name);
    db.write([&](db::Tx& tx) { config::drop_proof(tx, name); });
  }
}

}  // namespace

std::string key(const config::Folder& folder, std::string_view name) {
  if (auto bytes = config::kept(folder, name)) return std::move(*bytes);
  refuse(folder, name, "is gone since this program started");
}

void use_keys(db::Database& db, const config::Folder& folder) {
  const auto under = sealed_under(db);
  const auto fields = judge_fields(db, folder, under);
  const auto all = keys_of(db, folder);
  std::vector<const Key*> missing;
  for (const auto& key : all) {
    if (!judge(db, folder, key)) missing.push_back(&key);
  }
  for (const auto* key : missing) folder.secret(key->name, key->make);
  if (fields.none) folder.secret(field_key_name(1), fresh_key);
  use_fields(db, folder, under, fields);
  for (const auto& key : all) {
    if (!key.proven_by_rows && !proof(db, key.name)) prove(db, folder, key.name);
  }
}

std::string renew_key(db::Database& db, const config::Folder& folder, std::string_view name) {
  for (const auto& key : keys_of(db, folder)) {
    if (key.name != name || name == files_key) continue;
    std::int64_t factors = 0;
    db.write([&](db::Tx& tx) {
      config::drop_proof(tx, name);
      if (name == factor_key) factors = identity::forget_factors(tx);
      if (name != lookup_key) return;
      identity::forget_number_hashes(tx);
      not_all_sealed(tx);
    });
    std::filesystem::remove(config::secrets(folder) / name);
    folder.secret(name, key.make);
    prove(db, folder, key.name);
    if (name == factor_key) {
      return fmt::format("{} second factors are gone; their officers enrol anew", factors);
    }
    if (name == lookup_key) return "numbers of people are hashed anew; slips need printing again";
    if (name == journal_pem) return "journal verify will name the break between both keys";
    if (name == server_key) return "forms held for people who were signed out are gone";
    return "who watches this program needs the new token";
  }
  throw db::Failure(
      fmt::format("{} cannot be made anew: what it sealed opens with no other key; it is in a "
                  "backup or nowhere",
                  name));
}

}  // namespace app
