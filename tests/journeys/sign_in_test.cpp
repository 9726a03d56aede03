// Signing in from end to end: the gate, the account room and the demo provider on real sockets.
#include <doctest/doctest.h>

#include "sign_in_city.hpp"

using sign_in::address;
using sign_in::City;
using sign_in::path_of;
using support::location;

TEST_CASE("Lan signs in at the provider and lands where she wanted; her answer works once") {
  support::on_each_database([](db::Database& db) {
    City city(db);
    auto lan = city.browser();
    const auto asked = location(lan.get("/to-khai"));
    CHECK(asked == "/dang-nhap?ve=%2Fto-khai");
    const auto sign_in = lan.get(asked);
    CHECK(sign_in.body.find("VNeID (mô phỏng)") != std::string::npos);
    CHECK(sign_in.body.find("href=\"/dang-nhap/cong-dan?ve=%2Fto-khai\"") != std::string::npos);
    auto mallory = lan;
    const auto back = city.redeemed(lan, "/to-khai", "092196000107");
    CHECK(mallory.get(back).status == 400);
    const auto cookies = lan.cookies;
    CHECK(location(lan.get(back)) == "/to-khai");
    CHECK(lan.get("/to-khai").body.ends_with("Nguyễn Thị Lan"));
    const auto mine = lan.get("/tai-khoan");
    CHECK(mine.body.find("14/03/1996") != std::string::npos);
    CHECK(mine.body.find("Ai đã xem dữ liệu của tôi") != std::string::npos);
    for (const auto& [name, value] : cookies) {  // cookie and code, overheard
      if (name.starts_with("taydo_oidc")) mallory.cookies[name] = value;
    }
    CHECK(mallory.get(back).status == 400);
    CHECK_FALSE(mallory.cookies.contains("taydo_session"));
    CHECK(location(lan.post("/dang-xuat", {})) == "/");
    CHECK(lan.get("/to-khai").status == 303);
    CHECK(city.trouble == "");
  });
}

TEST_CASE("Her session ends while she types; after signing in again the form is as she left it") {
  support::on_each_database([](db::Database& db) {
    City city(db);
    auto lan = city.browser();
    lan.get(city.redeemed(lan, "/to-khai", "092196000107"));
    lan.get("/to-khai");
    city.now = city.now + 2 * base::hour_us;
    const auto asked = location(lan.post("/to-khai", {{"name", "Nguyễn Thị Lan"}}));
    CHECK(asked == "/dang-nhap?ve=%2Fto-khai");
    CHECK(location(lan.get(city.redeemed(lan, "/to-khai", "092196000107"))) == "/to-khai");
    lan.get("/to-khai");
    CHECK(city.kept == "Nguyễn Thị Lan");
  });
}

TEST_CASE("Nobody is led off the site by the address to return to") {
  support::on_each_database([](db::Database& db) {
    City city(db);
    auto lan = city.browser();
    const auto back = city.redeemed(lan, "https%3A%2F%2Fevil.example", "092196000107");
    CHECK(location(lan.get(back)) == "/");
    const auto page = city.browser().get("/dang-nhap?ve=%2F%2Fevil.example");
    CHECK(page.body.find("evil") == std::string::npos);
  });
}

TEST_CASE(
    "The provider redirects to its client only, and redeems a code once, in time, with proof") {
  support::on_each_database([](db::Database& db) {
    City city(db);
    auto lan = city.browser();
    auto leaving = path_of(location(lan.get("/dang-nhap/cong-dan")));
    auto elsewhere = leaving;
    elsewhere.replace(elsewhere.find("redirect_uri=http"), 17, "redirect_uri=evil");
    CHECK(city.at_provider().get(elsewhere).status == 400);
    const auto back = city.redeemed(lan, "/", "094148000033");
    city.now = city.now + 61 * base::second_us;
    CHECK(lan.get(back).status == 400);
    const auto turned = city.redeemed(lan, "/", "092196000107");
    const auto code = turned.substr(turned.find("code=") + 5, 32);
    const auto redeem = [&](std::string verifier) {
      auto client = city.at_provider();
      return client
          .post("/token", {{"grant_type", "authorization_code"},
                           {"code", code},
                           {"redirect_uri", address(city.site) + "/dang-nhap/tro-lai"},
                           {"client_id", "taydo"},
                           {"client_secret", "bí mật"},
                           {"code_verifier", verifier}})
          .body;
    };
    CHECK(redeem("guessed") == R"({"error":"invalid_grant"})");
    CHECK(lan.get(turned).status == 400);  // spent by the guess
  });
}

