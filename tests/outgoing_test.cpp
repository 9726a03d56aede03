// What hangs outside holds nobody inside: each page and each kind of job that calls another server.
#include <arpa/inet.h>
#include <doctest/doctest.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include <atomic>
#include <chrono>
#include <fstream>
#include <map>
#include <set>
#include <thread>

#include "app/program.hpp"
#include "cast/town.hpp"
#include "platform/http/tests/wire.hpp"
#include "platform/jobs/runner.hpp"
#include "support/browser.hpp"
#include "support/databases.hpp"
#include "support/folder.hpp"
#include "support/over_wire.hpp"

namespace {

using namespace std::chrono_literals;
using Clock = std::chrono::steady_clock;

// Takes connections and says nothing.
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
    port = ntohs(at.sin_port);
  }
  ~Hung() { ::close(socket); }
  int socket;
  std::uint16_t port = 0;
};

// The program behind its edge; the provider of its demonstration is at that port.
struct Served {
  explicit Served(std::uint16_t provider)
      : ground(folder.path(), ""),
        town(*ground.db),
        program(ground, options(provider)),
        server(edge_options(), program.handler()) {}

  app::ServeOptions options(std::uint16_t provider) {
    app::ServeOptions out;
    out.demo = true;
    out.port = std::uint16_t(provider - 1);
    out.clock = [this] { return town.now; };
    return out;
  }
  http::EdgeOptions edge_options() {
    auto out = wire::options();
    out.idle_timeout_s = 30;
    program.set_apart(out);
    return out;
  }
  support::Browser browser() {
    return support::Browser(support::over_wire(server.port()),
                            "http://127.0.0.1:" + std::to_string(server.port()));
  }

  support::Folder folder;
  app::Ground ground;
  cast::Town town;
  app::Program program;
  wire::Server server;
};

struct Told {
  int status = 0;
  Clock::duration took{};
};

// That many people ask for it at once; meanwhile somebody reads the home page again and again.
struct Rush {
  std::vector<Told> clicks;
  Clock::duration slowest_read{};
  int reads = 0;
};
Rush rush(Served& city, const std::string& address, int people) {
  Rush out;
  out.clicks.resize(std::size_t(people));
  std::atomic<int> left = people;
  std::vector<std::thread> all;
  for (auto& click : out.clicks) {
    all.emplace_back([&] {
      auto browser = city.browser();
      const auto began = Clock::now();
      click.status = browser.get(address).status;
      click.took = Clock::now() - began;
      --left;
    });
  }
  auto reader = city.browser();
  while (left > 0 && out.reads < 200) {
    const auto began = Clock::now();
    CHECK(reader.get("/").status == 200);
    out.slowest_read = std::max(out.slowest_read, Clock::now() - began);
    ++out.reads;
    std::this_thread::sleep_for(10ms);
  }
  for (auto& one : all) one.join();
  return out;
}

}  // namespace

TEST_CASE(
    "Thirty-two people click where the provider hangs: nobody else waits, and they not long") {
  // A page that calls outside stands here with how it is asked so that it does, or this test fails.
  const std::map<std::string_view, std::string> asked = {
      {"/dang-nhap/cong-dan", "/dang-nhap/cong-dan?ve=/ho-so"},
      {"/dang-xuat/noi-cap", "/dang-xuat/noi-cap"},
      {"/dang-nhap/tro-lai", ""}};  // below: it asks only who has begun
  std::set<std::string_view> seen;
  const Hung hung;
  for (const auto& route : Served(hung.port).program.outside()) {
    CAPTURE(std::string(route.pattern));
    const auto row = asked.find(route.pattern);
    REQUIRE_MESSAGE(row != asked.end(), "a page that calls outside is not tried here");
    seen.insert(route.pattern);
    if (row->second.empty()) continue;
    Served city(hung.port);
    const auto found = rush(city, row->second, 32);
    int at_once = 0;
    for (const auto& click : found.clicks) {
      CHECK((click.status == 503 || click.status == 303));
      CHECK(click.took < 15s);
      at_once += click.took < 3s;
    }
    CHECK(at_once >= 32 - 8 - 8);  // all but those in the lane: told so, not kept waiting
    CHECK(found.reads >= 30);      // while they hung
    CHECK(found.slowest_read < 2s);
    const auto began = Clock::now();
    city.browser().get(row->second);  // remembered: the next one is told at once
    CHECK(Clock::now() - began < 2s);
  }
  CHECK(seen.size() == asked.size());
}

