// A table as a DMN file and back. What DMN has no place for (both languages, days, examples) stands
// in extension elements of a namespace of ours, which other tools pass over.
#pragma once

#include <map>
#include <string>
#include <string_view>

#include "base/result.hpp"
#include "engines/decisions/table.hpp"
#include "engines/rules/values/machine.hpp"
#include "platform/reading/reading.hpp"

namespace decisions {

inline constexpr std::string_view name_space = "https://taydo.vn/ns/rules/1";

struct File {
  Table table;
  Span applies;
  std::optional<base::Date> known_from;  // for a city that did not have the table yet
  std::map<Spot, feel::Place> places;

  int line_of(const Spot& spot) const;  // of the nearest place around it that the file has
};

// Any DMN file (1.1 to 1.5) that holds one decision table. Refused with every flaw at its line: XML
// that is none or has entities, several decisions, cells missing, days that do not exist.
base::Result<File, reading::Flaws> read(std::string_view xml);
// DMN 1.3; the same text for the same table.
std::string written(const Table& table, const Span& applies);

}  // namespace decisions
