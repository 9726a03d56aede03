// The city's pack as the engines see it: what it brings is understood by those it is meant for.
#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>

#include "engines/calendar/edition.hpp"
#include "engines/casework/casework.hpp"
#include "engines/catalogue/publish.hpp"
#include "engines/documents/documents.hpp"
#include "engines/forms/forms.hpp"
#include "engines/units/units.hpp"
#include "platform/crypto/crypto.hpp"
#include "support/databases.hpp"

namespace {

std::string file(const std::string& name) {
  std::ifstream in(std::filesystem::path(TAYDO_SOURCE_DIR) / "packs/cantho" / name);
  REQUIRE_MESSAGE(in.good(), name);
  return {std::istreambuf_iterator<char>(in), {}};
}

// Walks the flow the way officers answer: each outcome, then the step it leads to.
std::string walk(const casework::Flow& flow, int fee_due,
                 std::initializer_list<std::string> outcomes) {
  std::string outcome, here = flow.start, way;
  const auto lookup = [&](std::string_view name) -> std::optional<feel::Value> {
    if (name == "outcome") return feel::Value(outcome);
    return name == "fee_due" ? std::optional<feel::Value>(fee_due) : std::nullopt;
  };
  here = casework::next(flow, here, {}, lookup);
  way = here;
  for (const auto& given : outcomes) {
    outcome = given;
    here = casework::next(flow, here, {}, lookup);
    way += " " + (here.empty() ? "end" : here);
  }
  return way;
}

}  // namespace

TEST_CASE("The flow of a commune certificate leads from the counter to the result") {
  const auto flow = casework::compile(file("flows/commune-certificate.bpmn"));
  REQUIRE(flow);
  CHECK(walk(*flow, 15'000, {"accept", "paid", "propose", "approve", "seal", "returned"}) ==
        "receive collect_fee appraise sign seal return_result end");
  CHECK(walk(*flow, 0, {"accept", "propose", "send_back", "propose", "approve"}) ==
        "receive appraise sign appraise sign seal");
  CHECK(walk(*flow, 15'000, {"refuse"}) == "receive end");
}

TEST_CASE("Each step of the flow says who does what, in both languages, within the legal time") {
  const auto flow = casework::compile(file("flows/commune-certificate.bpmn"));
  REQUIRE(flow);
  int hours = 0;
  for (const auto& node : flow->order) {
    const auto& step = flow->at(node);
    CAPTURE(node);
    CHECK(step.action.starts_with("one_stop."));
    CHECK_FALSE(step.title.vi.empty());
    CHECK_FALSE(step.title.en.empty());
    CHECK(file("roles.json").find('"' + step.role + '"') != std::string::npos);
    hours += step.hours;
  }
  CHECK(hours == 24);  // three working days of eight hours
}

TEST_CASE("The pack is published whole once form, flow and paper have been understood") {
  support::on_each_database([](db::Database& db) {
    journal::Journal journal(db, crypto::ed25519_make());
    catalogue::Publisher publisher(db, journal, {});
    catalogue::Checks checks;
    checks.form = [](std::string_view text) {
      reading::Flaws flaws;
      const auto form = forms::parse(text);
      if (form) return flaws;
      for (const auto& flaw : form.error()) flaws.push_back({0, flaw.pointer, flaw.message});
      return flaws;
    };
    checks.flow = [](std::string_view text) {
      const auto flow = casework::compile(text);
      return flow ? reading::Flaws{} : reading::Flaws{{flow.error().line, "", {"", "flow"}}};
    };
    checks.result_template = [](std::string_view text) {
      const auto paper = documents::read_template(text);
      return paper ? reading::Flaws{} : reading::Flaws{{1, "", paper.error().message}};
    };
    const auto report = catalogue::import_pack(
        db, publisher, std::filesystem::path(TAYDO_SOURCE_DIR) / "packs/cantho", checks, {},
        {"import", {}, base::Instant{1'790'000'000'000'000}});
    CAPTURE(report.told(base::Lang::en));
    CHECK(report.published == 75);
    db.read([](db::Tx& tx) {
      const auto version = catalogue::find(tx, "1.004873", *base::Date::of(2026, 11, 22));
      REQUIRE(version);
      const auto paper = catalogue::text_of(tx, version->id, catalogue::Part::result_template);
      CHECK(paper.find("{subject_name}") != std::string::npos);
    });
  });
}

TEST_CASE("The pack brings the city, its 103 communes and a public service centre to each") {
  support::on_each_database([](db::Database& db) {
    db.write([&](db::Tx& tx) {
      const auto imported = units::import_units(db, tx, file("units.csv"));
      CHECK(imported.problem == "");
      CHECK(imported.added == 252);
    });
    db.read([](db::Tx& tx) {
      const auto today = *base::Date::of(2026, 11, 22);
      CHECK(units::of_kinds(tx, {"ward"}, today).size() == 31);
      CHECK(units::of_kinds(tx, {"commune"}, today).size() == 72);
      const auto ward = units::by_code(tx, "31135", today);
      REQUIRE(ward);
      CHECK(ward->name == base::Words{"Phường Ninh Kiều", "Ninh Kiều ward"});
      const auto centres = units::children(tx, ward->id, today);
      REQUIRE(centres.size() == 1);
      CHECK(centres[0].name.vi == "Trung tâm Phục vụ hành chính công phường Ninh Kiều");
      CHECK_FALSE(units::by_code(tx, "31135", *base::Date::of(2025, 6, 30)));
    });
  });
}

TEST_CASE("The pack's calendar knows the swapped Saturdays and the new holiday") {
  support::on_each_database([](db::Database& db) {
    db.write([&](db::Tx& tx) { units::import_units(db, tx, file("units.csv")); });
    const auto days = calendar::read_days(file("calendar/holidays.csv"));
    const auto hours = db.read([](db::Tx& tx) {
      return calendar::read_hours(file("calendar/hours.json"), [&](std::string_view code) {
        const auto unit = units::by_code(tx, code, *base::Date::of(2026, 11, 22));
        return unit ? unit->id : base::UnitId{};
      });
    });
    REQUIRE(days);
    REQUIRE(hours);
    const auto time = calendar::working_time({*days, *hours});
    CHECK(time.surety(*base::Date::of(2026, 9, 1), *base::Date::of(2026, 9, 2)) ==
          calendar::Surety::settled);
    CHECK(time.surety(*base::Date::of(2026, 1, 1), *base::Date::of(2026, 1, 5)) ==
          calendar::Surety::unconfirmed);
    CHECK(time.surety(*base::Date::of(2027, 12, 1), *base::Date::of(2028, 1, 5)) ==
          calendar::Surety::provisional);
    CHECK_FALSE(time.works(*base::Date::of(2026, 11, 24)));
    CHECK(time.works(*base::Date::of(2026, 8, 22)));
    CHECK_FALSE(time.works(*base::Date::of(2026, 2, 17)));
  });
}
