// Tables: a unit's lines, the days of a calendar, questions of a batch; and a cell of ours read
// back.
#include "base/csv.hpp"
#include "base/fold.hpp"
#include "engines/calendar/edition.hpp"
#include "engines/units/sheet.hpp"
#include "fuzz.hpp"

namespace {

// What we write in a cell a reader finds there; before what would be a formula stands an
// apostrophe.
void cell(std::string_view text) {
  if (!base::is_text(text) || text.find('\n') != text.npos || text.find('\r') != text.npos) return;
  const auto expected = base::tidy(text);
  if (expected.empty()) return;
  const units::Sheet sheet("", "a,b\n" + base::csv_cell(text) + ",x\n", {"a", "b"});
  fuzz::holds(!sheet.problem() && sheet.lines().size() == 1);
  const auto& found = sheet.lines().front().cell("a");
  fuzz::holds(found == expected || found == base::tidy("'" + std::string(text)));
  fuzz::holds(sheet.lines().front().cell("b") == "x");
}

}  // namespace

void fuzz::one(std::string_view bytes) {
  const units::Sheet sheet("units.csv", bytes, {"code", "name", "valid_from"});
  for (const auto& line : sheet.lines()) {
    holds(line.cell("code").size() <= bytes.size() * 3 && line.cell("nothing").empty());
    if (const auto date = line.date("valid_from")) holds(date->iso() == line.cell("valid_from"));
  }
  if (const auto days = calendar::read_days(bytes)) {
    const auto again = calendar::read_days(calendar::written(*days));
    holds(again && *again == *days);
  }
  (void)calendar::read_question(bytes);
  (void)calendar::read_spans(bytes);
  cell(bytes);
}
