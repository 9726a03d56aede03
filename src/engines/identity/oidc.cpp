// The two legs of signing in elsewhere: leaving with a challenge, coming back with a code.
#include "engines/identity/oidc.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "base/must.hpp"
#include "engines/identity/attempt.hpp"
#include "engines/identity/issuer.hpp"
#include "engines/identity/sessions.hpp"
#include "engines/identity/store_attempts.hpp"
#include "platform/crypto/crypto.hpp"
#include "platform/crypto/seal.hpp"
#include "platform/log/log.hpp"
#include "platform/outgoing/http.hpp"

namespace identity {
namespace {

// RFC 7636 §4.2
std::string challenge(std::string_view verifier) {
  return crypto::base64url(crypto::sha256(verifier));
}

std::string query_of(const outgoing::Pairs& pairs) {
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

// The provider and its servers as configured may stand in our own network; what its discovery
// document names beside them may not.
outgoing::Bounds bounds_of(const OidcConfig& config) {
  return {.own = {outgoing::server_of(config.issuer)}};
}

// RFC 6749 §4.1.2.1, §5.2 and Core §3.1.2.6: what the other side says in `error`.
OidcRefusal refusal_of(std::string_view error) {
  if (error == "server_error" || error == "temporarily_unavailable") {
    return OidcRefusal::unavailable;
  }
  constexpr std::string_view by_person[] = {"access_denied", "login_required",
                                            "interaction_required", "consent_required",
                                            "account_selection_required"};
  if (std::ranges::find(by_person, error) != std::end(by_person)) return OidcRefusal::cancelled;
  return OidcRefusal::our_fault;
}

std::string_view name(OidcRefusal why) {
  switch (why) {
    case OidcRefusal::unavailable:
      return "it does not answer";
    case OidcRefusal::busy:
      return "too many of ours wait";
    case OidcRefusal::not_openid:
      return "it does not answer as OpenID Connect does";
    case OidcRefusal::keys:
      return "no keys to prove its word by";
    case OidcRefusal::our_fault:
      return "IT REFUSES US, see client_id, client_secret and redirect addresses";
    case OidcRefusal::untrusted:
      return "its word is not proven";
    case OidcRefusal::no_number:
      return "it tells no personal number";
    default:
      return "";
  }
}

// "invalid_client" as it may stand in a log: what they say, a word of theirs.
std::string word_of(std::string_view error) {
  std::string out(error.substr(0, 40));
  for (auto& c : out) {
    const bool good = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
    if (!good) c = '?';
  }
  return out;
}

}  // namespace

struct Oidc::Inside {
  Inside(db::Database& db, Sessions& sessions, OidcConfig said, std::string key)
      : db(db),
        sessions(sessions),
        config(std::move(said)),
        attempts(std::move(key), config.secure),
        lane(std::string(oidc_lane), bounds_of(config)),
        issuer(lane, config.issuer) {}

  db::Database& db;
  Sessions& sessions;
  OidcConfig config;
  Attempts attempts;
  outgoing::Lane lane;
  Issuer issuer;

