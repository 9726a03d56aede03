#include <doctest/doctest.h>

#include <time.h>

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

TEST_CASE("Joiners stay where they join letters, and search does not see them") {
  const std::string family = "👨\u200d👩\u200d👧", khmer = "ស\u200cត\u200dវ";
  CHECK(tidy(" " + family + "  " + khmer + "\u200d ") == family + " " + khmer);
  CHECK(tidy("a\u200d\u200d\u200db \u200d c\u200b\u202e") == "a\u200db c");
  CHECK(tidy("\u200d \u200c") == "");
  CHECK(fold("La\u200dn") == "lan");
}

TEST_CASE("A hundred thousand marks on one letter cost what a hundred thousand letters cost") {
  const auto us = [](auto&& work) {  // of this thread on a core
    timespec from{}, to{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &from);
    work();
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &to);
    return (to.tv_sec - from.tv_sec) * 1'000'000 + (to.tv_nsec - from.tv_nsec) / 1'000;
  };
  // Marks that must change places, some that are two, some on letters that bring their own.
  for (const auto& [first, then] : std::vector<std::pair<std::string, std::string>>{
           {"\u0300", "\u0334"}, {"\u0344", "\u0334"}, {"\u0f73", "\u0f71"}, {"ế", "\u0323"}}) {
    std::string attack = "a";
    for (int i = 0; i < 100'000; ++i) attack += i < 50'000 ? first : then;
    std::string kept;
    CAPTURE(first);
    CHECK(us([&] { kept = composed(attack); }) < 2'000'000);  // 16,000 of each took a second
    CHECK(us([&] { fold(attack) + tidy(attack) + sort_key(attack); }) < 4'000'000);
    CHECK(composed(kept) == kept);
  }
  std::string thirty = "a";
  for (int i = 0; i < 30; ++i) thirty += "\u0300";
  CHECK(length(composed(thirty)) == 30);  // à and what is left: nothing was put in between
  CHECK(length(composed(thirty + "\u0300")) == 32);
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
  const auto huge =
      json::parse("{\"a\": 1,\n \"b\": [2, -1e309]}");  // a double holds no such number
  REQUIRE_FALSE(huge);
  CHECK(huge.error().line == 2);
}

TEST_CASE("Sums are said in words as Vietnamese says them") {
  CHECK(in_words(Dong{15'000}) == "mười lăm nghìn đồng");
  CHECK(in_words(Dong{8'000}) == "tám nghìn đồng");
  CHECK(in_words(Dong{105'021}) == "một trăm linh năm nghìn không trăm hai mươi mốt đồng");
  CHECK(in_words(Dong{1'000'005}) == "một triệu không trăm linh năm đồng");
  CHECK(in_words(Dong{0}) == "không đồng");
}
