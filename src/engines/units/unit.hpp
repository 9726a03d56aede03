// One unit as it is on a day.
#pragma once

#include <optional>
#include <string>

#include "base/date.hpp"
#include "base/id.hpp"
#include "base/text.hpp"

namespace units {

// How well a fact about a unit is founded. What is uncertain is never shown as official.
enum class Confidence { sourced, known, uncertain };

struct Unit {
  base::UnitId id;
  std::string kind;  // city, ward, commune, department, service_centre ... (README.md)
  std::string code;  // GSO code for territory; the pack's own code for others
  base::Words name;  // "Phường Ninh Kiều"
  base::UnitId parent;
  base::Date from;  // of this version: since then name, kind, code and parent are these
  std::optional<base::Date> to;  // last day, or open
  std::string agency_code;       // first part of dossier codes, "H13.01"; empty if none is known
  std::string basis;             // the paper this version rests on, "1668/NQ-UBTVQH15"
  Confidence confidence = Confidence::known;
};

}  // namespace units
