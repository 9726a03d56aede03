#include "engines/identity/gate.hpp"

#include <doctest/doctest.h>

#include "platform/crypto/crypto.hpp"
#include "support/browser.hpp"
#include "support/databases.hpp"

namespace {

using http::Method;
using http::Response;
using support::Browser;
using support::location;

const base::Instant nine = base::Local::at(*base::Date::of(2026, 11, 23), 9).instant();
const base::UnitId ninh_kieu{31135}, cai_khe{31120};

std::string shown(const identity::Visit& visit) {
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
  std::string reported, kept, taken, act;
};

void in_town(const std::function<void(Town&)>& body) {
  support::on_each_database([&](db::Database& db) {
    Town town(db);
    body(town);
  });
}

}  // namespace

TEST_CASE(
    "Who may not see a page is told that there is none; who is not known is asked to sign in") {
  in_town([](Town& town) {
    auto minh = town.browser(), lan = town.browser(), nobody = town.browser();
    town.sign_in(minh, town.minh, true);
    town.sign_in(lan, town.lan, false);
    CHECK(minh.get("/viec").status == 200);
    CHECK(minh.get("/tham-dinh").status == 200);
    CHECK(minh.get("/duyet").status == 404);  // leader until yesterday
    CHECK(minh.get("/to-khai").status == 404);
    CHECK(lan.get("/to-khai").status == 200);
    CHECK(lan.get("/viec").status == 404);
    CHECK(lan.get("/nowhere").status == 404);
    const auto asked = nobody.get("/tham-dinh?trang=2");
    CHECK(asked.status == 303);
    CHECK(location(asked) == "/dang-nhap?ve=%2Ftham-dinh%3Ftrang%3D2");
    town.now = nine - base::day_us;
    CHECK(minh.get("/duyet").status == 200);
    CHECK(nobody.post("/nowhere", {}).status == 404);
    CHECK(nobody.post("/viec", {}).status == 405);
  });
}

TEST_CASE("A session ends after an hour of idleness, after its day, and on signing in again") {
  in_town([](Town& town) {
    auto lan = town.browser(), minh = town.browser();
    town.sign_in(lan, town.lan, false);
    town.sign_in(minh, town.minh, true);
    for (int i = 0; i < 10; ++i) {  // 9:00 to 16:30: a click every 50 minutes keeps it open
      CHECK(lan.get("/to-khai").status == 200);
      CHECK(minh.get("/viec").status == 200);
      town.now = town.now + 50 * base::minute_us;
    }
    town.now = nine + 8 * base::hour_us;
    CHECK(lan.get("/to-khai").status == 303);
    CHECK(minh.get("/viec").status == 200);
    town.now = town.now + base::hour_us;
    CHECK(minh.get("/viec").status == 303);
  });
}

TEST_CASE("What was typed when the session ended is there again after signing in") {
  in_town([](Town& town) {
    auto lan = town.browser();
    town.sign_in(lan, town.lan, false);
    lan.get("/to-khai");
    town.now = nine + 2 * base::hour_us;
    const auto sent = lan.post("/to-khai", {{"name", "Nguyễn Thị Lan"}});
    CHECK(location(sent) == "/dang-nhap?ve=%2Fto-khai");
    CHECK(town.taken == "");
    auto bao = lan;  // the next person at the same machine
    town.sign_in(bao, town.bao, false);
    bao.get("/to-khai");
    CHECK(town.kept == "nothing");
    town.sign_in(lan, town.lan, false);
    lan.get("/");
    CHECK(town.kept == "nothing");  // another page
    lan.get("/to-khai");
    CHECK(town.kept == "Nguyễn Thị Lan");
    lan.get("/to-khai");
    CHECK(town.kept == "nothing");  // once
    CHECK(lan.post("/to-khai", {{"name", "Nguyễn Thị Lan"}}).status == 303);
    CHECK(town.taken == "Nguyễn Thị Lan by vi Nguyễn Thị Lan");
    CHECK(town.act == "form-" + lan.act);
  });
}

