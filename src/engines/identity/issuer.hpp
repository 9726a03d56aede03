// What an OpenID Connect provider tells about itself: its addresses and its keys, fetched and kept.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <variant>

#include "base/instant.hpp"
#include "base/json.hpp"
#include "engines/identity/oidc.hpp"
#include "platform/crypto/jwt.hpp"
#include "platform/outgoing/kept.hpp"
#include "platform/outgoing/lane.hpp"

namespace identity {

struct Endpoints {
  std::string authorization, token, keys;
  std::string userinfo, end_session;  // may be empty
};

// Why it came to nothing; `detail` is for the operator's log and names nobody.
struct Fault {
  OidcRefusal why;
  std::string detail;
};
template <class T>
using Told = base::Result<T, Fault>;

class Issuer {
 public:
  Issuer(outgoing::Lane& lane, std::string issuer) : lane_(lane), issuer_(std::move(issuer)) {}

  // Asked once an hour, by one at a time; that it failed is believed for ten seconds.
  Told<Endpoints> endpoints(base::Instant now);
  // As known, however old; asks nobody.
  std::optional<Endpoints> known_endpoints() const { return endpoints_.known(); }
  // The claims of an ID token that this issuer signed for `client`, now, in answer to `nonce`
  // (OpenID Connect Core §3.1.3.7). Keys are believed for ten minutes, so that a withdrawn one
  // ends; a token that none of them fits has them fetched again, at most every ten seconds.
  Told<base::json::object> claims(std::string_view token, std::string_view client,
                                  std::string_view nonce, base::Instant now);

 private:
  Told<Endpoints> ask_endpoints() const;
  Told<base::json::array> keys(base::Instant now, std::int64_t fresh_us);
  Told<std::string> proven(std::string_view token, base::Instant now);

  outgoing::Lane& lane_;
  const std::string issuer_;
  static constexpr std::int64_t failed_us = 10 * base::second_us;
  outgoing::Kept<Endpoints, Fault> endpoints_{base::hour_us, failed_us};
  outgoing::Kept<base::json::array, Fault> keys_{10 * base::minute_us, failed_us};
};

// A JSON object at an address. `bearer`: an access token, if not empty. Whatever is wrong with it
// is `unavailable`, `busy` or `not_openid`.
Told<base::json::object> fetch_object(outgoing::Lane& lane, const std::string& url,
                                      const std::string& bearer = "");
Fault fault_of(const outgoing::Failure& failure);

}  // namespace identity
