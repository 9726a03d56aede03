#include "engines/identity/oidc.hpp"

#include <doctest/doctest.h>

#include "engines/identity/assurance.hpp"
#include "engines/identity/gate.hpp"
#include "platform/crypto/crypto.hpp"
#include "platform/crypto/jwt.hpp"
#include "platform/http/tests/wire.hpp"
#include "support/browser.hpp"
#include "support/databases.hpp"

namespace {

using base::json::object;
using http::Method;
using http::Response;
using support::location;

const base::Instant noon = base::Local::at(*base::Date::of(2026, 11, 22), 12).instant();
const std::int64_t noon_s = noon.us / base::second_us;

Response json(const object& body) {
  auto response = Response::plain(200, serialize(body));
  response.content_type = "application/json";
  return response;
}

// A provider that says whatever the test wants it to say.
struct Liar {
  explicit Liar()
      : server(wire::options(), [this](const auto& request) { return answer(request); }) {
    issuer = "http://127.0.0.1:" + std::to_string(server.port());
    claims = {{"iss", issuer},
              {"aud", "taydo"},
              {"exp", noon_s + 60},
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
      const object one = {
          {"kty", "RSA"}, {"kid", "k"}, {"n", key.public_key.n}, {"e", key.public_key.e}};
      return json({{"keys", base::json::array{one}}});
    }
    if (request.path != "/token") return Response::plain(404, "");
    token_asked = http::parse_form(request).value_or(http::Fields());
    auto said = claims;
    if (!said.contains("nonce")) said["nonce"] = nonce;
    return json({{"id_token", crypto::jwt_sign(serialize(said), signing_key.private_pem, "k")}});
  }

  std::string issuer, nonce;
  object claims;
  http::Fields token_asked;
  crypto::RsaKey key = crypto::make_rsa_key();
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
            db, forest, routes(), {std::string(32, 'k'), {}, false}, pages(),
            [this] { return now; }, [](auto, auto why) { FAIL(std::string(why)); }) {}

