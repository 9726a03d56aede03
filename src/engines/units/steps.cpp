// Reading a reorganisation file: a table, one deed a line.
#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "engines/units/reorganise.hpp"

namespace units {
namespace {

constexpr std::array<std::pair<std::string_view, Deed>, 7> kDeeds = {{{"new", Deed::begin},
                                                                      {"merge", Deed::merge},
                                                                      {"split-part", Deed::part},
                                                                      {"split-rest", Deed::rest},
                                                                      {"rename", Deed::rename},
                                                                      {"move", Deed::move},
                                                                      {"close", Deed::close}}};

const std::vector<std::string_view> kColumns = {"deed",        "unit",    "into",  "kind",
                                                "name_vi",     "name_en", "code",  "parent",
                                                "agency_code", "area",    "basis", "note"};

}  // namespace

base::Result<std::vector<Step>, Problem> read_steps(const File& file) {
  const Sheet sheet(file.name, file.text, kColumns);
  if (sheet.problem()) return base::refuse(*sheet.problem());
  std::vector<Step> steps;
  for (const auto& line : sheet.lines()) {
    const auto& word = line.cell("deed");
    const auto deed = std::find_if(kDeeds.begin(), kDeeds.end(),
                                   [&](const auto& known) { return known.first == word; });
    if (deed == kDeeds.end()) {
      return base::refuse(
          line.problem(fmt::format("'{}' is no deed", word),
                       "write new, merge, split-part, split-rest, rename, move or close"));
    }
    steps.push_back({.line = line.number(),
                     .deed = deed->second,
                     .unit = line.cell("unit"),
                     .into = line.cell("into"),
                     .parent = line.cell("parent"),
                     .kind = line.cell("kind"),
                     .code = line.cell("code"),
                     .agency_code = line.cell("agency_code"),
                     .name = {line.cell("name_vi"), line.cell("name_en")},
                     .area = line.cell("area"),
                     .basis = line.cell("basis")});
  }
  if (steps.empty()) return base::refuse(Problem{file.name, 0, "the file has no lines", ""});
  return steps;
}

}  // namespace units
