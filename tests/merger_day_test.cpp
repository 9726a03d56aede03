// The day a ward merges, seen from outside: residents' forms, old links, the list of what is under
// way; and that nobody who keeps something by unit is forgotten.
#include <doctest/doctest.h>

#include <algorithm>

#include "app/program.hpp"
#include "cast/city.hpp"
#include "engines/identity/gate.hpp"
#include "engines/units/reorganise.hpp"
#include "services/one_stop/store.hpp"

namespace {

using cast::City;

constexpr std::string_view head = "deed,unit,into,kind,name_vi,name_en,code,parent,area\n";
const std::string merger = std::string(head) + "merge,31135,31120\nmove,31135.TTHCC,,,,,,31120\n";
const std::string split = std::string(head) +
                          "new,,,ward,Phường Bắc,North ward,40001,92,\n"
                          "new,,,ward,Phường Nam,South ward,40002,92,\n"
                          "split-part,31135,40001,,,,,,khu vực 9\n"
                          "split-rest,31135,40002\n"
                          "move,31135.TTHCC,,,,,,40002,\n";

// Lan's draft is addressed to Phường Ninh Kiều; then the ward ends.
struct Day {
  explicit Day(const std::string& file) {
    auto& town = city.town;
    city.db().write([&](db::Tx& tx) {
      for (auto& draft : forms::drafts_of(tx, town.now, town.lan.person)) {
        draft.answers.set("subject.subject_residence.commune", "31135");
        draft.answers.set("subject.subject_residence.line", "12 đường Trầu");
        CHECK(forms::save_draft(tx, town.now, draft));
      }
    });
    const auto on = city.today() + 8;
    const auto steps = units::read_steps({"day", file});
    REQUIRE(steps);
    const units::Movers none;
    const auto done =
        units::reorganise({city.db(), town.journal, none, town.now, "day"}, *steps, on);
    REQUIRE_MESSAGE(done, (done ? "" : done.error().told(base::Lang::en)));
    town.now = base::Local::at(on, 8).instant();
    city.db().write([&](db::Tx& tx) {
      for (const char* code : {"31120", "40001", "40002"}) {
        const auto unit = units::by_code(tx, code, on);
        if (unit) units::set_agency_code(tx, unit->id, std::string("H13.") + code[4], on);
      }
    });
  }
  const identity::Route& route(http::Method method, std::string_view pattern) {
    for (const auto& one : city.routes()) {
      if (one.method == method && one.pattern == pattern) return one;
    }
    FAIL(std::string(pattern));
    return city.routes().front();
  }
  http::Response get(std::string_view pattern, const std::string& fields = "") {
    return city.call(route(http::Method::get, pattern), city.town.lan, fields);
  }
  http::Response post(std::string_view pattern, const std::string& fields) {
    return city.call(route(http::Method::post, pattern), city.town.lan, fields);
  }
  base::UnitId unit(const char* code) {
    return city.db().read([&](db::Tx& tx) { return units::by_code(tx, code, city.today())->id; });
  }

  City city;
};

bool holds(const http::Response& page, std::string_view words) {
  return page.body.find(words) != std::string::npos;
}
std::string location(const http::Response& response) {
  for (const auto& [name, value] : response.headers) {
    if (name == "Location") return value;
  }
  return "";
}

}  // namespace

TEST_CASE("Lan's form, addressed to a ward that merged, goes on to the heir and tells her so") {
  Day day(merger);
  for (const char* page : {"/to-khai/{draft}/{step}", "/to-khai/{draft}/kiem-tra"}) {
    const auto shown = day.get(page);
    CHECK(shown.status == 200);
    CHECK(holds(shown,
                "Phường Ninh Kiều đã kết thúc hoạt động. Tờ khai này nay nộp tới Phường "
                "Cái Khế"));
  }
  // Sent from a page that still named the old ward: she sees it first.
  const auto sent = day.post("/to-khai/{draft}/kiem-tra", "unit=" + day.city.town.ward.str());
  CHECK(sent.status == 422);
}

