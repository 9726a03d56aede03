#include <doctest/doctest.h>

#include <ctime>

#include "engines/rules/feel/json.hpp"
#include "model.hpp"

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

namespace {

double seconds_to_read(const std::string& text) {
  double least = 1e9;
  for (int i = 0; i < 3; ++i) {
    const auto began = std::clock();
    (void)feel::compile(text, {"a", "fee and charge"});
    least = std::min(least, double(std::clock() - began) / CLOCKS_PER_SEC);
  }
  return least;
}

// Two megabytes that nearly fit into each other everywhere, and a list of a million.
saying::Given large() {
  return {{"t", std::string(2'000'000, 'a')},
          {"u", std::string(1'000'000, 'a') + "b"},
          {"big", feel::Value::list(feel::Values(1'000'000, feel::Value(1)))}};
}

}  // namespace

TEST_CASE("A text eight times as long is read in about eight times as long, whatever it repeats") {
  struct Shape {
    const char *before, *again, *after;
  };
  for (const auto& [before, again, after] :
       {Shape{"", "1 +\n", "1"}, Shape{"sum(", "a -\n a - ", "1)"},
        Shape{"[", "abs(n: 1),\n", "1]"}, Shape{"", "true or ", "true"},
        Shape{"1 in (", "< 3, ", "5)"}, Shape{"", "/* x */\n", "1"}, Shape{"", "/* ", ""},
        Shape{"\"", "\\\"", ""}, Shape{"", "nobody +\n", "1"}, Shape{"", "fee and charge +\n", "1"},
        Shape{"not(", "1, ", "1)"}, Shape{"[", "[1..2], ", "1]"},
        Shape{"[", "{a b: 1}.a b,\n", "1]"}, Shape{"[", "some x in [1] satisfies x = 1,\n", "1]"},
        Shape{"", "-", "1"}, Shape{"", "1", ""}, Shape{"[", "1 instance of number, ", "1]"},
        Shape{"", "\u00a0\n", "1"}, Shape{"", "a ", ""}}) {
    CAPTURE(again);
    const auto made = [&](std::size_t bytes) {
      return before + repeated(again, int(bytes / std::string_view(again).size())) + after;
    };
    CHECK(seconds_to_read(made(240'000)) < 24 * seconds_to_read(made(30'000)) + 0.05);
  }
}

