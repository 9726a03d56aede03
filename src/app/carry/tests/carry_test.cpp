// The same answer before and after: what the small language said, and what FEEL says now.
#include <doctest/doctest.h>

#include <fstream>
#include <map>

#include "app/carry/texts.hpp"
#include "engines/rules/feel/feel.hpp"

namespace {

using app::carry::Kind;
using app::carry::Names;
using feel::Value;
using Facts = std::map<std::string, Value, std::less<>>;

Value day(const char* text) { return feel::Date::parse(text); }

// What was known when the answers in cases.txt were written down, by the program that still
// evaluated the small language.
const std::vector<Facts> known = {
    {{"purpose", "MARRIAGE"},
     {"name", "An"},
     {"note", ""},
     {"copies", 2},
     {"fee", 8000},
     {"agreed", true},
     {"urgent", false},
     {"birth", day("2000-02-29")},
     {"s.day", day("2026-02-28")},
     {"s.status", "SINGLE"}},
    {},
    {{"purpose", "LOAN"},
     {"name", ""},
     {"copies", 0},
     {"fee", 0},
     {"agreed", false},
     {"urgent", true},
     {"birth", day("2010-12-31")},
     {"s.day", day("2026-03-01")},
     {"s.status", "WIDOWED"}},
    {{"copies", 1}, {"fee", 15000}, {"s.day", day("2025-07-01")}, {"agreed", true}},
    {{"purpose", "LAND"}, {"name", "MARRIAGE"}, {"birth", day("2026-11-22")}, {"urgent", true}}};

// What a form tells of its fields, and what nobody tells of the names of a shared paper.
const Names typed = {{{"purpose", Kind::text},
                      {"name", Kind::unknown},  // a sentence of a paper may be ''
                      {"note", Kind::unknown},
                      {"copies", Kind::number},
                      {"fee", Kind::number},
                      {"agreed", Kind::flag},
                      {"urgent", Kind::flag},
                      {"birth", Kind::date},
                      {"s.day", Kind::date},
                      {"s.status", Kind::text}}};

std::string answers(const std::string& text) {
  const auto condition = feel::compile_open(text);
  if (!condition) return condition.error().front().words.en;
  std::string out;
  for (const auto& facts : known) {
    const auto lookup = [&](std::string_view name) {
      const auto found = facts.find(name);
      return found == facts.end() ? std::nullopt : std::optional(found->second);
    };
    out += feel::holds(*condition, *base::Date::of(2026, 11, 22), lookup) ? '1' : '0';
  }
  return out;
}

std::string in_feel(std::string_view text, const Names& names = typed) {
  return app::carry::to_feel(text, names).value_or("refused");
}

}  // namespace

TEST_CASE("Five hundred old conditions answer in FEEL as they answered before") {
  std::ifstream cases(TAYDO_SOURCE_DIR "/src/app/carry/tests/cases.txt");
  int count = 0;
  for (std::string line; std::getline(cases, line); ++count) {
    const auto before = line.substr(0, line.find(' '));
    const auto text = line.substr(before.size() + 1);
    const auto now = in_feel(text);
    CAPTURE(text);
    CAPTURE(now);
    CHECK(answers(now) == before);
  }
  CHECK(count == 511);
}

TEST_CASE("Old conditions become what a person would have written") {
  const std::pair<const char*, const char*> rows[] = {
      {"purpose == 'LOAN'", R"(purpose = "LOAN")"},
      {"purpose not in ['A', \"B\"]", R"(not(purpose in ["A", "B"]))"},
      {"not (purpose == 'A' or copies != 2)", R"(not(purpose = "A" or copies != 2))"},
      {"age(birth, today) >= 18", "age(birth, today()) >= 18"},
      {"not (age(birth, today) >= 18)", "not((age(birth, today()) >= 18) = true)"},
      {"today >= date('2025-07-01')", R"(today() >= date("2025-07-01"))"},
      {"birth + 30 < today - 1", R"(birth + @"P30D" < today() - @"P1D")"},
      {"birth + copies < today", R"(birth + (copies * @"P1D") < today())"},
      {"today - birth > 365", "(today() - birth).days > 365"},
      {"year(birth) == 2000", "birth.year = 2000"},
      {"length(purpose) > 3", "string length(purpose) > 3"},
      {"empty(purpose)", R"(purpose in [null, ""])"},
      {"empty(birth)", "birth = null"},
      {"not empty(x)", R"(not(x in [null, ""]))"},
      {"agreed and x", R"(agreed and not(x in [null, false, 0, ""]))"},
      {"not agreed", "not(agreed = true)"},
      {"name == 'a\"b\\c'", R"(name = "a\"b\\c")"},
      {"(a == 1 or b == 2) and c == 3", "(a = 1 or b = 2) and c = 3"},
      {"a - (b - 1) == none", "a - (b - 1) = null"},
  };
  for (const auto& [before, after] : rows) CHECK(in_feel(before) == after);
  CHECK(in_feel("a = 'x'") == "refused");
  CHECK(in_feel("if == 'x'") == "refused");  // FEEL has a word in its place
  CHECK(in_feel(std::string(900, '(')) == "refused");
  Names within{{{"s.if", Kind::text}}, "s", false};
  CHECK(in_feel("if == 'x'", within) == R"(s.if = "x")");
  within = {{{"stays.from", Kind::date}, {"stays", Kind::list}}, "stays", true};
  CHECK(in_feel("stays.from <= today", within) == "from <= today()");
  CHECK(in_feel("stays > 1", {{{"stays", Kind::list}}, "", false}) == "count(stays) > 1");
}

