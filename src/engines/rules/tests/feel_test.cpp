#include "engines/rules/feel/feel.hpp"

#include <doctest/doctest.h>

#include "saying.hpp"

using saying::of;

TEST_CASE("Arithmetic binds as in school; a minus belongs to what follows it") {
  CHECK(of("1 + 2 * 3") == "7");
  CHECK(of("(1 + 2) * 3") == "9");
  CHECK(of("2 ** 3 ** 2") == "64");
  CHECK(of("-2 ** 2") == "4");
  CHECK(of("10 - 4 - 3") == "3");
  CHECK(of("0.1 + 0.2 = 0.3") == "true");
  CHECK(of("1 / 0") == "null");
  CHECK(of("\"Cần\" + \" \" + \"Thơ\"") == "Cần Thơ");
  CHECK(of("1 + \"1\"") == "null");
}

TEST_CASE("Three answers: what is unknown stays unknown unless it does not matter") {
  CHECK(of("true or null") == "true");
  CHECK(of("false and null") == "false");
  CHECK(of("true and null") == "null");
  CHECK(of("not(null)") == "null");
  CHECK(of("1 = null") == "false");
  CHECK(of("1 < null") == "null");
  CHECK(of("1 = \"1\"") == "null");
  CHECK(of("if null then 1 else 2") == "2");
}

TEST_CASE("Days that exist; a month after 31 January is the last of February") {
  CHECK(of("date(\"2026-02-29\")") == "null");
  CHECK(of("date(\"2024-02-29\")") == "2024-02-29");
  CHECK(of("date(\"2026-01-31\") + duration(\"P1M\")") == "2026-02-28");
  CHECK(of("date(\"2026-11-30\") - date(\"2026-11-01\")") == "P29D");
  CHECK(of("date(2026, 2, 30)") == "null");
  CHECK(of("@\"2026-11-30\".weekday") == "1");
  CHECK(of("years and months duration(date(\"2008-02-29\"), date(\"2026-02-28\"))") == "P17Y11M");
  CHECK(of("day of week(today())") == "Monday");
  CHECK(of("now() - @\"2026-11-30T00:00:00Z\"") == "PT2H30M");
}

TEST_CASE("A named zone knows its summer; the clocks may change under a duration") {
  CHECK(of("@\"2026-07-01T12:00:00@Europe/Paris\" = @\"2026-07-01T10:00:00Z\"") == "true");
  CHECK(of("@\"2026-03-28T12:00:00@Europe/Paris\" + @\"P1D\"") ==
        "2026-03-29T13:00:00@Europe/Paris");
  CHECK(of("@\"2026-07-01T12:00:00@Mars/Olympus\"").find("is not a date") != std::string::npos);
  CHECK(of("@\"10:00:00@Asia/Ho_Chi_Minh\".time offset") == "PT7H");
}

TEST_CASE("Names have blanks and marks, and the longest known one is meant") {
  CHECK(of("họ tên", {{"họ tên", "Lan"}}) == "Lan");
  CHECK(of("a-b", {{"a-b", 1}, {"a", 5}, {"b", 3}}) == "1");
  CHECK(of("a - b", {{"a", 5}, {"b", 3}}) == "2");
  CHECK(of("applicant's birth date", {{"applicant's birth date", "x"}}) == "x");
  CHECK(of("fee and charge + 1", {{"fee and charge", 2}}) == "3");
  CHECK(of("{tổng số: 2, gấp đôi: tổng số * 2}.gấp đôi") == "4");
}

