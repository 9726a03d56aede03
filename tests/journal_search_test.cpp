// Who searches the journal leaves an entry about it, and the file they take is what they asked for.
#include <doctest/doctest.h>

#include <algorithm>

#include "cast/city.hpp"

namespace {

using cast::City;

constexpr std::string_view page = "/quan-tri/nhat-ky", file = "/quan-tri/nhat-ky.csv";

http::Response ask(City& city, std::string_view pattern, const std::string& fields,
                   http::Method method = http::Method::get) {
  for (const auto& route : city.routes()) {
    if (route.pattern == pattern && route.method == method) {
      return city.call(route, city.boss, fields);
    }
  }
  return {};
}

std::int64_t searches(City& city) {
  return *city.db().read([](db::Tx& tx) {
    return tx.first(
        "SELECT count(*) FROM journal_entry WHERE verb = 'administration.search_journal'", {},
        [](const db::Row& row) { return row.i64(0); });
  });
}

int lines(std::string_view text) { return int(std::count(text.begin(), text.end(), '\n')); }

// So many entries with this verb.
void busy(City& city, int count, const std::string& verb) {
  city.db().write([&](db::Tx& tx) {
    for (int i = 0; i < count; ++i) {
      city.town.journal.append(tx, city.town.now,
                               {.act = verb.substr(5) + std::to_string(i),
                                .actor = {},
                                .verb = verb,
                                .subject_kind = "noise",
                                .subject = 1,
                                .facts = {},
                                .law = ""});
    }
  });
}

}  // namespace

TEST_CASE("A search of the journal is told, with a cursor that no page gave out just as well") {
  City city;
  const std::string wish = "viec=one_stop.";
  CHECK(ask(city, page, wish + "&truoc=9223372036854775807").body.find("one_stop.submit") !=
        std::string::npos);
  CHECK(searches(city) == 1);
  ask(city, page, wish);
  ask(city, page, wish + "&truoc=12345");
  CHECK(searches(city) == 1);  // one wish of one person on one day
  ask(city, page, "viec=account.");
  CHECK(searches(city) == 2);
  ask(city, file, wish);
  CHECK(searches(city) == 3);  // taking it away is more than reading it
  city.town.now = city.town.now + base::day_us;
  ask(city, "/quan-tri/nhat-ky/niem-phong", "", http::Method::post);  // the session is over
  ask(city, page, wish + "&truoc=9223372036854775807");
  CHECK(searches(city) == 4);
  ask(city, page, "");
  CHECK(searches(city) == 4);
}

TEST_CASE("The file of a search by act holds that act's entry and no other") {
  City city;
  CHECK(lines(ask(city, file, "ma=submit").body) == 2);  // the heading and Lan's submission
  CHECK(ask(city, file, "ma=submit").body.find("\"one_stop.submit\"") != std::string::npos);
  CHECK(lines(ask(city, file, "ma=xxx").body) == 1);
}

TEST_CASE("A file that is cut says so in its last row; the page says so before") {
  City city;
  busy(city, 5'100, "test.many");
  const auto many = ask(city, file, "viec=test.many").body;
  CHECK(lines(many) == 5'002);  // the heading, 5,000 entries, and the row that says it
  CHECK(many.substr(0, many.size() - 2).rfind("\r\n\"Tệp dừng ở đây") != std::string::npos);
  const auto at = many.find("truoc=");
  REQUIRE(at != std::string::npos);
  const auto rest = ask(city, file, "viec=test.many&" + many.substr(at, many.find('"', at) - at));
  CHECK(lines(rest.body) == 101);
  CHECK(ask(city, file, "viec=one_stop.submit").body.find("Tệp dừng") == std::string::npos);
  CHECK(ask(city, page, "viec=test.many").body.find("Tệp CSV") != std::string::npos);
}

TEST_CASE("A file with a rare wish reads no more of the journal than its bound, and says so") {
  City city;
  const auto rare = [&] { return ask(city, file, "viec=test.").body; };
  busy(city, 1, "test.rare");
  CHECK(rare().find("\"test.rare\"") != std::string::npos);
  city.db().write([](db::Tx& tx) {
    tx.execute(R"(
      WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 101000)
      INSERT INTO journal_entry (id, at, act, actor_kind, verb, subject_kind, subject_id, facts,
        law, version, hash)
      SELECT i + (SELECT max(id) FROM journal_entry), 1, 'noise' || i, 'system', 'noise.made',
        'noise', 1, '{}', '', 1, '' FROM n)",
               {});
  });
  CHECK(rare().find("\"test.rare\"") == std::string::npos);
  CHECK(rare().find("Tệp dừng") != std::string::npos);
}
