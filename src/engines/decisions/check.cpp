#include "engines/decisions/check.hpp"

#include <algorithm>
#include <set>

#include "base/fold.hpp"
#include "engines/decisions/decisions.hpp"
#include "engines/decisions/plain.hpp"
#include "engines/decisions/saying.hpp"
#include "engines/decisions/text.hpp"
#include "engines/identity/number.hpp"
#include "engines/rules/feel/feel.hpp"
#include "engines/rules/feel/unary.hpp"

namespace decisions {
namespace {

using feel::said;
using Part = Spot::Part;
using Weight = Finding::Weight;

std::string number(std::size_t i) { return std::to_string(i + 1); }

class Cells {
 public:
  explicit Cells(const Table& table) : table_(table) {
    for (const auto& given : table.givens) names_.push_back(given.name);
  }

  Findings run() {
    about();
    givens();
    for (std::size_t k = 0; k < table_.inputs.size(); ++k) input(k);
    for (std::size_t k = 0; k < table_.outputs.size(); ++k) output(k);
    for (std::size_t i = 0; i < table_.rows.size(); ++i) row(i);
    for (std::size_t i = 0; i < table_.examples.size(); ++i) example(i);
    return std::move(found_);
  }

 private:
  void tell(Spot spot, const base::Text& what, base::Holes holes = {}) {
    found_.push_back({Weight::error, spot, said(what, holes)});
  }

  void other_type(Spot spot, const feel::Value& value, ValueType type) {
    found_.push_back(
        {Weight::error, spot,
         say(text::other_type, {{"value", shown_words(value)}, {"type", words_of(words(type))}})});
  }

  void about() {
    if (!is_code(table_.code)) tell({}, text::bad_code, {{"code", table_.code}});
    if (table_.title.vi.empty()) tell({}, text::no_title);
    if (table_.inputs.empty()) tell({}, text::no_inputs);
    if (table_.outputs.empty()) tell({}, text::no_outputs);
    if (table_.rows.empty()) tell({}, text::no_rows);
    if (table_.rows.size() > rows_max || table_.examples.size() > examples_max ||
        table_.inputs.size() + table_.outputs.size() > columns_max) {
      tell({}, text::too_large,
           {{"rows", std::to_string(rows_max)}, {"columns", std::to_string(columns_max)}});
    }
    const bool sums = table_.policy > Policy::collect;
    if (sums && table_.outputs.size() > 1) tell({}, text::sum_of_several);
  }

  void unique_name(std::set<std::string>& seen, const std::string& name, Spot spot) {
    if (name.empty())
      tell(spot, text::name_missing);
    else if (!is_name(name))
      tell(spot, text::bad_name, {{"name", name}});
    else if (!seen.insert(name).second)
      tell(spot, text::name_twice, {{"name", name}});
  }

  void givens() {
    std::set<std::string> seen;
    for (std::size_t k = 0; k < table_.givens.size(); ++k) {
      unique_name(seen, table_.givens[k].name, {Part::given, -1, int(k)});
    }
  }

  // What FEEL says of a text, at the place of the cell.
  void problems(const std::vector<feel::Problem>& all, Spot spot) {
    if (!all.empty()) found_.push_back({Weight::error, spot, all.front().words});
  }
  void expression(const std::string& text, Spot spot, const std::vector<std::string>& names) {
    if (const auto compiled = feel::compile(text, names); !compiled)
      problems(compiled.error(), spot);
  }
  void tests(const std::string& text, Spot spot, const std::vector<std::string>& names,
             ValueType type) {
    if (text.size() > cell_bytes_max) return tell(spot, text::cell_long);
    const auto compiled = feel::compile_tests(text, names);
    if (!compiled) return problems(compiled.error(), spot);
    feel::Machine machine({});
    const auto edges = compiled->edges(machine);
    for (const auto& edge : edges.value_or(std::vector<feel::Value>())) {
      if (edge.null() && text.find("null") == text.npos) return nothing(spot, text);
      if (edge.null() || fits_loosely(edge, type)) continue;
      return other_type(spot, edge, type);
    }
    thousands(text, spot, type);
  }
  // A day such as 31 February is null in FEEL, and nothing would ever equal it.
  void nothing(Spot spot, const std::string& text) {
    tell(spot, text::exists_not, {{"typed", text}});
  }
  // 16.5 in a column of whole numbers can be an end: nothing equals it, but something is below it.
  static bool fits_loosely(const feel::Value& value, ValueType type) {
    return fits(value, type == ValueType::whole ? ValueType::number : type);
  }
  void thousands(const std::string& text, Spot spot, ValueType type) {
    if (type != ValueType::number && type != ValueType::whole) return;
    const auto plain = feel_of(text, CellKind::value, {type});
    if (!plain) found_.push_back({Weight::error, spot, plain.error()});
  }

  void input(std::size_t k) {
    const auto& one = table_.inputs[k];
    const Spot spot{Part::input, -1, int(k)};
    if (one.label.vi.empty()) tell(spot, text::label_missing);
    if (one.expression.empty())
      tell(spot, text::name_missing);
    else
      expression(one.expression, spot, names_);
    tests(one.allowed, spot, {}, one.type);
    for (std::size_t other = 0; other < k; ++other) {
      if (table_.inputs[other].expression == one.expression)
        tell(spot, text::column_twice, {{"name", one.expression}});
    }
  }

  void output(std::size_t k) {
    const auto& one = table_.outputs[k];
    const Spot spot{Part::output, -1, int(k)};
    if (one.label.vi.empty()) tell(spot, text::label_missing);
    unique_name(outputs_, one.name, spot);
    tests(one.allowed, spot, {}, one.type);
    if (!one.fallback.empty()) answer(one.fallback, spot, one);
    const bool ordered = table_.policy == Policy::priority || table_.policy == Policy::output_order;
    if (ordered && one.allowed.empty()) tell(spot, text::no_priorities);
  }