TEST_CASE("Lists are filtered, mapped, counted; positions begin at one, and at the end") {
  CHECK(of("[1, 2, 3, 4][item > 2]") == "[3, 4]");
  CHECK(of("[1, 2, 3][-1]") == "3");
  CHECK(of("[1, 2, 3][4]") == "null");
  CHECK(of("[{n: 1, tên: \"a\"}, {n: 2, tên: \"b\"}][n = 2].tên") == "[\"b\"]");
  CHECK(of("for i in 1..3, j in 1..2 return i * j") == "[1, 2, 2, 4, 3, 6]");
  CHECK(of("for i in 3..1 return i") == "[3, 2, 1]");
  CHECK(of("for i in 0..5 return if i = 0 then 1 else i * partial[-1]") == "[1, 1, 2, 6, 24, 120]");
  CHECK(of("some x in [1, 2] satisfies x > 1") == "true");
  CHECK(of("every x in [] satisfies false") == "true");
  CHECK(of("sort([3, 1, 2], function(a, b) a > b)") == "[3, 2, 1]");
  CHECK(of("distinct values([1, 1.0, \"1\", 1])") == "[1, \"1\"]");
}

TEST_CASE("Functions close over what stands around them") {
  CHECK(of("{k: 3, f: function(x) x * k, r: f(4)}.r") == "12");
  CHECK(of("(function(a, b) a - b)(b: 1, a: 5)") == "4");
  CHECK(of("(function(a: number) a)(\"x\")") == "null");
  CHECK(of("for f in [abs, sqrt] return f(4)") == "[4, 2]");
  CHECK(of("substring(string: \"Ninh Kiều\", start position: 6)") == "Kiều");
  CHECK(of("substring(\"Ninh Kiều\", -4, 2)") == "Ki");
  CHECK(of("string length(\"😀é\")") == "2");
}

TEST_CASE("Ranges, in, between, instance of") {
  CHECK(of("5 in [1..5)") == "false");
  CHECK(of("5 in (> 3, 1)") == "true");
  CHECK(of("3 between 1 and 5 and true") == "true");
  CHECK(of("\"b\" in [\"a\", \"c\"]") == "false");
  CHECK(of("]1..3[.end included") == "false");
  CHECK(of("[5..1]") == "null");
  CHECK(of("[1, 2] instance of list<number>") == "true");
  CHECK(of("{a: 1} instance of context<a: string>") == "false");
  CHECK(of("overlaps([1..5], [5..8])") == "true");
  CHECK(of("range(\"[1..5)\") = [1..5)") == "true");
}

TEST_CASE("Patterns are those of XPath, and one that would run for ever ends") {
  CHECK(of("matches(\"0939 123 456\", \"^0\\\\d{3}( \\\\d{3}){2}$\")") == "true");
  CHECK(of("replace(\"12/UBND\", \"(\\\\d+)/(.*)\", \"$2-$1\")") == "UBND-12");
  CHECK(of("split(\"a;b;;c\", \";\")") == "[\"a\", \"b\", \"\", \"c\"]");
  CHECK(of("matches(\"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!\", \"(a+)+$\")") ==
        "null");
}

TEST_CASE("What cannot be read says where") {
  CHECK(of("1 +") == "line 1 column 4: A value is missing here: ");
  CHECK(of("if a then 1", {{"a", true}}) == "line 1 column 12: “else” is missing here: ");
  CHECK(of("1 +\n  tuổi") == "line 2 column 3: tuổi is not known here.");
  CHECK(of("\"abc") ==
        "line 1 column 5: The text has no closing quote, or a sign after \\ that is "
        "not known.");
  CHECK(of("\"Ph\xfc\"").find("is not UTF-8 text") != std::string::npos);
  CHECK(of("1 2") == "line 1 column 3: Cannot read what begins here: 2");
  CHECK(of("{a: 1, a: 2}") == "line 1 column 8: The entry a stands here twice.");
  CHECK(of("function() external {java: {class: \"x\"}}").find("are refused") != std::string::npos);
}

TEST_CASE("Why an answer is null is told with its place") {
  const auto expression = feel::compile("date(\"2026-02-30\") < today() or\n \"a\" * 2 = 1");
  REQUIRE(expression);
  feel::Machine machine(saying::noon());
  CHECK(expression->evaluate(machine).null());
  REQUIRE(machine.notes().size() == 2);
  CHECK(machine.notes()[0].words.en ==
        "The function date does not take these values: "
        "\"2026-02-30\".");
  CHECK(machine.notes()[1].place.line == 2);
  CHECK(machine.notes()[1].words.en == "\"a\" * 2 cannot be computed.");
}
