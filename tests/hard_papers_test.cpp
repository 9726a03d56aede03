// Papers made to keep the reader busy, sent to the whole program over real sockets.
#include <doctest/doctest.h>

#include <algorithm>
#include <chrono>
#include <future>

#include "cast/city.hpp"
#include "platform/http/tests/wire.hpp"
#include "platform/pdf/tests/endless.hpp"
#include "support/over_wire.hpp"

TEST_CASE("One resident with sixteen hard papers makes no reader wait, and loses no word") {
  cast::City city;
  const auto& route = *std::ranges::find_if(city.routes(), [](const auto& one) {
    return one.method == http::Method::post && one.pattern == "/tai-khoan/du-lieu/sua";
  });
  auto options = wire::options();
  options.workers = 4;
  const wire::Server server(options, city.site());
  const auto port = const_cast<wire::Server&>(server).port();
  const auto sends = [&] {
    return city.upload(route, city.town.bao,
                       {{"field", "residence"}, {"wanted", "77 Zyxhem"}, {"words", "Sai rồi"}},
                       "paper", outside::endless_paper());
  };
  std::vector<std::future<http::Response>> all;
  for (int i = 0; i < 16; ++i) {
    all.push_back(std::async(std::launch::async, [port, request = sends()] {
      return support::over_wire(port)(request);
    }));
  }
  std::vector<std::int64_t> took_ms;
  for (int i = 0; i < 60; ++i) {
    http::Request home;
    home.path = "/";
    home.headers = {{"host", "127.0.0.1:8080"}};
    const auto from = std::chrono::steady_clock::now();
    CHECK(support::over_wire(port)(home).status == 200);
    took_ms.push_back(std::chrono::duration_cast<std::chrono::milliseconds>(
                          std::chrono::steady_clock::now() - from)
                          .count());
  }
  std::ranges::sort(took_ms);
  CHECK(took_ms[took_ms.size() * 9 / 10] < 400);
  int busy = 0, unread = 0;
  for (auto& one : all) {
    const auto response = one.get();
    CHECK(response.body.find("Sai rồi") != std::string::npos);
    busy += response.status == 503;
    unread += response.status == 422 &&
              response.body.find("Không đọc được giấy tờ này") != std::string::npos;
  }
  CHECK(unread >= 1);
  CHECK(busy >= 10);
  CHECK(busy + unread == 16);
}