TEST_CASE("A paper sent with the form waits too, if it is small; after a day nothing waits") {
  in_town([](Town& town) {
    const auto send = [&](std::size_t bytes) {
      auto lan = town.browser();
      town.sign_in(lan, town.lan, false);
      lan.get("/to-khai");
      town.now = town.now + 2 * base::hour_us;
      const auto part = [](std::string name, std::string more, std::string value) {
        return "--b\r\nContent-Disposition: form-data; name=\"" + name + "\"" + more + "\r\n\r\n" +
               value + "\r\n";
      };
      http::Request post{Method::post, "/nop"};
      post.headers = {{"content-type", "multipart/form-data; boundary=b"},
                      {"host", "taydo.test"},
                      {"origin", "http://taydo.test"},
                      {"referer", "http://taydo.test/to-khai?x=1"},
                      {"cookie", "taydo_session=" + lan.cookies["taydo_session"]}};
      post.body = part("token", "", lan.token) + part("name", "", "Lan") +
                  part("paper", "; filename=\"giấy.pdf\"", std::string(bytes, 'p')) + "--b--\r\n";
      const auto answer = town.gate->answer(post);
      CHECK(location(answer) == "/dang-nhap?ve=%2Fto-khai%3Fx%3D1");
      for (const auto& [name, value] : answer.headers) {
        if (value.starts_with("taydo_held=")) {
          lan.cookies["taydo_held"] = value.substr(11, value.find(';') - 11);
        }
      }
      town.sign_in(lan, town.lan, false);
      return lan;
    };
    send(3).get("/to-khai");
    CHECK(town.kept == "Lan+ppp");
    send(1024 * 1024 + 1).get("/to-khai");
    CHECK(town.kept == "Lan");
    auto late = send(3);
    town.now = town.now + 25 * base::hour_us;
    town.sign_in(late, town.lan, false);
    late.get("/to-khai");
    CHECK(town.kept == "nothing");
  });
}

TEST_CASE("A form is read when its address is known, and by the bounds of that address") {
  in_town([](Town& town) {
    auto lan = town.browser();
    lan.get("/");
    const auto post = [&](const char* path, std::string type, std::string body) {
      http::Request request{Method::post, path};
      request.headers = {{"content-type", std::move(type)}, {"host", "taydo.test"}};
      request.body = std::move(body);
      return town.gate->answer(request).status;
    };
    const std::string plain = "application/x-www-form-urlencoded";
    CHECK(post("/khong-co", plain, "%ff") == 404);  // nobody looks into it
    CHECK(post("/hong", plain, "%ff") == 405);
    CHECK(post("/ngan", plain, "%ff") == 400);
    CHECK(post("/ngan", "multipart/form-data; boundary=b", "--b--\r\n") == 400);
    CHECK(post("/nop", "multipart/form-data; boundary=b", "--b--\r\n") == 303);
    CHECK(lan.post("/ngan", {{"name", "Lan"}, {"more", "1"}}).status == 303);
    CHECK(lan.post("/ngan", {{"name", "Lan"}, {"more", "1"}, {"yet", "2"}}).status == 400);
    CHECK(lan.post("/ngan", {{"name", std::string(400, 'x')}}).status == 400);
    CHECK(lan.post("/", {{"name", std::string(400, 'x')}}).status == 303);
  });
}

TEST_CASE("Large uploads are for who is signed in, where papers are asked for") {
  in_town([](Town& town) {
    auto lan = town.browser(), minh = town.browser();
    town.sign_in(lan, town.lan, false);
    town.sign_in(minh, town.minh, true);
    const auto admit = [&](const char* path, const Browser& who) {
      http::Request head{Method::post, path};
      const auto session = who.cookies.find("taydo_session");
      if (session != who.cookies.end()) {
        head.headers = {{"cookie", "taydo_session=" + session->second}};
      }
      return town.gate->admit(head);
    };
    const auto taken = admit("/nop", lan);
    CHECK(taken.status == 0);
    CHECK(taken.body_bytes_max == http::with_uploads.body_bytes_max);
    CHECK(taken.person == "person:" + town.lan.str());
    CHECK(admit("/to-khai", lan).status == 413);
    CHECK(admit("/khong-co", lan).status == 413);
    CHECK(admit("/nop", minh).status == 403);  // a resident's page
    CHECK(admit("/nop", town.browser()).status == 401);
    town.now = nine + 2 * base::hour_us;  // ended: what can be kept for her is taken
    CHECK(admit("/nop", lan).body_bytes_max == 2 * 1024 * 1024);
  });
}

