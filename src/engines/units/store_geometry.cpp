// The rows of outlines and centre points.
#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "base/json.hpp"
#include "base/must.hpp"
#include "engines/units/geometry.hpp"

namespace units {
namespace {

constexpr std::string_view kKeep = R"sql(
  INSERT INTO units_outline (unit_id, west, south, east, north, polygons)
  VALUES ($1, $2, $3, $4, $5, $6)
  ON CONFLICT (unit_id) DO UPDATE SET west = excluded.west, south = excluded.south,
    east = excluded.east, north = excluded.north, polygons = excluded.polygons)sql";

// Smaller boxes first: a ward before the city around it.
constexpr std::string_view kAround = R"sql(
  SELECT o.unit_id, o.polygons FROM units_outline o
    JOIN units_version v ON v.unit_id = o.unit_id
  WHERE o.west <= $1 AND o.east >= $1 AND o.south <= $2 AND o.north >= $2
    AND v.valid_from <= $3 AND (v.valid_to IS NULL OR v.valid_to >= $3)
  ORDER BY (o.east - o.west) * (o.north - o.south), o.unit_id)sql";

constexpr std::string_view kKeepCentre = R"sql(
  INSERT INTO units_centre (unit_id, longitude, latitude) VALUES ($1, $2, $3)
  ON CONFLICT (unit_id) DO UPDATE SET longitude = excluded.longitude,
    latitude = excluded.latitude
  WHERE units_centre.longitude <> excluded.longitude
    OR units_centre.latitude <> excluded.latitude)sql";

constexpr std::string_view kCentres = R"sql(
  SELECT unit_id, longitude, latitude FROM units_centre ORDER BY unit_id)sql";

std::string written(const std::vector<Polygon>& polygons) {
  std::string out = "[";
  const auto ring = [&](const Ring& points) {
    out += "[";
    for (const auto p : points) out += fmt::format("[{},{}],", p.longitude, p.latitude);
    out.back() = ']';
    out += ",";
  };
  for (const auto& polygon : polygons) {
    out += "[";
    ring(polygon.outer);
    for (const auto& hole : polygon.holes) ring(hole);
    out.back() = ']';
    out += ",";
  }
  out.back() = ']';
  return out;
}

Outline outline_of(std::string_view polygons) {
  const auto parsed = base::json::parse(polygons);
  base::must(bool(parsed));
  Outline out;
  for (const auto& polygon : parsed->as_array()) {
    Polygon made;
    for (const auto& given : polygon.as_array()) {
      Ring ring;
      for (const auto& pair : given.as_array()) {
        ring.push_back(
            {pair.as_array()[0].to_number<double>(), pair.as_array()[1].to_number<double>()});
      }
      if (made.outer.empty()) {
        for (const auto point : ring) out.box.take(point);
        made.outer = std::move(ring);
      } else {
        made.holes.push_back(std::move(ring));
      }
    }
    out.polygons.push_back(std::move(made));
  }
  return out;
}

}  // namespace

base::Result<int, Problem> keep_outlines(db::Tx& tx, const std::vector<Feature>& features,
                                         base::Date day) {
  std::vector<std::pair<base::UnitId, const Outline*>> found;
  std::set<base::UnitId> seen;
  for (const auto& feature : features) {
    const auto unit = by_code(tx, feature.code, day);
    if (!unit) {
      return base::refuse(
          Problem{"", 0, fmt::format("no unit has the code {} on {}", feature.code, day.iso()),
                  "name the day or the property that fits"});
    }
    if (!seen.insert(unit->id).second) {
      return base::refuse(Problem{"", 0, fmt::format("{} stands there twice", feature.code),
                                  "make it one MultiPolygon"});
    }
    found.emplace_back(unit->id, &feature.outline);
  }
  for (const auto& [unit, o] : found) {
    tx.execute(kKeep,
               {unit, o->box.west, o->box.south, o->box.east, o->box.north, written(o->polygons)});
  }
  return int(found.size());
}

std::optional<base::UnitId> unit_at(db::Tx& tx, Point point, base::Date day) {
  std::optional<base::UnitId> out;
  tx.query(kAround, {point.longitude, point.latitude, day}, [&](const db::Row& row) {
    if (!out && holds(outline_of(row.text(1)), point)) out = row.id<base::UnitId>(0);
  });
  return out;
}

base::Result<int, Problem> import_centres(db::Tx& tx, const File& file) {
  const Sheet sheet(file.name, file.text,
                    {"code", "valid_from", "longitude", "latitude", "area_km2", "note"});
  if (sheet.problem()) return base::refuse(*sheet.problem());
  int kept = 0;
  for (const auto& line : sheet.lines()) {
    const auto day = line.date("valid_from");
    const auto unit = day ? by_code(tx, line.cell("code"), *day) : std::nullopt;
    if (!unit) {
      return base::refuse(line.problem("no unit has that code on that day",
                                       "code and valid_from are those of units.csv"));
    }
    Point point;
    try {
      point = {std::stod(line.cell("longitude")), std::stod(line.cell("latitude"))};
    } catch (const std::exception&) {
      point.longitude = 1'000;
    }
    if (!(Box{-180, -90, 180, 90}.holds(point))) {
      return base::refuse(
          line.problem("this is no point on the earth", "write degrees with a point, 105.77739"));
    }
    kept += int(tx.execute(kKeepCentre, {unit->id, point.longitude, point.latitude}));
  }
  return kept;
}

std::vector<Centre> centres(db::Tx& tx) {
  return tx.all(kCentres, {}, [](const db::Row& row) {
    return Centre{row.id<base::UnitId>(0), {row.f64(1), row.f64(2)}};
  });
}

}  // namespace units
