// Ways out to the provider and back: whose they are, once, and what is said when they come to
// nothing.
#include <doctest/doctest.h>

#include "engines/identity/tests/oidc_site.hpp"

using namespace oidc_site;

TEST_CASE("An answer to nobody's question, to an old one or to another browser's is refused") {
  using identity::OidcRefusal;
  support::on_each_database([&](db::Database& db) {
    Liar liar;
    Site site(db, liar.issuer);
    const auto stale = refusal(OidcRefusal::stale);
    support::Browser lan(site.gate.handler()), thief(site.gate.handler());
    const auto back = sent_back(liar, lan, "/di?ve=/toi");
    CHECK(thief.get(back).body == stale);
    thief.get("/di");
    CHECK(thief.get(back).body == stale);
    CHECK(lan.get("/dang-nhap/tro-lai?code=c&state=x").body == stale);
    CHECK(site.last.path == "/");
    const auto again = sent_back(liar, lan, "/di?ve=/toi");
    CHECK(lan.get(again + "&iss=http%3A%2F%2Fevil").body == refusal(OidcRefusal::untrusted));
    site.now = noon + 11 * base::minute_us;
    CHECK(lan.get(back).body == stale);
    CHECK(site.last.path == "/toi");  // where beginning again leads
    CHECK(site.last.reference == "");
  });
}

TEST_CASE("A clock that ran ahead leaves no attempt behind that works when it is set back") {
  support::on_each_database([&](db::Database& db) {
    Liar liar;
    Site site(db, liar.issuer);
    support::Browser lan(site.gate.handler());
    site.now = noon + 400 * base::day_us;
    const auto back = sent_back(liar, lan, "/di?ve=/toi");
    site.now = noon;
    CHECK(lan.get(back).body == refusal(identity::OidcRefusal::stale));
    CHECK(location(lan.get(sent_back(liar, lan, "/di?ve=/toi"))) == "/toi");
  });
}

TEST_CASE("Two tabs sign in beside each other, and whoever reloads the answer is led on") {
  support::on_each_database([&](db::Database& db) {
    Liar liar;
    Site site(db, liar.issuer);
    support::Browser lan(site.gate.handler());
    const auto first = sent_back(liar, lan, "/di?ve=/toi");
    const auto nonce = liar.nonce;
    const auto second = sent_back(liar, lan, "/di?ve=/muc");
    CHECK(location(lan.get(second)) == "/muc");
    const auto session = lan.cookies.at("taydo_session");
    liar.nonce = nonce;
    CHECK(location(lan.get(first)) == "/toi");
    CHECK(lan.cookies.at("taydo_session") == session);  // its forms stay good
    CHECK(location(lan.get(first)) == "/toi");
    CHECK(location(lan.get(second)) == "/muc");
    for (const auto& [name, value] : lan.cookies) CHECK_FALSE(name.starts_with("taydo_oidc"));
  });
}

TEST_CASE("A browser that begins again and again keeps five attempts, the newest") {
  support::on_each_database([&](db::Database& db) {
    Liar liar;
    Site site(db, liar.issuer);
    support::Browser lan(site.gate.handler());
    for (int i = 0; i < 9; ++i) {
      site.now = site.now + base::second_us;
      lan.get("/di?ve=/toi");
    }
    const auto back = sent_back(liar, lan, "/di?ve=/toi");
    CHECK(std::count_if(lan.cookies.begin(), lan.cookies.end(),
                        [](const auto& one) { return one.first.starts_with("taydo_oidc"); }) == 5);
    CHECK(location(lan.get(back)) == "/toi");
  });
}

TEST_CASE("A cookie and a code overheard open nothing, though the provider takes codes twice") {
  support::on_each_database([&](db::Database& db) {
    Liar liar;
    Site site(db, liar.issuer);
    support::Browser lan(site.gate.handler());
    const auto back = sent_back(liar, lan, "/di?ve=/toi");
    support::Browser thief(site.gate.handler());
    thief.cookies = lan.cookies;
    CHECK(location(lan.get(back)) == "/toi");
    CHECK(thief.get(back).body == refusal(identity::OidcRefusal::stale));
    CHECK_FALSE(thief.cookies.contains("taydo_session"));
  });
}

TEST_CASE("Each way in which signing in fails is told apart, to the person and in the log") {
  using identity::OidcRefusal;
  struct Case {
    const char* what;
    std::function<void(Liar&)> fail;
    std::string more;  // of the answer
    OidcRefusal why;
    std::string log;  // "": nothing to look into
  };
  const auto token = [](const char* error, int status) {
    return [=](Liar& l) {
      l.token_error = error;
      l.token_status = status;
    };
  };
  const auto nothing = [](Liar&) {};
  const Case cases[] = {
      {"our secret ran out", token("invalid_client", 401), "", OidcRefusal::our_fault,
       "invalid_client"},
      {"we are not known", token("unauthorized_client", 400), "", OidcRefusal::our_fault,
       "unauthorized_client"},
      {"our address is not known", nothing, "&error=invalid_request", OidcRefusal::our_fault,
       "invalid_request"},
      {"their server is ill", token("x", 500), "", OidcRefusal::unavailable, "status 500"},
      {"they are busy", nothing, "&error=temporarily_unavailable", OidcRefusal::unavailable,
       "temporarily_unavailable"},
      {"the code is spent", token("invalid_grant", 400), "", OidcRefusal::stale, ""},
      {"turned back", nothing, "&error=access_denied", OidcRefusal::cancelled, ""},
      {"no keys", [](Liar& l) { l.keys_status = 500; }, "", OidcRefusal::keys, "its keys"},
      {"no key", [](Liar& l) { l.signing_key = crypto::make_rsa_key(); }, "",
       OidcRefusal::untrusted, "signature"},
      {"no number", [](Liar& l) { l.claims.erase("personal_id"); }, "", OidcRefusal::no_number,
       "personal_id"}};
  support::on_each_database([&](db::Database& db) {
    for (const auto& one : cases) {
      CAPTURE(one.what);
      Liar liar;
      Site site(db, liar.issuer);
      support::Browser lan(site.gate.handler());
      const logging::Overheard log;
      const auto back = sent_back(liar, lan, "/di?ve=/toi");
      one.fail(liar);
      CHECK(lan.get(back + one.more).body == refusal(one.why));
      CHECK(site.last.path == "/toi");
      CHECK(site.last.reference.empty() == one.log.empty());
      bool logged = false;
      for (const auto& line : log.lines()) {
        if (line.find("sign-in at") == line.npos) continue;
        CAPTURE(line);
        CHECK(line.find(site.last.reference) != line.npos);
        CHECK(line.find(one.log) != line.npos);
        logged = true;
      }
      CHECK(logged != one.log.empty());
    }
  });
}

TEST_CASE("A provider that is away or answers as another is said to be just that") {
  using identity::OidcRefusal;
  support::on_each_database([&](db::Database& db) {
    Liar liar;
    const auto issuer = liar.issuer;
    liar.issuer = "http://127.0.0.1:1";
    for (const auto& [address, why] : {std::pair(issuer, OidcRefusal::not_openid),
                                       std::pair(liar.issuer, OidcRefusal::unavailable)}) {
      Site site(db, address);
      support::Browser browser(site.gate.handler());
      const auto answer = browser.get("/di");
      CHECK(answer.status == 503);
      CHECK(answer.body == refusal(why));
    }
  });
}