TEST_CASE("An officer signs in with a password, sees the demo accounts, and lands at work") {
  support::on_each_database([](db::Database& db) {
    City city(db);
    identity::create_administrator(
        db, city.journal, {"minh", "Phạm Văn Minh", "taydo-demo-minh", false, base::UnitId{1}},
        city.now);
    auto minh = city.browser();
    const auto page = minh.get("/dang-nhap/can-bo?ve=/viec");
    CHECK(page.body.find("<code>taydo-demo-minh</code>") != std::string::npos);
    const auto with = [&](std::string password) {
      return minh.post("/dang-nhap/can-bo",
                       {{"login", "minh"}, {"password", password}, {"ve", "/viec"}});
    };
    const auto refused = with("sai");
    CHECK(refused.status == 422);
    CHECK(refused.body.find("không đúng") != std::string::npos);
    CHECK(refused.body.find("value=\"minh\"") != std::string::npos);
    const auto before = minh.cookies;
    CHECK(location(with("taydo-demo-minh")) == "/viec");
    CHECK(minh.get("/viec").body.ends_with("Phạm Văn Minh"));
    CHECK(minh.get("/tai-khoan").body.find("Phường Ninh Kiều") != std::string::npos);
  });
}

TEST_CASE("The first administrator must replace the password that was printed") {
  support::on_each_database([](db::Database& db) {
    City city(db);
    identity::create_administrator(
        db, city.journal, {"an", "Lý Thành An", "in-ra-mot-lan", true, base::UnitId{1}}, city.now);
    auto an = city.browser();
    an.get("/dang-nhap/can-bo");
    const auto in = an.post("/dang-nhap/can-bo", {{"login", "an"}, {"password", "in-ra-mot-lan"}});
    CHECK(location(in) == "/tai-khoan/mat-khau");
    CHECK(location(an.get("/viec")) == "/tai-khoan/mat-khau");
    CHECK(an.get("/tai-khoan/mat-khau").body.find("do người khác cấp") != std::string::npos);
    const auto change = [&](std::string was, std::string to_be) {
      return an.post("/tai-khoan/mat-khau", {{"old", was}, {"new", to_be}});
    };
    CHECK(change("in-ra-mot-lan", "ngắn").status == 422);
    CHECK(change("in-ra-mot-lan", "in-ra-mot-lan").status == 422);
    CHECK(change("sai mật khẩu", "một câu của riêng An").status == 422);
    CHECK(location(change("in-ra-mot-lan", "một câu của riêng An")) == "/tai-khoan?xong=mat-khau");
    const auto act = an.act;
    CHECK(an.get("/viec").status == 200);
    an.act = act;
    // Clicked twice, nothing is refused; gone back to, the form changes it once more.
    CHECK(location(change("in-ra-mot-lan", "một câu của riêng An")) == "/tai-khoan?xong=mat-khau");
    an.get("/tai-khoan/mat-khau");
    an.act = act;
    CHECK(location(change("một câu của riêng An", "một câu khác của An")) ==
          "/tai-khoan?xong=mat-khau");
    an.get("/tai-khoan/mat-khau");
    CHECK(change("một câu của riêng An", "một câu thứ ba").status == 422);
    auto again = city.browser();
    again.get("/dang-nhap/can-bo");
    const auto old =
        again.post("/dang-nhap/can-bo", {{"login", "an"}, {"password", "in-ra-mot-lan"}});
    CHECK(old.status == 422);
  });
}

TEST_CASE("A session left open elsewhere can be ended from my account, and only one's own") {
  support::on_each_database([](db::Database& db) {
    City city(db);
    auto phone = city.browser(), kiosk = city.browser(), desk = city.browser();
    auto other = city.browser();
    for (auto* one : {&phone, &kiosk, &desk}) one->get(city.redeemed(*one, "/", "092196000107"));
    other.get(city.redeemed(other, "/", "094148000033"));
    const auto page = desk.get("/tai-khoan").body;
    const auto first = support::hidden(page, "session");
    REQUIRE(first != "");
    const auto rest = page.substr(page.find(first));
    const auto second = support::hidden(rest, "session");
    REQUIRE(second != "");
    other.get("/tai-khoan");
    CHECK(location(other.post("/tai-khoan/phien", {{"session", first}})) == "/tai-khoan");
    CHECK(phone.get("/to-khai").status == 200);
    const std::string done = "/tai-khoan?xong=phien";
    CHECK(location(desk.post("/tai-khoan/phien", {{"session", first}})) == done);
    CHECK(location(desk.post("/tai-khoan/phien", {{"session", first}})) == "/tai-khoan");
    CHECK(location(desk.post("/tai-khoan/phien", {{"session", second}})) == done);
    CHECK(phone.get("/to-khai").status == 303);
    CHECK(kiosk.get("/to-khai").status == 303);
    CHECK(desk.get("/to-khai").status == 200);
    CHECK(city.trouble == "");
  });
}