TEST_CASE(
    "Lan's form, addressed to a ward that was divided, asks her which part, and loses nothing") {
  Day day(split);
  CHECK(day.get("/to-khai/{draft}/{step}").status == 200);
  const auto away = day.get("/to-khai/{draft}/kiem-tra");
  CHECK(away.status == 303);
  CHECK(location(away).ends_with("/noi-nhan"));
  const auto asked = day.get("/to-khai/{draft}/noi-nhan");
  CHECK(asked.status == 200);
  CHECK(holds(asked, "Phường Bắc"));
  CHECK(holds(asked, "Phường Nam"));
  CHECK_FALSE(holds(asked, "checked"));  // nobody guesses
  CHECK(day.post("/to-khai/{draft}/noi-nhan", "").status == 422);
  const auto elsewhere = day.post("/to-khai/{draft}/noi-nhan", "unit=" + day.unit("31120").str());
  CHECK(elsewhere.status == 422);
  const auto chosen = day.post("/to-khai/{draft}/noi-nhan", "unit=" + day.unit("40001").str());
  CHECK(chosen.status == 303);
  const auto check = day.get("/to-khai/{draft}/kiem-tra");
  CHECK(check.status == 200);
  CHECK(holds(check, "Phường Bắc"));
}

TEST_CASE("The commune Lan had chosen is its heir now; of a divided one she is asked again") {
  Day merged(merger);
  CHECK(holds(merged.get("/to-khai/{draft}/kiem-tra"), "12 đường Trầu, Phường Cái Khế"));
  Day divided(split);
  divided.post("/to-khai/{draft}/noi-nhan", "unit=" + divided.unit("40001").str());
  const auto check = divided.get("/to-khai/{draft}/kiem-tra");
  CHECK(holds(check, "12 đường Trầu"));
  CHECK_FALSE(holds(check, "12 đường Trầu, "));
}

TEST_CASE("A page opened before the day, or an old link, means the unit it meant then") {
  Day day(merger);
  const auto linked = day.get("/thu-tuc/{code}/nop-ho-so", "unit=31135");
  CHECK(linked.status == 200);
  CHECK(
      holds(linked, "Phường Ninh Kiều đã kết thúc hoạt động; nơi tiếp nhận nay là Phường Cái Khế"));
  const auto begun = day.post("/thu-tuc/{code}/nop-ho-so", "unit=31135&ngay=2026-11-23");
  CHECK(begun.status == 303);
  CHECK(holds(day.get("/ho-so"), "/to-khai/"));
}

TEST_CASE("Every table that names a unit has somebody who says what becomes of it") {
  const support::Folder folder;
  app::Ground ground(folder.path(), "");
  casework::Casework casework(*ground.db, app::flow_of);
  std::vector<std::string> answered;
  for (const auto& mover : app::movers(ground, casework)) {
    answered.insert(answered.end(), mover.tables.begin(), mover.tables.end());
  }
  int found = 0;
  ground.db->read([&](db::Tx& tx) {
    tx.query(
        "SELECT m.name, c.name FROM sqlite_master m JOIN pragma_table_info(m.name) c "
        "WHERE m.type = 'table' ORDER BY m.name, c.name",
        {}, [&](const db::Row& row) {
          const auto table = row.str(0), column = row.str(1);
          const bool names_a_unit = column == "unit_id" || column.ends_with("_unit_id") ||
                                    column == "unit" || column == "desk";
          if (!names_a_unit || table.starts_with("units_")) return;
          CAPTURE(table);
          CHECK(std::find(answered.begin(), answered.end(), table) != answered.end());
          ++found;
        });
  });
  CHECK(found > 8);
}

TEST_CASE("An administrator reads what is under way at a ward before it ends, and what was done") {
  City city;
  const auto an = city.officer("Người Quản Trị", {city.city()}, {"SYS_ADMIN"}, std::nullopt);
  for (const auto& route : city.routes()) {
    if (route.pattern != "/quan-tri/don-vi/{unit}/dang-do") continue;
    const auto page = city.call(route, &an);
    CHECK(page.status == 200);
    CHECK(page.body.find(city.code()) != std::string::npos);
    CHECK(page.body.find("Bản nháp của người dân") != std::string::npos);
    CHECK(page.body.find("Chức vụ đang giữ") != std::string::npos);
  }
}
