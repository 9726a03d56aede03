#include <doctest/doctest.h>

#include "base/date.hpp"
#include "base/fold.hpp"
#include "base/instant.hpp"
#include "base/json.hpp"
#include "base/money.hpp"
#include "base/text.hpp"

using namespace base;

TEST_CASE("A day that does not exist is not a date") {
  CHECK_FALSE(Date::of(2026, 2, 29));
  CHECK(Date::of(2024, 2, 29));
  CHECK_FALSE(Date::parse_vn("31/04/2026"));
  CHECK_FALSE(Date::parse_vn("4/2026"));
  CHECK(Date::parse_vn("1/2/2026")->iso() == "2026-02-01");
  CHECK(Date::of(2026, 11, 22)->weekday() == 7);
}

TEST_CASE("The clock in Can Tho is seven hours ahead of UTC") {
  const auto noon = Local::parse_iso("2026-11-22T12:05");
  REQUIRE(noon);
  CHECK(noon->instant().iso() == "2026-11-22T05:05:00.000000Z");
  CHECK(noon->instant().local().iso() == "2026-11-22T12:05");
  CHECK(Instant{-1}.local().iso() == "1970-01-01T06:59");
  CHECK_FALSE(Local::parse_iso("2026-11-22T24:00"));
}

TEST_CASE("Thuy is found with any spelling and without marks") {
  CHECK(fold("Đặng Thị Thuỷ") == "dang thi thuy");
  CHECK(fold("ĐẶNG THỊ THỦY") == "dang thi thuy");
  CHECK(tidy("  Nguye\u0302\u0303n \t Lan  ") == "Nguyễn Lan");
  CHECK_FALSE(is_text(std::string_view("a\0b", 3)));
  CHECK_FALSE(is_text("\xff"));
}

TEST_CASE("Names stand in the order of the Vietnamese alphabet") {
  CHECK(sort_key("An") < sort_key("Ân"));
  CHECK(sort_key("Dũng") < sort_key("Đào"));
  CHECK(sort_key("Đào") < sort_key("Em"));
}

TEST_CASE("Money is grouped by dots") {
  CHECK(grouped(1234567) == "1.234.567");
  CHECK(grouped(-1000) == "-1.000");
  CHECK(grouped(999) == "999");
}

TEST_CASE("A sentence is filled where its holes are, and a wrong hole is a bug") {
  constexpr Text left{"Còn {days} ngày", "{days} days left"};
  CHECK(fill(left, Lang::vi, {{"days", "3"}}) == "Còn 3 ngày");
  CHECK_THROWS_AS(fill(left, Lang::en, {{"hours", "3"}}), Bug);
}

TEST_CASE("A broken file of a pack is named by its line") {
  CHECK(json::parse("{\n\n x}").error().line == 3);
  const std::string_view text = "{\n \"a\": [\n  1,\n  {\"b\":\n   2}]}";
  CHECK(json::line_of(text, "/a/0") == 3);
  CHECK(json::line_of(text, "/a/1/b") == 5);
  CHECK(json::line_of(text, "/a/1/missing") == 4);
}

TEST_CASE("The same JSON has one canonical text") {
  CHECK(json::canonical(json::parse(R"({"b":1, "a":[true, null]})").value()) ==
        R"({"a":[true,null],"b":1})");
}

TEST_CASE("Sums are said in words as Vietnamese says them") {
  CHECK(in_words(Dong{15'000}) == "mười lăm nghìn đồng");
  CHECK(in_words(Dong{8'000}) == "tám nghìn đồng");
  CHECK(in_words(Dong{105'021}) == "một trăm linh năm nghìn không trăm hai mươi mốt đồng");
  CHECK(in_words(Dong{1'000'005}) == "một triệu không trăm linh năm đồng");
  CHECK(in_words(Dong{0}) == "không đồng");
}