TEST_CASE("Of a form only the conditions change, and everything else stays byte for byte") {
  const std::string form = R"j({ "name" : {"vi":"Tờ \u0069",  "en":"show_if == 'x'"},
  "sections":[ {"show_if":"b.kind == 'X'", "code":"a",
     "fields":[{"name":"x","type":"integer","required_if" :"x  >  1"},
               {"name":"y","type":"text","note":"required_if == 'y'"}]},
    {"code":"b","repeat":{"max":3},"fields":[{"name":"kind","type":"select",
      "required_if":"b.kind == 'X' and not (a.x > 1)"}],
     "same_as":{"section":"a","if":"a.y == \"q\\\"","source":"s"}} ],
  "checks":[{"must":"a.x == 1","at":"a.x","law":"if == 'x'"}], "pi":-1.5e3 })j";
  const auto made = app::carry::form(form);
  CHECK(made.text == R"j({ "name" : {"vi":"Tờ \u0069",  "en":"show_if == 'x'"},
  "sections":[ {"show_if":"b.kind = \"X\"", "code":"a",
     "fields":[{"name":"x","type":"integer","required_if" :"x > 1"},
               {"name":"y","type":"text","note":"required_if == 'y'"}]},
    {"code":"b","repeat":{"max":3},"fields":[{"name":"kind","type":"select",
      "required_if":"kind = \"X\" and not((a.x > 1) = true)"}],
     "same_as":{"section":"a","if":"a.y = \"q\\\\\"","source":"s"}} ],
  "checks":[{"must":"a.x = 1","at":"a.x","law":"if == 'x'"}], "pi":-1.5e3 })j");
  REQUIRE(made.changes.size() == 5);
  CHECK(made.changes[2].line == 6);
  CHECK(made.changes[2].before == "b.kind == 'X' and not (a.x > 1)");
  CHECK(made.whole());
  CHECK(app::carry::form(made.text).text == made.text);  // FEEL stays FEEL
  CHECK(app::carry::form("no form").text == "no form");
}

TEST_CASE("Of a flow only the conditions change, written as XML asks") {
  const std::string flow = R"(<?xml version="1.0"?>
<d xmlns="x"><process id="p"><!-- outcome == 'x' -->
  <sequenceFlow id="a" name="x == 'y'"><conditionExpression
    type="t">fee_due &gt; 0 and outcome == 'a&amp;b'</conditionExpression></sequenceFlow>
  <sequenceFlow id="b"><conditionExpression/></sequenceFlow>
  <q:sequenceFlow><q:conditionExpression>x != 'é'</q:conditionExpression></q:sequenceFlow>
</process></d>)";
  const auto made = app::carry::flow(flow);
  CHECK(made.text == R"(<?xml version="1.0"?>
<d xmlns="x"><process id="p"><!-- outcome == 'x' -->
  <sequenceFlow id="a" name="x == 'y'"><conditionExpression
    type="t">fee_due &gt; 0 and outcome = "a&amp;b"</conditionExpression></sequenceFlow>
  <sequenceFlow id="b"><conditionExpression/></sequenceFlow>
  <q:sequenceFlow><q:conditionExpression>x != "é"</q:conditionExpression></q:sequenceFlow>
</process></d>)");
  REQUIRE(made.changes.size() == 2);
  CHECK(made.changes[1].line == 6);
}

TEST_CASE("Of a paper only what stands behind when changes") {
  const std::string paper = R"(# when x == 'y' | no
when x == 'y' | not within a sentence
say one | meaning when x == 'y' | z
  # when x == 'y' | no
  when empty(name) and \
    kind in ['A'] | when x == 'y' | {name} \
    when x == 'z' | goes on
  else | x == 'y'
end
say two each stays | m
  when stays > 0 |
end
)";
  Names names{{{"stays", Kind::list}}};
  const auto made = app::carry::paper(paper, names);
  CHECK(made.text == R"(# when x == 'y' | no
when x == 'y' | not within a sentence
say one | meaning when x == 'y' | z
  # when x == 'y' | no
  when name in [null, ""] and kind in ["A"] | when x == 'y' | {name} \
    when x == 'z' | goes on
  else | x == 'y'
end
say two each stays | m
  when count(stays) > 0 |
end
)");
  REQUIRE(made.changes.size() == 2);
  CHECK(made.changes[0].line == 5);
  CHECK(made.changes[1].line == 11);
}

TEST_CASE("A condition that cannot be said in FEEL is told and left as it was") {
  const auto made =
      app::carry::form(R"({"sections":[{"code":"if","show_if":"if == 'x'","fields":[]}]})");
  REQUIRE(made.changes.size() == 1);
  CHECK_FALSE(made.whole());
  CHECK(made.changes[0].after == "");
  CHECK(made.text.find("if == 'x'") != std::string::npos);
}
