// A provider that says whatever a test wants it to say, and a site that trusts it.
#pragma once

#include <doctest/doctest.h>

#include <algorithm>
#include <atomic>

#include "engines/identity/assurance.hpp"
#include "engines/identity/gate.hpp"
#include "engines/identity/oidc.hpp"
#include "platform/crypto/crypto.hpp"
#include "platform/crypto/jwt.hpp"
#include "platform/http/tests/wire.hpp"
#include "platform/log/log.hpp"
#include "support/browser.hpp"
#include "support/databases.hpp"

namespace oidc_site {

using base::json::object;
using http::Method;
using http::Response;
using support::location;

inline const base::Instant noon = base::Local::at(*base::Date::of(2026, 11, 22), 12).instant();
inline const std::int64_t noon_s = noon.us / base::second_us;

inline Response json(const object& body) {
  auto response = Response::plain(200, serialize(body));
  response.content_type = "application/json";
  return response;
}

// Made once: making one takes longer than most of a test.
inline const crypto::RsaKey& usual_key() {
  static const auto key = crypto::make_rsa_key();
  return key;
}

// A provider that says whatever the test wants it to say.
struct Liar {
  explicit Liar()
      : server(wire::options(), [this](const auto& request) { return answer(request); }) {
    issuer = "http://127.0.0.1:" + std::to_string(server.port());
    claims = {{"iss", issuer},
              {"aud", "taydo"},
              {"exp", noon_s + 60},
              {"iat", noon_s},
              {"sub", "1"},
              {"acr", "2"},
              {"personal_id", "092196000107"},
              {"name", "Nguyễn Thị Lan"}};
  }

  Response answer(const http::Request& request) {
    if (request.path == "/.well-known/openid-configuration") {
      return json({{"issuer", issuer},
                   {"authorization_endpoint", issuer + "/authorize"},
                   {"token_endpoint", issuer + "/token"},
                   {"jwks_uri", issuer + "/jwks"},
                   {"end_session_endpoint", issuer + "/logout"}});
    }
    if (request.path == "/jwks") {
      ++keys_asked;
      if (keys_status != 200) return Response::plain(keys_status, "");
      const object one = {
          {"kty", "RSA"}, {"kid", "k"}, {"n", key.public_key.n}, {"e", key.public_key.e}};
      return json({{"keys", base::json::array{one}}});
    }
    if (request.path != "/token") return Response::plain(404, "");
    token_asked = http::parse_form(request).value_or(http::Fields());
    if (!token_error.empty()) {
      auto refused = json({{"error", token_error}});
      refused.status = token_status;
      return refused;
    }
    auto said = claims;
    if (!said.contains("nonce")) said["nonce"] = nonce;
    return json({{"id_token", crypto::jwt_sign(serialize(said), signing_key.private_pem, "k")}});
  }

  std::string issuer, nonce, token_error;
  int token_status = 400, keys_status = 200;
  std::atomic<int> keys_asked = 0;
  object claims;
  http::Fields token_asked;
  crypto::RsaKey key = usual_key();
  crypto::RsaKey signing_key = key;
  wire::Server server;
};

struct Site {
  Site(db::Database& database, const std::string& issuer)
      : db(database),
        journal(db, crypto::ed25519_make()),
        sessions(db, journal, false),
        oidc(db, sessions,
             {.issuer = issuer,
              .client_id = "taydo",
              .client_secret = "bí mật",
              .levels = {{"1", 1}, {"2", 2}, {"loa3", 3}},
              .origins = {"https://dvc.example", "http://taydo.test"}},
             std::string(32, 'k')),
        gate(
            db, forest, routes(), {std::string(32, 'k'), {}, false, {}, outside()}, pages(),
            [this] { return now; }, [](auto, auto why) { FAIL(std::string(why)); }) {}

  std::string told(const identity::OidcTrouble& trouble) {
    last = trouble;
    return std::to_string(int(trouble.why));
  }

  Response led_on(const identity::Returned& returned) {
    auto response =
        returned.too_low ? Response::plain(200, "too low") : Response::see_other(returned.path);
    if (!returned.token.empty()) sessions.admit(response, returned.token);
    return response;
  }

  identity::Routes routes() {
    const auto leave = [this](identity::Visit& visit) {
      const int level = visit.fields().get("muc") == "2" ? 2 : 0;
      auto left = oidc.leave(visit, std::string(visit.fields().get("ve")), level);
      return left ? std::move(*left) : Response::plain(503, told(left.error()));
    };
    const auto back = [this](identity::Visit& visit) {
      const auto returned = oidc.come_back(visit);
      auto answer = returned ? led_on(*returned) : Response::plain(400, told(returned.error()));
      oidc.forget(visit, answer);
      return answer;
    };
    const auto who = [](identity::Visit& visit) { return Response::plain(200, visit.who()->name); };
    const auto level = [this](identity::Visit& visit) {
      return Response::plain(200, std::to_string(db.read([&](db::Tx& tx) {
                               return identity::level_of(tx, visit.request());
                             })));
    };
    const auto out = [this](identity::Visit& visit) {
      return Response::plain(
          200, oidc.ends_elsewhere(visit) ? oidc.end_session_address(visit).value() : "no");
    };
    return {{Method::get, "/muc", identity::anyone(), level},
            {Method::get, "/ra", identity::anyone(), out},
            {Method::get, "/di", identity::anyone(), leave},
            {Method::get, "/dang-nhap/tro-lai", identity::anyone(), back},
            {Method::get, "/toi", identity::resident(), who}};
  }

  static identity::OutsidePages outside() {
    const auto lane = identity::oidc_lane;
    return {{"/ra", lane}, {"/di", lane}, {"/dang-nhap/tro-lai", lane}};
  }
  static identity::ErrorPages pages() {
    const auto plain = [](const identity::Visit&) { return Response::plain(404, ""); };
    return {plain, plain, [](const auto&, auto&) { return Response::plain(403, ""); },
            [](const auto&, auto&) { return Response::plain(500, ""); }};
  }

  db::Database& db;
  base::Instant now = noon;
  journal::Journal journal;
  units::Forest forest{db};
  identity::Sessions sessions;
  identity::Oidc oidc;
  identity::Gate gate;
  identity::OidcTrouble last = {};
};

// What the browser was sent to the provider with.
inline http::Fields sent_with(const std::string& address) {
  return http::parse_query(address.substr(address.find('?') + 1)).value();
}

inline std::string refusal(identity::OidcRefusal why) { return std::to_string(int(why)); }

// Goes to the provider from `from` and is sent back: the address to come back by.
inline std::string sent_back(Liar& liar, support::Browser& browser, const std::string& from) {
  const auto asked = sent_with(location(browser.get(from)));
  liar.nonce = asked.get("nonce");
  return "/dang-nhap/tro-lai?code=c&state=" + std::string(asked.get("state"));
}

}  // namespace oidc_site