  identity::Routes routes() {
    const auto leave = [this](identity::Visit& visit) {
      const int level = visit.fields().get("muc") == "2" ? 2 : 0;
      auto left = oidc.leave(visit, std::string(visit.fields().get("ve")), level);
      return left ? std::move(*left) : Response::plain(503, "unavailable");
    };
    const auto back = [this](identity::Visit& visit) {
      const auto returned = oidc.come_back(visit);
      if (!returned) return Response::plain(400, std::to_string(int(returned.error())));
      auto response =
          returned->too_low ? Response::plain(200, "too low") : Response::see_other(returned->path);
      sessions.admit(response, returned->token);
      return response;
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
};

// What the browser was sent to the provider with.
http::Fields sent_with(const std::string& address) {
  return http::parse_query(address.substr(address.find('?') + 1)).value();
}

std::string refusal(identity::OidcRefusal why) { return std::to_string(int(why)); }

}  // namespace

TEST_CASE("A token that is not for us, not now or not theirs opens nothing") {
  using identity::OidcRefusal;
  Liar liar;
  struct Case {
    const char* what;
    std::function<void(Liar&)> lie;
    OidcRefusal why;
  };
  const Case cases[] = {
      {"nonce", [](Liar& l) { l.claims["nonce"] = "another"; }, OidcRefusal::untrusted},
      {"issuer", [](Liar& l) { l.claims["iss"] = "http://evil"; }, OidcRefusal::untrusted},
      {"audience", [](Liar& l) { l.claims["aud"] = "another"; }, OidcRefusal::untrusted},
      {"audiences",
       [](Liar& l) {
         l.claims["aud"] = base::json::array{"taydo", "x"};
       },
       OidcRefusal::untrusted},
      {"expired", [](Liar& l) { l.claims["exp"] = noon_s - 61; }, OidcRefusal::untrusted},
      {"no end", [](Liar& l) { l.claims.erase("exp"); }, OidcRefusal::untrusted},
      {"signature", [](Liar& l) { l.signing_key = crypto::make_rsa_key(); },
       OidcRefusal::untrusted},
      {"no number", [](Liar& l) { l.claims["personal_id"] = "12345678901"; },
       OidcRefusal::no_number}};
  support::on_each_database([&](db::Database& db) {
    const auto truth = liar.claims;
    const auto key = liar.signing_key;
    for (const auto& one : cases) {
      CAPTURE(one.what);
      Site site(db, liar.issuer);
      support::Browser browser(site.gate.handler());
      const auto asked = sent_with(location(browser.get("/di?ve=/toi")));
      liar.nonce = asked.get("nonce");
      one.lie(liar);
      const auto back = "/dang-nhap/tro-lai?code=c&state=" + std::string(asked.get("state"));
      const auto answer = browser.get(back);
      CHECK(answer.status == 400);
      CHECK(answer.body == refusal(one.why));
      CHECK_FALSE(browser.cookies.contains("taydo_session"));
      liar.claims = truth;
      liar.signing_key = key;
    }
    CHECK(db.read([](db::Tx& tx) {
      return identity::person_by_number(tx, "092196000107").has_value();
    }) == false);
  });
}

TEST_CASE("An honest answer opens a session for the person it names, and goes where they wanted") {
  support::on_each_database([&](db::Database& db) {
    Liar liar;
    Site site(db, liar.issuer);
    support::Browser browser(site.gate.handler());
    const auto leaving = location(browser.get("/di?ve=/toi"));
    CHECK(leaving.starts_with(liar.issuer + "/authorize?"));
    const auto asked = sent_with(leaving);
    CHECK(asked.get("redirect_uri") == "http://taydo.test/dang-nhap/tro-lai");
    CHECK(asked.get("code_challenge_method") == "S256");
    liar.nonce = asked.get("nonce");
    liar.claims["aud"] = base::json::array{"taydo"};
    const auto back = "/dang-nhap/tro-lai?code=c&state=" + std::string(asked.get("state"));
    CHECK(location(browser.get(back)) == "/toi");
    CHECK(browser.get("/toi").body == "Nguyễn Thị Lan");
    const auto proof = crypto::base64url(crypto::sha256(liar.token_asked.get("code_verifier")));
    CHECK(asked.get("code_challenge") == proof);
    const auto lan = db.read([](db::Tx& tx) {
      const auto id = identity::person_by_number(tx, "092196000107");
      REQUIRE(id);
      const auto entries = journal::Journal::of(tx, "person", id->value);
      REQUIRE(entries.size() == 1);
      CHECK(entries[0].verb == "account.sign_in");
      CHECK(base::json::canonical(entries[0].facts) == R"({"how":"oidc","level":2})");
      return *id;
    });
    CHECK(site.sessions.open_of(lan, noon).size() == 1);
  });
}

TEST_CASE("An answer to nobody's question, to an old one or to another browser's is refused") {
  support::on_each_database([&](db::Database& db) {
    Liar liar;
    Site site(db, liar.issuer);
    const auto stale = refusal(identity::OidcRefusal::stale);
    support::Browser lan(site.gate.handler()), thief(site.gate.handler());
    const auto state = std::string(sent_with(location(lan.get("/di"))).get("state"));
    const auto back = "/dang-nhap/tro-lai?code=c&state=" + state;
    CHECK(thief.get(back).body == stale);
    thief.get("/di");
    CHECK(thief.get(back).body == stale);
    CHECK(lan.get("/dang-nhap/tro-lai?code=c&state=x").body == stale);
    CHECK(lan.get("/dang-nhap/tro-lai?error=access_denied&state=" + state).body ==
          refusal(identity::OidcRefusal::cancelled));
    CHECK(lan.get(back + "&iss=http%3A%2F%2Fevil").body ==
          refusal(identity::OidcRefusal::untrusted));
    site.now = noon + 11 * base::minute_us;
    CHECK(lan.get(back).body == stale);
  });
}

TEST_CASE("A provider that is away, or answers as another, is said to be unavailable") {
  support::on_each_database([&](db::Database& db) {
    Liar liar;
    const auto issuer = liar.issuer;
    liar.issuer = "http://127.0.0.1:1";
    for (const auto& one : {issuer, liar.issuer}) {
      Site site(db, one);
      support::Browser browser(site.gate.handler());
      CHECK(browser.get("/di").status == 503);
    }
  });
}

TEST_CASE("An ES256 token is read as RFC 7515, appendix A.3, signed it, and not when altered") {
  const crypto::EcPublicKey key{"f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU",
                                "x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a0"};
  const std::string token =
      "eyJhbGciOiJFUzI1NiJ9."
      "eyJpc3MiOiJqb2UiLA0KICJleHAiOjEzMDA4MTkzODAsDQogImh0dHA6Ly9leGFtcGxlLmNv"
      "bS9pc19yb290Ijp0cnVlfQ.DtEhU3ljbEg8L38VWAfUAqOyKAM6-Xx-"
      "F4GawxaepmXFCgfTjDxw5djxLa8ISlSApmWQxf"
      "KTUJqPP3-Kg6NU1Q";
  CHECK(crypto::jwt_algorithm(token) == "ES256");
  const auto claims = crypto::jwt_open(token, key);
  REQUIRE(claims);
  CHECK(claims->find("\"iss\":\"joe\"") != std::string::npos);
  auto altered = token;
  altered[30] = altered[30] == 'A' ? 'B' : 'A';
  CHECK_FALSE(crypto::jwt_open(altered, key));
  CHECK_FALSE(crypto::jwt_open(token, crypto::make_rsa_key().public_key));
  CHECK_FALSE(crypto::jwt_open(token, crypto::EcPublicKey{key.y, key.x}));
  CHECK_FALSE(crypto::jwt_open(token.substr(0, token.size() - 4), key));
}

TEST_CASE(
    "A surer sign-in is asked of the provider by its own names, and told when it fell short") {
  support::on_each_database([&](db::Database& db) {
    Liar liar;
    Site site(db, liar.issuer);
    support::Browser browser(site.gate.handler());
    CHECK(sent_with(location(browser.get("/di?ve=/toi"))).get("acr_values") == "");
    const auto asked = sent_with(location(browser.get("/di?ve=/toi&muc=2")));
    CHECK(asked.get("acr_values") == "2 loa3");
    liar.nonce = asked.get("nonce");
    liar.claims["acr"] = "1";
    const auto back = "/dang-nhap/tro-lai?code=c&state=" + std::string(asked.get("state"));
    CHECK(browser.get(back).body == "too low");
    CHECK(browser.get("/muc").body == "1");
    const auto again = sent_with(location(browser.get("/di?ve=/toi&muc=2")));
    liar.nonce = again.get("nonce");
    liar.claims["acr"] = "2";
    CHECK(location(browser.get("/dang-nhap/tro-lai?code=c&state=" +
                               std::string(again.get("state")))) == "/toi");
    CHECK(browser.get("/muc").body == "2");
  });
}

TEST_CASE("Who signed in elsewhere is led to sign out there too, if the provider lets them") {
  support::on_each_database([&](db::Database& db) {
    Liar liar;
    Site site(db, liar.issuer);
    support::Browser browser(site.gate.handler());
    CHECK(browser.get("/ra").body == "no");
    const auto asked = sent_with(location(browser.get("/di?ve=/toi")));
    liar.nonce = asked.get("nonce");
    browser.get("/dang-nhap/tro-lai?code=c&state=" + std::string(asked.get("state")));
    CHECK(browser.get("/ra").body ==
          liar.issuer +
              "/logout?client_id=taydo&post_logout_redirect_uri=http%3A%2F%2Ftaydo.test%2F" +
              "&ui_locales=vi");
  });
}

TEST_CASE("A city's own file says how to reach the provider and what it calls things") {
  const auto said = base::json::parse(R"({"issuer": "https://id.example.vn", "client_id": "city",
    "levels": {"urn:vn:level:2": 2}, "claims": {"number": "so_dinh_danh"}})");
  identity::OidcConfig config;
  identity::read_settings(said->as_object(), config);
  CHECK(config.issuer == "https://id.example.vn");
  CHECK(config.scope == "openid profile phone address email");
  CHECK(config.levels.at("urn:vn:level:2") == 2);
  CHECK(config.claims.number == "so_dinh_danh");
  CHECK(config.claims.name == "name");
}
