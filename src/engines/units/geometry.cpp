#include "engines/units/geometry.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "base/json.hpp"

namespace units {
namespace {

constexpr std::size_t bytes_max = 64 << 20;
constexpr std::size_t features_max = 5'000;
constexpr std::size_t positions_max = 2'000'000;
constexpr double margin = 0.06;  // of the box around schematic cells

using base::json::array;
using base::json::value;

// Does a ray to the west from the point cross this side? The side is taken from its lower end up
// whichever way the ring runs, so that two neighbours compute the same for a border they share.
bool crosses(Point a, Point b, Point p) {
  if (a.latitude > b.latitude) std::swap(a, b);
  if (p.latitude < a.latitude || p.latitude >= b.latitude) return false;
  const double along = (p.latitude - a.latitude) / (b.latitude - a.latitude);
  return p.longitude >= a.longitude + along * (b.longitude - a.longitude);
}

bool odd(const Ring& ring, Point p) {
  bool in = false;
  for (std::size_t i = 1; i < ring.size(); ++i) in ^= crosses(ring[i - 1], ring[i], p);
  return in;
}

// Reads one feature after another; the first flaw ends it.
class Reader {
 public:
  explicit Reader(std::string_view property) : property_(property) {}

  std::optional<Feature> feature(const value& given, std::size_t index) {
    where_ = fmt::format("feature {}", index + 1);
    if (!given.is_object()) return flaw("is no object");
    const auto& object = given.get_object();
    const auto& properties = base::json::object_at(object, "properties");
    const auto* code = properties.if_contains(property_);
    Feature out;
    if (code && code->is_string()) out.code = std::string(code->get_string());
    if (code && code->is_int64()) out.code = std::to_string(code->get_int64());
    if (out.code.empty()) return flaw(fmt::format("has no property '{}'", property_));
    where_ += " (" + out.code + ")";
    const auto& geometry = base::json::object_at(object, "geometry");
    const auto type = base::json::text_at(geometry, "type");
    const auto& coordinates = base::json::array_at(geometry, "coordinates");
    if (type == "Polygon") {
      polygon(coordinates, out.outline);
    } else if (type == "MultiPolygon") {
      for (const auto& one : coordinates) {
        if (!one.is_array()) return flaw("has a polygon that is no list");
        polygon(one.get_array(), out.outline);
      }
    } else {
      return flaw(fmt::format("is a {}, not a Polygon or MultiPolygon", type));
    }
    if (out.outline.polygons.empty() && problem_.empty()) return flaw("is empty");
    if (!problem_.empty()) return std::nullopt;
    return out;
  }

  const std::string& problem() const { return problem_; }

 private:
  std::nullopt_t flaw(const std::string& what) {
    if (problem_.empty()) problem_ = where_ + " " + what;
    return std::nullopt;
  }

  void polygon(const array& rings, Outline& out) {
    Polygon made;
    for (std::size_t i = 0; i < rings.size(); ++i) {
      auto read = ring(rings[i]);
      if (!problem_.empty()) return;
      if (i == 0) {
        for (const auto point : read) out.box.take(point);
        made.outer = std::move(read);
      } else {
        made.holes.push_back(std::move(read));
      }
    }
    if (made.outer.empty()) {
      flaw("has a polygon without a ring");
      return;
    }
    out.polygons.push_back(std::move(made));
  }

  Ring ring(const value& given) {
    Ring out;
    if (!given.is_array()) return flaw("has a ring that is no list"), out;
    for (const auto& position : given.get_array()) {
      if (!position.is_array() || position.get_array().size() < 2) {
        return flaw("has a position that is no pair of numbers"), out;
      }
      const auto& pair = position.get_array();
      if (!pair[0].is_number() || !pair[1].is_number()) {
        return flaw("has a position that is no pair of numbers"), out;
      }
      const Point point{pair[0].to_number<double>(), pair[1].to_number<double>()};
      const bool on_earth = std::abs(point.longitude) <= 180 && std::abs(point.latitude) <= 90;
      if (!on_earth) return flaw("has a position outside WGS84 (longitude, latitude)"), out;
      if (++positions_ > positions_max) return flaw("is one position too many"), out;
      out.push_back(point);
    }
    const bool closed = out.size() >= 4 && out.front().longitude == out.back().longitude &&
                        out.front().latitude == out.back().latitude;
    if (!closed) flaw("has a ring that is not closed or has fewer than four positions");
    return out;
  }

