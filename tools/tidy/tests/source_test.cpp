#include "tidy/source.hpp"

#include <doctest/doctest.h>

using tidy::Source;

TEST_CASE("A file is cut into code, comments and literals") {
  const Source file("src/base/a.cpp",
                    "#include \"base/a.hpp\"  // why\n"
                    "int a = 1'000;  // one \"thing\"\n"
                    "/* two\nlines */ char c = '\"'; auto s = \"x\\\"// y\";\n"
                    "auto q = R\"sql(SELECT \")sql\";\n");
  REQUIRE(file.comments.size() == 3);
  CHECK(file.comments[1].text == " one \"thing\"");
  CHECK(file.comments[2].line == 3);
  REQUIRE(file.literals.size() == 2);
  CHECK(file.literals[0].text == "x\\\"// y");
  CHECK(file.literals[0].line == 4);
  CHECK(file.literals[1].delimiter == "sql");
  CHECK(file.literals[1].text == "SELECT \"");
  REQUIRE(file.includes.size() == 1);
  CHECK(file.includes[0].path == "base/a.hpp");
  CHECK(file.code.size() == file.text.size());
  CHECK(file.code.find("1'000;") != std::string::npos);
  CHECK(file.code.find("thing") == std::string::npos);
}

TEST_CASE("A file cut off in the middle is still read to its end") {
  for (const char* text : {"\"abc", "R\"sql(abc", "R\"", "/* abc", "'", "#include <x", "\"\\"}) {
    const Source file("src/base/a.cpp", text);
    CHECK(file.code.size() == file.text.size());
  }
}

TEST_CASE("A path says whose a file is") {
  const Source store("src/engines/journal/tests/store_test.cpp", "");
  CHECK(store.owner() == "journal");
  CHECK(store.is_test());
  CHECK(store.stem() == "store_test");
  CHECK(Source("src/base/id.hpp", "").owner().empty());
  CHECK(Source("tests/cast/cast.hpp", "").is_test());
}

TEST_CASE("Vietnamese letters are told from those of English and of mathematics") {
  CHECK(tidy::has_vietnamese("Đơn"));
  CHECK(tidy::has_vietnamese("xa\u0323"));
  CHECK_FALSE(tidy::has_vietnamese("plain § ≤ → ₫ “x” …"));
  CHECK(tidy::characters("aữ").size() == 2);
}
