// A rule table as plain data: what is asked, which row fits what, what it answers, and the cases
// of the law that show it. Cells are texts of FEEL (engines/rules).
#pragma once

#include <compare>
#include <optional>
#include <string>
#include <vector>

#include "base/date.hpp"
#include "base/text.hpp"

namespace decisions {

// whole: a number without a fraction (years of age, copies), so that 16 and 17 are neighbours.
enum class ValueType { number, whole, text, flag, date };

// What several rows that fit make of one answer (hit policies of DMN; collect with its sums).
enum class Policy {
  unique,
  any,
  first,
  priority,
  rule_order,
  output_order,
  collect,
  sum,
  count,
  least,
  most
};

// A value the table is given, by its name in FEEL; blanks and marks are part of a name.
struct Given {
  std::string name;
  ValueType type = ValueType::text;
  bool operator==(const Given&) const = default;
};

struct Input {
  base::Words label;
  std::string expression;  // over the givens; most often the name of one
  ValueType type = ValueType::text;
  std::string allowed;  // unary tests; empty: anything
  bool operator==(const Input&) const = default;
};

struct Output {
  base::Words label;
  std::string name;
  ValueType type = ValueType::text;
  std::string allowed;   // a list of values, in the order of their priority
  std::string fallback;  // when no row fits; empty: then there is no answer
  bool operator==(const Output&) const = default;
};

struct Row {
  std::vector<std::string> tests;    // one an input; empty or "-": whatever it is
  std::vector<std::string> answers;  // one an output
  std::string law;                   // the article it comes from
  std::string note;
  bool operator==(const Row&) const = default;
};

// A case with its answer. Every row needs one that it fits; a table whose examples do not hold is
// never published. Cases are invented: nobody's data stands in one.
struct Example {
  std::string name;
  std::vector<std::string> given;     // one a given
  std::vector<std::string> expected;  // one an output
  bool operator==(const Example&) const = default;
};

struct Table {
  std::string code;  // "social-pension"
  base::Words title;
  std::string law;
  Policy policy = Policy::unique;
  bool complete = true;  // says that every case has an answer: then a gap is an error
  std::vector<Given> givens;
  std::vector<Input> inputs;
  std::vector<Output> outputs;
  std::vector<Row> rows;
  std::vector<Example> examples;
  bool operator==(const Table&) const = default;
};

inline constexpr std::size_t rows_max = 300, columns_max = 20, examples_max = 300;
inline constexpr std::size_t cell_bytes_max = 2'000;

// From which day to which it applies. An end is a resolution's that overrules law for a while.
struct Span {
  base::Date from;
  std::optional<base::Date> until;  // last day
  bool holds(base::Date day) const { return from <= day && (!until || day <= *until); }
  bool operator==(const Span&) const = default;
};

// A place in a table, as both a page and a file can show it. Numbers from 0.
struct Spot {
  enum class Part { table, given, input, output, test, answer, row, example, fact, expected };
  Part part = Part::table;
  int row = -1;     // of the table or of the examples
  int column = -1;  // fact: number of the given
  auto operator<=>(const Spot&) const = default;
};

// error: it cannot be published. warning: whoever proposes it confirms it. untold: this could not
// be looked through, and why.
struct Finding {
  enum class Weight { error, warning, untold };
  Weight weight = Weight::error;
  Spot spot;
  base::Words words;
};
using Findings = std::vector<Finding>;
bool any_error(const Findings& findings);

// "date" and "sum" as files and forms name them.
std::string_view code(ValueType type);
std::string_view code(Policy policy);
std::optional<ValueType> value_type(std::string_view code);
std::optional<Policy> policy(std::string_view code);
base::Text words(ValueType type);
base::Text words(Policy policy);
bool is_code(std::string_view text);  // of a table: a-z, 0-9 and -, 2 to 60

}  // namespace decisions
