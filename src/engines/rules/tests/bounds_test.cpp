#include <doctest/doctest.h>

#include <ctime>

#include "engines/rules/feel/json.hpp"
#include "saying.hpp"

using saying::of;

namespace {

std::string repeated(std::string_view text, int times) {
  std::string made;
  for (int i = 0; i < times; ++i) made += text;
  return made;
}

// Seconds of the processor, whatever else runs; what grows faster than the text takes minutes.
class Quick {
 public:
  ~Quick() { CHECK(double(std::clock() - began_) / CLOCKS_PER_SEC < 10); }

 private:
  std::clock_t began_ = std::clock();
};

bool too_deep(const std::string& text) {
  return of(text).find("nests deeper") != std::string::npos;
}

}  // namespace

TEST_CASE("A text of a megabyte is refused at once, one of 250 KB is read in a moment") {
  const Quick quick;
  CHECK(of(repeated("1+", 500'000) + "1").find("longer than 250000") != std::string::npos);
  CHECK(of(repeated("1+", 120'000) + "1") == "120001");
  CHECK(of("count([" + repeated("1,", 120'000) + "1])") == "120001");
  CHECK(of(repeated("true and ", 25'000) + "true") == "true");
  CHECK(of("string length(\"" + repeated("ế", 80'000) + "\")") == "80000");
  CHECK(of("{" + repeated("a: 1, ", 1) + "b: 2}.b") == "2");
}

TEST_CASE("Ten thousand brackets in brackets are refused with their place") {
  const Quick quick;
  CHECK(too_deep(repeated("(", 10'000)));
  CHECK(too_deep(repeated("[", 10'000)));
  CHECK(too_deep(repeated("{a:", 10'000)));
  CHECK(too_deep(repeated("not(", 10'000)));
  CHECK(too_deep(repeated("if true then ", 10'000)));
  CHECK(too_deep(repeated("function() ", 10'000) + "1"));
  CHECK(too_deep("1 instance of " + repeated("list<", 10'000)));
  CHECK(too_deep("{}" + repeated(".a", 10'000)));
  CHECK(too_deep("[]" + repeated("[1]", 10'000)));
  CHECK(too_deep("1" + repeated(" = 1", 10'000)));
  CHECK(of(repeated("(", 400) + "1" + repeated(")", 400)) == "1");
  CHECK(of(repeated("-", 100'001) + "1") == "-1");
}

TEST_CASE("Lists of a million items are worked on; what grows beyond the bounds ends as null") {
  const Quick quick;
  CHECK(of("sum(for i in 1..1000000 return i)") == "500000500000");
  CHECK(of("count((for i in 1..1000000 return i)[item > 500000])") == "500000");
  CHECK(of("for i in 1..100000000 return i") == "null");
  CHECK(of("some i in 1..100000, j in 1..100000 satisfies i = 0") == "null");
  CHECK(of("for i in 1..100000 return partial") == "null");
  CHECK(of("count(for i in 1..2000 return [partial[-1]])") == "null");
  CHECK(of("count(distinct values(for i in 1..200000 return i))") == "200000");
  CHECK(of("(for i in 1..60 return if i = 1 then \"ab\" else partial[-1] + partial[-1])[-1]") ==
        "null");
}

TEST_CASE("A value that holds itself twice, and again, does not grow beyond what can be written") {
  const Quick quick;
  CHECK(of("for i in 1..100 return [partial[-1], partial[-1]]") == "null");
  CHECK(of("for i in 1..100 return {a: partial[-1], b: partial[-1]}") == "null");
  CHECK(
      of("count(for i in 1..100 return matches(\"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!\", "
         "\"(a+)+$\"))") == "null");
}

TEST_CASE("A function that calls itself for ever is stopped") {
  const Quick quick;
  CHECK(of("{f: function(g, n) g(g, n + 1), r: f(f, 1)}.r") == "null");
  CHECK(of("{f: function(g, n) if n = 0 then 0 else n + g(g, n - 1), r: f(f, 100)}.r") == "5050");
}

TEST_CASE("JSON keeps its digits, speaks FEEL where it says so, and is bounded in depth") {
  feel::Machine machine(saying::noon());
  const auto read = [&](std::string_view text) { return feel::value_of_json(machine, text); };
  CHECK(feel::json_of(
            *read(R"({"a": 0.1000000000000000000000000000000001, "b": [1, "x\n", null]})")) ==
        R"({"a": 0.1000000000000000000000000000000001, "b": [1, "x\u000a", null]})");
  CHECK(feel::json_of(*read(R"({"d": {"feel": "date(\"2026-11-30\") + @\"P1D\""}})")) ==
        R"({"d": "2026-12-01"})");
  CHECK(feel::json_of(*read(R"({"d": {"feel": "("}})")) == R"({"d": null})");
  const auto wrong = read(R"({"a": })");
  REQUIRE_FALSE(wrong);
  CHECK(wrong.error().column >= 6);
  CHECK_FALSE(read(repeated("[", 10'000)));
}
