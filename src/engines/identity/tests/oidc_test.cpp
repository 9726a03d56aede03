// Whose word is believed of who somebody is, and how surely.
#include <doctest/doctest.h>

#include "engines/identity/tests/oidc_site.hpp"

using namespace oidc_site;

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
      {"audiences, not for us",
       [](Liar& l) {
         l.claims["aud"] = base::json::array{"taydo", "x"};
         l.claims["azp"] = "x";
       },
       OidcRefusal::untrusted},
      {"issued to another", [](Liar& l) { l.claims["azp"] = "x"; }, OidcRefusal::untrusted},
      {"not yet", [](Liar& l) { l.claims["nbf"] = noon_s + 61; }, OidcRefusal::untrusted},
      {"nbf is no date", [](Liar& l) { l.claims["nbf"] = "later"; }, OidcRefusal::untrusted},
      {"made later", [](Liar& l) { l.claims["iat"] = noon_s + 61; }, OidcRefusal::untrusted},
      {"made in ages", [](Liar& l) { l.claims["iat"] = 1e300; }, OidcRefusal::untrusted},
      {"ends in ages", [](Liar& l) { l.claims["exp"] = INT64_MAX; }, OidcRefusal::untrusted},
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

TEST_CASE("A key that the provider withdrew opens nothing after ten minutes") {
  support::on_each_database([&](db::Database& db) {
    Liar liar;
    Site site(db, liar.issuer);
    support::Browser lan(site.gate.handler());
    CHECK(location(lan.get(sent_back(liar, lan, "/di?ve=/toi"))) == "/toi");
    const auto stolen = liar.key;
    liar.key = crypto::make_rsa_key();  // under the same name
    liar.signing_key = stolen;
    site.now = noon + 10 * base::minute_us;
    liar.claims["exp"] = noon_s + 3'600;
    support::Browser thief(site.gate.handler());
    CHECK(thief.get(sent_back(liar, thief, "/di")).body ==
          refusal(identity::OidcRefusal::untrusted));
  });
}

TEST_CASE("A new key under an old name is taken, and asked for at most every ten seconds") {
  support::on_each_database([&](db::Database& db) {
    Liar liar;
    Site site(db, liar.issuer);
    support::Browser lan(site.gate.handler()), bao(site.gate.handler());
    CHECK(location(lan.get(sent_back(liar, lan, "/di?ve=/toi"))) == "/toi");
    liar.key = liar.signing_key = crypto::make_rsa_key();
    site.now = noon + 11 * base::second_us;
    CHECK(location(bao.get(sent_back(liar, bao, "/di?ve=/toi"))) == "/toi");
    CHECK(liar.keys_asked == 2);
    liar.signing_key = crypto::make_rsa_key();
    for (int i = 0; i < 5; ++i) {
      support::Browser liars(site.gate.handler());
      CHECK(liars.get(sent_back(liar, liars, "/di")).body ==
            refusal(identity::OidcRefusal::untrusted));
    }
    CHECK(liar.keys_asked == 2);
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
