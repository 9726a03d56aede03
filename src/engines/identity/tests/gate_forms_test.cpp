// Forms at the gate: when they are read, how much of them, and whose cookies prove them.
#include "gate_town.hpp"

using namespace gate_town;

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

TEST_CASE("A session from the future, left by a clock that ran ahead, is nobody's") {
  in_town([](Town& town) {
    auto lan = town.browser(), bao = town.browser();
    town.sign_in(bao, town.bao, false);
    town.now = nine + 400 * base::day_us;
    town.sign_in(lan, town.lan, false);
    CHECK(lan.get("/to-khai").status == 200);
    CHECK(bao.get("/to-khai").status == 303);  // his has ended by then
    town.now = nine + base::minute_us;
    CHECK(location(lan.get("/to-khai")) == "/dang-nhap?ve=%2Fto-khai");
    for (auto& [browser, who] : {std::pair(&lan, town.lan), std::pair(&bao, town.bao)}) {
      town.sign_in(*browser, who, false);
      CHECK(browser->get("/to-khai").status == 200);
    }
  });
}

TEST_CASE("The same act with other content is told, and what was typed is there to send as new") {
  in_town([](Town& town) {
    auto lan = town.browser();
    town.sign_in(lan, town.lan, false);
    lan.get("/ghi");
    const auto act = lan.act;
    CHECK(lan.post("/ghi", {{"name", "một"}}).status == 303);
    CHECK(lan.post("/ghi", {{"name", "một"}}).status == 303);  // clicked twice
    CHECK(town.written == "một ");
    const auto told = lan.post("/ghi", {{"name", "h\"a<i"}, {"kind", "b"}});
    CHECK(told.status == 409);
    CHECK(town.written == "một ");
    const auto has = [&](const char* part) { return told.body.find(part) != told.body.npos; };
    CHECK(has("đã được gửi một lần với nội dung khác"));
    CHECK(has("value=\"h&quot;a&lt;i\""));
    CHECK(has("<option value=\"b\" selected>"));
    lan.act = support::hidden(told.body, "act");
    CHECK(lan.act != act);
    CHECK(lan.post("/ghi", {{"name", "hai"}}).status == 303);
    CHECK(town.written == "một hai ");
  });
}
