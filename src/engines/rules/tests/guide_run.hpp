// Running what the guide says: every fault of a page, each with its line.
#pragma once

#include "guide_page.hpp"
#include "model.hpp"

namespace guide {

using feel::Machine;
using feel::Value;

inline std::string at(int line) { return "line " + std::to_string(line) + ": "; }

inline std::string escaped(std::string_view text) {
  std::string made;
  for (const char c : text) {
    made += c == '&' ? "&amp;" : c == '<' ? "&lt;" : c == '>' ? "&gt;" : std::string(1, c);
  }
  return made;
}

inline std::string tag(std::string_view name, std::string_view text) {
  return fmt::format("<{0}><text>{1}</text></{0}>", name, escaped(text));
}

// C+ and "C+, sum" are COLLECT with SUM.
inline std::string head_of(std::string_view policy) {
  static const std::pair<char, const char*> all[] = {
      {'+', "SUM"}, {'<', "MIN"}, {'>', "MAX"}, {'#', "COUNT"}};
  for (const auto& [sign, name] : all) {
    if (policy.size() > 1 && policy[1] == sign) {
      return fmt::format("hitPolicy=\"C\" aggregation=\"{}\"", name);
    }
  }
  return fmt::format("hitPolicy=\"{}\"", policy.substr(0, 1));
}

// The table as DMN writes it. Bold columns are answers; a row "values" has what may be asked and
// answered, "otherwise" what is answered where no row fits.
inline std::string xml_of(const Grid& table, std::string_view policy) {
  const auto is_output = [&](std::size_t i) { return table.head[i].starts_with("**"); };
  const auto special = [&](std::string_view name, std::size_t i) -> std::string {
    for (const auto& row : table.rows) {
      if (row.cells[0] == name) return row.cells.at(i);
    }
    return "";
  };
  std::string xml = "<decisionTable " + head_of(policy) + ">";
  for (std::size_t i = 1; i < table.head.size(); ++i) {
    if (!is_output(i)) {
      xml += "<input>" + tag("inputExpression", table.head[i]) + "</input>";
      continue;
    }
    xml += fmt::format("<output name=\"{}\">", table.head[i].substr(2, table.head[i].size() - 4));
    if (const auto values = special("values", i); !values.empty())
      xml += tag("outputValues", values);
    if (const auto other = special("otherwise", i); !other.empty()) {
      xml += tag("defaultOutputEntry", other);
    }
    xml += "</output>";
  }
  for (const auto& row : table.rows) {
    if (row.cells[0] == "values" || row.cells[0] == "otherwise") continue;
    xml += "<rule>";
    for (std::size_t i = 1; i < row.cells.size(); ++i) {
      xml += tag(is_output(i) ? "outputEntry" : "inputEntry", row.cells[i]);
    }
    xml += "</rule>";
  }
  return xml + "</decisionTable>";
}

// What a case is given, and when.
struct Given {
  std::vector<feel::Context::Entry> values;
  std::string policy;
  feel::Moment now = saying::noon();
};

class Checker {
 public:
  explicit Checker(std::string_view text) : page_(PageReader(text).read()) {
    faults = page_.strays;
    for (const auto& pair : page_.pairs) check(pair);
    for (const auto& rule : page_.rules) check(rule);
  }

  const Page& page() const { return page_; }
  std::vector<std::string> faults;

 private:
  void fault(int line, const std::string& words) { faults.push_back(at(line) + words); }

  // A text without names; nothing, and a fault, if it cannot be read.
  std::optional<Value> said(int line, const std::string& text, Machine& machine) {
    const auto expression = feel::compile(text);
    if (expression) return expression->evaluate(machine);
    fault(line, text + " cannot be read: " + expression.error().front().words.en);
    return std::nullopt;
  }

  void compare(int line, const std::string& what, const Value& got, const std::string& wanted) {
    Machine machine(saying::noon());
    const auto value = said(line, wanted, machine);
    if (!value || (value->null() && got.null()) || identical(got, *value)) return;
    fault(line, what + " answers " + feel::shown(got) + ", not " + wanted);
  }

  void check(const Pair& pair) {
    Machine machine(saying::noon());
    const auto got = said(pair.line, pair.rule, machine);
    if (!got) return;
    compare(pair.line, pair.rule, *got, pair.answer);
    if (pair.note.empty()) return;
    std::string note;
    if (!machine.notes().empty()) {
      const auto& first = machine.notes().front();
      note = fmt::format("line {}, column {}: {}", first.place.line, first.place.column,
                         first.words.en);
    }
    if (note != pair.note) fault(pair.line, "the note is \"" + note + "\"");
  }

  void check(const Rule& rule) {
    if (rule.cases.empty()) fault(rule.line, "this rule has no case");
    for (const auto& cases : rule.cases) {
      const auto answer = std::size_t(cases.column("Answer"));
      if (cases.rows.empty()) fault(rule.line, "this rule has no case");
      for (const auto& row : cases.rows) {
        const auto given = given_in(rule, cases, row, answer);
        const auto got =
            rule.feel.empty() ? by_table(rule, given, row.line) : by_feel(rule, given, row.line);
        if (got) compare(row.line, "the rule", *got, row.cells.at(answer));
      }
    }
  }

  Given given_in(const Rule& rule, const Grid& cases, const Row& row, std::size_t answer) {
    Given made;
    if (rule.feel.empty()) made.policy = rule.table.head.front();
    for (std::size_t i = 0; i < answer; ++i) {
      Machine machine(made.now);
      if (cases.head[i] == "hit policy") {
        made.policy = row.cells[i];
        continue;
      }
      const auto value = said(row.line, row.cells[i], machine);
      if (!value) continue;
      if (cases.head[i] == "today()") {
        made.now.date = value->date();
      } else {
        made.values.emplace_back(cases.head[i], *value);
      }
    }
    return made;
  }

  std::optional<Value> by_feel(const Rule& rule, const Given& given, int line) {
    std::vector<std::string> names;
    feel::Values values;
    for (const auto& [name, value] : given.values) {
      names.push_back(name);
      values.push_back(value);
    }
    const auto expression = feel::compile(rule.feel, names);
    if (expression) {
      Machine machine(given.now);
      return expression->evaluate(machine, values);
    }
    fault(line, "the rule cannot be read: " + expression.error().front().words.en);
    return std::nullopt;
  }

  std::optional<Value> by_table(const Rule& rule, const Given& given, int line) {
    std::string inside, needs;
    for (const auto& [name, value] : given.values) {
      inside += model::input(name);
      needs += fmt::format(
          "<informationRequirement><requiredInput href=\"#{}\"/></informationRequirement>", name);
    }
    inside += model::decision("answer", needs + xml_of(rule.table, given.policy));
    const auto read = dmn::Model::read(model::of(inside));
    if (!read || !read->flaws().empty()) {
      const auto& flaw = read ? read->flaws().front() : read.error();
      fault(line, "the table cannot be read: " + flaw.words.en);
      return std::nullopt;
    }
    Machine machine(given.now);
    return *read->run(machine, feel::Context(given.values)).context().find("answer");
  }

  Page page_;
};

}  // namespace guide
