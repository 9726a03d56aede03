// What the log tells of Lan when it is at its most talkative: nothing.
#include <doctest/doctest.h>

#include "cast/city.hpp"
#include "platform/log/log.hpp"
#include "support/databases.hpp"

namespace {

// Her values, as they stand in the database and as they are typed.
constexpr std::string_view marks[] = {
    "Zyxquan",    "zyxquan",    "092196000107", "092 196 000 107", "30/12/1931",
    "1931-12-30", "Zyxhem",     "zyxhem",       "0977123987",      "0977 123 987",
    "zyxmail",    "0912345678", "Hai Bà Trưng"};

std::string mark_in(const std::vector<std::string>& lines) {
  for (const auto& line : lines) {
    for (const auto mark : marks) {
      if (line.find(mark) != line.npos) return line;
    }
  }
  return "";
}

}  // namespace

TEST_CASE("Lan applies, officers look her up, and not one of her values is in the log") {
  cast::City city;
  const logging::Overheard overheard;
  const auto& lan = city.town.lan;
  const cast::Who* const people[] = {&lan, &city.boss, &city.town.minh};
  const std::string typed =
      "q=092196000107&name=Zyxquan Thị Lan&number=092 196 000 107&sinh=30/12/1931&"
      "phone=0977123987&email=zyxmail@example.vn&residence=77/31 hẻm Zyxhem&words=Zyxquan&"
      "requester_phone=0912345678&field=phone&wanted=0977123987&answer=Zyxquan&ma=092196000107";
  for (const auto method : {http::Method::get, http::Method::post}) {  // posts change things
    for (const auto& route : city.routes()) {
      if (route.method != method) continue;
      for (const auto person : {city.town.hoa.person, lan.person}) {
        city.person = person;
        for (const auto* who : people) city.call(route, *who, typed);
        if (route.pattern.find("{person}") == route.pattern.npos) break;
      }
    }
  }
  const auto lines = overheard.lines();
  CHECK(lines.size() > 300);  // a line for each request
  CHECK(mark_in(lines) == "");
  bool searched = false;
  for (const auto& line : lines) searched = searched || line.find("/quan-tri/nguoi?q&") == 0;
  CHECK(searched);
}

TEST_CASE("A job that fails over somebody's values is kept for the operator without them") {
  support::on_each_database([](db::Database& db) {
    const base::Instant now{base::day_us};
    const auto id = db.write([&](db::Tx& tx) { return jobs::add(db, tx, now, "test.fail", {}); });
    const auto fail = [](const jobs::Job&) {
      throw std::runtime_error("no mail to lan@example.vn for Nguyễn Thị Lan, 092196000107");
    };
    std::string told;
    jobs::Worker worker(
        db, {{.name = "test.fail", .run = fail, .attempts_max = 1}}, [&] { return now; },
        [&](const jobs::Job&, std::string_view why, bool) { told = why; });
    REQUIRE(worker.run_one());
    CHECK(told == "no mail to ••• for ••• •••");
    CHECK(db.read([&](db::Tx& tx) { return jobs::find(tx, id)->trouble; }) == told);
  });
}
