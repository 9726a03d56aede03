// The provider's four addresses.
#include "services/demo_provider/room.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "base/must.hpp"
#include "platform/crypto/crypto.hpp"
#include "platform/crypto/jwt.hpp"
#include "services/demo_provider/codes.hpp"
#include "services/demo_provider/text.hpp"
#include "services/demo_provider/views.hpp"

namespace demo_provider {
namespace {

using base::json::object;
using base::json::text_at;

constexpr std::string_view key_id = "demo";
constexpr std::int64_t token_life_s = 300;

// What of an authorization request comes back with the choice.
constexpr std::string_view kept[] = {
    "client_id", "redirect_uri",   "response_type",         "scope",      "state",
    "nonce",     "code_challenge", "code_challenge_method", "ui_locales", "acr_values"};

http::Response json(int status, const object& body) {
  http::Response response;
  response.status = status;
  response.content_type = "application/json";
  response.body = serialize(body);
  response.with("Cache-Control", "no-store");
  return response;
}

http::Response refused(int status, std::string_view error) {
  auto response = json(status, {{"error", error}});
  if (status == 401) response.with("WWW-Authenticate", "Basic realm=\"token\"");
  return response;
}

http::Response back(const std::string& redirect, std::string_view name, const std::string& value,
                    const http::Fields& request, const std::string& issuer) {
  const auto state = request.get("state");
  return http::Response::see_other(fmt::format(
      "{}{}{}={}&state={}&iss={}", redirect, redirect.find('?') == std::string::npos ? "?" : "&",
      name, base::url_encoded(value), base::url_encoded(state), base::url_encoded(issuer)));
}

}  // namespace

struct Provider::Inside {
  Options options;
  base::json::array residents;
  crypto::RsaKey key = crypto::make_rsa_key();
  Codes codes = {};

