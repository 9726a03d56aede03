// Outlines that an operator brings: what is read has closed rings, and holds points or does not.
#include "engines/units/geometry.hpp"
#include "fuzz.hpp"

void fuzz::one(std::string_view bytes) {
  const auto features = units::read_features(bytes, "code");
  if (!features) return holds(!features.error().what.empty());
  for (const auto& feature : *features) {
    const auto& outline = feature.outline;
    for (const auto& polygon : outline.polygons) {
      for (const auto& point : polygon.outer) holds(outline.box.holds(point));
      if (polygon.outer.size() > 50) continue;
      for (const auto& point : polygon.outer) (void)units::holds(outline, point);
      if (polygon.outer.size() >= 3) (void)units::cells(polygon.outer);
    }
    const units::Point outside{outline.box.east + 1, outline.box.north + 1};
    holds(!units::holds(outline, outside));
  }
}
