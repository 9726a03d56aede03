// Lanes: how many may call, how long, and what is remembered of who did not answer.
#include <doctest/doctest.h>
#include <netinet/in.h>
#include <sys/socket.h>

#include <arpa/inet.h>

#include <cstring>
#include <latch>
#include <thread>

#include "base/must.hpp"
#include "platform/http/tests/wire.hpp"
#include "platform/metrics/tests/reading.hpp"
#include "platform/outgoing/http.hpp"
#include "platform/outgoing/kept.hpp"
#include "platform/outgoing/own_network.hpp"

using namespace std::chrono_literals;
using outgoing::Bounds;
using outgoing::Call;
using outgoing::Failure;
using outgoing::Lane;
using outgoing::Trouble;

namespace {

Trouble refused(Lane& lane, const std::string& server) {
  try {
    const Call call(lane, server);
  } catch (const Failure& failure) {
    return failure.trouble;
  }
  FAIL_CHECK("it was let through");
  return {};
}

void fail(Lane& lane, const std::string& server, Trouble how = Trouble::too_slow) {
  Call call(lane, server);
  call.failed(how);
}

// A server that takes connections and says nothing.
struct Hung {
  Hung() {
    socket = ::socket(AF_INET, SOCK_STREAM, 0);
    sockaddr_in at{};
    at.sin_family = AF_INET;
    at.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    REQUIRE(::bind(socket, reinterpret_cast<sockaddr*>(&at), sizeof at) == 0);
    REQUIRE(::listen(socket, 64) == 0);
    socklen_t length = sizeof at;
    ::getsockname(socket, reinterpret_cast<sockaddr*>(&at), &length);
    name = "127.0.0.1:" + std::to_string(ntohs(at.sin_port));
  }
  ~Hung() { ::close(socket); }
  int socket;
  std::string name;
};

bool own(const char* text) {
  sockaddr_storage storage{};
  auto* v4 = reinterpret_cast<sockaddr_in*>(&storage);
  auto* v6 = reinterpret_cast<sockaddr_in6*>(&storage);
  if (::inet_pton(AF_INET, text, &v4->sin_addr) == 1) {
    storage.ss_family = AF_INET;
  } else {
    REQUIRE(::inet_pton(AF_INET6, text, &v6->sin6_addr) == 1);
    storage.ss_family = AF_INET6;
  }
  return outgoing::is_own_network(reinterpret_cast<const sockaddr&>(storage));
}

}  // namespace

TEST_CASE("Who finds the lane full is told so at once; who waits is let in when a place is free") {
  Lane lane("test", {.calls_max = 1, .waiting_max = 1, .call = 2s});
  auto first = std::make_unique<Call>(lane, "a");
  std::latch in(1);
  std::thread second([&] {
    const Call call(lane, "a");
    in.count_down();
  });
  while (true) {  // until the second one waits
    try {
      metrics::Page page;
      outgoing::figures({&lane})(page);
      if (page.text().find(R"(lane="test",state="waiting"} 1)") != std::string::npos) break;
    } catch (const Failure&) {
    }
    std::this_thread::sleep_for(1ms);
  }
  CHECK(refused(lane, "b") == Trouble::busy);
  first.reset();
  in.wait();
  second.join();
  const Call again(lane, "b");
}

TEST_CASE("Nobody waits longer for a place than a call may take") {
  Lane lane("test", {.calls_max = 1, .waiting_max = 4, .call = 50ms});
  const Call first(lane, "a");
  const auto began = outgoing::Clock::now();
  CHECK(refused(lane, "a") == Trouble::busy);
  CHECK(outgoing::Clock::now() - began < 1s);
}

TEST_CASE("Who failed twice in a row is left alone for a while, then one call tries") {
  Lane lane("test", {.failures_max = 2, .rest = 50ms});
  fail(lane, "a");
  fail(lane, "a");
  CHECK(refused(lane, "a") == Trouble::resting);
  CHECK(lane.rests("a") > 0ms);
  { const Call other(lane, "b"); }  // its neighbours are asked
  std::this_thread::sleep_for(60ms);
  {
    const Call trying(lane, "a");
    CHECK(refused(lane, "a") == Trouble::resting);
  }
  { const Call back(lane, "a"); }
  CHECK(lane.rests("a") == 0ms);
}

TEST_CASE("What answers wrongly is not away") {
  Lane lane("test", {.failures_max = 2});
  for (int i = 0; i < 5; ++i) fail(lane, "a", Trouble::unreadable);
  fail(lane, "a");
  { const Call between(lane, "a"); }  // it answered
  fail(lane, "a");
  const Call call(lane, "a");
}

TEST_CASE("A server that hangs costs the time of a call, once or twice") {
  const Hung hung;
  Lane lane("test", {.call = 200ms, .own = {hung.name}});
  for (const auto why : {Trouble::too_slow, Trouble::too_slow, Trouble::resting}) {
    const auto began = outgoing::Clock::now();
    try {
      outgoing::get(lane, "http://" + hung.name + "/");
      FAIL_CHECK("it answered");
    } catch (const Failure& failure) {
      CHECK(failure.trouble == why);
    }
    CHECK(outgoing::Clock::now() - began < (why == Trouble::resting ? 100ms : 1s));
  }
  metrics::Page page;
  outgoing::figures({&lane})(page);
  const auto has = [&](const char* line) { return page.text().find(line) != std::string::npos; };
  CHECK(has(R"(taydo_outgoing_failed_total{lane="test",why="too_slow"} 2)"));
  CHECK(has(R"(taydo_outgoing_failed_total{lane="test",why="resting"} 1)"));
  CHECK(has(R"(taydo_outgoing{lane="test",state="resting"} 1)"));
}

