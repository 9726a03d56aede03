// The edge against the slow, the large, the malformed and the many.
#include <doctest/doctest.h>
#include <sys/resource.h>
#include <unistd.h>

#include <atomic>
#include <chrono>
#include <latch>

#include "platform/http/descriptors.hpp"
#include "wire.hpp"

using http::Request;
using http::Response;
using wire::Client;
using wire::Server;
using wire::status_of;

namespace {

const std::string simple = "GET / HTTP/1.1\r\nHost: x\r\n\r\n";
const std::string chunked = "POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n";

Response size(const Request& r) { return Response::plain(200, std::to_string(r.body.size())); }

int status_for(std::uint16_t port, std::string_view bytes) {
  Client client(port);
  client.send(bytes);
  return status_of(client.answer());
}

}  // namespace

TEST_CASE("What is not a request is refused with 400") {
  Server server(wire::options(), size);
  const std::string end = " HTTP/1.1\r\nHost: x\r\n\r\n";
  const std::string post = "POST / HTTP/1.1\r\nHost: x\r\n";
  for (const std::string& bad : {
           std::string("nonsense\r\n\r\n"),
           std::string("GET /\r\n\r\n"),
           std::string("GET / HTTP/2.0\r\nHost: x\r\n\r\n"),
           std::string("GET / HTTP/1.1\r\n\r\n"),
           std::string("GET / HTTP/1.1\r\nHost: x\r\nHost: y\r\n\r\n"),
           std::string("GET / HTTP/1.1\r\nHost: x\r\nA b: c\r\n\r\n"),
           "GET /%" + end,
           "GET /%4" + end,
           "GET /%zz" + end,
           "GET /a%00b" + end,
           "GET /%ff" + end,
           "GET /a/../b" + end,
           "GET /a/%2e%2E" + end,
           "GET /..%2fb" + end,
           "GET *" + end,
           "GET a" + end,
           post + "Content-Length: -1\r\n\r\n" + end,
           post + "Content-Length: 1\r\nContent-Length: 2\r\n\r\n" + end,
           post + "Content-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n0",
           post + "Transfer-Encoding: chunked\r\nContent-Length: 1\r\n\r\n0",
           post + "Transfer-Encoding: gzip, chunked\r\n\r\n0",
           chunked + "xyz\r\n",
       }) {
    CAPTURE(bad);
    CHECK(status_for(server.port(), bad) == 400);
  }
  CHECK(status_for(server.port(), "GET http://other.example/a/.../b" + end) == 200);
}