TEST_CASE("Thirty-two people come back to a provider whose tokens hang: nobody else waits") {
  std::string issuer;
  std::atomic<bool> over = false;
  auto options = wire::options();
  options.workers = 40;
  wire::Server provider(options, [&](const http::Request& request) {
    if (request.path == "/token") {
      while (!over) std::this_thread::sleep_for(10ms);
    }
    auto answer = http::Response::plain(
        200, serialize(base::json::object{{"issuer", issuer},
                                          {"authorization_endpoint", issuer + "/authorize"},
                                          {"token_endpoint", issuer + "/token"},
                                          {"jwks_uri", issuer + "/jwks"}}));
    answer.content_type = "application/json";
    return answer;
  });
  issuer = "http://127.0.0.1:" + std::to_string(provider.port());
  Served city(provider.port());
  std::vector<support::Browser> people;
  std::vector<std::string> backs;
  for (int i = 0; i < 32; ++i) {
    people.push_back(city.browser());
    const auto leaving = support::location(people.back().get("/dang-nhap/cong-dan?ve=/ho-so"));
    const auto sent = http::parse_query(leaving.substr(leaving.find('?') + 1));
    REQUIRE(sent);
    backs.push_back("/dang-nhap/tro-lai?code=c&state=" + std::string(sent->get("state")));
  }
  std::atomic<int> left = 32;
  std::vector<std::thread> all;
  for (std::size_t i = 0; i < people.size(); ++i) {
    all.emplace_back([&, i] {
      CHECK(people[i].get(backs[i]).status == 503);
      --left;
    });
  }
  auto reader = city.browser();
  Clock::duration slowest{};
  int reads = 0;
  for (; left > 0; ++reads) {
    const auto began = Clock::now();
    CHECK(reader.get("/").status == 200);
    slowest = std::max(slowest, Clock::now() - began);
    std::this_thread::sleep_for(10ms);
  }
  over = true;
  for (auto& one : all) one.join();
  CHECK(reads > 20);
  CHECK(slowest < 2s);
}

TEST_CASE("A job that hangs at its server holds its lane, and every other kind passes") {
  support::Folder folder;
  app::Ground ground(folder.path(), "");
  cast::Town town(*ground.db);
  std::ofstream(folder.path() + "/taydo.json")
      << R"({"mail": {"host": "127.0.0.1", "port": 1, "tls": "none", "from": "a@b.vn"}})";
  app::ServeOptions options;
  options.demo = true;
  options.clock = [&] { return town.now; };
  app::Program program(ground, options);
  std::set<std::string> lanes;
  for (const auto& kind : program.kinds()) lanes.insert(kind.lane);
  lanes.erase("");
  REQUIRE(lanes.contains("mail"));
  auto& db = *ground.db;
  for (const auto& lane : lanes) {
    CAPTURE(lane);
    std::atomic<bool> over = false;
    std::atomic<int> hanging = 0, passed = 0;
    int others = 0;
    auto kinds = program.kinds();
    for (auto& kind : kinds) {
      if (kind.lane == lane) {
        kind.run = [&](const jobs::Job&) {
          ++hanging;
          while (!over) std::this_thread::sleep_for(5ms);
        };
      } else {
        kind.run = [&](const jobs::Job&) { ++passed; };
        ++others;
      }
    }
    jobs::Worker worker(db, kinds, options.clock, [](auto&&...) {});
    db.write([&](db::Tx& tx) {
      for (const auto& kind : kinds) {
        if (kind.lane == lane) jobs::add(db, tx, town.now + -base::hour_us, kind.name, {});
      }
    });
    const jobs::Runner runner(db, worker,
                              {.clock = options.clock, .trouble = [](auto) {}, .poll = 10ms});
    while (hanging == 0) std::this_thread::sleep_for(5ms);
    db.write([&](db::Tx& tx) {
      for (const auto& kind : kinds) {
        if (kind.lane != lane) jobs::add(db, tx, town.now, kind.name, {});
      }
    });
    for (int i = 0; i < 1'000 && passed < others; ++i) std::this_thread::sleep_for(5ms);
    CHECK(passed == others);
    CHECK(hanging == 1);
    over = true;
  }
}
