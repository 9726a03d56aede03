#include "app/fields.hpp"

#include <fmt/format.h>

#include <charconv>
#include <fstream>
#include <iterator>

#include "app/program.hpp"
#include "engines/forms/sealing.hpp"
#include "engines/identity/sealing.hpp"
#include "engines/messages/sealing.hpp"
#include "services/privacy/store.hpp"

namespace app {
namespace {

// {"key": newest, "proof": a value it sealed, "edition": of the list of what stands sealed}
constexpr std::string_view setting = "sealed";
constexpr int edition = 2;  // 2: messages and addresses too
constexpr std::string_view proof_place = "config/sealed";
constexpr int slice = 200;

std::string fresh_key() { return crypto::random_bytes(32); }

std::string name_of(int number) { return fmt::format("fields-{}.key", number); }

// 3 of "fields-3.key", 0 of anything else.
int number_of(std::string_view file) {
  constexpr std::string_view before = "fields-", after = ".key";
  if (!file.starts_with(before) || !file.ends_with(after)) return 0;
  file = file.substr(before.size(), file.size() - before.size() - after.size());
  int number = 0;
  const auto [end, error] = std::from_chars(file.data(), file.data() + file.size(), number);
  return error == std::errc() && end == file.data() + file.size() ? number : 0;
}

crypto::Keyring::Keys load(const config::Folder& folder) {
  crypto::Keyring::Keys keys;
  std::error_code none;
  for (const auto& file : std::filesystem::directory_iterator(folder.path() / "secrets", none)) {
    const auto number = number_of(file.path().filename().string());
    if (number <= 0) continue;
    std::ifstream in(file.path(), std::ios::binary);
    keys[number] = {std::istreambuf_iterator<char>(in), {}};
  }
  return keys;
}

base::json::object kept(db::Database& db) {
  return db.read([](db::Tx& tx) { return config::get(tx, setting); });
}

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

std::shared_ptr<crypto::Keyring> keyring(const config::Folder& folder) {
  if (load(folder).empty()) folder.secret(name_of(1), fresh_key);
  return std::make_shared<crypto::Keyring>([folder] { return load(folder); },
                                           folder.secret("fields-lookup.key", fresh_key));
}

int make_key(const config::Folder& folder) {
  const auto keys = load(folder);
  const int number = keys.empty() ? 1 : keys.rbegin()->first + 1;
  folder.secret(name_of(number), fresh_key);
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
        {{"key", keys.newest()}, {"proof", keys.seal("taydo", proof_place)}, {"edition", edition}});
  });
  return all;
}

void use_keys(db::Database& db, const config::Folder& folder) {
  const auto before = kept(db);
  const auto number = int(base::json::number_at(before, "key"));
  if (number > 0 && !load(folder).contains(number)) {
    throw db::Failure(fmt::format(
        "the key that seals this database's values is gone: put secrets/{} back from its backup",
        name_of(number)));
  }
  db.use_keys(keyring(folder));
  if (number > 0) {
    db.keys().open(base::json::text_at(before, "proof"), proof_place);
  }
  const bool known = int(base::json::number_at(before, "edition")) == edition;
  if (db.keys().newest() != number || !known) seal_again(db);
}

}  // namespace app