  void answer(const std::string& text, Spot spot, const Output& output) {
    if (text.empty()) return tell(spot, text::answer_missing);
    if (text.size() > cell_bytes_max) return tell(spot, text::cell_long);
    const auto compiled = feel::compile(text, names_);
    if (!compiled) return problems(compiled.error(), spot);
    thousands(text, spot, output.type);
    const auto value = literal(text);
    if (!value && feel::compile(text)) return nothing(spot, text);
    if (!value || value->null()) return;
    if (!fits(*value, output.type)) {
      return other_type(spot, *value, output.type);
    }
    const auto allowed = feel::compile_tests(output.allowed);
    feel::Machine machine({});
    if (allowed && !allowed->hold(machine, *value))
      found_.push_back(
          {Weight::error, spot, say(text::not_allowed, {{"value", shown_words(*value)}})});
  }

  void row(std::size_t i) {
    const auto& one = table_.rows[i];
    const Spot whole{Part::row, int(i), -1};
    if (one.tests.size() != table_.inputs.size() || one.answers.size() != table_.outputs.size()) {
      return tell(whole, text::row_cells,
                  {{"row", number(i)},
                   {"have", std::to_string(one.tests.size() + one.answers.size())},
                   {"want", std::to_string(table_.inputs.size() + table_.outputs.size())}});
    }
    for (std::size_t k = 0; k < one.tests.size(); ++k)
      tests(one.tests[k], {Part::test, int(i), int(k)}, names_, table_.inputs[k].type);
    for (std::size_t k = 0; k < one.answers.size(); ++k)
      answer(one.answers[k], {Part::answer, int(i), int(k)}, table_.outputs[k]);
  }

  // 12 figures in a row that are a personal number: an example is an invented case.
  static bool names_a_person(std::string_view text) {
    for (std::size_t i = 0; i + 12 <= text.size(); ++i) {
      if (identity::is_personal_number(text.substr(i, 12))) return true;
    }
    return false;
  }

  void example(std::size_t i) {
    const auto& one = table_.examples[i];
    const Spot whole{Part::example, int(i), -1};
    if (one.name.empty()) tell(whole, text::example_name);
    if (names_a_person(one.name)) tell(whole, text::example_person);
    const auto value = [&](const std::string& text, Spot spot, const ValueType* type) {
      if (names_a_person(text)) return tell(spot, text::example_person);
      if (text.empty()) return tell(spot, text::value_missing);
      const auto read = literal(text);
      if (!read) return tell(spot, text::no_value, {{"typed", text}});
      if (type && !read->null() && !fits(*read, *type)) {
        other_type(spot, *read, *type);
      }
    };
    for (std::size_t k = 0; k < table_.givens.size(); ++k)
      value(k < one.given.size() ? one.given[k] : "", {Part::fact, int(i), int(k)},
            &table_.givens[k].type);
    const bool lists = table_.policy == Policy::collect || table_.policy == Policy::rule_order ||
                       table_.policy == Policy::output_order || table_.policy == Policy::count;
    for (std::size_t k = 0; k < table_.outputs.size(); ++k)
      value(k < one.expected.size() ? one.expected[k] : "", {Part::expected, int(i), int(k)},
            lists ? nullptr : &table_.outputs[k].type);
  }

  const Table& table_;
  std::vector<std::string> names_;
  std::set<std::string> outputs_;
  Findings found_;
};

}  // namespace

// Read back, it is the value it stands for.
bool is_name(const std::string& name) {
  const auto compiled = feel::compile(name, {name});
  if (!compiled) return false;
  feel::Machine machine({});
  const feel::Value mark("\x01name");
  const auto value = compiled->evaluate(machine, {&mark, 1});
  return value.is(feel::Kind::text) && value.text() == mark.text();
}

Findings check_cells(const Table& table) { return Cells(table).run(); }

Findings check_examples(const Table& table) {
  Findings found;
  const auto decider = Decider::of(table);
  std::set<int> shown_rows;
  for (std::size_t i = 0; i < table.examples.size(); ++i) {
    const auto& one = table.examples[i];
    std::vector<feel::Value> given;
    for (const auto& text : one.given) given.push_back(literal(text).value_or(feel::Value()));
    const auto answer = decider->decide(given, {});
    shown_rows.insert(answer.rows.begin(), answer.rows.end());
    for (std::size_t k = 0; k < table.outputs.size(); ++k) {
      const auto wanted = literal(one.expected[k]).value_or(feel::Value());
      const auto& made = answer.outputs[k];
      if (feel::equal(made, wanted).value_or(false)) continue;
      auto words = say(text::example_fails, {{"example", plain_words(one.name)},
                                             {"made", shown_words(made)},
                                             {"wanted", shown_words(wanted)}});
      for (const auto& note : answer.notes)
        (words.vi += " ") += note.vi, (words.en += " ") += note.en;
      found.push_back({Weight::error, {Part::expected, int(i), int(k)}, std::move(words)});
    }
  }
  for (std::size_t i = 0; i < table.rows.size(); ++i) {
    if (shown_rows.contains(int(i))) continue;
    found.push_back({Weight::error,
                     {Part::row, int(i), -1},
                     said(text::row_without_example, {{"row", number(i)}})});
  }
  return found;
}

Findings check(const Table& table) {
  auto found = check_cells(table);
  if (any_error(found)) return found;
  for (auto& one : check_cases(table)) found.push_back(std::move(one));
  for (auto& one : check_examples(table)) found.push_back(std::move(one));
  return found;
}

}  // namespace decisions
