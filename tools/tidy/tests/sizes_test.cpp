#include <doctest/doctest.h>

#include "tidy/tests/rules.hpp"

using namespace tidy;

namespace {

const std::string kFile = "src/base/a.cpp";

std::string longest(const std::string& text) { return first(sizes, kFile, text); }

}  // namespace

TEST_CASE("Headers, doors and sources have a length") {
  CHECK_FALSE(refuses(sizes, "src/base/a.hpp", lines(200)));
  CHECK(refuses(sizes, "src/base/a.hpp", lines(201)));
  CHECK_FALSE(refuses(sizes, "src/engines/units/units.hpp", lines(150)));
  CHECK(refuses(sizes, "src/engines/units/units.hpp", lines(151)));
  CHECK_FALSE(refuses(sizes, kFile, lines(400)));
  CHECK(refuses(sizes, kFile, lines(401)));
}

TEST_CASE("A line has 100 columns, counted in letters and not in bytes") {
  std::string letters;
  for (int i = 0; i < 96; ++i) letters += "ữ";
  CHECK(longest("// " + letters + "\n") == "");
  CHECK(longest("\n// " + letters + "aaaaa\n") == "2: 104 columns (at most 100)");
}

TEST_CASE("A function has 60 lines, wherever it stands") {
  CHECK(longest("int f(int a) {" + lines(59) + "}\n") == "");
  CHECK(longest("\nint f(int a) {" + lines(60) + "}\n") ==
        "2: a function of 61 lines (at most 60)");
  const auto body = "{" + lines(60) + "}\n";
  for (const std::string head :
       {"namespace x {\nvoid X::f(Y y = {}) const noexcept ", "struct S { void f() ",
        "template <class T>\n  requires(sizeof(T) > 1)\nT f(T t) ", "S::S(int a) : a_(a), b_{a} ",
        "auto f(int a) -> std::vector<int> ", "TEST_CASE(\"{ in words\") ",
        "const auto f = [](int a) ", "bool operator==(const S& s) const ",
        "enum class E { a, b };\nint f() "}) {
    CAPTURE(head);
    CHECK(longest(head + body) != "");
  }
}

TEST_CASE("A long table or a long type is not a long function") {
  CHECK(longest("constexpr int kAll[] = {" + lines(90) + "};\n") == "");
  CHECK(longest("const std::array<S, 2> all{" + lines(90) + "};\n") == "");
  CHECK(longest("const auto all = list({" + lines(90) + "});\n") == "");
  CHECK(longest("struct S {" + lines(90) + "int f() { return 1; }\n};\n") == "");
  CHECK(longest("namespace {" + lines(90) + "}\nint f() { return 1; }\n") == "");
}

TEST_CASE("What a page sees of a request stays small") {
  const std::string visit = "src/engines/identity/visit.hpp";
  std::string methods;
  for (int i = 0; i < 12; ++i) methods += "virtual int a() = 0;\n";
  CHECK_FALSE(refuses(sizes, visit, methods));
  CHECK(refuses(sizes, visit, methods + "virtual int b() = 0;\n"));
}
