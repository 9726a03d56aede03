// Discovery, keys and the proof of an ID token.
#include "engines/identity/issuer.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "platform/outgoing/http.hpp"

namespace identity {
namespace {

using base::json::text_at;
using Key = std::variant<crypto::RsaPublicKey, crypto::EcPublicKey>;

// A token that no key we know fits has the keys fetched again, but not more often than this.
constexpr std::int64_t keys_step_us = 10 * base::second_us;
constexpr std::int64_t clock_skew_s = 60;

std::optional<Key> pick(const base::json::array& keys, std::string_view id,
                        std::string_view algorithm) {
  const std::string_view kind = algorithm == "ES256" ? "EC" : "RSA";
  for (const auto& one : keys) {
    if (!one.is_object()) continue;
    const auto& key = one.get_object();
    const auto at = [&](std::string_view name) { return std::string(text_at(key, name)); };
    if (at("kty") != kind || text_at(key, "use", "sig") != "sig") continue;
    if (!id.empty() && at("kid") != id) continue;
    if (kind == "RSA") return crypto::RsaPublicKey{at("n"), at("e")};
    if (at("crv") == "P-256") return crypto::EcPublicKey{at("x"), at("y")};
  }
  return std::nullopt;
}

std::optional<std::string> opened(std::string_view token, const base::json::array& keys) {
  const auto key = pick(keys, crypto::jwt_key_id(token), crypto::jwt_algorithm(token));
  if (!key) return std::nullopt;
  return std::visit([&](const auto& one) { return crypto::jwt_open(token, one); }, *key);
}

// Core §3.1.3.7, 3 to 5: us, nobody we do not know, and issued to us if it says to whom.
bool is_for(const base::json::object& claims, std::string_view client) {
  if (claims.contains("azp") && text_at(claims, "azp") != client) return false;
  if (text_at(claims, "aud") == client) return true;
  const auto& several = base::json::array_at(claims, "aud");
  const bool among = std::any_of(several.begin(), several.end(), [&](const auto& one) {
    return one.is_string() && std::string_view(one.get_string()) == client;
  });
  return among && (several.size() == 1 || claims.contains("azp"));
}

// Seconds since 1970 (RFC 7519 §2, NumericDate), or nothing that can be a date.
std::optional<std::int64_t> seconds_at(const base::json::object& claims, std::string_view name) {
  constexpr double last = 1e11;  // the year 5138
  const auto* value = claims.if_contains(name);
  if (!value || !value->is_number()) return std::nullopt;
  const auto seconds = value->to_number<double>();
  if (!(seconds >= 0 && seconds < last)) return std::nullopt;
  return std::int64_t(seconds);
}

// In the future, by more than clocks differ? What is there and no date is.
bool begins_later(const base::json::object& claims, std::string_view name, std::int64_t now_s) {
  if (!claims.contains(name)) return false;
  const auto at = seconds_at(claims, name);
  return !at || *at > now_s + clock_skew_s;
}

// What is wrong with the claims, for the log; "": nothing.
std::string_view flaw(const base::json::object& claims, std::string_view issuer,
                      std::string_view client, std::string_view nonce, base::Instant now) {
  const auto now_s = now.us / base::second_us;
  if (text_at(claims, "iss") != issuer) return "iss is another issuer";
  if (!is_for(claims, client)) return "aud or azp is not us";
  const auto ends = seconds_at(claims, "exp");
  if (!ends || now_s >= *ends + clock_skew_s) return "exp has passed";
  if (begins_later(claims, "nbf", now_s)) return "nbf lies in the future";
  if (begins_later(claims, "iat", now_s)) return "iat lies in the future";
  if (text_at(claims, "nonce") != nonce) return "nonce is not what we sent";
  return "";
}

}  // namespace

Fault fault_of(const outgoing::Failure& failure) {
  using outgoing::Trouble;
  const auto detail = fmt::format("{} ({})", failure.what(), outgoing::name(failure.trouble));
  switch (failure.trouble) {
    case Trouble::busy:
      return {OidcRefusal::busy, detail};
    case Trouble::forbidden:  // what it names is no server outside, and none we are told of
      return {OidcRefusal::our_fault, detail};
    case Trouble::untrusted:
    case Trouble::unreadable:
      return {OidcRefusal::not_openid, detail};
    default:
      return {OidcRefusal::unavailable, detail};
  }
}

Told<base::json::object> fetch_object(outgoing::Lane& lane, const std::string& url,
                                      const std::string& bearer) {
  outgoing::Pairs headers = {{"Accept", "application/json"}};
  if (!bearer.empty()) headers.emplace_back("Authorization", "Bearer " + bearer);
  try {
    const auto answer = outgoing::get(lane, url, headers);
    if (answer.status >= 500) {
      return base::refuse(
          Fault{OidcRefusal::unavailable, fmt::format("{}: status {}", url, answer.status)});
    }
    auto json = base::json::parse(answer.body);
    if (answer.status != 200 || !json || !json->is_object()) {
      return base::refuse(Fault{OidcRefusal::not_openid,
                                fmt::format("{}: status {}, no JSON object", url, answer.status)});
    }
    return std::move(json->get_object());
  } catch (const outgoing::Failure& failure) {
    return base::refuse(fault_of(failure));
  }
}

Told<Endpoints> Issuer::ask_endpoints() const {
  const auto said = fetch_object(lane_, issuer_ + "/.well-known/openid-configuration");
  if (!said) return base::refuse(said.error());
  const auto wrong = [](std::string what) {
    return base::refuse(Fault{OidcRefusal::not_openid, "discovery: " + std::move(what)});
  };
  if (text_at(*said, "issuer") != issuer_) return wrong("it names another issuer");
  const auto at = [&](std::string_view name) { return std::string(text_at(*said, name)); };
  Endpoints found{at("authorization_endpoint"), at("token_endpoint"), at("jwks_uri"),
                  at("userinfo_endpoint"), at("end_session_endpoint")};
  if (found.authorization.empty() || found.token.empty() || found.keys.empty()) {
    return wrong("an address is missing");
  }
  // A code and our secret do not travel in the clear because a document says so.
  const bool open = issuer_.starts_with("http://");
  for (const auto* one :
       {&found.authorization, &found.token, &found.keys, &found.userinfo, &found.end_session}) {
    if (one->empty() || one->starts_with("https://")) continue;
    if (!open || !one->starts_with("http://")) return wrong("an address is not https");
  }
  return found;
}

Told<Endpoints> Issuer::endpoints(base::Instant now) {
  return endpoints_.get(now, [this] { return ask_endpoints(); });
}

Told<base::json::array> Issuer::keys(base::Instant now, std::int64_t fresh_us) {
  const auto where = endpoints(now);
  if (!where) return base::refuse(where.error());
  return keys_.get(
      now,
      [&]() -> Told<base::json::array> {
        auto said = fetch_object(lane_, where->keys);
        if (!said) {
          const auto& fault = said.error();
          const bool ours = fault.why == OidcRefusal::busy || fault.why == OidcRefusal::our_fault;
          return base::refuse(
              Fault{ours ? fault.why : OidcRefusal::keys, "its keys: " + fault.detail});
        }
        return base::json::array_at(*said, "keys");
      },
      fresh_us);
}

// What the token says, if a key of theirs signed it.
Told<std::string> Issuer::proven(std::string_view token, base::Instant now) {
  for (const auto fresh_us : {base::hour_us, keys_step_us}) {
    const auto known = keys(now, fresh_us);
    if (!known) return base::refuse(known.error());
    if (auto text = opened(token, *known)) return std::move(*text);
  }
  return base::refuse(Fault{OidcRefusal::untrusted, "no key of theirs fits the signature"});
}

Told<base::json::object> Issuer::claims(std::string_view token, std::string_view client,
                                        std::string_view nonce, base::Instant now) {
  const auto text = proven(token, now);
  if (!text) return base::refuse(text.error());
  auto json = base::json::parse(*text);
  if (!json || !json->is_object()) {
    return base::refuse(Fault{OidcRefusal::untrusted, "its claims are no JSON object"});
  }
  auto& claims = json->get_object();
  if (const auto why = flaw(claims, issuer_, client, nonce, now); !why.empty()) {
    return base::refuse(Fault{OidcRefusal::untrusted, std::string(why)});
  }
  return std::move(claims);
}

}  // namespace identity
