// The steps of a request, asked of a little town.
#include "gate_town.hpp"

using namespace gate_town;

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
    town.sign_in(minh, town.minh, true);
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
    CHECK(journal::act_in(town.act).id == "form-" + lan.act);
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
