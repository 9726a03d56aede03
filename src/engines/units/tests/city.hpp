// The units of the city's own pack, for tests.
#pragma once

#include <fstream>
#include <iterator>
#include <string>

#include "engines/units/units.hpp"

namespace city {

inline std::string file(const std::string& name) {
  std::ifstream in(TAYDO_SOURCE_DIR "/packs/cantho/" + name, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

inline units::Imported import(db::Database& db) {
  return db.write([&](db::Tx& tx) {
    return units::import_units(db, tx,
                               {{"units.csv", file("units.csv")},
                                {"units-before-2025-07.csv", file("units-before-2025-07.csv")}},
                               {{"units-successions.csv", file("units-successions.csv")}});
  });
}

}  // namespace city
