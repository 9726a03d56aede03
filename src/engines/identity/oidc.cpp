// The two legs of signing in elsewhere: leaving with a challenge, coming back with a code.
#include "engines/identity/oidc.hpp"

#include <fmt/format.h>

#include "base/must.hpp"
#include "engines/identity/forgery.hpp"
#include "engines/identity/issuer.hpp"
#include "engines/identity/sessions.hpp"
#include "platform/crypto/crypto.hpp"
#include "platform/crypto/seal.hpp"
#include "platform/http/client.hpp"

namespace identity {
namespace {

constexpr std::string_view attempt_cookie = "taydo_oidc";
constexpr std::int64_t attempt_us = 10 * base::minute_us;

// What this browser left with; travels sealed in its cookie.
struct Attempt {
  std::string state, nonce, verifier, redirect, path;
  base::Instant at;
  int level = 0;  // asked of the provider
};

std::string sealed(const Attempt& a, std::string_view key) {
  const base::json::object all = {
      {"state", a.state}, {"nonce", a.nonce}, {"verifier", a.verifier}, {"redirect", a.redirect},
      {"path", a.path},   {"at", a.at.us},    {"level", a.level}};
  return crypto::base64url(crypto::seal(key, serialize(all), attempt_cookie));
}

std::optional<Attempt> opened(std::string_view cookie, std::string_view key) {
  const auto bytes = crypto::from_base64url(cookie);
  const auto text = bytes ? crypto::open_seal(key, *bytes, attempt_cookie) : std::nullopt;
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

// RFC 7636 §4.2
std::string challenge(std::string_view verifier) {
  return crypto::base64url(crypto::sha256(verifier));
}

std::string query_of(const http::Pairs& pairs) {
  std::string out;
  for (const auto& [name, value] : pairs) {
    out += fmt::format("{}{}={}", out.empty() ? "" : "&", name, base::url_encoded(value));
  }
  return out;
}

// "1948-00-00": some know the year only.
std::string birth_of(std::string_view said) {
  return std::string(said.ends_with("-00-00") ? said.substr(0, 4) : said);
}

std::string residence_of(const base::json::object& claims, const std::string& name) {
  const auto& address = base::json::object_at(claims, name);
  return std::string(address.empty() ? base::json::text_at(claims, name)
                                     : base::json::text_at(address, "formatted"));
}

PersonFacts facts_of(const base::json::object& claims, const ClaimNames& names) {
  const auto at = [&](const std::string& name) {
    return std::string(base::json::text_at(claims, name));
  };
  return {at(names.number),
          at(names.name),
          birth_of(at(names.birth)),
          at(names.gender),
          at(names.ethnicity),
          at(names.nationality),
          residence_of(claims, names.residence),
          at(names.phone),
          at(names.email)};
}

}  // namespace

struct Oidc::Inside {
  db::Database& db;
  Sessions& sessions;
  OidcConfig config;
  std::string key;
  Issuer issuer;

