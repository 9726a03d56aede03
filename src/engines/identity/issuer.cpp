// Discovery, keys and the proof of an ID token.
#include "engines/identity/issuer.hpp"

#include <algorithm>

#include "platform/http/client.hpp"

namespace identity {
namespace {

constexpr std::int64_t discovery_us = base::hour_us;
// A token with a key we do not know fetches the keys again, but not more often than this.
constexpr std::int64_t keys_step_us = 10 * base::second_us;
constexpr std::int64_t clock_skew_us = base::minute_us;

bool is_for(const base::json::object& claims, std::string_view client) {
  if (base::json::text_at(claims, "aud") == client) return true;
  const auto& several = base::json::array_at(claims, "aud");
  const bool among = std::any_of(several.begin(), several.end(), [&](const auto& one) {
    return one.is_string() && std::string_view(one.get_string()) == client;
  });
  return among && (several.size() == 1 || base::json::text_at(claims, "azp") == client);
}

}  // namespace

std::optional<Issuer::Key> Issuer::pick(const base::json::array& keys, std::string_view id,
                                        std::string_view algorithm) {
  const std::string_view kind = algorithm == "ES256" ? "EC" : "RSA";
  for (const auto& one : keys) {
    if (!one.is_object()) continue;
    const auto& key = one.get_object();
    const auto at = [&](std::string_view name) {
      return std::string(base::json::text_at(key, name));
    };
    if (at("kty") != kind || base::json::text_at(key, "use", "sig") != "sig") continue;
    if (!id.empty() && at("kid") != id) continue;
    if (kind == "RSA") return crypto::RsaPublicKey{at("n"), at("e")};
    if (at("crv") == "P-256") return crypto::EcPublicKey{at("x"), at("y")};
  }
  return std::nullopt;
}

std::optional<base::json::object> fetch_object(const std::string& url, const std::string& bearer) {
  http::Pairs headers = {{"Accept", "application/json"}};
  if (!bearer.empty()) headers.emplace_back("Authorization", "Bearer " + bearer);
  try {
    const auto answer = http::get(url, headers);
    if (answer.status != 200) return std::nullopt;
    auto json = base::json::parse(answer.body);
    if (!json || !json->is_object()) return std::nullopt;
    return std::move(json->get_object());
  } catch (const http::Failure&) {
    return std::nullopt;
  }
}

std::optional<Endpoints> Issuer::endpoints(base::Instant now) {
  auto known = known_.with(
      [&](Known& k) { return now - k.endpoints_at < discovery_us ? k.endpoints : std::nullopt; });
  if (known) return known;
  const auto said = fetch_object(issuer_ + "/.well-known/openid-configuration");
  if (!said || base::json::text_at(*said, "issuer") != issuer_) return std::nullopt;
  const auto at = [&](std::string_view name) {
    return std::string(base::json::text_at(*said, name));
  };
  Endpoints found{at("authorization_endpoint"), at("token_endpoint"), at("jwks_uri"),
                  at("userinfo_endpoint"), at("end_session_endpoint")};
  if (found.authorization.empty() || found.token.empty() || found.keys.empty()) return std::nullopt;
  known_.with([&](Known& k) {
    k.endpoints = found;
    k.endpoints_at = now;
  });
  return found;
}

std::optional<Issuer::Key> Issuer::key(std::string_view token, base::Instant now) {
  const auto id = crypto::jwt_key_id(token), algorithm = crypto::jwt_algorithm(token);
  bool may_ask = false;
  auto known = known_.with([&](Known& k) {
    may_ask = now - k.keys_at >= keys_step_us;
    return pick(k.keys, id, algorithm);
  });
  if (known || !may_ask) return known;
  const auto where = endpoints(now);
  const auto said = where ? fetch_object(where->keys) : std::nullopt;
  if (!said) return std::nullopt;
  return known_.with([&](Known& k) {
    k.keys = base::json::array_at(*said, "keys");
    k.keys_at = now;
    return pick(k.keys, id, algorithm);
  });
}

std::optional<base::json::object> Issuer::claims(std::string_view token, std::string_view client,
                                                 std::string_view nonce, base::Instant now) {
  const auto signed_by = key(token, now);
  if (!signed_by) return std::nullopt;
  const auto text =
      std::visit([&](const auto& key) { return crypto::jwt_open(token, key); }, *signed_by);
  if (!text) return std::nullopt;
  auto json = base::json::parse(*text);
  if (!json || !json->is_object()) return std::nullopt;
  auto& claims = json->get_object();
  const auto expires = base::json::number_at(claims, "exp") * base::second_us;
  const bool good = base::json::text_at(claims, "iss") == issuer_ && is_for(claims, client) &&
                    now.us < expires + clock_skew_us &&
                    base::json::text_at(claims, "nonce") == nonce;
  if (!good) return std::nullopt;
  return std::move(claims);
}

}  // namespace identity
