#include <doctest/doctest.h>

#include <algorithm>

#include "tidy/tests/rules.hpp"

using namespace tidy;

namespace {

// The room "portal" with its two needed files, and one more.
std::string with(std::string file, std::string text = "") {
  Tree tree;
  tree.emplace_back("src/services/portal/README.md", "");
  tree.emplace_back("src/services/portal/room.hpp", "");
  tree.emplace_back("src/services/portal/" + std::move(file), std::move(text));
  const auto found = found_by(names, tree);
  return found.empty() ? "" : found[0].what;
}

}  // namespace

TEST_CASE("The files of a room are named by their role or their noun") {
  for (const char* good :
       {"pages.cpp", "pages_citizen.hpp", "dossier.cpp", "text.hpp", "migrations/0001_create.sql",
        "migrations/0002_search.pg.sql", "tests/pages_test.cpp", "tests/town.hpp"}) {
    CAPTURE(good);
    CHECK(with(good) == "");
  }
  for (const char* bad :
       {"helpers.cpp", "Pages.cpp", "pages_.cpp", "text.cpp", "text_officer.cpp", "notes.sql",
        "migrations/create.sql", "tests/pages.cpp", "pages/citizen.cpp"}) {
    CAPTURE(bad);
    CHECK(with(bad) != "");
  }
}

TEST_CASE("A room without a manifest or a README is refused") {
  Tree tree;
  tree.emplace_back("src/services/portal/pages.cpp", "");
  CHECK(found_by(names, tree).size() == 2);
}

TEST_CASE("A type is called by what it is") {
  const std::string file = "src/base/a.hpp";
  for (const char* bad : {"class PageManager {};", "struct PersonInfo {", "enum class FormData {",
                          "struct X {}; using Util = X;", "class ReaderImpl final : public R {"}) {
    CAPTURE(bad);
    CHECK(refuses(names, file, bad));
  }
  for (const char* good : {"class Dossier {};", "struct Database {", "using std::begin;",
                           "// struct PersonInfo", "class Managers {"}) {
    CAPTURE(good);
    CHECK_FALSE(refuses(names, file, good));
  }
}

TEST_CASE("Macros are refused, but for those that switch the test library") {
  CHECK(refuses(names, "src/base/a.hpp", "#define MAX 3\n"));
  CHECK_FALSE(refuses(names, "src/platform/http/a.cpp", "#define BOOST_DISABLE_ASSERTS\n"));
  CHECK_FALSE(refuses(names, "src/base/tests/main.cpp", "#define DOCTEST_CONFIG_IMPLEMENT\n"));
}

TEST_CASE("Line 1 says what a file is for") {
  const std::string good = "// What was asked, and when it was answered.\n#pragma once\n";
  CHECK_FALSE(refuses(first_lines, "src/base/a.hpp", good));
  CHECK(refuses(first_lines, "src/base/a.hpp", "#pragma once\n"));
  CHECK(refuses(first_lines, "src/base/a.hpp", "// a.hpp\n#pragma once\n"));
  CHECK(refuses(first_lines, "src/base/a.hpp", "// What was asked, and when.\n"));
  CHECK(refuses(first_lines, "src/base/a.cpp", "#include <string>\n"));
  CHECK_FALSE(refuses(first_lines, "src/base/tests/a_test.cpp", "#include <string>\n"));
}

TEST_CASE("A source beside its header need not repeat it") {
  Tree tree;
  tree.emplace_back("src/base/a.hpp", "// What was asked, and when.\n#pragma once\n");
  tree.emplace_back("src/base/a.cpp", "#include \"base/a.hpp\"\n");
  CHECK(found_by(first_lines, tree).empty());
}

TEST_CASE("Promises in comments and headers nobody includes are refused") {
  CHECK(first(leftovers, "src/base/a.cpp", "int a;  // TODO: more\n") == "1: TODO in a comment");
  CHECK_FALSE(refuses(leftovers, "src/base/a.cpp", "auto a = \"TODO\";\n"));
  CHECK(refuses(leftovers, "src/base/a.hpp", ""));
  Tree tree;
  tree.emplace_back("src/base/a.hpp", "");
  tree.emplace_back("src/base/a.cpp", "#include \"base/a.hpp\"\n");
  CHECK(found_by(leftovers, tree).empty());
}
