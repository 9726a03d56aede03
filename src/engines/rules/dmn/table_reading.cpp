#include "engines/rules/dmn/table_reading.hpp"

#include "engines/rules/dmn/text.hpp"
#include "engines/rules/nodes/access.hpp"

namespace dmn {
namespace {

using feel::NodeRef;
using feel::said;
using feel::Scope;

struct Policy {
  std::string_view name, letter;
  HitPolicy policy;
};

constexpr Policy kPolicies[] = {
    {"UNIQUE", "U", HitPolicy::unique},         {"ANY", "A", HitPolicy::any},
    {"FIRST", "F", HitPolicy::first},           {"PRIORITY", "P", HitPolicy::priority},
    {"RULE ORDER", "R", HitPolicy::rule_order}, {"OUTPUT ORDER", "O", HitPolicy::output_order},
    {"COLLECT", "C", HitPolicy::collect}};

HitPolicy policy_of(Boxed& boxed, pugi::xml_node box) {
  const std::string_view name = box.attribute("hitPolicy").as_string("UNIQUE");
  for (const auto& policy : kPolicies) {
    if (policy.name == name || policy.letter == name) return policy.policy;
  }
  boxed.flaw(box, said(text::hit_policy, {{"name", std::string(name)}}));
  return HitPolicy::unique;
}

Aggregation aggregation_of(pugi::xml_node box) {
  const std::string_view name = box.attribute("aggregation").value();
  if (name == "SUM") return Aggregation::sum;
  if (name == "COUNT") return Aggregation::count;
  if (name == "MIN") return Aggregation::min;
  return name == "MAX" ? Aggregation::max : Aggregation::none;
}

NodeRef or_null(NodeRef node, feel::Place place) {
  if (node) return node;
  return std::make_unique<feel::Constant>(place, feel::Value());
}

// While the cells of a column are read, `?` is the value of its input.
struct Column {
  TableInput input;
  std::vector<NodeRef> tests;  // row by row
};

Column column_of(Boxed& boxed, pugi::xml_node input, std::size_t index,
                 const std::vector<std::vector<pugi::xml_node>>& cells, Scope& scope) {
  Column made;
  const auto expression = child(input, "inputExpression");
  made.input.name = text_in(expression);
  made.input.expression =
      or_null(expression ? boxed.text(expression, scope) : nullptr, boxed.place(input));
  made.input.type = boxed.types().of_variable(expression, boxed.where());
  const auto mark = scope.mark();
  made.input.slot = scope.declare("?");
  if (const auto allowed = child(input, "inputValues")) {
    made.input.allowed = boxed.tests(allowed, scope, made.input.slot);
  }
  for (const auto& row : cells) {
    made.tests.push_back(index < row.size() ? boxed.tests(row[index], scope, made.input.slot)
                                            : nullptr);
  }
  scope.forget(mark);
  return made;
}

TableOutput output_of(Boxed& boxed, pugi::xml_node box, pugi::xml_node output, bool alone,
                      Scope& scope) {
  TableOutput made;
  made.name = feel::tidy_name(output.attribute("name").value());
  made.type = boxed.types().of_variable(output, boxed.where());
  if (const auto fallback = child(output, "defaultOutputEntry")) {
    made.fallback = boxed.text(fallback, scope);
  }
  auto values = text_in(child(output, "outputValues"));
  std::string type = output.attribute("typeRef").value();
  if (type.empty() && alone) type = box.attribute("typeRef").value();
  if (type.empty() && alone) type = child(box.parent(), "variable").attribute("typeRef").value();
  if (values.empty() && !type.empty()) values = boxed.types().allowed_text(type);
  if (!values.empty()) made.order = boxed.list_of_text(values, scope);
  return made;
}

}  // namespace

NodeRef table_of(Boxed& boxed, pugi::xml_node box, Scope& scope) {
  const auto inputs = children(box, "input"), outputs = children(box, "output");
  const auto rules = children(box, "rule");
  std::vector<std::vector<pugi::xml_node>> cells;
  std::vector<TableRow> rows(rules.size());
  for (std::size_t i = 0; i < rules.size(); ++i) {
    cells.push_back(children(rules[i], "inputEntry"));
    const auto answers = children(rules[i], "outputEntry");
    const auto have = cells.back().size() + answers.size();
    if (cells.back().size() != inputs.size() || answers.size() != outputs.size()) {
      boxed.flaw(rules[i],
                 said(text::row_cells, {{"row", std::to_string(i + 1)},
                                        {"have", std::to_string(have)},
                                        {"want", std::to_string(inputs.size() + outputs.size())}}));
    }
    for (std::size_t k = 0; k < outputs.size(); ++k) {
      rows[i].outputs.push_back(k < answers.size() ? boxed.text(answers[k], scope) : nullptr);
    }
  }
  std::vector<TableInput> columns;
  for (std::size_t k = 0; k < inputs.size(); ++k) {
    auto column = column_of(boxed, inputs[k], k, cells, scope);
    columns.push_back(std::move(column.input));
    for (std::size_t i = 0; i < rows.size(); ++i) {
      rows[i].tests.push_back(std::move(column.tests[i]));
    }
  }
  std::vector<TableOutput> answers;
  for (const auto output : outputs) {
    answers.push_back(output_of(boxed, box, output, outputs.size() == 1, scope));
  }
  return std::make_unique<Table>(boxed.place(box), policy_of(boxed, box), aggregation_of(box),
                                 std::move(columns), std::move(answers), std::move(rows));
}

}  // namespace dmn