  http::Response configuration() const;
  http::Response keys() const;
  http::Response authorize(const http::Request& request);
  http::Response decide(const http::Fields& form, const std::string& redirect);
  http::Response token(const http::Request& request);
  bool is_client(const http::Request& request, const http::Fields& form) const;
  const object* resident(std::string_view number) const;
  std::string id_token(const object& resident, const Grant& grant, base::Instant now) const;
  http::Response choose(const http::Request& request, const http::Fields& said,
                        std::string error) const;
  ui::Frame frame(const http::Request& request, base::Lang lang) const;
};

Provider::Provider(Options options, base::json::array residents)
    : inside_(new Inside{std::move(options), std::move(residents)}) {}

Provider::~Provider() = default;

http::Response Provider::handle(const http::Request& request) {
  const bool post = request.method == http::Method::post;
  const auto& path = request.path;
  if (!post && path == "/.well-known/openid-configuration") return inside_->configuration();
  if (!post && path == "/jwks") return inside_->keys();
  if (path == "/authorize") return inside_->authorize(request);
  if (post && path == "/token") return inside_->token(request);
  return refused(404, "not_found");
}

http::Response Provider::Inside::configuration() const {
  using base::json::array;
  const auto& issuer = options.issuer;
  return json(200, {{"issuer", issuer},
                    {"authorization_endpoint", issuer + "/authorize"},
                    {"token_endpoint", issuer + "/token"},
                    {"jwks_uri", issuer + "/jwks"},
                    {"response_types_supported", array{"code"}},
                    {"subject_types_supported", array{"public"}},
                    {"id_token_signing_alg_values_supported", array{"RS256"}},
                    {"code_challenge_methods_supported", array{"S256"}},
                    {"authorization_response_iss_parameter_supported", true}});
}

http::Response Provider::Inside::keys() const {
  return json(200, {{"keys", base::json::array{object{{"kty", "RSA"},
                                                      {"use", "sig"},
                                                      {"alg", "RS256"},
                                                      {"kid", key_id},
                                                      {"n", key.public_key.n},
                                                      {"e", key.public_key.e}}}}});
}

// A request that names no client of ours is never redirected: that would lead people anywhere.
http::Response Provider::Inside::authorize(const http::Request& request) {
  const bool post = request.method == http::Method::post;
  const auto said = post ? http::parse_form(request) : http::parse_query(request.query);
  const auto& redirects = options.redirects;
  const auto redirect = said ? std::string(said->get("redirect_uri")) : "";
  if (!said || said->get("client_id") != options.client_id ||
      std::find(redirects.begin(), redirects.end(), redirect) == redirects.end()) {
    return http::Response::page(views::wrong_request(frame(request, base::Lang::vi)), 400);
  }
  const bool good = said->get("response_type") == "code" && said->has("state") &&
                    said->get("code_challenge_method") == "S256" &&
                    said->get("code_challenge").size() == 43;
  if (!good) return back(redirect, "error", "invalid_request", *said, options.issuer);
  if (!post) return choose(request, *said, "");
  if (said->has("turn_back"))
    return back(redirect, "error", "access_denied", *said, options.issuer);
  if (resident(said->get("person")) == nullptr) {
    const auto lang = said->get("ui_locales") == "en" ? base::Lang::en : base::Lang::vi;
    return choose(request, *said, std::string(text::nobody_chosen.in(lang)));
  }
  const auto code = codes.give(
      {std::string(said->get("person")), redirect, std::string(said->get("code_challenge")),
       std::string(said->get("nonce")), said->get("acr_values").starts_with('2') ? 2 : 0},
      options.clock());
  return back(redirect, "code", code, *said, options.issuer);
}

http::Response Provider::Inside::choose(const http::Request& request, const http::Fields& said,
                                        std::string error) const {
  const bool english =
      said.get("lang").empty() ? said.get("ui_locales") == "en" : said.get("lang") == "en";
  views::Choose shown;
  shown.error = std::move(error);
  for (const auto name : kept) {
    shown.request.emplace_back(
        name, name == "ui_locales" ? (english ? "en" : "vi") : std::string(said.get(name)));
  }
  for (const auto& one : residents) {
    const auto& person = one.as_object();
    shown.people.push_back({std::string(text_at(person, "number")),
                            std::string(text_at(person, "name")),
                            std::string(text_at(person, "birth"))});
  }
  const auto lang = english ? base::Lang::en : base::Lang::vi;
  const int status = shown.error.empty() ? 200 : 422;
  auto response = http::Response::page(views::choose(frame(request, lang), shown), status);
  // Browsers apply form-action to the redirect that answers the form too, and it cannot name [::1];
  // so these pages, which hold no data of anyone, do without it.
  response.with("Content-Security-Policy",
                "default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'none'; "
                "frame-ancestors 'none'");
  return response;
}

ui::Frame Provider::Inside::frame(const http::Request& request, base::Lang lang) const {
  ui::Frame frame;
  frame.lang = lang;
  frame.city = options.city;
  frame.title = text::title.in(lang);
  frame.path = request.query.empty() ? request.path : request.path + "?" + request.query;
  return frame;
}

const object* Provider::Inside::resident(std::string_view number) const {
  for (const auto& one : residents) {
    if (text_at(one.as_object(), "number") == number) return &one.as_object();
  }
  return nullptr;
}

bool Provider::Inside::is_client(const http::Request& request, const http::Fields& form) const {
  constexpr std::string_view basic = "Basic ";
  const auto header = request.header("authorization");
  if (!header.starts_with(basic)) {
    return form.get("client_id") == options.client_id &&
           crypto::equal(form.get("client_secret"), options.client_secret);
  }
  const auto expected = crypto::base64(base::url_encoded(options.client_id) + ":" +
                                       base::url_encoded(options.client_secret));
  return crypto::equal(header.substr(basic.size()), expected);
}

// RFC 6749 §4.1.3, RFC 7636 §4.6. A code is spent even by who cannot prove to be its owner.
http::Response Provider::Inside::token(const http::Request& request) {
  const auto form = http::parse_form(request);
  if (!form) return refused(400, "invalid_request");
  if (!is_client(request, *form)) return refused(401, "invalid_client");
  if (form->get("grant_type") != "authorization_code") {
    return refused(400, "unsupported_grant_type");
  }
  const auto now = options.clock();
  const auto grant = codes.redeem(std::string(form->get("code")), now);
  const auto proof = crypto::base64url(crypto::sha256(form->get("code_verifier")));
  const auto* person = grant ? resident(grant->number) : nullptr;
  if (person == nullptr || grant->redirect != form->get("redirect_uri") ||
      !crypto::equal(grant->challenge, proof)) {
    return refused(400, "invalid_grant");
  }
  return json(200, {{"access_token", crypto::random_token()},
                    {"token_type", "Bearer"},
                    {"expires_in", token_life_s},
                    {"id_token", id_token(*person, *grant, now)}});
}

std::string Provider::Inside::id_token(const object& resident, const Grant& grant,
                                       base::Instant now) const {
  const auto seconds = now.us / base::second_us;
  const auto said = [&](std::string_view name) { return std::string(text_at(resident, name)); };
  const object claims = {{"iss", options.issuer},
                         {"sub", crypto::sha256_hex(grant.number).substr(0, 32)},
                         {"aud", options.client_id},
                         {"iat", seconds},
                         {"exp", seconds + token_life_s},
                         {"nonce", grant.nonce},
                         {"acr", std::to_string(std::max<std::int64_t>(
                                     grant.level, base::json::number_at(resident, "level", 2)))},
                         {"personal_id", said("number")},
                         {"name", said("name")},
                         {"birthdate", said("birth")},
                         {"gender", said("gender")},
                         {"ethnicity", said("ethnicity")},
                         {"nationality", said("nationality")},
                         {"address", object{{"formatted", said("residence")}}},
                         {"phone_number", said("phone")},
                         {"email", said("email")}};
  return crypto::jwt_sign(serialize(claims), key.private_pem, key_id);
}

}  // namespace demo_provider
