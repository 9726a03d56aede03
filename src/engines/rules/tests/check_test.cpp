#include "engines/rules/check/check.hpp"

#include <doctest/doctest.h>

namespace {

using feel::Kind;

const feel::Known purpose{Kind::text, {"LOAN", "MARRIAGE"}};
const feel::Names names = {
    {"birth", {Kind::date}},
    {"amount", {Kind::number}},
    {"name", {Kind::text}},
    {"agreed", {Kind::boolean}},
    {"purpose", purpose},
    {"asker", {Kind::context, {}, {{"birth", {Kind::date}}, {"purpose", purpose}}}},
    {"stays", {Kind::list, {}, {{"from", {Kind::date}}, {"state", {Kind::text, {"IN", "OUT"}}}}}}};

// "7 There is no …": column and sentence of each flaw, separated by |.
std::string told(std::string_view text) {
  const auto condition = feel::compile_open(text);
  REQUIRE_MESSAGE(bool(condition), std::string(text));
  std::string out;
  for (const auto& one : feel::misfits(*condition, names)) {
    out += (out.empty() ? "" : " | ") + std::to_string(one.place.column) + " " + one.words.en;
  }
  return out;
}

}  // namespace

TEST_CASE("A sensible condition has nothing wrong with its types") {
  for (const auto* text :
       {R"(purpose = "LOAN")",
        R"(purpose in ["LOAN", "MARRIAGE"] and not(agreed))",
        R"(purpose in ("LOAN", "MARRIAGE"))",
        R"(age(birth, today()) >= 18 or name = null)",
        R"(name in [null, ""])",
        R"(birth + @"P30D" <= today())",
        "(today() - birth).days > 365",
        R"(birth >= date("2000-01-01"))",
        R"(birth in [date("2000-01-01")..today()])",
        "string length(name) > 3 and birth.year = 1990",
        "amount - 5 = 0",
        "purpose != null",
        "agreed = true",
        "(amount > 1) = true",
        R"(name + "x" = "ax")",
        "amount between 1 and 5",
        R"(asker.purpose = "LOAN" and asker.birth.month = 2)",
        "count(stays) > 0",
        R"(some s in stays satisfies s.state = "IN" and s.from < birth)",
        R"(every s in stays[from > birth] satisfies s.state = purpose or purpose = "LOAN")",
        R"(count(stays[state = "IN"]) = 2)",
        R"(if agreed then amount > 1 else amount > 2)",
        R"(list contains(stays.state, "IN"))",
        R"(contains(name, "x"))",
        R"(years and months duration(birth, today()) >= @"P18Y")"}) {
    CAPTURE(text);
    CHECK(told(text) == "");
  }
}

TEST_CASE("What can never be true is told with its column and what to write") {
  struct Row {
    const char *text, *says;
  };
  const Row rows[] = {
      {R"(purpse = "LOAN")", "1 There is no field “purpse”. Write “purpose”."},
      {"amount > 1 and xyzzy", "16 There is no field “xyzzy”. There are: agreed"},
      {"asker.brth < today()", "1 There is no field “asker.brth”. There are: agreed"},
      {R"(purpose = "LAON")",
       "11 “LAON” is no option of this field. Write one of: LOAN, MARRIAGE."},
      {R"(purpose in ["LOAN", "x"])", "21 “x” is no option"},
      {R"(purpose in ("LOAN", "x"))", "21 “x” is no option"},
      {R"(asker.purpose = "x")", "17 “x” is no option"},
      {R"(birth > "2000-01-01")",
       "1 Comparing a date with a text is never true. Write a day as date(\"2026-11-22\")."},
      {R"(amount = "many")", "1 Comparing a number with a text is never true."},
      {R"(amount in ["a"])", "11 Comparing a number with a text"},
      {R"(purpose = "LOAN" or "MARRIAGE")", "21 This part is always the same."},
      {"true", "1 This part is always the same."},
      {"1 = 1", "1 This part is always the same."},
      {"amount", "1 This must be a condition and is a number."},
      {"not(name)", "5 This must be a condition and is a text."},
      {"birth > today", "9 “today” is a function. Write “today()”."},
      {"age(name, today()) > 18", "5 This must be a date and is a text."},
      {R"(date("30/4/1975") < today())", "6 “30/4/1975” is no day."},
      {R"(name - 1 = 3)", "1 a text and a number cannot be computed."},
      {"birth + 30 > today()", "1 To move a day, write how many days as @\"P30D\"."},
      {"agreed < true", "1 True and false have no order."},
      {R"(purpose = ["LOAN"])", "1 To ask whether it is in a list, write “in”."},
      {R"(purpose in ["LOAN", 3])", "21 The list has both a text and a number."},
      {R"(some s in stays satisfies s.state = "GONE")", "37 “GONE” is no option of this field."},
      {R"(some s in stays satisfies s.stat = "IN")", "28 There is no field “stat”. Write “state”."},
      {R"(count(stays[state = "GONE"]) > 0)", "21 “GONE” is no option of this field."},
      {"some s in name satisfies s = 1", "11 This must be a list and is a text."},
      {"name.year = 3", "1 This must be a group of entries and is a text."},
  };
  for (const auto& row : rows) {
    CAPTURE(row.text);
    const auto said = told(row.text);
    CAPTURE(said);
    CHECK(said.find(row.says) != std::string::npos);
  }
  CHECK(told("purpse = 1 and amout > 2").find(" | ") != std::string::npos);  // both at once
}
