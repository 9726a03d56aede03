// The second factor from end to end: enrolling, the second step of signing in, its ticket.
#include <doctest/doctest.h>

#include "sign_in_city.hpp"

namespace {

using sign_in::City;
using support::Browser;
using support::location;

// An's password, and where it leads.
std::string password(Browser& browser) {
  browser.get("/dang-nhap/can-bo?ve=/viec");
  return location(browser.post(
      "/dang-nhap/can-bo", {{"login", "an"}, {"password", "mật khẩu của An"}, {"ve", "/viec"}}));
}

}  // namespace

TEST_CASE("An administrator enrols before working, and then signs in with password and code") {
  support::on_each_database([](db::Database& db) {
    City city(db);
    city.demand("SYS_ADMIN");
    identity::create_administrator(db, city.journal,
                                   {"an", "Lý Thành An", "mật khẩu của An", false, base::UnitId{1}},
                                   city.now);
    auto an = city.browser(), elsewhere = city.browser();
    const auto password = [](Browser& browser) {
      browser.get("/dang-nhap/can-bo?ve=/viec");
      return location(
          browser.post("/dang-nhap/can-bo",
                       {{"login", "an"}, {"password", "mật khẩu của An"}, {"ve", "/viec"}}));
    };
    CHECK(password(elsewhere) == "/viec");
    CHECK(password(an) == "/viec");
    CHECK(location(an.get("/viec")) == "/tai-khoan/xac-thuc");
    const auto page = an.get("/tai-khoan/xac-thuc").body;
    CHECK(page.find("phải có xác thực hai lớp") != page.npos);
    CHECK(an.post("/tai-khoan/xac-thuc", {{"code", "000000"}}).status == 422);
    an.get("/tai-khoan/xac-thuc");
    const auto before = an.cookies;
    const auto act = an.act;
    const auto shown = an.post("/tai-khoan/xac-thuc", {{"code", city.code(page)}});
    CHECK(shown.status == 200);
    CHECK(shown.body.find("chỉ hiện một lần") != page.npos);
    CHECK(an.cookies.at("taydo_session") != before.at("taydo_session"));
    CHECK(an.get("/viec").status == 200);
    // The other half of a doubled click still has the old cookie, and shows the same codes.
    auto doubled = an;
    doubled.cookies = before;
    doubled.get("/tai-khoan/xac-thuc");
    doubled.act = act;
    const auto again = doubled.post("/tai-khoan/xac-thuc", {{"code", city.code(page)}});
    const auto codes_in = [](const std::string& body) {
      return body.substr(body.find("<ol"), body.find("</ol>") - body.find("<ol"));
    };
    CHECK(codes_in(again.body) == codes_in(shown.body));
    city.now = city.now + 11 * base::second_us;
    auto thief = city.browser();
    thief.cookies = before;
    CHECK(location(thief.get("/viec")).starts_with("/dang-nhap"));
    CHECK(location(elsewhere.get("/viec")).starts_with("/dang-nhap"));  // it had no second factor
    CHECK(city.trouble == "");
  });
}

TEST_CASE("With a second factor a password alone opens nothing, and a code opens once") {
  support::on_each_database([](db::Database& db) {
    City city(db);
    identity::create_administrator(db, city.journal,
                                   {"an", "Lý Thành An", "mật khẩu của An", false, base::UnitId{1}},
                                   city.now);
    auto an = city.browser(), thief = city.browser();
    CHECK(password(an) == "/viec");
    const auto page = an.get("/tai-khoan/xac-thuc").body;
    CHECK(an.post("/tai-khoan/xac-thuc", {{"code", city.code(page)}}).status == 200);
    city.now = city.now + base::minute_us;
    const auto code = city.code(page);
    CHECK(password(thief) == "/dang-nhap/ma");
    CHECK(location(thief.get("/viec")).starts_with("/dang-nhap"));
    thief.get("/dang-nhap/ma");
    CHECK(thief.post("/dang-nhap/ma", {{"code", ""}}).status == 422);
    CHECK(thief.post("/dang-nhap/ma", {{"code", "123456"}}).status == 422);
    CHECK(location(thief.post("/dang-nhap/ma", {{"code", code}})) == "/viec");
    CHECK(thief.get("/viec").status == 200);
    auto replay = city.browser();
    CHECK(password(replay) == "/dang-nhap/ma");
    replay.get("/dang-nhap/ma");
    CHECK(replay.post("/dang-nhap/ma", {{"code", code}}).status == 422);
    city.now = city.now + 6 * base::minute_us;
    CHECK(replay.post("/dang-nhap/ma", {{"code", city.code(page)}}).status == 400);
    CHECK(location(replay.get("/dang-nhap/ma")) == "/dang-nhap/can-bo");
    CHECK(city.trouble == "");
  });
}

TEST_CASE("A ticket without a cookie, or for an account locked meanwhile, opens nothing") {
  support::on_each_database([](db::Database& db) {
    City city(db);
    auto nobody = city.browser();
    nobody.get("/dang-nhap/can-bo");
    CHECK(nobody.post("/dang-nhap/ma", {{"code", "123456"}}).status == 400);
    auto bare = city.browser();
    CHECK(bare.post("/dang-nhap/can-bo", {{"login", "an"}, {"password", "x"}}).status == 403);
    nobody.get("/dang-nhap/can-bo");
    const std::string long_text(30'000, 'x');
    CHECK(
        nobody.post("/dang-nhap/can-bo", {{"login", long_text}, {"password", long_text}}).status ==
        422);
    CHECK(nobody.get("/tai-khoan/xac-thuc").status == 303);
    CHECK(city.trouble == "");
  });
}
