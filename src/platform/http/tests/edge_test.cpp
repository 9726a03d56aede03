// The edge over real sockets: what it answers, in which order, and how it stops.
#include <doctest/doctest.h>
#include <zlib.h>

#include <atomic>
#include <future>
#include <latch>

#include "wire.hpp"

using http::Request;
using http::Response;
using wire::body_of;
using wire::Client;
using wire::Server;
using wire::status_of;

namespace {

Response echo(const Request& r) {
  return Response::plain(200, r.path + "?" + r.query + "|" + r.body);
}

std::string get(std::string_view path) {
  return "GET " + std::string(path) + " HTTP/1.1\r\nHost: x\r\n\r\n";
}

bool contains(std::string_view text, std::string_view part) { return text.find(part) != text.npos; }

std::string gunzipped(std::string_view bytes) {
  std::string out(1024 * 1024, '\0');
  z_stream stream{};
  inflateInit2(&stream, 15 + 16);
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));
  stream.avail_in = uInt(bytes.size());
  stream.next_out = reinterpret_cast<Bytef*>(out.data());
  stream.avail_out = uInt(out.size());
  CHECK(inflate(&stream, Z_FINISH) == Z_STREAM_END);
  out.resize(stream.total_out);
  inflateEnd(&stream);
  return out;
}

}  // namespace

TEST_CASE("Lan's browser asks twice over one connection, by IPv4 and by IPv6") {
  Server server(wire::options(), echo);
  for (const char* address : {"127.0.0.1", "::1"}) {
    Client lan(server.port(), address);
    lan.send(get("/h%E1%BB%93-s%C6%A1/1?q=a%20b"));
    CHECK(body_of(lan.answer()) == "/hồ-sơ/1?q=a%20b|");
    lan.send("POST /x HTTP/1.1\r\nHost: x\r\nContent-Length: 3\r\n\r\na=1");
    CHECK(body_of(lan.answer()) == "/x?|a=1");
  }
}

TEST_CASE("The handler learns who asks, in which way, with which headers and cookies") {
  Server server(wire::options(), [](const Request& r) {
    const bool other = r.method == http::Method::other;
    return Response::plain(200, r.remote + " " + std::string(r.header("x-who")) + " " +
                                    r.cookie("b") + (other ? " other" : ""));
  });
  Client lan(server.port());
  lan.send("PUT / HTTP/1.1\r\nHost: x\r\nX-WHO: Lan\r\nCookie: a=1; b=2\r\n\r\n");
  CHECK(body_of(lan.answer()) == "127.0.0.1 Lan 2 other");
}

TEST_CASE("Requests sent in one breath are answered in order") {
  Server server(wire::options(), echo, [](const Request& r) -> std::optional<Response> {
    if (r.path.starts_with("/at-once")) return Response::plain(200, r.path);
    return std::nullopt;
  });
  Client lan(server.port());
  std::string all;
  for (int i = 0; i < 300; ++i) all += get((i % 2 ? "/at-once/" : "/worker/") + std::to_string(i));
  lan.send(all);
  for (int i = 0; i < 300; ++i) {
    const auto number = std::to_string(i);
    CHECK(body_of(lan.answer()) == (i % 2 ? "/at-once/" + number : "/worker/" + number + "?|"));
  }
}

TEST_CASE("A request that arrives byte by byte is the same request, trailers left out") {
  Server server(wire::options(), [](const Request& r) {
    return Response::plain(200, r.path + "|" + r.body + "|" + r.cookie("s"));
  });
  Client bao(server.port());
  const std::string_view chunked =
      "POST /a HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n"
      "3;why=not\r\nabc\r\n1\r\nd\r\n0\r\nCookie: s=stolen\r\n\r\n"
      "POST /b HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n";
  for (char c : chunked) {
    bao.send({&c, 1});
    std::this_thread::sleep_for(std::chrono::milliseconds(1));
  }
  CHECK(body_of(bao.answer()) == "/a|abcd|");
  CHECK(body_of(bao.answer()) == "/b||");
}

TEST_CASE("HEAD gives the head that GET gives, and no body") {
  Server server(wire::options(), [](const Request&) { return Response::plain(200, "12345"); });
  Client lan(server.port());
  lan.send("HEAD / HTTP/1.1\r\nHost: x\r\n\r\n" + get("/"));
  CHECK(contains(lan.answer(false), "Content-Length: 5\r\n"));
  CHECK(body_of(lan.answer()) == "12345");
}

TEST_CASE("A program that waits for 100 Continue gets it, but not for a body that is too large") {
  Server server(wire::options(), echo);
  Client lan(server.port());
  lan.send("POST / HTTP/1.1\r\nHost: x\r\nExpect: 100-continue\r\nContent-Length: 3\r\n\r\n");
  CHECK(status_of(lan.answer()) == 100);
  lan.send("abc");
  CHECK(body_of(lan.answer()) == "/?|abc");
  lan.send("POST / HTTP/1.1\r\nHost: x\r\nExpect: 100-continue\r\nContent-Length: 9999999\r\n\r\n");
  CHECK(status_of(lan.answer()) == 413);
  CHECK(lan.hung_up());
}

