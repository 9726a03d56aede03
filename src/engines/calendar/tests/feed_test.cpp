// The feed is read back as RFC 5545 says a calendar program must read it.
#include <doctest/doctest.h>

#include <algorithm>
#include <fstream>
#include <map>
#include <set>
#include <vector>

#include "engines/calendar/publish.hpp"

using namespace calendar;

namespace {

struct Property {
  std::string name;  // with its parameters: "DTSTART;VALUE=DATE"
  std::string value;
};

// 3.1: lines end in CRLF and have at most 75 bytes; one that begins with a blank goes on.
std::vector<Property> properties(const std::string& feed) {
  std::vector<std::string> lines;
  for (std::size_t at = 0; at < feed.size();) {
    const auto end = feed.find("\r\n", at);
    REQUIRE(end != feed.npos);
    const auto line = feed.substr(at, end - at);
    CHECK(line.size() <= 75);
    CHECK(line.find('\n') == line.npos);
    // Each line by itself is whole UTF-8: no letter is cut.
    REQUIRE_FALSE(line.empty());
    const auto first = line.front() == ' ' ? line.substr(1) : line;
    REQUIRE_FALSE(first.empty());
    CHECK((static_cast<unsigned char>(first.front()) & 0xC0) != 0x80);
    if (line.front() == ' ') {
      REQUIRE_FALSE(lines.empty());
      lines.back() += first;
    } else {
      lines.push_back(line);
    }
    at = end + 2;
  }
  std::vector<Property> out;
  for (const auto& line : lines) {
    const auto colon = line.find(':');
    REQUIRE(colon != line.npos);
    out.push_back({line.substr(0, colon), line.substr(colon + 1)});
  }
  return out;
}

// 3.3.11: \\ \; \, and \n stand for themselves and a new line; a bare ; or , may not stand there.
std::string unescaped(const std::string& value) {
  std::string out;
  for (std::size_t i = 0; i < value.size(); ++i) {
    CHECK(value[i] != ';');
    CHECK(value[i] != ',');
    if (value[i] != '\\') {
      out += value[i];
      continue;
    }
    REQUIRE(++i < value.size());
    out += value[i] == 'n' ? '\n' : value[i];
  }
  return out;
}

using Event = std::map<std::string, std::string>;

std::vector<Event> events(const std::string& feed) {
  const auto all = properties(feed);
  REQUIRE(all.size() > 4);
  CHECK(all.front().name + ":" + all.front().value == "BEGIN:VCALENDAR");
  CHECK(all.back().name + ":" + all.back().value == "END:VCALENDAR");
  std::vector<Event> out;
  std::set<std::string> head;
  bool inside = false;
  for (std::size_t i = 1; i + 1 < all.size(); ++i) {
    const auto& [name, value] = all[i];
    if (name == "BEGIN" || name == "END") {
      CHECK(value == "VEVENT");
      CHECK(inside == (name == "END"));
      inside = name == "BEGIN";
      if (inside) out.emplace_back();
    } else if (inside) {
      CHECK(out.back().emplace(name, value).second);  // none of ours may stand twice
    } else {
      CHECK(head.insert(name).second);
    }
  }
  CHECK_FALSE(inside);
  CHECK(head.contains("VERSION"));
  CHECK(head.contains("PRODID"));
  return out;
}

Edition published(std::vector<Day> days) {
  Edition out;
  out.number = 3;
  out.published_at = base::Local::parse_iso("2026-11-22T08:00")->instant();
  out.contents.days = std::move(days);
  return out;
}

}  // namespace

TEST_CASE("Lan's telephone shows the days the offices are closed, and which are not sure yet") {
  const Edition edition =
      published({{*base::Date::of(2026, 12, 31), false, Confidence::sourced,
                  "Ngày nghỉ có tên rất dài, có dấu phẩy; chấm phẩy và \\ để phải bẻ dòng giữa chữ "
                  "Việt ở đây"},
                 {*base::Date::of(2027, 2, 13), true, Confidence::uncertain, "Làm bù"}});
  const auto feed = icalendar(edition, "Lịch làm việc, thành phố Cần Thơ", base::Lang::vi);
  const auto all = events(feed);
  REQUIRE(all.size() == 2);
  CHECK(all[0].at("DTSTART;VALUE=DATE") == "20261231");
  CHECK(all[0].at("DTEND;VALUE=DATE") == "20270101");  // the day after: an end is not included
  CHECK(all[0].at("DTSTAMP") == "20261122T010000Z");
  CHECK(all[0].at("STATUS") == "CONFIRMED");
  CHECK(unescaped(all[0].at("SUMMARY")) ==
        "Nghỉ: Ngày nghỉ có tên rất dài, có dấu phẩy; chấm phẩy và \\ để phải bẻ dòng giữa chữ "
        "Việt ở "
        "đây");
  CHECK(all[1].at("STATUS") == "TENTATIVE");
  CHECK(unescaped(all[1].at("SUMMARY")) == "Làm bù: Làm bù (chưa chính thức)");
}

TEST_CASE("The feed of the city's own calendar holds each of its days once") {
  std::ifstream file(TAYDO_SOURCE_DIR "/packs/cantho/calendar/holidays.csv");
  const auto days = read_days(std::string{std::istreambuf_iterator<char>(file), {}});
  REQUIRE(days);
  REQUIRE(days->size() > 40);
  std::set<std::string> ids;
  for (const auto lang : {base::Lang::vi, base::Lang::en}) {
    const auto all = events(icalendar(published(*days), "Lịch", lang));
    CHECK(all.size() == days->size());
    for (const auto& event : all) ids.insert(event.at("UID"));
  }
  CHECK(ids.size() == days->size());  // the same event in both languages
}
