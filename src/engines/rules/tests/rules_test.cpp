#include "engines/rules/rules.hpp"

#include <doctest/doctest.h>

#include <map>
#include <random>

using rules::Value;

namespace {

const std::map<std::string, Value, std::less<>> lan = {
    {"purpose", "MARRIAGE"},
    {"subject.birth", *base::Date::of(2000, 2, 29)},
    {"today", *base::Date::of(2026, 11, 22)},
    {"fee_due", 8000},
    {"copies", 2},
    {"agreed", true},
    {"note", ""}};

Value known(std::string_view name) {
  const auto found = lan.find(name);
  return found == lan.end() ? Value() : found->second;
}

Value value(std::string_view text) {
  const auto parsed = rules::parse(text);
  REQUIRE_MESSAGE(bool(parsed), std::string(text));
  return rules::evaluate(*parsed, known);
}

bool holds(std::string_view text) { return value(text).truth(); }

int column_of_problem(std::string_view text) {
  const auto parsed = rules::parse(text);
  if (parsed) return 0;
  CHECK_FALSE(parsed.error().message.vi.empty());
  CHECK_FALSE(parsed.error().message.en.empty());
  return parsed.error().column;
}

}  // namespace

TEST_CASE("A condition reads as a person would read it") {
  CHECK(holds("purpose == 'MARRIAGE'"));
  CHECK_FALSE(holds("purpose != 'MARRIAGE'"));
  CHECK(holds("purpose in ['LAND', 'MARRIAGE']"));
  CHECK(holds("purpose not in ['LAND']"));
  CHECK(holds("fee_due > 0 and not (copies >= 3) or false"));
  CHECK(holds("not copies == 3"));
  CHECK(holds("true or false and false"));
  CHECK(holds("agreed and fee_due + 1000 - 500 == 8500"));
  CHECK(holds("-copies == 0 - 2"));
  CHECK(value("'Cần' + ' Thơ'") == Value("Cần Thơ"));
}

TEST_CASE("Age is counted in whole years, and a leap-day child turns older in March") {
  CHECK(value("age(subject.birth, today)") == Value(26));
  CHECK(value("age(subject.birth, date('2026-02-28'))") == Value(25));
  CHECK(value("age(subject.birth, date('2026-03-01'))") == Value(26));
  CHECK(value("year(subject.birth)") == Value(2000));
  CHECK(holds("today - 30 < date('2026-11-01') and today + 1 > today"));
  CHECK(value("today - date('2026-11-20')") == Value(2));
}

TEST_CASE("What is not known is none, and none harms nobody") {
  CHECK(value("nobody.knows").none());
  CHECK_FALSE(holds("nobody == 'x'"));
  CHECK(holds("nobody == none and empty(nobody) and empty(note)"));
  CHECK_FALSE(holds("nobody < 3 or nobody >= 3"));
  CHECK(value("age(nobody, today)").none());
  CHECK(value("purpose + 1").none());
  CHECK(value("today + 99999999999").none());
  CHECK(value("date('2026-02-31')").none());
  CHECK_FALSE(holds("'1' == 1"));
  CHECK_FALSE(holds("purpose in 'MARRIAGE'"));
}

TEST_CASE("A broken condition names its column and says how to mend it") {
  CHECK(column_of_problem("purpose = 'X'") == 9);
  CHECK(column_of_problem("purpose == 'X") == 12);
  CHECK(column_of_problem("(purpose") == 9);
  CHECK(column_of_problem("") == 1);
  CHECK(column_of_problem("a and") == 6);
  CHECK(column_of_problem("1 < 2 < 3") == 7);
  CHECK(column_of_problem("  delete(purpose)") == 3);
  CHECK(column_of_problem("age(today)") == 1);
  CHECK(column_of_problem("purpose == 'X' submitter") == 16);
}

TEST_CASE("No text is too deep or too long for it: it refuses and stays on its feet") {
  CHECK(column_of_problem(std::string(900, '(')) > 0);
  CHECK(column_of_problem(std::string(900, '-')) > 0);
  CHECK(column_of_problem(std::string(900, '[')) > 0);
  CHECK(column_of_problem(std::string(rules::length_max + 1, '1')) == 1);
  CHECK(column_of_problem(std::string(999, '9')) == 1);
  std::string many = "a";
  for (int i = 0; i < 190; ++i) many += " or a";
  CHECK_FALSE(holds(many));
  std::string nots;
  for (int i = 0; i < 200; ++i) nots += "not ";
  CHECK(column_of_problem(nots + "a") > 0);
}

TEST_CASE("A thousand random texts neither crash nor throw") {
  std::mt19937 random(7);
  const std::string alphabet[] = {"a", "(", ")", "[",  "]", ",", "'",    "not ",  "and ", "in ",
                                  "1", "-", "+", "==", "<", ".", "age(", "today", " ",    "\xff"};
  for (int i = 0; i < 1'000; ++i) {
    std::string text;
    for (int n = 0; n < 30; ++n) text += alphabet[random() % std::size(alphabet)];
    const auto parsed = rules::parse(text);
    if (parsed) rules::evaluate(*parsed, known);
  }
}

TEST_CASE("The names a condition asks for are listed once") {
  const auto parsed = rules::parse("a.b == 1 and age(c, today) > 3 or a.b in [c]");
  REQUIRE(parsed);
  CHECK(rules::names(*parsed) == std::vector<std::string>{"a.b", "c", "today"});
}