TEST_CASE("Of all who want the same thing one asks; that it failed is believed for a while") {
  outgoing::Kept<int, std::string> kept(100, 10);
  std::atomic<int> asked = 0;
  const auto ask = [&]() -> base::Result<int, std::string> {
    std::this_thread::sleep_for(50ms);
    return ++asked;
  };
  std::vector<std::thread> crowd;
  for (int i = 0; i < 32; ++i) {
    crowd.emplace_back([&] { CHECK(*kept.get({1'000}, ask) == 1); });
  }
  for (auto& one : crowd) one.join();
  CHECK(asked == 1);
  CHECK(*kept.get({1'099}, ask) == 1);
  CHECK(*kept.get({1'050}, ask, 50) == 2);  // wanted fresher
  CHECK(*kept.get({1'150}, ask) == 3);
  CHECK(*kept.get({900}, ask) == 4);  // the clock was set back
  const auto away = [&]() -> base::Result<int, std::string> {
    return base::refuse("x" + std::to_string(++asked));
  };
  CHECK(kept.get({2'000}, away).error() == "x5");
  CHECK(kept.get({2'009}, away).error() == "x5");
  CHECK_FALSE(kept.known());
  CHECK(*kept.get({2'010}, ask) == 6);
}

TEST_CASE("An address that came from data leads nowhere in our own network") {
  int reached = 0;
  wire::Server server(wire::options(), [&](const http::Request&) {
    ++reached;
    return http::Response::plain(200, "secret");
  });
  Lane lane("test", {});
  const auto port = ":" + std::to_string(server.port());
  for (const auto& host : {"127.0.0.1", "localhost", "[::1]", "0", "2130706433", "0x7f000001",
                           "[::ffff:127.0.0.1]", "127.1"}) {
    CAPTURE(host);
    try {
      outgoing::get(lane, std::string("http://") + host + port + "/");
      FAIL_CHECK("it answered");
    } catch (const Failure& failure) {
      CHECK(failure.trouble == Trouble::forbidden);
    }
  }
  CHECK(reached == 0);
  for (const auto* url : {"file:///etc/passwd", "gopher://x/", "ftp://x/", "http://a:b@example.vn/",
                          "javascript:alert(1)", ""}) {
    CAPTURE(url);
    try {
      outgoing::get(lane, url);
      FAIL_CHECK("it answered");
    } catch (const Failure& failure) {
      CHECK(failure.trouble == Trouble::forbidden);
    }
  }
  Lane configured("test", {.own = {outgoing::server_of("http://127.0.0.1" + port)}});
  CHECK(outgoing::get(configured, "http://127.0.0.1" + port + "/").body == "secret");
}

TEST_CASE("Our own network is told from the world by the table of RFC 6890") {
  for (const auto* address :
       {"127.0.0.1",    "127.255.0.1",     "10.1.2.3",   "172.16.0.1",  "172.31.255.255",
        "192.168.1.1",  "169.254.169.254", "100.64.0.1", "100.127.0.1", "0.0.0.0",
        "224.0.0.1",    "255.255.255.255", "::",         "::1",         "::ffff:10.0.0.1",
        "fc00::1",      "fd12::1",         "fe80::1",    "ff02::1",     "64:ff9b::a00:1",
        "2002:a00:1::", "::7f00:1"}) {
    CAPTURE(address);
    CHECK(own(address));
  }
  for (const auto* address : {"8.8.8.8", "172.32.0.1", "172.15.0.1", "100.128.0.1", "203.162.4.191",
                              "2001:dc8::1", "::ffff:8.8.8.8", "64:ff9b::808:808"}) {
    CAPTURE(address);
    CHECK_FALSE(own(address));
  }
}

TEST_CASE("A thread that others wait for may call nobody") {
  Lane lane("test", {});
  {
    const outgoing::NobodyOutside here;
    CHECK_THROWS_AS(Call(lane, "a"), base::Bug);
  }
  const Call call(lane, "a");
}

TEST_CASE("The client asks, posts a form, and does not follow redirects") {
  using http::Request, http::Response;
  wire::Server server(wire::options(), [](const Request& r) {
    if (r.path == "/away") return Response::see_other("/elsewhere");
    if (r.path == "/large") return Response::plain(200, std::string(300'000, 'x'));
    return Response::plain(r.path == "/none" ? 404 : 200,
                           std::string(r.header("authorization")) + "|" + r.body);
  });
  const auto base = "http://127.0.0.1:" + std::to_string(server.port());
  Lane lane("test", {.own = {outgoing::server_of(base), "127.0.0.1:1"}});
  const auto answer = outgoing::get(lane, base + "/a", {{"Authorization", "Bearer t"}});
  CHECK(answer.status == 200);
  CHECK(answer.content_type == "text/plain; charset=utf-8");
  CHECK(answer.body == "Bearer t|");
  CHECK(outgoing::post_form(lane, base + "/", {{"code", "a b&c"}, {"x", "ờ"}}).body ==
        "|code=a%20b%26c&x=%E1%BB%9D");
  CHECK(outgoing::get(lane, base + "/none").status == 404);
  CHECK(outgoing::get(lane, base + "/away").status == 303);
  CHECK_THROWS_AS(outgoing::get(lane, base + "/large"), Failure);
  CHECK_THROWS_AS(outgoing::get(lane, "http://127.0.0.1:1/"), Failure);
}