  std::string origin_for(const http::Request& request) const;
  std::string acr_values(int level) const;
  base::Result<base::json::object, OidcRefusal> redeem(const std::string& code,
                                                       const Attempt& attempt, base::Instant now);
  void add_userinfo(base::json::object& claims, const Endpoints& at,
                    const std::string& token) const;
};

Oidc::Oidc(db::Database& db, Sessions& sessions, OidcConfig config, std::string secret) {
  base::must(secret.size() == crypto::seal_key_bytes && !config.origins.empty());
  auto key = crypto::sha256(crypto::hmac_sha256_hex(secret, "oidc"));
  inside_.reset(new Inside{db, sessions, config, std::move(key), Issuer(config.issuer)});
}

Oidc::~Oidc() = default;

std::string Oidc::Inside::origin_for(const http::Request& request) const {
  for (const auto& origin : config.origins) {
    if (origin.substr(origin.find("://") + 3) == request.header("host")) return origin;
  }
  return config.origins.front();
}

// The provider's names of that level and those above, the lowest first: Core §3.1.2.1 has them in
// order of preference, and nobody is asked for more than the matter needs.
std::string Oidc::Inside::acr_values(int level) const {
  std::multimap<int, std::string> good;
  for (const auto& [acr, has] : config.levels) {
    if (level > 0 && has >= level) good.emplace(has, acr);
  }
  std::string out;
  for (const auto& [has, acr] : good) out += (out.empty() ? "" : " ") + acr;
  return out;
}

base::Result<http::Response, OidcRefusal> Oidc::leave(const Visit& visit, const std::string& path,
                                                      int level) {
  auto& in = *inside_;
  const auto where = in.issuer.endpoints(visit.now());
  if (!where) return base::refuse(OidcRefusal::unavailable);
  const Attempt attempt{crypto::random_token(),
                        crypto::random_token(),
                        crypto::random_token() + crypto::random_token(),
                        in.origin_for(visit.request()) + in.config.callback,
                        local_path(path),
                        visit.now(),
                        level};
  http::Pairs asked = {{"response_type", "code"},
                       {"client_id", in.config.client_id},
                       {"redirect_uri", attempt.redirect},
                       {"scope", in.config.scope},
                       {"state", attempt.state},
                       {"nonce", attempt.nonce},
                       {"code_challenge", challenge(attempt.verifier)},
                       {"code_challenge_method", "S256"},
                       {"ui_locales", std::string(base::code(visit.lang()))}};
  if (const auto values = in.acr_values(level); !values.empty()) {
    asked.emplace_back("acr_values", values);
  }
  const auto query = query_of(asked);
  const bool has_query = where->authorization.find('?') != std::string::npos;
  auto response = http::Response::see_other(where->authorization + (has_query ? "&" : "?") + query);
  response.cookie(attempt_cookie, sealed(attempt, in.key), int(attempt_us / base::second_us),
                  in.config.secure);
  return response;
}

bool Oidc::ends_elsewhere(const Visit& visit) {
  const auto session = inside_->db.read([&](db::Tx& tx) {
    return session_of(tx, visit.request().cookie(session_cookie), visit.now().local().date);
  });
  return session && !session->session.provider.empty() && end_session_address(visit).has_value();
}

std::optional<std::string> Oidc::end_session_address(const Visit& visit) {
  auto& in = *inside_;
  const auto where = in.issuer.endpoints(visit.now());
  if (!where || where->end_session.empty()) return std::nullopt;
  const bool has_query = where->end_session.find('?') != std::string::npos;
  return where->end_session + (has_query ? "&" : "?") +
         query_of({{"client_id", in.config.client_id},
                   {"post_logout_redirect_uri", in.origin_for(visit.request()) + "/"},
                   {"ui_locales", std::string(base::code(visit.lang()))}});
}

void Oidc::forget(http::Response& response) const {
  response.cookie(attempt_cookie, "", 0, inside_->config.secure);
}

base::Result<Returned, OidcRefusal> Oidc::come_back(const Visit& visit) {
  auto& in = *inside_;
  const auto& said = visit.fields();
  const auto attempt = opened(visit.request().cookie(attempt_cookie), in.key);
  if (!attempt || visit.now() - attempt->at > attempt_us ||
      !crypto::equal(attempt->state, said.get("state"))) {
    return base::refuse(OidcRefusal::stale);
  }
  if (said.get("error") == "access_denied") return base::refuse(OidcRefusal::cancelled);
  if (said.has("error")) return base::refuse(OidcRefusal::unavailable);
  // RFC 9207: a code of another provider is not sent to ours.
  if (said.has("iss") && said.get("iss") != in.config.issuer) {
    return base::refuse(OidcRefusal::untrusted);
  }
  const auto claims = in.redeem(std::string(said.get("code")), *attempt, visit.now());
  if (!claims) return base::refuse(claims.error());
  const auto facts = facts_of(*claims, in.config.claims);
  if (!is_personal_number(facts.number)) return base::refuse(OidcRefusal::no_number);
  const auto found = in.config.levels.find(std::string(base::json::text_at(*claims, "acr")));
  const int level = found == in.config.levels.end() ? 0 : found->second;
  return in.db.write([&](db::Tx& tx) {
    const auto person = keep_person(in.db, tx, facts, Source::oidc, visit.now());
    const Opening opening{.person = person,
                          .how = "oidc",
                          .level = level,
                          .provider = "oidc",
                          .from = visit.request()};
    return Returned{person, in.sessions.open(tx, opening, visit.now()), attempt->path,
                    level < attempt->level};
  });
}

base::Result<base::json::object, OidcRefusal> Oidc::Inside::redeem(const std::string& code,
                                                                   const Attempt& attempt,
                                                                   base::Instant now) {
  const auto where = issuer.endpoints(now);
  if (!where) return base::refuse(OidcRefusal::unavailable);
  const auto basic = crypto::base64(base::url_encoded(config.client_id) + ":" +
                                    base::url_encoded(config.client_secret));
  http::ClientAnswer answer;
  try {
    answer = http::post_form(where->token,
                             {{"grant_type", "authorization_code"},
                              {"code", code},
                              {"redirect_uri", attempt.redirect},
                              {"code_verifier", attempt.verifier}},
                             {{"Authorization", "Basic " + basic}});
  } catch (const http::Failure&) {
    return base::refuse(OidcRefusal::unavailable);
  }
  auto said = base::json::parse(answer.body);
  if (!said || !said->is_object()) return base::refuse(OidcRefusal::unavailable);
  const auto& tokens = said->get_object();
  if (answer.status != 200) {
    const bool spent = base::json::text_at(tokens, "error") == "invalid_grant";
    return base::refuse(spent ? OidcRefusal::stale : OidcRefusal::unavailable);
  }
  auto claims =
      issuer.claims(base::json::text_at(tokens, "id_token"), config.client_id, attempt.nonce, now);
  if (!claims) return base::refuse(OidcRefusal::untrusted);
  if (!claims->contains(config.claims.number)) {
    add_userinfo(*claims, *where, std::string(base::json::text_at(tokens, "access_token")));
  }
  return std::move(*claims);
}

// Core §5.3.2: what is said of another subject is not taken.
void Oidc::Inside::add_userinfo(base::json::object& claims, const Endpoints& at,
                                const std::string& token) const {
  if (at.userinfo.empty() || token.empty()) return;
  const auto more = fetch_object(at.userinfo, token);
  if (!more || base::json::text_at(*more, "sub") != base::json::text_at(claims, "sub")) return;
  for (const auto& [name, value] : *more) claims.insert({{name, value}});
}

}  // namespace identity