TEST_CASE("Connection: close and HTTP/1.0 end the connection after the answer") {
  Server server(wire::options(), echo);
  for (const char* ask :
       {"GET /a HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n", "GET /a HTTP/1.0\r\n\r\n"}) {
    Client lan(server.port());
    lan.send(ask);
    CHECK(contains(lan.answer(), "Connection: close\r\n"));
    CHECK(lan.hung_up());
  }
}

TEST_CASE("Every answer carries the security headers, unless the page set its own") {
  auto options = wire::options();
  options.form_origins = {"https://id.example"};
  Server server(options, [](const Request& r) {
    auto response = Response::plain(200, "x");
    if (r.path == "/own") response.with("content-security-policy", "default-src 'none'");
    return response;
  });
  Client lan(server.port());
  lan.send(get("/"));
  const auto usual = lan.answer();
  CHECK(contains(usual, "frame-ancestors 'none'; form-action 'self' https://id.example\r\n"));
  CHECK(contains(usual, "X-Content-Type-Options: nosniff\r\n"));
  CHECK(contains(usual, "Referrer-Policy: same-origin\r\n"));
  CHECK(contains(usual, "Cross-Origin-Opener-Policy: same-origin\r\n"));
  CHECK(contains(usual, "Cache-Control: no-store\r\n"));
  lan.send(get("/own"));
  const auto own = lan.answer();
  CHECK(contains(own, "content-security-policy: default-src 'none'\r\n"));
  CHECK_FALSE(contains(own, "Content-Security-Policy"));
  CHECK_FALSE(contains(usual, "Strict-Transport-Security"));
  options.secure = true;
  Server over_https(options, [](const Request& r) {
    return Response::plain(200, r.cookie("a")).cookie("b", "1", -1, r.secure);
  });
  Client minh(over_https.port());
  minh.send("GET / HTTP/1.1\r\nHost: x\r\nCookie: a=planted; __Host-a=ours\r\n\r\n");
  const auto secure = minh.answer();
  CHECK(contains(secure, "Strict-Transport-Security: max-age=31536000\r\n"));
  CHECK(contains(secure, "Set-Cookie: __Host-b=1; Path=/; HttpOnly; SameSite=Lax; Secure\r\n"));
  CHECK(body_of(secure) == "ours");
  Client stranger(server.port());
  stranger.send("nonsense\r\n\r\n");
  CHECK(contains(stranger.answer(), "Content-Security-Policy: "));
}

TEST_CASE("A long page is compressed for those who take it") {
  std::string letters;
  for (int i = 0; i < 500; ++i) letters += "hồ sơ số " + std::to_string(i) + " ";
  Server server(wire::options(), [&](const Request&) {
    return Response::page(base::h("<p>{}</p>", letters)).with("Vary", "Cookie");
  });
  Client lan(server.port());
  lan.send("GET / HTTP/1.1\r\nHost: x\r\nAccept-Encoding: br, gzip\r\n\r\n");
  const auto small = lan.answer();
  CHECK(contains(small, "Content-Encoding: gzip\r\n"));
  CHECK(contains(small, "Vary: Cookie, Accept-Encoding\r\n"));
  CHECK(gunzipped(body_of(small)) == "<p>" + letters + "</p>");
  for (const char* refuses : {"br", "gzip;q=0", "gzip; q=0.0"}) {
    lan.send("GET / HTTP/1.1\r\nHost: x\r\nAccept-Encoding: " + std::string(refuses) + "\r\n\r\n");
    CHECK(body_of(lan.answer()) == "<p>" + letters + "</p>");
  }
}

TEST_CASE("A handler that fails answers 500 with a number, and the next request is served") {
  auto options = wire::options();
  const auto throws = [](const Request& r) -> Response {
    if (r.path == "/") throw std::runtime_error("disk is gone");
    if (r.path == "/odd") throw 42;
    return Response::plain(200, "ok");
  };
  {
    Server server(options, throws);
    Client lan(server.port());
    lan.send(get("/") + get("/odd") + get("/fine"));
    const auto failed = lan.answer();
    CHECK(status_of(failed) == 500);
    CHECK_FALSE(contains(failed, "disk is gone"));
    CHECK(status_of(lan.answer()) == 500);
    CHECK(body_of(lan.answer()) == "ok");
  }
  options.on_failure = [](const Request& r, const std::exception& why) {
    return Response::plain(500, "A page about " + r.path + " and " + why.what());
  };
  Server server(options, throws);
  Client lan(server.port());
  lan.send(get("/"));
  CHECK(body_of(lan.answer()) == "A page about / and disk is gone");
}