TEST_CASE("What is too large is refused before it fills the memory") {
  Server server(wire::options(), size);
  const auto port = server.port();
  const std::string host = " HTTP/1.1\r\nHost: x\r\n";
  CHECK(status_for(port, "GET /" + std::string(9'000, 'a') + host + "\r\n") == 414);
  CHECK(status_for(port, "GET /" + std::string(40'000, 'a')) == 414);
  CHECK(status_for(port, "GET /" + host + "A: " + std::string(40'000, 'a')) == 431);
  std::string many = "GET /" + host;
  for (int i = 0; i < 200; ++i) many += "A: b\r\n";
  CHECK(status_for(port, many + "\r\n") == 431);
  CHECK(status_for(port, "POST /" + host + "Content-Length: 1048577\r\n\r\n") == 413);
  const std::string mebibyte(1024 * 1024, 'x');
  CHECK(status_for(port, "POST /" + host + "Content-Length: 1048576\r\n\r\n" + mebibyte) == 200);
  const std::string form = "POST /" + host + "Content-Type: multipart/form-data; boundary=b\r\n";
  CHECK(status_for(port, form + "Content-Length: 25165825\r\n\r\n") == 413);
  CHECK(status_for(port, form + "Content-Length: 2097152\r\n\r\n" + mebibyte + mebibyte) == 200);
}

TEST_CASE("A chunked body is bounded while it comes, and the answer survives the rest of it") {
  Server server(wire::options(), size);
  Client client(server.port());
  client.send(chunked);
  const std::string chunk = "10000\r\n" + std::string(0x10000, 'x') + "\r\n";
  for (int i = 0; i < 100; ++i) REQUIRE(client.send(chunk));
  CHECK(status_of(client.answer()) == 413);
  CHECK(status_for(server.port(), chunked + "fffffffffffffff0\r\n") == 413);
  CHECK(status_for(server.port(), chunked + "1;" + std::string(60'000, 'e')) == 400);
}

TEST_CASE("All bodies together are bounded") {
  auto options = wire::options();
  options.bodies_bytes_max = 3'000'000;  // of which strangers have half
  options.body_timeout_s = 8;
  Server server(options, size);
  const std::string head = "POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 1000000\r\n\r\n";
  Client first(server.port());
  first.send(head + std::string(900'000, 'x'));
  std::this_thread::sleep_for(std::chrono::milliseconds(300));
  CHECK(status_for(server.port(), head + std::string(1'000'000, 'x')) == 503);
  first.send(std::string(100'000, 'x'));
  CHECK(wire::body_of(first.answer()) == "1000000");
  CHECK(status_for(server.port(), head + std::string(1'000'000, 'x')) == 200);
}

TEST_CASE("Who dribbles headers or a body is told so and cut off") {
  Server server(wire::options(), size);
  for (const char* begin :
       {"GET / HT", "POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 99\r\n\r\n"}) {
    Client slow(server.port());
    const auto start = std::chrono::steady_clock::now();
    slow.send(begin);
    std::atomic<bool> answered = false;
    std::thread dribble([&] {
      while (!answered) {
        std::this_thread::sleep_for(std::chrono::milliseconds(200));
        slow.send("a");
      }
    });
    CHECK(status_of(slow.answer()) == 408);
    answered = true;
    dribble.join();
    CHECK(std::chrono::steady_clock::now() - start < std::chrono::milliseconds(4'000));
    CHECK(slow.hung_up());
  }
}

TEST_CASE("A connection that says nothing is closed without a word") {
  auto options = wire::options();
  options.idle_timeout_s = 1;
  Server server(options, size);
  Client silent(server.port()), served(server.port());
  served.send(simple);
  CHECK(status_of(served.answer()) == 200);
  CHECK(silent.hung_up());
  CHECK(served.hung_up());
}

TEST_CASE("Who asks for much and reads nothing is cut off; who reads slowly but steadily is not") {
  Server server(wire::options(), [](const Request&) {
    return Response::plain(200, std::string(24'000'000, 'x'));  // more than the sockets can hold
  });
  Client deaf(server.port()), slow(server.port());
  deaf.send(simple);
  slow.send(simple);
  for (int i = 0; i < 10; ++i) {
    std::this_thread::sleep_for(std::chrono::milliseconds(300));
    REQUIRE(slow.read(1'000'000) > 0);
  }
  CHECK(server.edge().load().connections == 1);
  CHECK(slow.answer().size() > 10'000'000);
}

TEST_CASE("Two thousand idle connections do not keep others waiting") {
  auto options = wire::options();
  options.idle_timeout_s = 60;
  Server server(options, size);
  std::vector<Client> idle;
  idle.reserve(2'000);
  for (int i = 0; i < 2'000; ++i) idle.emplace_back(server.port());
  const auto start = std::chrono::steady_clock::now();
  Client lan(server.port());
  for (int i = 0; i < 200; ++i) {
    lan.send(simple);
    REQUIRE(status_of(lan.answer()) == 200);
  }
  CHECK(std::chrono::steady_clock::now() - start < std::chrono::seconds(2));
  CHECK(server.edge().load().connections == 2'001);
  idle.back().send(simple);
  CHECK(status_of(idle.back().answer()) == 200);
}

TEST_CASE("Beyond the bound of connections whoever has been still for longest makes room") {
  auto options = wire::options();
  options.connections_max = 8;
  options.proxies.trusted = {*http::Network::parse("127.0.0.1")};  // one that speaks for many
  Server server(options, size);
  std::vector<Client> idle;
  for (int i = 0; i < 8; ++i) idle.emplace_back(server.port());
  std::this_thread::sleep_for(std::chrono::milliseconds(100));
  idle[0].send(simple);
  CHECK(status_of(idle[0].answer()) == 200);
  for (int i = 0; i < 3; ++i) CHECK(status_for(server.port(), simple) == 200);
  CHECK(idle[1].hung_up());
  idle[0].send(simple);
  CHECK(status_of(idle[0].answer()) == 200);  // it had moved since
  CHECK(server.edge().load().displaced >= 1);
}

TEST_CASE("One address has a quarter of the connections, and takes its own places beyond that") {
  auto options = wire::options();
  options.connections_max = 8;
  Server server(options, size);
  Client bao(server.port(), "::1");
  std::vector<Client> idle;
  for (int i = 0; i < 20; ++i) idle.emplace_back(server.port());
  CHECK(status_for(server.port(), simple) == 200);
  bao.send(simple);
  CHECK(status_of(bao.answer()) == 200);
  CHECK(idle[0].hung_up());
  CHECK(server.edge().load().connections <= 4);
}

TEST_CASE("Bodies that one address leaves half sent do not keep its neighbours' forms out") {
  auto options = wire::options();
  options.stranger_bytes_max = 1'000'000;
  options.body_timeout_s = 60;
  Server server(options, size);
  const std::string head = "POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 300000\r\n\r\n";
  std::vector<Client> half;
  for (int i = 0; i < 31; ++i) {
    half.emplace_back(server.port());
    half.back().send(head + std::string(299'000, 'x'));
  }
  std::this_thread::sleep_for(std::chrono::milliseconds(2'300));  // now they stall
  for (int i = 0; i < 5; ++i)
    CHECK(status_for(server.port(), head + std::string(300'000, 'x')) == 200);
}

TEST_CASE("A large upload is asked about by its head alone, before it is read") {
  auto options = wire::options();
  options.body_bytes_max = 1'000;
  options.admit = [](const Request& head) {
    http::Admission out;
    if (head.cookie("who").empty()) out.status = 401;
    out.body_bytes_max = 2'000'000;
    out.person = head.cookie("who");
    return out;
  };
  options.person_bytes_max = 1'500'000;
  Server server(options, size);
  const auto head = [](const std::string& more, int bytes) {
    return "POST / HTTP/1.1\r\nHost: x\r\nContent-Type: multipart/form-data; boundary=b\r\n" +
           more + "Content-Length: " + std::to_string(bytes) + "\r\n\r\n";
  };
  const std::string cookie = "Cookie: who=lan\r\n", large(1'000'000, 'x');
  CHECK(status_for(server.port(), head("", 900) + std::string(900, 'x')) == 200);
  CHECK(status_for(server.port(), head("", 1'000'000)) == 401);  // not a byte of it has come
  CHECK(status_for(server.port(), head("", 1'000'000) + large) == 401);
  CHECK(status_for(server.port(), head(cookie, 1'000'000) + large) == 200);
  CHECK(status_for(server.port(), head(cookie, 3'000'000)) == 413);
  CHECK(status_for(server.port(), "POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 1001\r\n\r\n") ==
        413);
  Client waits(server.port());
  waits.send(head(cookie + "Expect: 100-continue\r\n", 1'000'000));
  CHECK(status_of(waits.answer()) == 100);
  waits.send(large);
  CHECK(status_of(waits.answer()) == 200);
  // A person has a share of the memory, from however many places.
  Client first(server.port());
  first.send(head(cookie, 1'000'000) + large.substr(1));
  std::this_thread::sleep_for(std::chrono::milliseconds(200));
  CHECK(status_for(server.port(), head(cookie, 1'000'000) + large.substr(1)) == 503);
  CHECK(status_for(server.port(), head("Cookie: who=bao\r\n", 1'000'000) + large) == 200);
  const std::string chunks =
      "POST / HTTP/1.1\r\nHost: x\r\nContent-Type: multipart/form-data; "
      "boundary=b\r\nTransfer-Encoding: chunked\r\n";
  CHECK(status_for(server.port(), chunks + "\r\n3\r\nabc\r\n0\r\n\r\n") == 401);
  CHECK(status_for(server.port(), chunks + "Cookie: who=thu\r\n\r\n3\r\nabc\r\n0\r\n\r\n") == 200);
}

TEST_CASE("However few descriptors there are, some are kept for work") {
  CHECK(http::connections_within(65'536, 10'000) == 10'000);
  CHECK(http::connections_within(1'024, 10'000) == 832);
  CHECK(http::connections_within(256, 10'000) == 128);
  CHECK(http::connections_within(100, 10'000) == 16);
  CHECK(http::connections_within(256, 64) == 64);
}

TEST_CASE("Out of file descriptors, the edge waits for one and then goes on") {
  Server server(wire::options(), size);
  Client first(server.port());
  first.send(simple);
  CHECK(status_of(first.answer()) == 200);
  rlimit usual{};
  getrlimit(RLIMIT_NOFILE, &usual);
  const int next = dup(0);
  close(next);
  rlimit tight = usual;
  tight.rlim_cur = rlim_t(next) + 1;  // room for the client's end, none for the server's
  setrlimit(RLIMIT_NOFILE, &tight);
  Client lan(server.port());
  lan.send(simple);
  std::this_thread::sleep_for(std::chrono::milliseconds(100));
  const auto before = server.edge().load().connections;
  setrlimit(RLIMIT_NOFILE, &usual);
  CHECK(before == 1);
  CHECK(status_of(lan.answer()) == 200);
}

TEST_CASE("When the queue is full the next request gets 503 and may come again") {
  auto options = wire::options();
  options.workers = 1;
  options.queue_max = 1;
  std::latch begun(1), go_on(1);
  Server server(options, [&](const Request& r) {
    if (r.path == "/first") begun.count_down();
    go_on.wait();
    return Response::plain(200, r.path);
  });
  Client first(server.port()), second(server.port()), third(server.port());
  first.send("GET /first HTTP/1.1\r\nHost: x\r\n\r\n");
  begun.wait();
  second.send("GET /second HTTP/1.1\r\nHost: x\r\n\r\n");
  std::this_thread::sleep_for(std::chrono::milliseconds(200));
  third.send("GET /third HTTP/1.1\r\nHost: x\r\n\r\n");
  const auto refused = third.answer();
  CHECK(status_of(refused) == 503);
  CHECK(refused.find("Retry-After: ") != refused.npos);
  go_on.count_down();
  CHECK(wire::body_of(first.answer()) == "/first");
  CHECK(wire::body_of(second.answer()) == "/second");
  third.send("GET /third HTTP/1.1\r\nHost: x\r\n\r\n");
  CHECK(wire::body_of(third.answer()) == "/third");
  CHECK(server.edge().load().refused == 1);
  CHECK(server.edge().load().queue_us > 0);
}

TEST_CASE("Someone who hangs up in the middle harms nobody") {
  Server server(wire::options(), [](const Request&) {
    std::this_thread::sleep_for(std::chrono::milliseconds(20));
    return Response::plain(200, std::string(3'000'000, 'x'));
  });
  for (int i = 0; i < 50; ++i) {
    Client gone(server.port());
    gone.send(i % 2 ? simple : "GET / HT");
  }
  Client lan(server.port());
  lan.send(simple);
  CHECK(wire::body_of(lan.answer()).size() == 3'000'000);
}
