#include "engines/units/geometry.hpp"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <cmath>

#include "city.hpp"
#include "support/databases.hpp"

namespace {

const auto today = *base::Date::of(2026, 11, 22);

std::string square(const std::string& code, double west, double south, double side,
                   const std::string& hole = "") {
  return fmt::format(
      R"({{"type":"Feature","properties":{{"code":"{0}"}},"geometry":{{"type":"Polygon",)"
      R"("coordinates":[[[{1},{2}],[{3},{2}],[{3},{4}],[{1},{4}],[{1},{2}]]{5}]}}}})",
      code, west, south, west + side, south + side, hole);
}
std::string collection(const std::string& features) {
  return R"({"type":"FeatureCollection","features":[)" + features + "]}";
}
std::vector<units::Feature> read(const std::string& features) {
  auto out = units::read_features(collection(features), "code");
  REQUIRE_MESSAGE(out, (out ? "" : out.error().told()));
  return *out;
}
std::string problem(const std::string& text) {
  const auto out = units::read_features(text, "code");
  return out ? "read" : out.error().told();
}

}  // namespace

TEST_CASE(
    "A point is in a commune, in the hole of one in neither, and on a border in exactly one") {
  const std::string hole = ",[[104,9],[105,9],[105,10],[104,10],[104,9]]";
  const auto features = read(square("1", 103, 8, 4, hole) + "," + square("2", 107, 8, 4) + "," +
                             square("3", 103, 12, 4) + "," + square("4", 107, 12, 4));
  const auto in = [&](double longitude, double latitude) {
    std::string out;
    for (const auto& feature : features) {
      if (units::holds(feature.outline, {longitude, latitude})) out += feature.code;
    }
    return out;
  };
  CHECK(in(103.5, 8.5) == "1");
  CHECK(in(104.5, 9.5) == "");
  CHECK(in(108, 9) == "2");
  CHECK(in(120, 9) == "");
  for (double along = 8.0; along < 16; along += 0.37) CHECK(in(107, along).size() == 1);
  for (double along = 103.0; along < 111; along += 0.37) CHECK(in(along, 12).size() == 1);
  CHECK(in(107, 12).size() == 1);
}

TEST_CASE("Slanting borders, too, leave no point in two communes or between them") {
  const auto triangle = [](const char* code, const char* points) {
    return fmt::format(
        R"({{"type":"Feature","properties":{{"code":"{}"}},"geometry":{{"type":"MultiPolygon",)"
        R"("coordinates":[[[{}]]]}}}})",
        code, points);
  };
  // Two triangles of one rectangle, their shared side written in opposite directions.
  const auto features =
      read(triangle("1", "[105.1,10.3],[105.9,10.3],[105.9,10.9],[105.1,10.3]") + "," +
           triangle("2", "[105.1,10.3],[105.9,10.9],[105.1,10.9],[105.1,10.3]"));
  for (int i = 1; i < 1'000; ++i) {
    const double t = i / 1'000.0;
    const units::Point on{105.1 + t * 0.8, 10.3 + t * 0.6};
    CHECK(units::holds(features[0].outline, on) != units::holds(features[1].outline, on));
  }
}

TEST_CASE("A file that is no map of communes is refused with what is wrong") {
  CHECK(problem("{").find("line") != std::string::npos);
  CHECK(problem(R"({"type":"Feature"})").starts_with("this is no FeatureCollection"));
  CHECK(problem(collection("")).starts_with("0 features"));
  CHECK(
      problem(collection(R"({"properties":{}})")).starts_with("feature 1 has no property 'code'"));
  CHECK(problem(collection(R"({"properties":{"code":"1"},"geometry":{"type":"Point"}})"))
            .starts_with("feature 1 (1) is a Point"));
  CHECK(problem(collection(square("1", 200, 8, 1))).find("outside WGS84") != std::string::npos);
  CHECK(problem(collection(R"({"properties":{"code":"1"},"geometry":{"type":"Polygon",)"
                           R"("coordinates":[[[1,1],[2,2],[3,3],[1,2]]]}})"))
            .find("not closed") != std::string::npos);
  CHECK(problem(collection(R"({"properties":{"code":"1"},"geometry":{"type":"Polygon",)"
                           R"("coordinates":[[[1,"x"]]]}})"))
            .find("no pair of numbers") != std::string::npos);
  std::string deep = R"({"type":"FeatureCollection","features":)";
  for (int i = 0; i < 60; ++i) deep += "[";
  CHECK(problem(deep).find("line 1") != std::string::npos);
}

TEST_CASE("Outlines and centre points are kept for the units of a day, and points find them") {
  support::on_each_database([](db::Database& db) {
    city::import(db);
    db.write([&](db::Tx& tx) {
      const auto unknown = units::keep_outlines(
          tx, read(square("31135", 105, 10, 1) + "," + square("9", 1, 1, 1)), today);
      REQUIRE_FALSE(unknown);
      CHECK_FALSE(units::unit_at(tx, {105.5, 10.5}, today));
      const auto twice = units::keep_outlines(
          tx, read(square("31135", 105, 10, 1) + "," + square("31135", 1, 1, 1)), today);
      CHECK_FALSE(twice);
      REQUIRE(units::keep_outlines(
          tx, read(square("31135", 105, 10, 1) + "," + square("92", 104, 9, 4)), today));
      REQUIRE(units::keep_outlines(tx, read(square("31135", 105, 10, 0.5)), today));
      const auto at = [&](double longitude, double latitude, base::Date day) {
        const auto id = units::unit_at(tx, {longitude, latitude}, day);
        return id ? units::find(tx, *id, day)->name.vi : std::string();
      };
      CHECK(at(105.25, 10.25, today) == "Phường Ninh Kiều");
      CHECK(at(105.75, 10.75, today) == "Thành phố Cần Thơ");
      CHECK(at(105.25, 10.25, *base::Date::of(2025, 6, 30)) == "");

      const units::File file{"units-centres.csv", city::file("units-centres.csv")};
      const auto kept = units::import_centres(tx, file);
      REQUIRE_MESSAGE(kept, (kept ? "" : kept.error().told()));
      CHECK(*kept == 103);
      CHECK(*units::import_centres(tx, file) == 0);
      CHECK(units::centres(tx).size() == 103);
      CHECK_FALSE(units::import_centres(
          tx, {"c", "code,valid_from,longitude,latitude\n31135,2025-07-01,north,10\n"}));
    });
  });
}

TEST_CASE("Schematic cells cover the box, each around its own point") {
  const std::vector<units::Point> points = {
      {105, 10}, {106, 10}, {105, 11}, {106, 11}, {105.4, 10.6}};
  const auto cells = units::cells(points);
  REQUIRE(cells.size() == points.size());
  double area = 0;
  for (std::size_t i = 0; i < cells.size(); ++i) {
    units::Outline outline{{{cells[i], {}}}, {}};
    for (const auto point : cells[i]) outline.box.take(point);
    for (std::size_t k = 0; k < points.size(); ++k) {
      CHECK(units::holds(outline, points[k]) == (k == i));
    }
    for (std::size_t k = 1; k < cells[i].size(); ++k) {
      area += cells[i][k - 1].longitude * cells[i][k].latitude -
              cells[i][k].longitude * cells[i][k - 1].latitude;
    }
  }
  CHECK(std::abs(area / 2 - 1.12 * 1.12) < 1e-4);
  CHECK(units::cells({}).empty());
  CHECK(units::cells({{105, 10}}).front().size() == 5);
}
