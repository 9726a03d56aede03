// What An hears about files of days and hours, and how the hours of a unit come about.
#include <doctest/doctest.h>

#include "engines/calendar/edition.hpp"

using namespace calendar;

namespace {

const UnitOf known_units = [](std::string_view code) {
  return base::UnitId{code == "31135" ? 7 : code == "92" ? 1 : 0};
};

// The lines and English words of what is wrong; "" when the file is right.
template <class T>
std::string wrong(const base::Result<T, reading::Flaws>& read) {
  std::string out;
  if (read) return out;
  for (const auto& flaw : read.error()) {
    out += std::to_string(flaw.line) + ": " + flaw.message.en + "\n";
  }
  return out;
}

std::string in_days(const std::string& lines) {
  return wrong(read_days("date,kind,confidence,name\n" + lines));
}

std::string in_hours(const std::string& offices) {
  return wrong(read_hours("{\"offices\": [\n" + offices + "\n]}", known_units));
}

constexpr const char* usual =
    R"({"from": "2024-01-01", "confidence": "known",)"
    R"( "hours": [{"from": "07:00", "to": "11:00"}, {"from": "13:00", "to": "17:00"}]})";

bool has(const std::string& text, const char* part) { return text.find(part) != text.npos; }

}  // namespace

TEST_CASE("A file of days is read whatever the order of its columns and lines") {
  const auto days = read_days(
      "\xEF\xBB\xBF# a note\r\ndate,name_vi,kind,confidence,note\r\n"
      "2026-09-02,Quốc khánh,off,S,\r\n2026-08-22,\"Làm bù, thứ Bảy \"\"bù\"\"\",work,K,x\r\n");
  REQUIRE(days);
  REQUIRE(days->size() == 2);
  CHECK((*days)[0] ==
        Day{*base::Date::of(2026, 8, 22), true, Confidence::known, "Làm bù, thứ Bảy \"bù\""});
  CHECK((*days)[1].name == "Quốc khánh");
  const auto again = read_days(written(*days));
  REQUIRE(again);
  CHECK(*again == *days);
}

TEST_CASE("Each wrong line of a file of days is named with how to mend it") {
  CHECK(has(in_days("2026-01-01,off,sourced,Tet\n2026-13-01,off,sourced,x\n"), "3: “2026-13-01”"));
  CHECK(has(in_days("2026-02-31,off,sourced,x\n"), "is not a day that exists"));
  CHECK(has(in_days("2026-1-2,off,sourced,x\n"), "is not a day that exists"));
  CHECK(has(in_days("1999-01-01,off,sourced,x\n"), "between 2000 and 2099"));
  CHECK(has(in_days("2026-01-02,holiday,sourced,x\n"), "Write off for a day off"));
  CHECK(has(in_days("2026-01-02,off,sure,x\n"), "sourced, known or uncertain"));
  CHECK(has(in_days("2026-01-02,off,sourced,a, b\n"), "5 cells instead of 4"));
  CHECK(has(in_days("2026-01-06,work,sourced,x\n"), "06/01/2026 is worked anyway"));
  CHECK(has(in_days("2026-01-10,work,known,x\n2026-01-10,off,known,y\n"), "contradicts line 2"));
  CHECK(has(in_days("2026-01-02,off,known,x\n2026-01-02,off,known,x\n"), "in line 2 already"));
  CHECK(has(wrong(read_days("2026-01-02,off,known,x\n")), "must name the columns"));
  CHECK(in_days("2026-02-14,off,sourced,Tet\n") == "");  // a Saturday may be named as off too
}

