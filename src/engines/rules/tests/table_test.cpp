#include <doctest/doctest.h>

#include "model.hpp"

using model::Table;

namespace {

// The charge for a copy by number of pages and whether it is urgent; rows overlap on purpose.
std::string decided(std::string head, std::string inputs, std::string output_values = "") {
  const Table table{.head = std::move(head),
                    .inputs = {"in pages", "in urgent"},
                    .outputs = {"fee"},
                    .rows = {{{"&lt;= 2", "-"}, {"2000"}},
                             {{"[1..10]", "false"}, {"in pages * 1000"}},
                             {{"-", "true"}, {"9000"}},
                             {{"not(&lt; 100)", "-"}, {"9000"}}},
                    .output_values = std::move(output_values)};
  const auto answer = model::run(model::input("in pages", "number") + model::input("in urgent") +
                                     model::decision("fee", table.xml(), {"in pages", "in urgent"}),
                                 inputs);
  return answer.json + (answer.notes.empty() ? "" : " " + answer.notes.front());
}

}  // namespace

TEST_CASE("A unique table answers with the one row that fits, and names the rows when two do") {
  CHECK(decided("", R"({"in pages": 5, "in urgent": false})") == R"({"fee": 5000})");
  CHECK(decided("", R"({"in pages": 1, "in urgent": true})") ==
        R"({"fee": null} fee 5: Rows 1, 3 fit at once; the table allows one.)");
  CHECK(decided("", R"({"in pages": 50, "in urgent": false})") ==
        R"({"fee": null} fee 5: No row of the table fits.)");
}

TEST_CASE("Every hit policy makes of several rows what its name says") {
  const std::string both = R"({"in pages": 1, "in urgent": true})";
  const std::string same = R"({"in pages": 200, "in urgent": true})";
  const std::string order = "<outputValues><text>9000, 2000, 1000</text></outputValues>";
  CHECK(decided("hitPolicy=\"FIRST\"", both) == R"({"fee": 2000})");
  CHECK(decided("hitPolicy=\"ANY\"", same) == R"({"fee": 9000})");
  CHECK(decided("hitPolicy=\"ANY\"", both) ==
        R"({"fee": null} fee 5: Rows 1, 3 fit at once and answer differently.)");
  CHECK(decided("hitPolicy=\"PRIORITY\"", both, order) == R"({"fee": 9000})");
  CHECK(decided("hitPolicy=\"OUTPUT ORDER\"", both, order) == R"({"fee": [9000, 2000]})");
  CHECK(decided("hitPolicy=\"RULE ORDER\"", both) == R"({"fee": [2000, 9000]})");
  CHECK(decided("hitPolicy=\"COLLECT\"", both) == R"({"fee": [2000, 9000]})");
  CHECK(decided("hitPolicy=\"COLLECT\" aggregation=\"SUM\"", both) == R"({"fee": 11000})");
  CHECK(decided("hitPolicy=\"COLLECT\" aggregation=\"MIN\"", both) == R"({"fee": 2000})");
  CHECK(decided("hitPolicy=\"COLLECT\" aggregation=\"MAX\"", both) == R"({"fee": 9000})");
  CHECK(decided("hitPolicy=\"COLLECT\" aggregation=\"COUNT\"", both) == R"({"fee": 2})");
}

TEST_CASE("Several outputs are a context; a cell may ask more of its value than a comparison") {
  const Table table{.head = "hitPolicy=\"FIRST\"",
                    .inputs = {"in name"},
                    .outputs = {"kind", "days"},
                    .rows = {{{"starts with(?, \"UBND\")"}, {"\"office\"", "3"}},
                             {{"\"Lan\", \"Bảo\""}, {"\"person\"", "5"}},
                             {{"null"}, {"\"nobody\"", "0"}}}};
  const auto kind = [&](const char* inputs) {
    return model::run(model::input("in name") + model::decision("d", table.xml(), {"in name"}),
                      inputs)
        .json;
  };
  CHECK(kind(R"({"in name": "UBND phường"})") == R"({"d": {"kind": "office", "days": 3}})");
  CHECK(kind(R"({"in name": "Bảo"})") == R"({"d": {"kind": "person", "days": 5}})");
  CHECK(kind("{}") == R"({"d": {"kind": "nobody", "days": 0}})");
}

TEST_CASE("A row with a cell too few is told with its line, and so is a cell that cannot be read") {
  const Table table{.inputs = {"in a", "in b"},
                    .outputs = {"out"},
                    .rows = {{{"1"}, {"1"}}, {{"1 +", "-"}, {"2"}}}};
  const auto answer = model::run(model::input("in a") + model::input("in b") +
                                     model::decision("d", table.xml(), {"in a", "in b"}),
                                 R"({"in a": 1, "in b": 1})");
  REQUIRE(answer.flaws.size() == 2);
  CHECK(answer.flaws[0] == "d 6:2: Row 1 has 2 cells, the table has 3 columns.");
  CHECK(answer.flaws[1].find("d 7:") == 0);
  CHECK(answer.flaws[1].find("A value is missing here") != std::string::npos);
}
