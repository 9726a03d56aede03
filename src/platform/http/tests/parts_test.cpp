// Cookies, downloads, routes, assets and the client.
#include <doctest/doctest.h>

#include <fstream>
#include <iterator>

#include "base/must.hpp"
#include "platform/http/router.hpp"
#include "platform/http/static_files.hpp"
#include "wire.hpp"

using http::Method;
using http::Request;
using http::Response;
using http::Router;
using http::StaticFiles;

namespace {

std::string_view header(const Response& response, std::string_view name) {
  for (const auto& [key, value] : response.headers) {
    if (key == name) return value;
  }
  return {};
}

Request asking(std::string path, std::string encoding = "") {
  Request request;
  request.path = std::move(path);
  request.headers = {{"accept-encoding", std::move(encoding)}};
  return request;
}

}  // namespace

TEST_CASE("A cookie is found by its whole name among others") {
  Request request;
  request.headers = {{"cookie", "ab=1; b=2;c=x=y"}, {"cookie", "d=4"}};
  CHECK(request.cookie("b") == "2");
  CHECK(request.cookie("c") == "x=y");
  CHECK(request.cookie("d") == "4");
  CHECK(request.cookie("a").empty());
}

TEST_CASE("A cookie cannot be read by scripts, and one with a break in it is a bug") {
  Response response;
  response.cookie("s", "abc", 60, true).cookie("t", "", 0, false);
  REQUIRE(response.headers.size() == 2);
  CHECK(response.headers[0].second ==
        "__Host-s=abc; Path=/; HttpOnly; SameSite=Lax; Max-Age=60; Secure");
  CHECK(response.headers[1].second == "t=; Path=/; HttpOnly; SameSite=Lax; Max-Age=0");
  CHECK_THROWS_AS(response.cookie("s", "a; Path=/x", -1, true), base::Bug);
  CHECK_THROWS_AS(response.with("X", "a\r\nb"), base::Bug);
}

TEST_CASE("After a form the browser is sent on with an ASCII address") {
  const auto response = Response::see_other(base::Url("/hồ-sơ?q=a b"));
  CHECK(response.status == 303);
  CHECK(header(response, "Location") == "/h%E1%BB%93-s%C6%A1?q=a%20b");
}

TEST_CASE("A download keeps its Vietnamese name, and an old browser gets one it can read") {
  const auto response = Response::file("application/pdf", "x", "Giấy \"xác nhận\".pdf");
  CHECK(header(response, "Content-Disposition") ==
        "inline; filename=\"giay _xac nhan_.pdf\"; "
        "filename*=UTF-8''Gi%E1%BA%A5y%20%22x%C3%A1c%20nh%E1%BA%ADn%22.pdf");
}

TEST_CASE("A literal segment wins over a hole, and a dead end goes back to the hole") {
  Router router;
  const auto one = router.add(Method::get, "/ho-so/{code}");
  const auto fresh = router.add(Method::get, "/ho-so/moi");
  const auto paper = router.add(Method::get, "/ho-so/{code}/tai-lieu/{id}");
  const auto post = router.add(Method::post, "/ho-so/{code}");
  const auto sent = router.add(Method::post, "/ho-so/{code}/nop");
  const auto home = router.add(Method::get, "/");
  CHECK(router.find(Method::get, "/ho-so/moi").route == fresh);
  CHECK(router.find(Method::head, "/ho-so/h1").route == one);
  CHECK(router.find(Method::get, "/ho-so/h1").at("code") == "h1");
  CHECK(router.find(Method::post, "/ho-so/moi").route == post);
  CHECK(router.find(Method::post, "/ho-so/moi").at("code") == "moi");
  const auto any = router.add(Method::get, "/{room}/{code}/{act}");
  const auto dead_end = router.find(Method::get, "/ho-so/h1/in");
  CHECK(dead_end.route == any);
  CHECK(dead_end.at("room") == "ho-so");
  CHECK(dead_end.at("code") == "h1");
  const auto match = router.find(Method::get, "/ho-so/moi/tai-lieu/a b");
  CHECK(match.route == paper);
  CHECK(match.at("code") == "moi");
  CHECK(match.at("id") == "a b");
  CHECK(router.find(Method::post, "/ho-so/x/nop").route == sent);
  CHECK(router.find(Method::get, "/").route == home);
  CHECK(router.find(Method::get, "/").status == 200);
}

