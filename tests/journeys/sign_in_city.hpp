// The city with its provider, both on real sockets, for tests of signing in.
#pragma once

#include <memory>
#include <string>

#include "engines/identity/founding.hpp"
#include "engines/identity/gate.hpp"
#include "engines/identity/totp.hpp"
#include "platform/config/config.hpp"
#include "platform/crypto/crypto.hpp"
#include "platform/http/tests/wire.hpp"
#include "services/account/room.hpp"
#include "services/demo_provider/room.hpp"
#include "support/browser.hpp"
#include "support/databases.hpp"
#include "support/over_wire.hpp"

namespace sign_in {

using http::Method;
using http::Response;
using support::Browser;
using support::location;

inline const std::string secret(32, 'k');

inline std::string address(const wire::Server& server) {
  return "http://127.0.0.1:" + std::to_string(const_cast<wire::Server&>(server).port());
}

// "/path?query" of a whole address.
inline std::string path_of(const std::string& address) {
  return address.substr(address.find('/', address.find("://") + 3));
}

inline base::json::array residents() {
  return base::json::array{
      {{"number", "092196000107"},
       {"name", "Nguyễn Thị Lan"},
       {"birth", "1996-03-14"},
       {"gender", "female"},
       {"residence", "12 Hai Bà Trưng"},
       {"phone", "0912000107"}},
      {{"number", "094148000033"}, {"name", "Thạch Thị Sa Rinh"}, {"birth", "1948"}}};
}

inline identity::Chrome chrome() {
  identity::Chrome chrome;
  chrome.frame = [](const identity::Visit& visit, std::string title) {
    ui::Frame frame;
    frame.lang = visit.lang();
    frame.title = title;
    return frame;
  };
  chrome.officer_page = [frame = chrome.frame](const identity::Visit& visit, ui::OfficerPage page) {
    return ui::officer_page(frame(visit, ""), page);
  };
  chrome.not_found = [](const identity::Visit&) { return Response::plain(404, "not found"); };
  return chrome;
}

inline identity::ErrorPages pages() {
  const auto plain = [](const identity::Visit&) { return Response::plain(404, "not found"); };
  return {plain, plain,
          [](const auto&, const std::string& page) { return Response::plain(403, page); },
          [](const auto&, const std::string& number) { return Response::plain(500, number); }};
}

// The city with its provider, both on free ports.
struct City {
  explicit City(db::Database& database)
      : db(database),
        journal(db, crypto::ed25519_make()),
        accounts(db, journal, secret, false),
        factor(db, journal, secret, false),
        sessions(db, journal, false),
        site(wire::options(), [this](const auto& request) { return gate->answer(request); }),
        id(wire::options(), [this](const auto& request) { return provider->handle(request); }) {
    provider = std::make_unique<demo_provider::Provider>(
        demo_provider::Options{address(id),
                               "taydo",
                               "bí mật",
                               {address(site) + "/dang-nhap/tro-lai"},
                               {},
                               [this] { return now; }},
        residents());
    demand("CLERK");  // no administrator of these walks has to enrol, unless the walk says so
    oidc = std::make_unique<identity::Oidc>(db, sessions,
                                            identity::OidcConfig{.issuer = address(id),
                                                                 .client_id = "taydo",
                                                                 .client_secret = "bí mật",
                                                                 .levels = {{"2", 2}},
                                                                 .origins = {address(site)}},
                                            secret);
    room = std::make_unique<account::Room>(
        db, accounts, factor, sessions, *oidc, chrome(),
        account::Options{
            .provider = {"VNeID (mô phỏng)", "VNeID (simulated)"},
            .simulated = true,
            .demo = {{"minh", "taydo-demo-minh", "Phạm Văn Minh", {"Văn thư", "Clerk"}}},
            .unit_name = [](auto, auto) {
              return base::Words{"Phường Ninh Kiều", ""};
            }});
    auto routes = room->routes();
    const auto form = [this](identity::Visit& visit) {
      const auto held = visit.held();
      kept = held ? std::string(held->get("name")) : "";
      return Response::page(base::h("<form>{}</form>{}", visit.marks(), visit.who()->name));
    };
    routes.push_back({Method::get, "/to-khai", identity::resident(), form});
    routes.push_back({Method::post, "/to-khai", identity::resident(), form});
    routes.push_back({Method::get, "/viec", identity::officer(), form});
    gate = std::make_unique<identity::Gate>(
        db, forest, routes,
        identity::GateOptions{secret, {address(site)}, false, {}, account::Room::outside()},
        pages(), [this] { return now; }, [this](auto, auto why) { trouble = why; });
  }

  // From now on who holds that role must have a second factor.
  void demand(std::string_view role) {
    const base::json::object entry = {{"from", "2025-01-01"}, {"roles", base::json::array{role}}};
    db.write([&](db::Tx& tx) {
      config::set(tx, now, "second_factor", {{"demanded", base::json::array{entry}}});
    });
  }
  // What an app shows that was given the key on that page.
  std::string code(const std::string& page) const {
    const auto from = page.find("<code>") + 6;
    std::string secret;
    unsigned held = 0;
    int bits = 0;
    for (const char c : page.substr(from, page.find("</code>", from) - from)) {
      if (c == ' ') continue;
      held = held << 5 | unsigned(c >= 'A' ? c - 'A' : c - '2' + 26);
      if ((bits += 5) >= 8) secret += char(held >> (bits -= 8) & 255);
    }
    return identity::totp::code(secret, identity::totp::step_at(now));
  }

  Browser browser() { return Browser(support::over_wire(site.port()), address(site)); }
  Browser at_provider() { return Browser(support::over_wire(id.port()), address(id)); }

  // From the sign-in page to the provider's form for `who`, and back with what it answers.
  std::string redeemed(Browser& browser, const std::string& ve, const std::string& who) {
    const auto leaving = location(browser.get("/dang-nhap/cong-dan?ve=" + ve));
    auto provider_browser = at_provider();
    const auto page = provider_browser.get(path_of(leaving));
    CHECK(page.status == 200);
    CHECK(page.body.find("Thạch Thị Sa Rinh") != std::string::npos);
    Browser::Pairs choice = {{"person", who}};
    for (const char* name : {"client_id", "redirect_uri", "response_type", "scope", "state",
                             "nonce", "code_challenge", "code_challenge_method", "ui_locales"}) {
      choice.emplace_back(name, support::hidden(page.body, name));
    }
    return path_of(location(provider_browser.post("/authorize", choice)));
  }

  db::Database& db;
  base::Instant now = base::Local::at(*base::Date::of(2026, 11, 22), 9).instant();
  journal::Journal journal;
  identity::Accounts accounts;
  units::Forest forest{db};
  identity::SecondFactor factor;
  identity::Sessions sessions;
  std::unique_ptr<demo_provider::Provider> provider;
  std::unique_ptr<identity::Oidc> oidc;
  std::unique_ptr<account::Room> room;
  std::unique_ptr<identity::Gate> gate;
  std::string kept, trouble;
  wire::Server site, id;
};

}  // namespace sign_in