  std::string origin_for(const http::Request& request) const;
  std::string acr_values(int level) const;
  std::string leaving(const Attempt& attempt, const Endpoints& at, base::Lang lang) const;
  Told<base::json::object> redeem(const std::string& code, const Attempt& attempt,
                                  base::Instant now);
  Told<base::json::object> tokens(const std::string& code, const Attempt& attempt,
                                  const Endpoints& at);
  void add_userinfo(base::json::object& claims, const Endpoints& at, const std::string& token);
  Told<base::json::object> answer(const Visit& visit, const Attempt& attempt);
  bool spend(const Attempt& attempt, base::Instant now) const;
  static bool stands(db::Tx& tx, const Visit& visit, base::PersonId person, int level);
  base::Refused<OidcTrouble> trouble(const Fault& fault, std::string path) const;
};

Oidc::Oidc(db::Database& db, Sessions& sessions, OidcConfig config, std::string secret) {
  base::must(secret.size() == crypto::seal_key_bytes && !config.origins.empty());
  auto key = crypto::sha256(crypto::hmac_sha256_hex(secret, "oidc"));
  inside_.reset(new Inside{db, sessions, std::move(config), std::move(key)});
}

Oidc::~Oidc() = default;

const outgoing::Lane& Oidc::lane() const { return inside_->lane; }

// What the person chose or was late for is no matter for the log.
base::Refused<OidcTrouble> Oidc::Inside::trouble(const Fault& fault, std::string path) const {
  OidcTrouble out{fault.why, "", path.empty() ? "/" : std::move(path)};
  if (fault.why != OidcRefusal::cancelled && fault.why != OidcRefusal::stale) {
    out.reference = crypto::hex(crypto::random_bytes(4));
    const auto line = fmt::format("sign-in at {}, reference {}: {}: {}", config.issuer,
                                  out.reference, name(fault.why), fault.detail);
    fault.why == OidcRefusal::our_fault ? logging::error("{}", line) : logging::warn("{}", line);
  }
  return base::refuse(std::move(out));
}

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

std::string Oidc::Inside::leaving(const Attempt& attempt, const Endpoints& at,
                                  base::Lang lang) const {
  outgoing::Pairs asked = {{"response_type", "code"},
                           {"client_id", config.client_id},
                           {"redirect_uri", attempt.redirect},
                           {"scope", config.scope},
                           {"state", attempt.state},
                           {"nonce", attempt.nonce},
                           {"code_challenge", challenge(attempt.verifier)},
                           {"code_challenge_method", "S256"},
                           {"ui_locales", std::string(base::code(lang))}};
  if (const auto values = acr_values(attempt.level); !values.empty()) {
    asked.emplace_back("acr_values", values);
  }
  const bool has_query = at.authorization.find('?') != std::string::npos;
  return at.authorization + (has_query ? "&" : "?") + query_of(asked);
}

base::Result<http::Response, OidcTrouble> Oidc::leave(const Visit& visit, const std::string& path,
                                                      int level) {
  auto& in = *inside_;
  const auto to = local_path(path);
  const auto where = in.issuer.endpoints(visit.now());
  if (!where) return in.trouble(where.error(), to);
  const Attempt attempt{in.attempts.state_for(to),
                        crypto::random_token(),
                        crypto::random_token() + crypto::random_token(),
                        in.origin_for(visit.request()) + in.config.callback,
                        to,
                        visit.now(),
                        level};
  auto response = http::Response::see_other(in.leaving(attempt, *where, visit.lang()));
  in.attempts.give(visit.request(), response, attempt);
  return response;
}

bool Oidc::ends_elsewhere(const Visit& visit) {
  const auto session = inside_->db.read([&](db::Tx& tx) {
    return session_of(tx, visit.request().cookie(session_cookie), visit.now().local().date);
  });
  if (!session || session->session.provider.empty()) return false;
  const auto known = inside_->issuer.known_endpoints();
  return !known || !known->end_session.empty();
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

void Oidc::forget(const Visit& visit, http::Response& response) const {
  inside_->attempts.take_back(response, visit.fields().get("state"));
}

// Once, over all processes: whoever overhears cookie and code comes too late.
bool Oidc::Inside::spend(const Attempt& attempt, base::Instant now) const {
  return db.write([&](db::Tx& tx) {
    store::forget_attempts(tx, now - 2 * attempt_us);
    return store::spend_attempt(tx, crypto::sha256_hex(attempt.state), now);
  });
}

// Signed in as that person already, as surely: another tab was faster. Its forms stay good.
bool Oidc::Inside::stands(db::Tx& tx, const Visit& visit, base::PersonId person, int level) {
  if (visit.who() == nullptr || visit.who()->officer || visit.who()->person != person) return false;
  const auto session =
      session_of(tx, visit.request().cookie(session_cookie), visit.now().local().date);
  return session && session->session.provider == "oidc" && session->session.level >= level;
}

base::Result<Returned, OidcTrouble> Oidc::come_back(const Visit& visit) {
  auto& in = *inside_;
  const auto state = visit.fields().get("state");
  const auto attempt = in.attempts.find(visit.request(), state, visit.now());
  if (!attempt || !in.spend(*attempt, visit.now())) {
    const auto path = in.attempts.path_of(state);
    if (visit.who() && !path.empty()) return Returned{"", path};
    return in.trouble({OidcRefusal::stale, ""}, path);
  }
  const auto claims = in.answer(visit, *attempt);
  if (!claims) return in.trouble(claims.error(), attempt->path);
  const auto facts = facts_of(*claims, in.config.claims);
  if (!is_personal_number(facts.number)) {
    return in.trouble({OidcRefusal::no_number, "no claim " + in.config.claims.number},
                      attempt->path);
  }
  const auto found = in.config.levels.find(std::string(base::json::text_at(*claims, "acr")));
  const int level = found == in.config.levels.end() ? 0 : found->second;
  const bool too_low = level < attempt->level;
  return in.db.write([&](db::Tx& tx) {
    const auto person = keep_person(in.db, tx, facts, Source::oidc, visit.now());
    if (Inside::stands(tx, visit, person, level)) return Returned{"", attempt->path, too_low};
    const Opening opening{.person = person,
                          .how = "oidc",
                          .level = level,
                          .provider = "oidc",
                          .from = visit.request()};
    return Returned{in.sessions.open(tx, opening, visit.now()), attempt->path, too_low};
  });
}

Told<base::json::object> Oidc::Inside::answer(const Visit& visit, const Attempt& attempt) {
  const auto& said = visit.fields();
  if (said.has("error")) {
    const auto error = said.get("error");
    return base::refuse(Fault{refusal_of(error), "it answers " + word_of(error)});
  }
  // RFC 9207: a code of another provider is not sent to ours.
  if (said.has("iss") && said.get("iss") != config.issuer) {
    return base::refuse(Fault{OidcRefusal::untrusted, "the answer names another issuer"});
  }
  return redeem(std::string(said.get("code")), attempt, visit.now());
}

Told<base::json::object> Oidc::Inside::tokens(const std::string& code, const Attempt& attempt,
                                              const Endpoints& at) {
  const auto basic = crypto::base64(base::url_encoded(config.client_id) + ":" +
                                    base::url_encoded(config.client_secret));
  try {
    const auto answer = outgoing::post_form(lane, at.token,
                                            {{"grant_type", "authorization_code"},
                                             {"code", code},
                                             {"redirect_uri", attempt.redirect},
                                             {"code_verifier", attempt.verifier}},
                                            {{"Authorization", "Basic " + basic}});
    auto json = base::json::parse(answer.body);
    const bool object = json && json->is_object();
    if (answer.status == 200 && object) return std::move(json->get_object());
    const auto error = object ? std::string(base::json::text_at(json->get_object(), "error")) : "";
    const auto detail = fmt::format("for a code: status {} {}", answer.status, word_of(error));
    if (error == "invalid_grant") return base::refuse(Fault{OidcRefusal::stale, detail});
    if (answer.status >= 500 || answer.status == 429) {
      return base::refuse(Fault{OidcRefusal::unavailable, detail});
    }
    const bool ours = !error.empty() || answer.status == 401 || answer.status == 403;
    return base::refuse(Fault{ours ? OidcRefusal::our_fault : OidcRefusal::not_openid, detail});
  } catch (const outgoing::Failure& failure) {
    return base::refuse(fault_of(failure));
  }
}

Told<base::json::object> Oidc::Inside::redeem(const std::string& code, const Attempt& attempt,
                                              base::Instant now) {
  const auto where = issuer.endpoints(now);
  if (!where) return base::refuse(where.error());
  const auto told = tokens(code, attempt, *where);
  if (!told) return told;
  auto claims =
      issuer.claims(base::json::text_at(*told, "id_token"), config.client_id, attempt.nonce, now);
  if (claims && !claims->contains(config.claims.number)) {
    add_userinfo(*claims, *where, std::string(base::json::text_at(*told, "access_token")));
  }
  return claims;
}

// Core §5.3.2: what is said of another subject is not taken.
void Oidc::Inside::add_userinfo(base::json::object& claims, const Endpoints& at,
                                const std::string& token) {
  if (at.userinfo.empty() || token.empty()) return;
  const auto more = fetch_object(lane, at.userinfo, token);
  if (!more || base::json::text_at(*more, "sub") != base::json::text_at(claims, "sub")) return;
  for (const auto& [name, value] : *more) claims.insert({{name, value}});
}

}  // namespace identity
