// Where units lie: outlines an operator brings in, centre points, and which unit a point is in.
//
// Outlines are for display and for finding a commune by a point; they are never legal boundaries.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/result.hpp"
#include "engines/units/sheet.hpp"
#include "engines/units/units.hpp"

namespace units {

struct Point {
  double longitude = 0, latitude = 0;  // WGS84 degrees
};
using Ring = std::vector<Point>;  // closed: the last is the first
struct Polygon {
  Ring outer;
  std::vector<Ring> holes;
};
struct Box {
  double west = 180, south = 90, east = -180, north = -90;
  bool holds(Point p) const {
    return p.longitude >= west && p.longitude <= east && p.latitude >= south && p.latitude <= north;
  }
  void take(Point p);
};
struct Outline {
  std::vector<Polygon> polygons;
  Box box;
};

// Is the point inside, and in no hole? Of two outlines that share a border exactly one holds a
// point on it: the one to its east, or where it runs level to its north. [even-odd rule, RFC 7946
// §3.1.6]
bool holds(const Outline& outline, Point point);

// A GeoJSON FeatureCollection of polygons and multipolygons [RFC 7946]; `property` of a feature
// names the unit's code. At most 64 MB, 5,000 features and 2,000,000 positions.
struct Feature {
  std::string code;
  Outline outline;
};
base::Result<std::vector<Feature>, Problem> read_features(std::string_view geojson,
                                                          std::string_view property);

// Keeps the outlines of the units that have these codes on the day, in place of older ones. A code
// nobody has, or twice, changes nothing.
base::Result<int, Problem> keep_outlines(db::Tx& tx, const std::vector<Feature>& features,
                                         base::Date day);
// The smallest unit in force on the day whose outline holds the point.
std::optional<base::UnitId> unit_at(db::Tx& tx, Point point, base::Date day);

// Centre points from a file of the pack: code, valid_from, longitude, latitude.
base::Result<int, Problem> import_centres(db::Tx& tx, const File& file);
struct Centre {
  base::UnitId unit;
  Point point;
};
std::vector<Centre> centres(db::Tx& tx);

// Schematic cells: what is nearer to each point than to any other, cut to a box around them all.
// Drawn from points only, so not boundaries. In the order of `points`; pure.
std::vector<Ring> cells(const std::vector<Point>& points);

}  // namespace units
