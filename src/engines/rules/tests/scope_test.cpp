#include "engines/rules/scope.hpp"

#include <doctest/doctest.h>

namespace {

const rules::Scope scope = {
    {"birth", {rules::Type::date}},    {"today", {rules::Type::date}},
    {"amount", {rules::Type::number}}, {"name", {rules::Type::text}},
    {"agreed", {rules::Type::flag}},   {"purpose", {rules::Type::text, {"LOAN", "MARRIAGE"}}}};

// "7 There is no …": column and sentence of each flaw, separated by |.
std::string told(std::string_view text) {
  const auto expression = rules::parse(text);
  REQUIRE(expression);
  std::string out;
  for (const auto& one : rules::misfits(*expression, scope)) {
    out += (out.empty() ? "" : " | ") + std::to_string(one.column) + " " + one.message.en;
  }
  return out;
}

}  // namespace

TEST_CASE("A sensible condition has nothing wrong with its types") {
  for (const auto* text :
       {"purpose == 'LOAN'", "purpose in ['LOAN', 'MARRIAGE'] and not agreed",
        "age(birth, today) >= 18 or empty(name)", "birth + 30 <= today", "today - birth > 365",
        "birth >= date('2000-01-01')", "length(name) > 3 and year(birth) == 1990",
        "amount - 5 == 0", "purpose != none", "agreed == true", "name + 'x' == 'ax'"}) {
    CAPTURE(text);
    CHECK(told(text) == "");
  }
}

TEST_CASE("What can never be true is told with its column and what to write") {
  struct Row {
    const char *text, *says;
  };
  const Row rows[] = {
      {"purpse == 'LOAN'", "1 There is no field “purpse”. Write “purpose”."},
      {"amount > 1 and xyzzy", "16 There is no field “xyzzy”. There are: agreed"},
      {"purpose == 'LAON'", "12 “LAON” is no option of this field. Write one of: LOAN, MARRIAGE."},
      {"purpose in ['LOAN', 'x']", "21 “x” is no option"},
      {"birth > '2000-01-01'",
       "1 Comparing a date with a text is never true. Write a day as date("},
      {"amount == 'many'", "1 Comparing a number with a text is never true."},
      {"purpose == 'LOAN' or 'MARRIAGE'", "22 This part is always the same."},
      {"true", "1 This part is always the same."},
      {"1 == 1", "1 This part is always the same."},
      {"age(name, today) > 18", "5 This must be a date and is a text."},
      {"date('30/4/1975') < today", "6 “30/4/1975” is no day."},
      {"name - 1 == 3", "1 a text and a number have no sum or difference."},
      {"agreed < true", "1 True and false have no order."},
      {"purpose in 'LOAN'", "12 What follows “in” must be a list"},
      {"purpose == ['LOAN']", "1 To ask whether it is in a list, write “in”."},
      {"amount in ['a']", "1 Comparing a number with a text"},
      {"purpose in ['LOAN', 3]", "21 The list has both a text and a number."},
  };
  for (const auto& row : rows) {
    CAPTURE(row.text);
    CAPTURE(told(row.text));
    CHECK(told(row.text).find(row.says) != std::string::npos);
  }
  CHECK(told("purpse == 1 and amout > 2").find(" | ") != std::string::npos);  // both at once
}
