#include <doctest/doctest.h>

#include <fstream>
#include <iterator>
#include <map>
#include <set>

#include "engines/rules/functions/functions.hpp"
#include "guide_run.hpp"

namespace {

std::string guide_for_clerks() {
  std::ifstream file(TAYDO_SOURCE_DIR "/docs/guides/a-rule.md");
  return {std::istreambuf_iterator<char>(file), {}};
}

std::vector<std::string> faults_of(std::string_view page) { return guide::Checker(page).faults; }

}  // namespace

TEST_CASE("A clerk who copies anything out of the guide gets the answer that stands beside it") {
  const guide::Checker checker(guide_for_clerks());
  for (const auto& fault : checker.faults) FAIL_CHECK(fault);
  CHECK(checker.page().pairs.size() > 150);
}

TEST_CASE("The guide has twenty worked examples, six of them tables, each with two to five cases") {
  const guide::Checker checker(guide_for_clerks());
  std::map<int, std::size_t> cases;
  int tables = 0;
  for (const auto& rule : checker.page().rules) {
    if (rule.example == 0) continue;
    tables += rule.feel.empty();
    for (const auto& grid : rule.cases) cases[rule.example] += grid.rows.size();
  }
  CHECK(tables >= 6);
  REQUIRE(cases.size() >= 20);
  for (int example = 1; example <= 20; ++example) {
    CAPTURE(example);
    CHECK(cases[example] >= 2);
    CHECK(cases[example] <= 5);
  }
}

TEST_CASE("The guide names every function there is, with an example") {
  std::set<std::string> named;
  const auto page = guide_for_clerks();
  for (const auto& pair : guide::PageReader(page).read().pairs) {
    named.insert(pair.rule);
  }
  for (const auto part : {feel::number_functions, feel::text_functions, feel::pattern_functions,
                          feel::list_functions, feel::figure_functions, feel::context_functions,
                          feel::moment_functions, feel::part_functions, feel::range_functions}) {
    for (const auto& function : part()) {
      const auto call = std::string(function.name) + "(";
      CAPTURE(call);
      CHECK(page.find("\n| `" + call) != page.npos);
      CHECK(std::any_of(named.begin(), named.end(),
                        [&](const std::string& rule) { return rule.find(call) != rule.npos; }));
    }
  }
}

TEST_CASE("A guide that says what is not so is caught, line by line") {
  CHECK(faults_of("All is `1 + 1` → `2`, and so is\n`2 + 2` → `5`.") ==
        std::vector<std::string>{"line 2: 2 + 2 answers 4, not 5"});
  CHECK(faults_of("`1 +` → `2`").at(0).find("line 1: 1 + cannot be read") == 0);
  CHECK(
      faults_of("| What | Example | Note |\n|---|---|---|\n| x | `1 / 0` → `null` | all is well |")
          .at(0)
          .find("line 3: the note is \"line 1, column 5: ") == 0);
  CHECK(faults_of("```feel\n1\n```\n") ==
        std::vector<std::string>{"line 1: this rule has no case"});
  CHECK(faults_of("| a | Answer |\n|---|---|\n| 1 | 1 |") ==
        std::vector<std::string>{"line 1: cases without a rule"});
  CHECK(faults_of("```feel\na + 1\n```\n\n| a | Answer |\n|---|---|\n| 1 | 2 |\n| 2 | 2 |") ==
        std::vector<std::string>{"line 8: the rule answers 3, not 2"});
  const std::string table = "| U | a | **b** |\n|---|---|---|\n| 1 | < 5 | 10 |\n\n";
  CHECK(faults_of(table + "| a | Answer |\n|---|---|\n| 1 | 10 |\n| 9 | 0 |") ==
        std::vector<std::string>{"line 8: the rule answers null, not 0"});
  CHECK(
      faults_of(table + "| b | Answer |\n|---|---|\n| 1 | 10 |").at(0).find("line 7: the table") ==
      0);
}