TEST_CASE("An unknown path is 404, a known one asked the wrong way is 405 and says which way") {
  Router router;
  router.add(Method::get, "/a/{b}");
  router.add(Method::post, "/a/{b}");
  router.add(Method::post, "/nop");
  CHECK(router.find(Method::get, "/nop").status == 405);
  CHECK(router.find(Method::get, "/nop").allow == "POST");
  CHECK(router.find(Method::other, "/a/1").allow == "GET, HEAD, POST");
  CHECK(router.find(Method::other, "/a/1").status == 405);
  for (const char* unknown : {"/", "/a", "/a/", "/a//", "/a/1/", "/a/1/2", "", "a/1", "/nopx"}) {
    CAPTURE(unknown);
    CHECK(router.find(Method::get, unknown).status == 404);
  }
  CHECK_THROWS_AS(router.add(Method::get, "/a/{other}"), base::Bug);
  CHECK_THROWS_AS(router.add(Method::get, "a"), base::Bug);
  CHECK_THROWS_AS(router.add(Method::get, "/x{y}"), base::Bug);
}

TEST_CASE("An asset's address changes with its bytes, and is kept for ever") {
  const std::string script(5'000, ' ');
  const embedded::File files[] = {{"src/x/migrations/1.sql", "secret"},
                                  {"web/dist/app.js", script},
                                  {"web/dist/fonts/be.woff2", "1"}};
  const StaticFiles assets(files);
  CHECK(assets.url_of("fonts/be.woff2") == "/assets/fonts/be.6b86b273.woff2");  // sha256sum of "1"
  const auto small = assets.answer(asking(assets.url_of("app.js"), "gzip"));
  CHECK(small->status == 200);
  CHECK(header(*small, "Cache-Control") == "public, max-age=31536000, immutable");
  CHECK(header(*small, "Content-Encoding") == "gzip");
  CHECK(header(*small, "Vary") == "Accept-Encoding");
  CHECK(small->content_type == "text/javascript; charset=utf-8");
  CHECK(small->body.size() < 100);
  CHECK(assets.answer(asking(assets.url_of("app.js")))->body == script);
  CHECK(assets.answer(asking(assets.url_of("fonts/be.woff2"), "gzip"))->body == "1");
  CHECK_THROWS_AS(assets.url_of("none.css"), base::Bug);
  for (const char* none : {"/assets/", "/assets/app.js", "/assets/../src/x/migrations/1.sql"}) {
    CHECK(assets.answer(asking(none))->status == 404);
  }
  CHECK_FALSE(assets.answer(asking("/ho-so")));
  auto post = asking(assets.url_of("app.js"));
  post.method = Method::post;
  CHECK(assets.answer(post)->status == 405);
}

TEST_CASE("Every address that the pages and the styles write down is served") {
  const StaticFiles assets(embedded::files());
  std::ifstream source(TAYDO_SOURCE_DIR "/src/platform/ui/assets.hpp");
  std::string written(std::istreambuf_iterator<char>(source), {});
  for (const auto& file : embedded::files()) {
    if (file.path.ends_with(".css")) written += file.bytes;
  }
  int seen = 0;
  for (std::size_t at = 0; (at = written.find("/assets/", at)) != written.npos; ++seen) {
    const auto end = written.find_first_of("\")'", at);
    const auto url = written.substr(at, end - at);
    CAPTURE(url);
    CHECK(assets.answer(asking(url))->status == 200);
    at = end;
  }
  CHECK(seen > 8);
}