TEST_CASE("Where the city is served over https, cookies belong to this host alone") {
  support::on_each_database([](db::Database& db) {
    Town town(db, true);
    auto lan = town.browser();
    lan.get("/?lang=en");
    for (const auto& [name, value] : lan.cookies) CHECK(name.starts_with("__Host-"));
    CHECK(lan.cookies.size() == 2);
    CHECK(lan.post("/", {{"name", "x"}}).status == 303);
    lan.cookies["taydo_form"] =
        lan.cookies["__Host-taydo_form"];  // as a sister site could plant it
    lan.cookies.erase("__Host-taydo_form");
    CHECK(lan.post("/", {{"name", "x"}}).status == 403);
  });
}

TEST_CASE("A form that is not ours does nothing and leaves nothing behind") {
  in_town([](Town& town) {
    auto lan = town.browser(), other = town.browser();
    town.sign_in(lan, town.lan, false);
    town.sign_in(other, town.bao, false);
    lan.get("/to-khai");
    other.get("/to-khai");
    const auto mine = lan.token;
    lan.token = other.token;
    CHECK(lan.post("/to-khai", {{"name", "x"}}).status == 403);  // drawn for another browser
    lan.token = "";
    CHECK(lan.post("/to-khai", {{"name", "x"}}).status == 403);
    lan.token = mine;
    lan.cookies.erase("taydo_held");
    for (const Browser::Pairs& from : std::initializer_list<Browser::Pairs>{
             {{"origin", "https://evil.example"}},
             {{"origin", "null"}, {"sec-fetch-site", "cross-site"}},
             {{"origin", "http://taydo.test.evil.example"}},
             {{"sec-fetch-site", "same-site"}}}) {
      CHECK(lan.post("/to-khai", {{"name", "x"}}, from).status == 403);
      CHECK_FALSE(lan.cookies.contains("taydo_held"));
    }
    town.now = nine + 2 * base::hour_us;  // a foreign form cannot fill in tomorrow's either
    lan.post("/to-khai", {{"name", "x"}}, {{"origin", "https://evil.example"}});
    lan.token = other.token;
    lan.post("/to-khai", {{"name", "x"}});
    CHECK_FALSE(lan.cookies.contains("taydo_held"));
    CHECK(town.taken == "");
  });
}

TEST_CASE("A form drawn before signing in again is refused, and what was typed is not lost") {
  in_town([](Town& town) {
    auto lan = town.browser();
    town.sign_in(lan, town.lan, false);
    lan.get("/to-khai");
    town.sign_in(lan, town.lan, false);  // in another tab
    const auto refused = lan.post("/to-khai", {{"name", "Lan"}});
    CHECK(refused.status == 403);
    CHECK(refused.body.find("<p>/to-khai</p>") != std::string::npos);
    lan.get("/to-khai");
    CHECK(town.kept == "Lan");
    CHECK(lan.post("/to-khai", {{"name", "Lan"}}).status == 303);
  });
}

TEST_CASE("Who is not signed in needs the form's own cookie") {
  in_town([](Town& town) {
    auto one = town.browser(), two = town.browser();
    CHECK(one.post("/", {{"name", "x"}}).status == 403);
    one.get("/");
    two.get("/");
    CHECK(one.token != two.token);
    CHECK(one.post("/", {{"name", "x"}}).status == 303);
    CHECK(town.taken == "x by vi nobody");
    one.cookies["taydo_form"] = "known-to-the-attacker";
    CHECK(one.post("/", {{"name", "x"}}).status == 403);
    one.cookies.erase("taydo_form");
    CHECK(one.post("/", {{"name", "x"}}).status == 403);
  });
}

TEST_CASE("The language of the address stays for a year") {
  in_town([](Town& town) {
    auto browser = town.browser();
    CHECK(browser.get("/").body.ends_with("vi nobody"));
    CHECK(browser.get("/?lang=en").body.ends_with("en nobody"));
    CHECK(browser.get("/").body.ends_with("en nobody"));
    CHECK(browser.get("/?lang=xx").body.ends_with("vi nobody"));
  });
}

