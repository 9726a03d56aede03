// Attempts in cookies: sealed, each bound to its name.
#include "engines/identity/attempt.hpp"

#include <algorithm>
#include <vector>

#include "base/json.hpp"
#include "engines/identity/identity.hpp"
#include "platform/crypto/crypto.hpp"
#include "platform/crypto/seal.hpp"

namespace identity {
namespace {

constexpr std::string_view prefix = "taydo_oidc_";
constexpr std::string_view host_prefix = "__Host-";  // set by Response::cookie over https
constexpr std::string_view state_place = "oidc-state";
constexpr std::size_t path_bytes_max = 300;  // some providers keep no longer state

std::string cookie_of(std::string_view state) {
  return std::string(prefix) + crypto::sha256_hex(state).substr(0, 16);
}

std::string_view trimmed(std::string_view text) {
  while (text.starts_with(' ')) text.remove_prefix(1);
  return text;
}

using Cookies = std::vector<std::pair<std::string, std::string>>;

// Names and values of all attempts this browser has under way.
Cookies cookies_of(const http::Request& request) {
  Cookies out;
  for (const auto& [name, value] : request.headers) {
    if (name != "cookie") continue;
    for (std::string_view rest = value; !rest.empty();) {
      const auto end = std::min(rest.find(';'), rest.size());
      auto pair = trimmed(rest.substr(0, end));
      if (pair.starts_with(host_prefix)) pair.remove_prefix(host_prefix.size());
      rest.remove_prefix(std::min(end + 1, rest.size()));
      const auto equals = pair.find('=');
      if (equals == pair.npos || !pair.starts_with(prefix)) continue;
      out.emplace_back(pair.substr(0, equals), pair.substr(equals + 1));
    }
  }
  return out;
}

}  // namespace

std::string Attempts::state_for(const std::string& path) const {
  const auto carried = path.size() <= path_bytes_max ? path : "/";
  return crypto::base64url(crypto::seal(key_, crypto::random_bytes(16) + carried, state_place));
}

std::string Attempts::path_of(std::string_view state) const {
  const auto bytes = crypto::from_base64url(state);
  const auto text = bytes ? crypto::open_seal(key_, *bytes, state_place) : std::nullopt;
  return text && text->size() > 16 ? local_path(std::string_view(*text).substr(16)) : "";
}

void Attempts::give(const http::Request& request, http::Response& response,
                    const Attempt& a) const {
  std::vector<std::pair<base::Instant, std::string>> others;
  for (const auto& [name, value] : cookies_of(request)) {
    const auto one = opened(name, value);
    others.emplace_back(one ? one->at : base::Instant{}, name);
  }
  std::ranges::sort(others);
  for (std::size_t i = 0; i + attempts_max <= others.size(); ++i) {
    response.cookie(others[i].second, "", 0, secure_);
  }
  const base::json::object all = {
      {"state", a.state}, {"nonce", a.nonce}, {"verifier", a.verifier}, {"redirect", a.redirect},
      {"path", a.path},   {"at", a.at.us},    {"level", a.level}};
  const auto name = cookie_of(a.state);
  response.cookie(name, crypto::base64url(crypto::seal(key_, serialize(all), name)),
                  int(attempt_us / base::second_us), secure_);
}

std::optional<Attempt> Attempts::opened(std::string_view cookie, std::string_view sealed) const {
  const auto bytes = crypto::from_base64url(sealed);
  const auto text = bytes ? crypto::open_seal(key_, *bytes, cookie) : std::nullopt;
  if (!text) return std::nullopt;
  const auto all = boost::json::parse(*text).as_object();
  const auto at = [&](std::string_view name) {
    return std::string(base::json::text_at(all, name));
  };
  return Attempt{at("state"),
                 at("nonce"),
                 at("verifier"),
                 at("redirect"),
                 at("path"),
                 {base::json::number_at(all, "at")},
                 int(base::json::number_at(all, "level"))};
}

std::optional<Attempt> Attempts::find(const http::Request& request, std::string_view state,
                                      base::Instant now) const {
  const auto name = cookie_of(state);
  auto attempt = opened(name, request.cookie(name));
  const bool good = attempt && crypto::equal(attempt->state, state) && attempt->at <= now &&
                    now - attempt->at <= attempt_us;
  return good ? attempt : std::nullopt;
}

void Attempts::take_back(http::Response& response, std::string_view state) const {
  response.cookie(cookie_of(state), "", 0, secure_);
}

}  // namespace identity