TEST_CASE("Sixty thousand unknown names are not told one by one") {
  const Quick quick;
  const auto read = feel::compile(repeated("x + ", 60'000) + "x");
  REQUIRE_FALSE(read);
  CHECK(read.error().size() == 100);
}

TEST_CASE("Two megabytes searched or read again and again end as null, and soon") {
  const Quick quick;
  const auto given = large();
  CHECK(of("contains(t, u)", given) == "false");
  for (const auto* call : {"contains(t, u)", "number(t, \" \", \".\")", "range(t)", "date(t)",
                           "upper case(t)", "context put({}, t, i)", "is(t, t)"}) {
    CAPTURE(call);
    CHECK(of(std::string("count(for i in 1..100000 return ") + call + ")", given) == "null");
  }
}

TEST_CASE("A replacement that grows beyond what a run may keep ends as null") {
  const Quick quick;
  const auto given = large();
  CHECK(of("replace(t, \"a\", t)", given) == "null");
  CHECK(of("replace(t, \"(a+)\", \"" + repeated("$1", 1'000) + "\")", given) == "null");
  CHECK(of("string length(replace(substring(u, -9), \"a\", \"bb\"))", given) == "17");
  CHECK(of("replace(\"12/UBND\", \"(\\\\d+)/(.*)\", \"$2-$1-$1\")") == "UBND-12-12");
}

TEST_CASE("A list of a million may stand in a hundred notes, each of which shows a line of it") {
  const Quick quick;
  CHECK(of("count(for i in 1..100 return upper case(big))", large()) == "100");
  CHECK(of("count(for i in 1..100 return big + 1)", large()) == "100");
  feel::Machine machine(saying::noon());
  CHECK(feel::compile("upper case([big, big])", {"big"})
            ->evaluate(machine, std::vector{large()[2].second})
            .null());
  REQUIRE_FALSE(machine.notes().empty());
  CHECK(machine.notes()[0].words.en.size() < 200);
  CHECK(of("upper case([\"" + repeated("ế", 50) + "\", 1])") == "null");
}

TEST_CASE("Lists joined, compared and written as texts stay within what one run may keep") {
  const Quick quick;
  CHECK(of("count(concatenate(" + repeated("big, ", 20) + "big))", large()) == "null");
  CHECK(of("count(union(" + repeated("big, ", 20) + "big))", large()) == "null");
  CHECK(of("count(for i in 1..300 return is(big, big))", large()) == "null");
  CHECK(of("count(concatenate(big, big))", large()) == "2000000");
  CHECK(of("count(for i in 1..1000000 return string(i))") == "1000000");
  CHECK(of("count(for i in 1..2000000 return string(i))") == "null");
  CHECK(of("count(for i in 1..4000000 return i)") == "null");
}

TEST_CASE("A million values come in as JSON; four million are refused") {
  const Quick quick;
  feel::Machine machine(saying::noon()), other(saying::noon());
  const auto million = feel::value_of_json(machine, "[" + repeated("1,", 999'999) + "1]");
  REQUIRE(million);
  CHECK(of("sum(given[item > 0])", {{"given", *million}}) == "1000000");
  const auto more = feel::value_of_json(other, "[" + repeated("1,", 3'999'999) + "1]");
  REQUIRE_FALSE(more);
  CHECK(more.error().message == "too many values");
}

TEST_CASE("Sixteen thousand decisions in a row are decided, in a circle they are told") {
  const Quick quick;
  constexpr int count = 16'000;
  const auto name = [](int i) { return "d" + std::to_string(i); };
  std::string row = model::decision("d0", model::text("1")), circle;
  for (int i = 0; i < count; ++i) {
    const auto next = name((i + 1) % count);
    circle += model::decision(name(i), model::text(next + " + 1"), {next});
    if (i > 0) row += model::decision(name(i), model::text(name(i - 1) + " + 1"), {name(i - 1)});
  }
  CHECK(model::run(row).json.find("\"d15999\": 16000}") != std::string::npos);
  const auto round = model::run(circle);
  REQUIRE_FALSE(round.flaws.empty());
  CHECK(round.flaws[0].find("A circle: ") != std::string::npos);
  CHECK(round.json.find("\"d0\": null") != std::string::npos);
}

TEST_CASE("Forty thousand types, each of the next one, are refused beyond two hundred levels") {
  const Quick quick;
  const auto flaws = [](const char* attribute, bool circle) {
    std::string types;
    for (int i = 0; i < 40'000; ++i) {
      const bool last = i == 39'999;
      const auto next = last ? (circle ? "t0" : "number") : "t" + std::to_string(i + 1);
      types +=
          fmt::format("<itemDefinition name=\"t{}\"{}><typeRef>{}</typeRef></itemDefinition>\n", i,
                      attribute, next);
    }
    return model::run(types + model::input("in a", "t0"), R"({"in a": 1})").flaws;
  };
  for (const auto* attribute : {"", " isCollection=\"true\""}) {
    REQUIRE_FALSE(flaws(attribute, false).empty());
    CHECK(flaws(attribute, false)[0].find("Types nest deeper than 200 levels.") !=
          std::string::npos);
    CHECK_FALSE(flaws(attribute, true).empty());
  }
  const std::string two =
      "<itemDefinition name=\"a\"><typeRef>b</typeRef></itemDefinition>"
      "<itemDefinition name=\"b\"><typeRef>a</typeRef></itemDefinition>";
  CHECK(model::run(two).flaws[0].find("A circle: ") != std::string::npos);
}

TEST_CASE("A table of twenty thousand rows of which none fits, or all, answers null and says why") {
  const Quick quick;
  const auto noted = [](const char* cell) {
    model::Table table{.head = "", .inputs = {"1"}, .outputs = {"out"}, .rows = {}};
    for (int i = 0; i < 20'000; ++i) table.rows.push_back({{cell}, {"1"}});
    const auto answer = model::run(model::decision("d", table.xml()));
    CHECK(answer.json == R"({"d": null})");
    REQUIRE_FALSE(answer.notes.empty());
    CHECK(answer.notes[0].size() < 200);
    return answer.notes[0];
  };
  CHECK(noted("2").find("No row of the table fits.") != std::string::npos);
  CHECK(noted("1").find("fit at once; the table allows one.") != std::string::npos);
}