  std::string property_, where_, problem_;
  std::size_t positions_ = 0;
};

double side(Point p, Point q, Point v) {
  // Below zero: v is nearer to p than to q.
  const auto d = [](Point a, Point b) {
    return (a.longitude - b.longitude) * (a.longitude - b.longitude) +
           (a.latitude - b.latitude) * (a.latitude - b.latitude);
  };
  return d(v, p) - d(v, q);
}

// The part of an open ring that is nearer to p than to q.
Ring nearer(const Ring& ring, Point p, Point q) {
  Ring out;
  for (std::size_t i = 0; i < ring.size(); ++i) {
    const auto a = ring[i], b = ring[(i + 1) % ring.size()];
    const double at = side(p, q, a), bt = side(p, q, b);
    if (at <= 0) out.push_back(a);
    if ((at < 0 && bt > 0) || (at > 0 && bt < 0)) {
      const double t = at / (at - bt);
      out.push_back({a.longitude + t * (b.longitude - a.longitude),
                     a.latitude + t * (b.latitude - a.latitude)});
    }
  }
  return out;
}

}  // namespace

void Box::take(Point p) {
  west = std::min(west, p.longitude);
  east = std::max(east, p.longitude);
  south = std::min(south, p.latitude);
  north = std::max(north, p.latitude);
}

bool holds(const Outline& outline, Point point) {
  if (!outline.box.holds(point)) return false;
  return std::any_of(outline.polygons.begin(), outline.polygons.end(), [&](const Polygon& polygon) {
    return odd(polygon.outer, point) &&
           std::none_of(polygon.holes.begin(), polygon.holes.end(),
                        [&](const Ring& hole) { return odd(hole, point); });
  });
}

base::Result<std::vector<Feature>, Problem> read_features(std::string_view geojson,
                                                          std::string_view property) {
  const auto wrong = [](int line, std::string what, std::string mend) {
    return base::refuse(Problem{"", line, std::move(what), std::move(mend)});
  };
  if (geojson.size() > bytes_max) return wrong(0, "the file is larger than 64 MB", "simplify it");
  const auto parsed = base::json::parse(geojson);
  if (!parsed) return wrong(parsed.error().line, parsed.error().message, "mend the JSON");
  if (!parsed->is_object() ||
      base::json::text_at(parsed->get_object(), "type") != "FeatureCollection") {
    return wrong(0, "this is no FeatureCollection", "export the outlines as GeoJSON in WGS84");
  }
  const auto& given = base::json::array_at(parsed->get_object(), "features");
  if (given.empty() || given.size() > features_max) {
    return wrong(0, fmt::format("{} features", given.size()),
                 fmt::format("there may be 1 to {}", features_max));
  }
  std::vector<Feature> out;
  Reader reader(property);
  for (std::size_t i = 0; i < given.size(); ++i) {
    auto feature = reader.feature(given[i], i);
    if (!feature) return wrong(0, reader.problem(), "mend that feature; nothing was kept");
    out.push_back(std::move(*feature));
  }
  return out;
}

std::vector<Ring> cells(const std::vector<Point>& points) {
  Box box;
  for (const auto point : points) box.take(point);
  const double dx = (box.east - box.west) * margin + 1e-6;
  const double dy = (box.north - box.south) * margin + 1e-6;
  const Ring all = {{box.west - dx, box.south - dy},
                    {box.east + dx, box.south - dy},
                    {box.east + dx, box.north + dy},
                    {box.west - dx, box.north + dy}};
  std::vector<Ring> out;
  for (std::size_t i = 0; i < points.size(); ++i) {
    auto cell = all;
    for (std::size_t k = 0; k < points.size(); ++k) {
      if (k != i) cell = nearer(cell, points[i], points[k]);
    }
    if (!cell.empty()) cell.push_back(cell.front());
    out.push_back(std::move(cell));
  }
  return out;
}

}  // namespace units