TEST_CASE("An answer leaves when what was begun with it is done, and not if that fails") {
  std::promise<void> written, unwritten;
  unwritten.set_exception(std::make_exception_ptr(std::runtime_error("disk is full")));
  Server server(wire::options(), [&](const Request& r) {
    auto response = Response::plain(200, "Lan's birthday");
    response.first = (r.path == "/" ? written : unwritten).get_future();
    return response;
  });
  Client lan(server.port());
  lan.send(get("/") + get("/full"));
  auto first = std::async(std::launch::async, [&] { return lan.answer(); });
  CHECK(first.wait_for(std::chrono::milliseconds(100)) == std::future_status::timeout);
  written.set_value();
  CHECK(body_of(first.get()) == "Lan's birthday");
  const auto withheld = lan.answer();
  CHECK(status_of(withheld) == 500);
  CHECK_FALSE(contains(withheld, "birthday"));
}

TEST_CASE("A header with a line break in it never reaches the wire") {
  Server server(wire::options(), [](const Request&) {
    Response response;
    response.headers.emplace_back("X-Name", "a\r\nSet-Cookie: s=1");
    return response;
  });
  Client lan(server.port());
  lan.send(get("/"));
  const auto answer = lan.answer();
  CHECK(status_of(answer) == 500);
  CHECK_FALSE(contains(answer, "Set-Cookie"));
}

TEST_CASE("Stopping finishes the requests that were taken and takes no new ones") {
  std::latch begun(1), go_on(1);
  Server server(wire::options(), [&](const Request&) {
    begun.count_down();
    go_on.wait();
    return Response::plain(200, "finished");
  });
  Client lan(server.port()), idle(server.port());
  lan.send(get("/"));
  begun.wait();
  server.edge().stop();
  CHECK(idle.hung_up());
  CHECK_THROWS(Client{server.port()});
  go_on.count_down();
  const auto answer = lan.answer();
  CHECK(body_of(answer) == "finished");
  CHECK(lan.hung_up());
}

TEST_CASE("Every form that has reached this machine is answered, at each of eight stops") {
  for (int stop = 0; stop < 8; ++stop) {
    std::atomic<int> taken = 0;
    Server server(wire::options(), [&](const Request& r) {
      std::this_thread::sleep_for(std::chrono::milliseconds(5));
      ++taken;
      return Response::plain(200, r.body);
    });
    Client idle(server.port());
    idle.send(get("/"));
    CHECK(status_of(idle.answer()) == 200);
    const std::string head = "POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 6\r\n\r\n";
    std::vector<Client> lan;
    for (int i = 0; i < 60; ++i) {
      lan.emplace_back(server.port());
      lan.back().send(head + (i % 3 == 0 ? "abc" : "abcdef"));
    }
    server.edge().stop();
    idle.send(head + "abcdef");  // it may not know yet
    for (int i = 0; i < 60; i += 3) lan[std::size_t(i)].send("def");
    for (auto& one : lan) CHECK(body_of(one.answer()) == "abcdef");
    const auto last = idle.answer();
    CHECK(body_of(last) == "abcdef");
    CHECK(contains(last, "Connection: close\r\n"));
    CHECK(taken == 62);
  }
}

TEST_CASE("Stopping ends although the clock strikes in between or someone reads nothing") {
  for (const char* path : {"/held-up", "/much"}) {
    auto server = std::make_unique<Server>(
        wire::options(),
        [](const Request&) { return Response::plain(200, std::string(24'000'000, 'x')); },
        [](const Request& r) -> std::optional<Response> {
          if (r.path == "/much") return std::nullopt;
          std::this_thread::sleep_for(std::chrono::milliseconds(600));  // longer than a sweep
          return Response::plain(200, "");
        });
    Client lan(server->port());
    lan.send(get(path));
    std::this_thread::sleep_for(std::chrono::milliseconds(200));
    server->edge().stop();
    auto ended = std::async(std::launch::async, [&] { server.reset(); });
    REQUIRE(ended.wait_for(std::chrono::seconds(30)) == std::future_status::ready);
  }
}

TEST_CASE("An address in use is named; one that is not here is passed over") {
  Server server(wire::options(), echo);
  auto same = wire::options();
  same.port = server.port();
  CHECK_THROWS_WITH(http::Edge(same, echo), ("cannot listen on 127.0.0.1 port " +
                                             std::to_string(same.port) + ": Address already in use")
                                                .c_str());
  auto elsewhere = wire::options();
  elsewhere.addresses = {"192.0.2.1", "127.0.0.1"};
  CHECK(http::Edge(elsewhere, echo).port() > 0);
  elsewhere.addresses = {"192.0.2.1"};
  CHECK_THROWS(http::Edge(elsewhere, echo));
}