TEST_CASE("Hours that overlap, end too early or belong to nobody are refused with their line") {
  CHECK(in_hours(usual) == "");
  const auto with = [](const char* spans) {
    return in_hours(std::string(R"({"from": "2024-01-01", "confidence": "known", "hours": [)") +
                    spans + "]}");
  };
  CHECK(has(with(R"({"from": "07:00", "to": "11:30"}, {"from": "11:00", "to": "17:00"})"),
            "2: The spans overlap: this one begins at 11:00"));
  CHECK(has(with(R"({"from": "13:00", "to": "17:00"}, {"from": "07:00", "to": "11:00"})"),
            "The spans overlap"));
  CHECK(has(with(R"({"from": "17:00", "to": "13:00"})"), "The end must come after"));
  CHECK(has(with(R"({"from": "07:00", "to": "24:00"})"), "“24:00” is not a time of day"));
  CHECK(has(with(""), "There are no hours"));
  CHECK(has(in_hours(std::string(usual) + ",\n" + usual), "3: The same unit and days as entry 1"));
  CHECK(has(in_hours(R"({"unit": "31137", "from": "2024-01-01", "confidence": "known",)"
                     R"( "hours": [{"from": "07:00", "to": "11:00"}]})"),
            "No unit has the code “31137”"));
}

TEST_CASE("A ward without hours of its own has those of the nearest unit above, day by day") {
  const std::string city = R"({"unit": "92", "from": "2024-01-01", "confidence": "known",)"
                           R"( "hours": [{"from": "07:30", "to": "16:30"}]})";
  const std::string ward =
      R"({"unit": "31135", "from": "2026-03-01", "to": "2026-03-31", "confidence": "known",)"
      R"( "hours": [{"from": "08:00", "to": "12:00"}]})";
  const auto hours = read_hours(
      "{\"offices\": [" + std::string(usual) + "," + city + "," + ward + "]}", known_units);
  REQUIRE_MESSAGE(hours, wrong(hours));
  const Contents contents{{}, *hours};
  const auto closing = [&](std::initializer_list<base::UnitId> chain, const char* day) {
    const std::vector<base::UnitId> units(chain);
    return working_time(contents, units).closing(*base::Date::parse_iso(day)).local().clock();
  };
  const base::UnitId ward_id{7}, city_id{1};
  CHECK(closing({ward_id, city_id}, "2026-02-27") == "16:30");
  CHECK(closing({ward_id, city_id}, "2026-03-02") == "12:00");
  CHECK(closing({ward_id, city_id}, "2026-04-01") == "16:30");
  CHECK(closing({base::UnitId{9}, city_id}, "2026-03-02") == "16:30");
  CHECK(closing({}, "2026-03-02") == "17:00");

  const auto code_of = [](base::UnitId id) { return std::string(id.value == 7 ? "31135" : "92"); };
  const auto again = read_hours(written(*hours, code_of), known_units);
  REQUIRE(again);
  CHECK(*again == *hours);
}

TEST_CASE("A row of questions must name a moment that exists, a known mode and a whole number") {
  CHECK(read_question("2026-02-13T15:10,SAME_DAY,"));
  CHECK(read_question("2026-02-13 15:10, WORKING_DAYS_EOD, 3 ,more"));
  for (const char* row :
       {"2026-02-31T10:00,SAME_DAY,0", "2026-02-13T24:00,SAME_DAY,0", "2026-02-13T10:60,SAME_DAY,0",
        "2026-02-13T10:00Z,SAME_DAY,0", "13/02/2026 10:00,SAME_DAY,0",
        "1975-06-13T10:00,SAME_DAY,0", "2200-01-01T10:00,SAME_DAY,0", "2026-02-13T10:00,DAYS,3",
        "2026-02-13T10:00,MONTHS,0", "2026-02-13T10:00,MONTHS,1.5", "2026-02-13T10:00,MONTHS,1001",
        "2026-02-13T10:00,WORKING_HOURS,-1", "2026-02-13T10:00,WORKING_HOURS,99999999999",
        "2026-02-13T10:00", ""}) {
    CAPTURE(row);
    const auto read = read_question(row);
    REQUIRE_FALSE(read);
    CHECK(read.error().vi != read.error().en);
  }
}
