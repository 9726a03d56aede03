#include "app/fields.hpp"

#include <fmt/format.h>

#include <charconv>

#include "app/program.hpp"
#include "engines/forms/sealing.hpp"
#include "engines/identity/sealing.hpp"
#include "engines/messages/sealing.hpp"
#include "platform/config/secrets.hpp"
#include "platform/crypto/seal.hpp"
#include "services/privacy/store.hpp"

namespace app {
namespace {

// {"key": newest, "proof": a value it sealed, "edition": of the list of what stands sealed}
constexpr std::string_view setting = "sealed";
constexpr int edition = 2;  // 2: messages and addresses too
constexpr std::string_view trial_place = "config/sealed";
constexpr int slice = 200;

std::int64_t whole_round(db::Database& db, int (*seal)(db::Tx&, std::int64_t&, int)) {
  std::int64_t after = 0, all = 0;
  for (;;) {
    const auto [done, last] = db.write([&](db::Tx& tx) {
      auto from = after;
      const int sealed = seal(tx, from, slice);
      return std::pair(sealed, from);
    });
    if (done == 0) return all;
    all += done;
    after = last;
  }
}

}  // namespace

std::string fresh_key() { return crypto::random_bytes(crypto::seal_key_bytes); }

std::string proof_of(std::string_view name, std::string_view key) {
  return crypto::hmac_sha256_hex(key, "the key " + std::string(name));
}

std::string field_key_name(int number) { return fmt::format("fields-{}.key", number); }

int field_key_number(std::string_view file) {
  constexpr std::string_view before = "fields-", after = ".key";
  if (!file.starts_with(before) || !file.ends_with(after)) return 0;
  file = file.substr(before.size(), file.size() - before.size() - after.size());
  int number = 0;
  const auto [end, error] = std::from_chars(file.data(), file.data() + file.size(), number);
  return error == std::errc() && end == file.data() + file.size() && number > 0 ? number : 0;
}

crypto::Keyring::Keys field_keys(const config::Folder& folder) {
  crypto::Keyring::Keys keys;
  std::error_code none;
  for (const auto& file : std::filesystem::directory_iterator(config::secrets(folder), none)) {
    const auto name = file.path().filename().string();
    if (const auto number = field_key_number(name); number > 0) {
      keys[number] = config::kept(folder, name).value_or("");
    }
  }
  return keys;
}

SealedUnder sealed_under(db::Database& db) {
  const auto kept = db.read([](db::Tx& tx) { return config::get(tx, setting); });
  return {int(base::json::number_at(kept, "key")), std::string(base::json::text_at(kept, "proof")),
          int(base::json::number_at(kept, "edition")) == edition};
}

bool opens(crypto::Keyring& keys, const SealedUnder& under) try {
  return under.key == 0 || keys.open(under.trial, trial_place) == "taydo";
} catch (const crypto::Failure&) {
  return false;
}

void not_all_sealed(db::Tx& tx) {
  auto kept = config::get(tx, setting);
  kept["edition"] = 0;
  config::set(tx, now(), setting, kept);
}

int make_key(db::Database& db, const config::Folder& folder) {
  const auto keys = field_keys(folder);
  const int number = keys.empty() ? 1 : keys.rbegin()->first + 1;
  const auto name = field_key_name(number);
  const auto bytes = folder.secret(name, fresh_key);
  db.write([&](db::Tx& tx) { config::prove(tx, now(), name, proof_of(name, bytes)); });
  return number;
}

std::int64_t seal_again(db::Database& db) {
  std::int64_t all = 0;
  for (auto* seal : {identity::seal_numbers, identity::seal_paper_numbers, forms::seal_drafts,
                     forms::seal_answers, privacy::store::seal_requests, messages::seal_messages,
                     messages::seal_addresses}) {
    all += whole_round(db, seal);
  }
  db.write([](db::Tx& tx) {
    auto& keys = tx.keys();
    config::set(
        tx, now(), setting,
        {{"key", keys.newest()}, {"proof", keys.seal("taydo", trial_place)}, {"edition", edition}});
  });
  return all;
}

}  // namespace app
