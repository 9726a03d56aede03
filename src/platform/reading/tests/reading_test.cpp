#include "platform/reading/reading.hpp"

#include <doctest/doctest.h>

namespace {

enum class Colour { green, blue };
constexpr std::pair<std::string_view, Colour> colours[] = {{"green", Colour::green},
                                                           {"blue", Colour::blue}};

std::string told(const reading::Flaws& flaws) {
  std::string all;
  for (const auto& flaw : flaws) all += flaw.pointer + " ";
  return all;
}

}  // namespace

TEST_CASE("What is well written reads without a flaw") {
  const auto json = base::json::parse(R"({"name": {"vi": "Hộ tịch", "en": "Civil status"},
    "days": 3, "from": "2025-07-01", "colour": "blue", "tags": ["a", "b"],
    "parts": [{"code": "x"}], "open": true, "note": null})");
  REQUIRE(json);
  reading::Flaws flaws;
  reading::Object object(*json, "", flaws);
  CHECK(object.words("name").en == "Civil status");
  CHECK(object.number("days", 1, 30) == 3);
  CHECK(object.date("from")->vn() == "01/07/2025");
  CHECK(object.choice<Colour>("colour", colours, Colour::green) == Colour::blue);
  CHECK(object.texts("tags", 5).size() == 2);
  auto parts = object.objects("parts", 5);
  REQUIRE(parts.size() == 1);
  CHECK(parts[0].text("code") == "x");
  CHECK(object.flag("open"));
  CHECK(object.text("note", reading::Need::may).empty());
  object.nothing_else();
  CHECK(told(flaws) == "");
}

TEST_CASE("Every flaw is told at once, each with its place and in both languages") {
  const auto json = base::json::parse(R"({"name": {"en": "Civil status"}, "days": 99,
    "from": "2025-02-30", "colour": "red", "tags": "a", "parts": [{}, 5], "naem": 1})");
  REQUIRE(json);
  reading::Flaws flaws;
  reading::Object object(*json, "/p", flaws);
  object.words("name");
  CHECK(object.number("days", 1, 30, reading::Need::must, 7) == 7);
  object.date("from");
  CHECK(object.choice<Colour>("colour", colours, Colour::green) == Colour::green);
  object.texts("tags", 5);
  for (auto& part : object.objects("parts", 5)) part.text("code");
  object.flag("open");
  object.text("code");
  object.nothing_else();
  CHECK(told(flaws) ==
        "/p/name /p/days /p/from /p/colour /p/tags /p/parts/1 /p/parts/0/code /p/parts/1/code "
        "/p/code /p/naem ");
  for (const auto& flaw : flaws) CHECK((!flaw.message.vi.empty() && !flaw.message.en.empty()));
}
