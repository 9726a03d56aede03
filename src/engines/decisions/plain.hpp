// Cells as a clerk writes them, and as FEEL has them: 01/07/2026 for date("2026-07-01"), có for
// true, a listed value without its quotation marks. What FEEL writes is taken as well.
#pragma once

#include <string>
#include <string_view>

#include "base/result.hpp"
#include "engines/decisions/table.hpp"

namespace decisions {

enum class CellKind { tests, value };

struct Column {
  ValueType type = ValueType::text;
  std::vector<std::string> names = {};  // of givens: a bare word that is one stays a name
};

// Refused: a day that does not exist; "15.000", which FEEL reads as 15.
base::Result<std::string, base::Words> feel_of(std::string_view typed, CellKind kind,
                                               const Column& column);
std::string plain_of(std::string_view feel, CellKind kind, const Column& column, base::Lang lang);

// All cells of a table at once. What cannot be taken stays as it was typed, and is a finding.
Table feel_of(const Table& typed, Findings& findings);
Table plain_of(const Table& table, base::Lang lang);

}  // namespace decisions
