#include "base/csv.hpp"

#include <doctest/doctest.h>

TEST_CASE("A name that is a formula stays a name in the spreadsheet") {
  CHECK(base::csv_cell("Nguyễn Thị Lan") == "\"Nguyễn Thị Lan\"");
  CHECK(base::csv_cell("") == "\"\"");
  CHECK(base::csv_cell("say \"hi\", Lan") == "\"say \"\"hi\"\", Lan\"");
  for (const char* formula : {"=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "＝1+1",
                              "＋1", "－1", "＠SUM(A1)"}) {
    CHECK(base::csv_cell(formula) == "\"'" + std::string(formula) + "\"");
  }
}
