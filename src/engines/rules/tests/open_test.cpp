// Conditions whose names are asked of whoever runs them: forms, flows, papers.
#include <doctest/doctest.h>

#include <map>
#include <random>

#include "engines/rules/feel/feel.hpp"

using feel::Value;

namespace {

Value period(const char* status, int months) {
  return feel::context_of({{"status", status}, {"months", months}});
}

const std::map<std::string, Value, std::less<>> lan = {
    {"purpose", "MARRIAGE"},
    {"subject.birth", *feel::Date::of(2000, 2, 29)},
    {"subject.subject", "LAN"},
    {"subject", feel::context_of({{"name", "Lan"}, {"purpose", "SELF"}})},
    {"fee_due", 8000},
    {"count", 2},
    {"agreed", true},
    {"note", ""},
    {"periods", Value::list({period("SINGLE", 30), period("MARRIED", 12)})}};

std::optional<Value> known(std::string_view name) {
  const auto found = lan.find(name);
  return found == lan.end() ? std::nullopt : std::optional(found->second);
}

const base::Date sunday = *base::Date::of(2026, 11, 22);

std::string value(std::string_view text) {
  const auto compiled = feel::compile_open(text);
  REQUIRE_MESSAGE(bool(compiled), std::string(text));
  feel::Machine machine(feel::midnight(sunday));
  return feel::text_of(compiled->evaluate(machine, known));
}

bool holds(std::string_view text) {
  const auto compiled = feel::compile_open(text);
  REQUIRE_MESSAGE(bool(compiled), std::string(text));
  return feel::holds(*compiled, sunday, known);
}

std::string names(std::string_view text) {
  std::string out;
  for (const auto& name : feel::compile_open(text)->names()) out += (out.empty() ? "" : " ") + name;
  return out;
}

}  // namespace

TEST_CASE("A condition reads as a person would read it") {
  CHECK(holds("purpose = \"MARRIAGE\""));
  CHECK_FALSE(holds("purpose != \"MARRIAGE\""));
  CHECK(holds("purpose in [\"LAND\", \"MARRIAGE\"]"));
  CHECK(holds("not(purpose in (\"LAND\", \"LOAN\"))"));
  CHECK(holds("fee_due > 0 and not(count >= 3) or false"));
  CHECK(holds("agreed and fee_due + 1000 - 500 = 8500"));
}

TEST_CASE("Age is counted in whole years, and a leap-day child turns older in March") {
  CHECK(value("age(subject.birth, today())") == "26");
  CHECK(value("age(subject.birth, date(\"2026-02-28\"))") == "25");
  CHECK(value("age(subject.birth, date(\"2026-03-01\"))") == "26");
  CHECK(value("age(birth: subject.birth, on: date(\"2018-02-28\"))") == "17");
  CHECK(value("age(subject.birth, date(\"2000-02-28\"))") == "-1");
  CHECK(value("age(null, today())") == "null");
  CHECK(value("age(subject.birth, now())") == "26");
}

TEST_CASE("A condition holds only when it is true: what is missing never gives anything") {
  CHECK_FALSE(holds("nobody = \"x\""));
  CHECK(holds("nobody = null and nobody != \"x\""));
  CHECK_FALSE(holds("nobody < 3"));
  CHECK_FALSE(holds("not(nobody < 3)"));
  CHECK(holds("not((nobody < 3) = true)"));
  CHECK_FALSE(holds("nobody"));
  CHECK_FALSE(holds("purpose"));  // a text is no answer
  CHECK_FALSE(holds("count"));
  CHECK_FALSE(holds("fee_due = \"8000\""));
  CHECK_FALSE(holds("not(fee_due = \"8000\")"));
  CHECK(holds("note in [null, \"\"]"));
}

TEST_CASE("The longest name that somebody answers is meant, and what follows are its entries") {
  CHECK(value("subject.birth") == "2000-02-29");
  CHECK(value("subject.birth.year") == "2000");
  CHECK(value("subject.name") == "Lan");
  CHECK(value("subject.subject") == "LAN");
  CHECK(value("purpose.purpose") == "null");
  CHECK(value("subject.nothing") == "null");
  CHECK(value("count + count(periods)") == "4");  // a field may be called like a function
  CHECK(value("[1..count]") == "[1..2]");
}

TEST_CASE("A repeated section is a list that conditions can walk") {
  CHECK(holds("some p in periods satisfies p.status = \"MARRIED\""));
  CHECK_FALSE(holds("every p in periods satisfies p.months >= count * 10"));
  CHECK(
      holds("count(periods[status = purpose]) = 0 and periods[months > 20].status = [\"SINGLE\"]"));
  CHECK(value("sum(periods.months)") == "42");
  CHECK(value("sum(for p in periods return p.months * fee_due)") == "336000");
  CHECK(value("periods[status = subject.name]") == "[]");  // what items have not is asked outside
  CHECK(value("count(periods[purpose = \"MARRIAGE\"])") == "2");
  CHECK(value("[{purpose: {of: 1}}, {purpose: {of: 2}}][purpose.of = 2].purpose.of") == "[2]");
  CHECK(value("(function(x) x + count)(3)") == "5");
}

TEST_CASE("What a condition asks is listed once, so that a pack can be checked") {
  CHECK(names("a.b = 1 and age(c, today()) > 3 or a.b in [c]") == "a.b c");
  CHECK(names("some p in periods satisfies p.status = status") == "periods status");
  CHECK(names("1 = 1") == "");
  const auto filtered = feel::compile_open("count(xs[a > 1]) > b");
  REQUIRE(filtered);
  for (const auto& asked : filtered->asks()) CHECK(asked.perhaps == (asked.name == "a"));
  CHECK(feel::compile_open("a > today()")->asks_clock());
  CHECK_FALSE(feel::compile_open("a > date(\"2026-01-01\")")->asks_clock());
}

TEST_CASE("Who writes as before FEEL is told what to write") {
  const auto told = [](std::string_view text) {
    const auto compiled = feel::compile_open(text);
    return compiled ? "" : compiled.error().front().words.en;
  };
  CHECK(told("purpose == \"LOAN\"") == "Whether two are equal is asked with one “=”.");
  CHECK(told("purpose = 'LOAN'") == "Texts stand in double quotes: \"LOAN\".");
  CHECK(told("purpose not in [\"LOAN\"]").find("Cannot read what begins here") == 0);
}

TEST_CASE("A thousand random conditions neither crash nor throw") {
  std::mt19937 random(7);
  const std::string alphabet[] = {"a",  "(",     ")",    "[",          "]",           ", ",
                                  "\"", "not(",  "1",    "-",          "+",           "=",
                                  "<",  ".",     "age(", "today()",    " ",           "a",
                                  "in", " and ", "{a:",  "some x in ", " satisfies ", "}"};
  for (int i = 0; i < 1'000; ++i) {
    std::string text;
    for (int n = 0; n < 30; ++n) text += alphabet[random() % std::size(alphabet)];
    if (const auto compiled = feel::compile_open(text)) feel::holds(*compiled, sunday, known);
  }
}
