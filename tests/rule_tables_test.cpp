// Rule tables through the whole program: what Khoa typed survives every button, each reader sees
// what is theirs.
#include <doctest/doctest.h>

#include "cast/city.hpp"
#include "services/rule_tables/text.hpp"
#include "services/rule_tables/text_editor.hpp"

namespace {

using http::Method;

bool has(const http::Response& response, std::string_view part) {
  return response.body.find(part) != std::string::npos;
}

struct Walk {
  const identity::Route& route(Method method, std::string_view pattern) {
    for (const auto& one : city.routes()) {
      if (one.method == method && one.pattern == pattern) return one;
    }
    FAIL("no such route");
    return city.routes().front();
  }
  http::Response post(const std::string& fields) {
    return city.call(route(Method::post, "/can-bo/ban-soan-quy-tac/{draft}"), city.boss, fields);
  }
  http::Response look(const std::string& query = "") {
    return city.call(route(Method::get, "/can-bo/ban-soan-quy-tac/{draft}"), city.boss, query);
  }
  http::Response table(const identity::Who& who, const std::string& query = "") {
    return city.call(route(Method::get, "/can-bo/bang-quy-tac/{table}"), who, query);
  }
  static std::string where(const http::Response& response) {
    for (const auto& [name, value] : response.headers) {
      if (name == "Location") return value;
    }
    return "";
  }

  cast::City city;
};

std::string typed(int version) {
  return "version=" + std::to_string(version) +
         "&rows=1&ins=1&outs=1&cases=1&givens=1&g0-name=tuổi&g0-type=whole&c0-vi=Tuổi&c0-asks=tuổi"
         "&c0-was=tuổi&c0-type=whole&o0-vi=Mức&o0-name=mức&o0-type=number&title=Bảng ví dụ"
         "&policy=unique&complete=yes&r0-t0=[16..&r0-a0=15.000&r0-law=<b>Đ.1</b>&e0-name=Một ca"
         "&e0-g0=30&e0-x0=15000&from=31/02/2027&thu-0=40";
}

}  // namespace

TEST_CASE("What Khoa typed survives every button of the editor, wrong as it is") {
  Walk walk;
  int version = 1;
  for (const char* move : {"luu", "row.add.0", "in.add.0", "out.add.0", "case.add.0", "xet", "thu",
                           "row.down.7", "row.drop.nine"}) {
    CAPTURE(move);
    const auto done = walk.post(typed(version++) + "&lam=" + move);
    CHECK(done.status == 303);
    const auto page = walk.look();
    CHECK(page.status == 200);
    for (const char* value :
         {"value=\"[16..\"", "value=\"15.000\"", "value=\"&lt;b&gt;Đ.1&lt;/b&gt;\"",
          "value=\"Một ca\"", "value=\"31/02/2027\"", "value=\"40\""}) {
      CAPTURE(value);
      CHECK(has(page, value));
    }
  }
}

TEST_CASE("What is wrong stands at its cell once the table is looked over") {
  Walk walk;
  REQUIRE(walk.post(typed(1) + "&lam=xet").status == 303);
  const auto page = walk.look("xet=1");
  CHECK(has(page, "id=\"r0-t0-error\""));
  CHECK(has(page, "id=\"r0-a0-error\""));
  CHECK(has(page, "href=\"#r0-t0\""));
  CHECK(has(page, "hãy viết 15000"));
  CHECK_FALSE(has(walk.look(), "r0-t0-error"));
}

TEST_CASE("A proposal that is refused keeps what was typed, and says what is to be mended") {
  Walk walk;
  const auto refused = walk.post(typed(1) + "&lam=de-nghi");
  CHECK(refused.status == 422);
  CHECK(has(refused, rule_tables::text::wrong.vi));
  CHECK(has(refused, "value=\"[16..\""));
  CHECK(has(walk.look(), "value=\"[16..\""));
}

TEST_CASE("Somebody saved meanwhile: the second hears it, and saving again is meant") {
  Walk walk;
  REQUIRE(walk.post(typed(1) + "&lam=luu").status == 303);
  const auto second = walk.post(typed(1) + "&r0-note=của tôi&lam=luu");
  CHECK(second.status == 422);
  CHECK(has(second, rule_tables::text::changed.vi));
  CHECK(has(second, "value=\"của tôi\""));
  CHECK(has(second, "name=\"version\" value=\"2\""));
  CHECK(walk.post(typed(2) + "&r0-note=của tôi&lam=luu").status == 303);
  CHECK(has(walk.look(), "value=\"của tôi\""));
}

TEST_CASE("Minh reads tables and tries a case, and sees no drafts") {
  Walk walk;
  walk.look();  // there is one
  auto& minh = walk.city.town.minh;
  const auto page = walk.table(minh, "thu-0=30");
  CHECK(page.status == 200);
  CHECK(has(page, "Dòng 1 phù hợp."));
  CHECK(has(page, "15.000"));
  CHECK_FALSE(has(page, rule_tables::text::open_draft.vi));
  CHECK(has(walk.table(walk.city.boss), rule_tables::text::open_draft.vi));
  CHECK(walk.table(minh, "ngay=31/02/2026").status == 422);
  CHECK(has(walk.table(minh, "ngay=01/01/2020&biet=01/01/2021"), "không có ấn bản nào"));
  const auto csv =
      walk.city.call(walk.route(Method::get, "/can-bo/bang-quy-tac/{table}/bang.csv"), minh, "");
  CHECK(has(csv, "\"15000\""));
}

TEST_CASE("A form with thousands of cells is read, one beyond its bounds is not") {
  Walk walk;
  std::string many = typed(1) + "&lam=luu&rows=300";
  many.replace(many.find("&rows=1"), 7, "");
  for (int i = 1; i < 300; ++i) many += "&r" + std::to_string(i) + "-t0=1";
  CHECK(walk.post(many).status == 303);
  CHECK(has(walk.look(), "id=\"r299-t0\""));
  std::string flood = typed(2) + "&lam=luu";
  for (int i = 0; i < 25'000; ++i) flood += "&x=1";
  CHECK(walk.post(flood).status == 400);
}