TEST_CASE("Trouble of ours has a number that stands in the log beside the reason") {
  in_town([](Town& town) {
    auto browser = town.browser();
    const auto answer = browser.get("/hong");
    CHECK(answer.status == 500);
    CHECK(answer.body.size() == std::string("failed ").size() + 8);
    CHECK(answer.body.find("fire") == std::string::npos);
    CHECK(town.reported == "/hong: disk on fire");
    CHECK(browser.get("/?x=%FF").status == 400);
  });
}

TEST_CASE("The ledger names who was opened: each time, but once a day for whose work it is") {
  in_town([](Town& town) {
    auto minh = town.browser();
    town.sign_in(minh, town.minh, true);
    const auto rows = [&] {
      return town.db.read([&](db::Tx& tx) {
        std::string all;
        constexpr std::string_view sql =
            "SELECT subject_id, reader_id, unit_id, purpose, matter, day FROM identity_access "
            "ORDER BY subject_id, id";
        tx.query(sql, {}, [&](const db::Row& row) {
          CHECK(row.id<base::PersonId>(1) == town.minh);
          CHECK(row.id<base::UnitId>(2) == ninh_kieu);
          CHECK(row.text(3) == "one_stop.appraise");
          all += row.id<base::PersonId>(0) == town.lan ? "lan" : "bao";
          all += std::to_string(row.i64(4)) + "@" + row.str(5).substr(8) + " ";
        });
        return all;
      });
    };
    for (int i = 0; i < 2; ++i) minh.get("/xem/12345");  // matter 4, twice the same day
    CHECK(rows() == "lan4@23 bao4@23 ");
    for (int i = 0; i < 2; ++i) minh.get("/xem/1");  // no matter: each page counts
    CHECK(rows() == "lan4@23 lan0@23 lan0@23 bao4@23 bao0@23 bao0@23 ");
    town.now = nine + base::day_us;
    town.sign_in(minh, town.minh, true);
    minh.get("/xem/12345");
    CHECK(rows() == "lan4@23 lan0@23 lan0@23 lan4@24 bao4@23 bao0@23 bao0@23 bao4@24 ");
  });
}

TEST_CASE("Signing in and out each leave one entry, and a session can be ended from another") {
  in_town([](Town& town) {
    auto phone = town.browser(), desk = town.browser();
    town.sign_in(phone, town.lan, false);
    town.sign_in(desk, town.lan, false);
    auto open = town.sessions.open_of(town.lan, town.now);
    REQUIRE(open.size() == 2);
    CHECK(town.sessions.open_of(town.bao, town.now).empty());
    const auto verbs = [&] {
      std::string all;
      for (const auto& entry : town.db.read(
               [&](db::Tx& tx) { return journal::Journal::of(tx, "person", town.lan.value); })) {
        all += entry.verb + base::json::canonical(entry.facts) + " ";
      }
      return all;
    };
    const std::string in = R"(account.sign_in{"how":"test","level":0} )";
    CHECK(verbs() == in + in);
  });
}

TEST_CASE("A route without permission or subject, or twice the same, does not start") {
  support::on_each_database([](db::Database& db) {
    units::Forest forest(db);
    const auto start = [&](identity::Routes routes) {
      identity::Gate gate(
          db, forest, std::move(routes), {std::string(32, 'k'), {}, false}, Town::pages(),
          [] { return nine; }, [](auto, auto) {});
    };
    const auto page = [](identity::Visit&) { return Response::plain(200, ""); };
    CHECK_NOTHROW(start({{Method::get, "/a/{x}", identity::anyone(), page},
                         {Method::post, "/a/{x}", identity::anyone(), page}}));
    CHECK_NOTHROW(start({{Method::get, "/a/{x}", identity::resident().open(), page}}));
    CHECK_THROWS_AS(start({{Method::get, "/a", {}, page}}), base::Bug);
    CHECK_THROWS_AS(start({{Method::get, "/a/{x}", identity::resident(), page}}), base::Bug);
    CHECK_THROWS_AS(start({{Method::get, "/a/{x}", identity::anyone(), page},
                           {Method::get, "/a/{y}", identity::resident(), page}}),
                    base::Bug);
  });
}
