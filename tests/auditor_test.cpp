// Who reads the journal without administering anything.
#include <doctest/doctest.h>

#include <algorithm>

#include "cast/city.hpp"

using cast::City;
using identity::Who;

TEST_CASE("An auditor reads the journal of the city and the proof of a dossier, and nothing else") {
  City city;
  const auto auditor = city.officer("Dương Hồng Hạnh", {city.city()}, {"AUDITOR"}, std::nullopt);
  const auto in_a_ward = city.officer("Kiểm Một Phường", {city.town.ward}, {"AUDITOR"}, {});
  const auto page = [&](std::string_view pattern, const Who& who, const std::string& fields = "") {
    for (const auto& route : city.routes()) {
      if (route.pattern == pattern) return city.call(route, who, fields);
    }
    return http::Response::plain(500, "no such route");
  };
  for (const auto* open : {"/quan-tri/nhat-ky", "/quan-tri/nhat-ky.csv",
                           "/quan-tri/nhat-ky/niem-phong", "/can-bo/ho-so/{code}/chung-cu"}) {
    CAPTURE(open);
    CHECK(page(open, auditor).status == 200);
    CHECK(page(open, city.visitor).status == 404);
  }
  CHECK(page("/quan-tri/nhat-ky", in_a_ward).status == 404);
  for (const auto& route : city.routes()) {
    const bool other =
        route.pattern.starts_with("/quan-tri") && !route.pattern.starts_with("/quan-tri/nhat-ky");
    if (other) CHECK(city.call(route, &auditor).status == 404);
  }
  CHECK(page("/can-bo/ho-so/{code}", auditor).status == 404);
}

TEST_CASE(
    "What an auditor finds goes into a file with each entry whole, and a wrong wish is told") {
  City city;
  const auto auditor = city.officer("Dương Hồng Hạnh", {city.city()}, {"AUDITOR"}, std::nullopt);
  const auto csv = [&](const std::string& fields) {
    for (const auto& route : city.routes()) {
      if (route.pattern == "/quan-tri/nhat-ky.csv") return city.call(route, auditor, fields);
    }
    return http::Response::plain(500, "no such route");
  };
  const auto file = csv("ve=" + city.code());
  CHECK(file.content_type == "text/csv; charset=utf-8");
  CHECK(file.body.starts_with("\xEF\xBB\xBFid,at,actor,"));
  CHECK(std::ranges::count(file.body, '\n') == 2);  // its head, and one entry
  CHECK(file.body.find("\"one_stop.submit\"") != std::string::npos);
  CHECK(file.body.find("\"submit\"") != std::string::npos);  // its act
  CHECK(file.body.find(R"(""code"":"")" + city.code()) != std::string::npos);
  const auto all = csv("viec=one_stop.");
  CHECK(all.body == file.body);
  CHECK(csv("viec=administration.search_journal").body.find(R"(""download"":true)") !=
        std::string::npos);
  CHECK(csv("ve=H13.99-000000-0000").status == 422);
  CHECK(csv("tu=hôm qua").status == 422);
}
