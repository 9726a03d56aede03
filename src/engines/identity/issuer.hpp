// What an OpenID Connect provider tells about itself: its addresses and its keys, fetched and kept.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <variant>

#include "base/instant.hpp"
#include "base/json.hpp"
#include "platform/crypto/jwt.hpp"
#include "platform/guarded.hpp"

namespace identity {

struct Endpoints {
  std::string authorization, token, keys;
  std::string userinfo, end_session;  // may be empty
};

class Issuer {
 public:
  explicit Issuer(std::string issuer) : issuer_(std::move(issuer)) {}

  // Nothing when the provider does not answer, or answers as another.
  std::optional<Endpoints> endpoints(base::Instant now);
  // The claims of an ID token that this issuer signed for `client`, now, in answer to `nonce`
  // (OpenID Connect Core §3.1.3.7); else nothing.
  std::optional<base::json::object> claims(std::string_view token, std::string_view client,
                                           std::string_view nonce, base::Instant now);

 private:
  using Key = std::variant<crypto::RsaPublicKey, crypto::EcPublicKey>;
  static std::optional<Key> pick(const base::json::array& keys, std::string_view id,
                                 std::string_view algorithm);
  std::optional<Key> key(std::string_view token, base::Instant now);

  struct Known {
    std::optional<Endpoints> endpoints;
    base::Instant endpoints_at, keys_at;
    base::json::array keys;
  };
  const std::string issuer_;
  platform::Guarded<Known> known_;
};

// A JSON object at an address, or nothing. `bearer`: an access token, if not empty.
std::optional<base::json::object> fetch_object(const std::string& url,
                                               const std::string& bearer = "");

}  // namespace identity
