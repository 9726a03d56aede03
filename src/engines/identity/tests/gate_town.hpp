// A little town behind a gate, for the tests of it: a form, pages for officers, one that breaks.
#pragma once

#include <doctest/doctest.h>

#include "engines/identity/gate.hpp"
#include "engines/journal/acts.hpp"
#include "platform/crypto/crypto.hpp"
#include "support/browser.hpp"
#include "support/databases.hpp"

namespace gate_town {

using http::Method;
using http::Response;
using support::Browser;
using support::location;

inline const base::Instant nine = base::Local::at(*base::Date::of(2026, 11, 23), 9).instant();
inline const base::UnitId ninh_kieu{31135}, cai_khe{31120};

inline std::string shown(const identity::Visit& visit) {
  std::string out = std::string(base::code(visit.lang())) + " ";
  out += visit.who() ? visit.who()->name : "nobody";
  return out;
}

// A little town: a form, a page for officers, one that opens data, one that breaks.
struct Town {
  explicit Town(db::Database& database, bool secure = false)
      : db(database),
        secure(secure),
        journal(db, crypto::ed25519_make()),
        sessions(db, journal, false) {
    lan = person("Nguyễn Thị Lan");
    bao = person("Trần Quốc Bảo");
    minh = person("Phạm Văn Minh");
    appoint("SPECIALIST", ninh_kieu, 2025, std::nullopt);
    appoint("LEADER", cai_khe, 2025, base::Date::of(2026, 11, 22));
    identity::GateOptions options{std::string(32, 'k'), {"https://taydo.test"}, secure};
    options.charges = [](auto&, auto& who, auto&) {
      return identity::Charges{{4, {true, &who.positions.front()}}};  // no other matter
    };
    gate = std::make_unique<identity::Gate>(
        db, forest, routes(), options, pages(), [this] { return now; },
        [this](std::string_view, std::string_view why) { reported = why; });
  }

  base::PersonId person(std::string name) {
    return db.write([&](db::Tx& tx) {
      return identity::keep_person(db, tx, {.name = name}, identity::Source::desk, nine);
    });
  }

  void appoint(std::string role, base::UnitId unit, int year, std::optional<base::Date> to) {
    db.write([&](db::Tx& tx) {
      identity::appoint(db, tx,
                        {.person = minh,
                         .unit = unit,
                         .role = role,
                         .title = {"Chức vụ", ""},
                         .from = *base::Date::of(year, 7, 1),
                         .to = to});
    });
  }

  identity::Routes routes() {
    using identity::Visit;
    const auto form = [this](Visit& visit) {
      auto held = visit.held();
      kept = held ? std::string(held->get("name")) : "nothing";
      if (held && held->upload("paper")) kept += "+" + held->upload("paper")->bytes;
      return Response::page(base::h("<form>{}</form>{}", visit.marks(), shown(visit)));
    };
    const auto take = [this](Visit& visit) {
      taken = std::string(visit.fields().get("name")) + " by " + shown(visit);
      act = visit.act();
      return Response::see_other("/xong");
    };
    const auto show = [](Visit& visit) { return Response::page(base::h("{}", shown(visit))); };
    const auto open = [this](Visit& visit) {
      auto& purpose =
          visit.purpose("one_stop.appraise", std::int64_t(visit.param("id").size()) - 1);
      base::Personal(lan, 0).open(purpose);
      visit.tell();  // what is opened after it is told later, and nobody twice
      for (const auto id : {lan, bao, minh}) base::Personal(id, 0).open(purpose);
      return Response::page(base::h("{}", shown(visit)));
    };
    const auto note = [](Visit& visit) {
      return Response::page(
          base::h(R"(<main><form method="post" action="/ghi">{}<input name="name" type="text">)"
                  R"(<select name="kind"><option value="a" selected>A</option>)"
                  R"(<option value="b">B</option></select></form></main>)",
                  visit.marks()));
    };
    const auto write = [this](Visit& visit) {
      db.write([&](db::Tx& tx) {
        if (journal::Journal::find_act(tx, visit.act())) return;
        journal.append(tx, visit.now(),
                       {.act = visit.act(),
                        .actor = visit.who()->actor(),
                        .verb = "test.write",
                        .subject_kind = "test",
                        .subject = 1});
        written += std::string(visit.fields().get("name")) + " ";
      });
      return Response::see_other("/xong");
    };
    const auto fail = [](Visit&) -> Response { throw std::runtime_error("disk on fire"); };
    return {
        {Method::get, "/", identity::anyone(), form},
        {Method::post, "/", identity::anyone(), take},
        {Method::get, "/to-khai", identity::resident(), form},
        {Method::post, "/to-khai", identity::resident(), take},
        {Method::post, "/nop", identity::resident(), take, http::with_uploads},
        {Method::post, "/ngan", identity::anyone(), take, {.body_bytes_max = 400, .fields_max = 4}},
        {Method::get, "/viec", identity::officer(), show},
        {Method::get, "/duyet", identity::officer({"LEADER"}), show},
        {Method::get, "/tham-dinh", identity::officer({"LEADER", "SPECIALIST"}), show},
        {Method::get, "/xem/{id}", identity::officer().open(), open},
        {Method::get, "/ghi", identity::resident(), note},
        {Method::post, "/ghi", identity::resident(), write},
        {Method::get, "/hong", identity::anyone(), fail}};
  }

  static identity::ErrorPages pages() {
    using identity::Visit;
    return {[](const Visit&) { return Response::plain(200, "not found"); },
            [](const Visit&) { return Response::plain(200, "bad request"); },
            [](const Visit& visit, const std::string& page) {
              return Response::page(base::h("{}<p>{}</p>", visit.marks(), page));
            },
            [](const Visit&, const std::string& reference) {
              return Response::plain(200, "failed " + reference);
            }};
  }

  void sign_in(Browser& browser, base::PersonId who, bool officer) {
    const http::Request from;
    const auto token = db.write([&](db::Tx& tx) {
      return sessions.open(tx, {.person = who, .officer = officer, .how = "test", .from = from},
                           now);
    });
    browser.cookies["taydo_session"] = token;
  }

  Browser browser() {
    return Browser([this](http::Request request) {
      request.secure = secure;
      return gate->answer(request);
    });
  }

  db::Database& db;
  const bool secure;
  base::Instant now = nine;
  journal::Journal journal;
  units::Forest forest{db};
  identity::Sessions sessions;
  base::PersonId lan, bao, minh;
  std::unique_ptr<identity::Gate> gate;
  std::string reported, kept, taken, act, written;
};

inline void in_town(const std::function<void(Town&)>& body) {
  support::on_each_database([&](db::Database& db) {
    Town town(db);
    body(town);
  });
}

}  // namespace gate_town
