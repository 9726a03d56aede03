#include "services/one_stop/slip.hpp"

#include "base/fold.hpp"
#include "platform/crypto/crypto.hpp"
#include "platform/crypto/keyring.hpp"
#include "services/one_stop/store.hpp"

namespace one_stop::slip {
namespace {

constexpr std::string_view letters = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";  // no 0 O 1 I
static_assert(letters.size() == 32);
constexpr std::size_t length = 10, half = 5;

std::string made_from(db::Tx& tx, std::string_view slip) {
  const auto hash = tx.keys().hash("slip/" + std::string(slip));
  const auto bytes = crypto::sha256(hash);
  std::string out;
  for (std::size_t i = 0; i < length; ++i) out += letters[std::size_t(bytes[i]) & 31];
  return out;
}

// As people type it: small letters, blanks, dashes.
std::string read(std::string_view typed) {
  std::string out;
  for (const char c : base::upper(typed.substr(0, 40))) {
    if (letters.find(c) != letters.npos) out += c;
  }
  return out;
}

}  // namespace

std::string fresh() { return crypto::random_token(); }

std::string secret(db::Tx& tx, base::DossierId dossier) {
  const auto slip = store::slip(tx, dossier);
  return slip.empty() ? "" : made_from(tx, slip);
}

std::string secret_made(db::Database& db, base::DossierId dossier) {
  const auto there = db.read([&](db::Tx& tx) { return secret(tx, dossier); });
  if (!there.empty()) return there;
  return db.write([&](db::Tx& tx) {
    store::give_slip(tx, dossier, fresh());
    return secret(tx, dossier);
  });
}

std::string printed(std::string_view secret) {
  if (secret.size() <= half) return std::string(secret);
  return std::string(secret.substr(0, half)) + "-" + std::string(secret.substr(half));
}

std::string opening(std::string lookup_url, std::string_view secret) {
  return secret.empty() ? lookup_url : lookup_url.append("&bi-mat=").append(secret);
}

bool opens(db::Tx& tx, const std::optional<Dossier>& dossier, std::string_view typed) {
  const auto id = dossier ? dossier->id : base::DossierId{};
  const auto slip = store::slip(tx, id);
  const auto right = made_from(tx, slip);
  return crypto::equal(right, read(typed)) && !slip.empty();
}

}  // namespace one_stop::slip
