#include "engines/rules/dmn/boxed.hpp"

#include "engines/rules/dmn/table_reading.hpp"
#include "engines/rules/dmn/text.hpp"
#include "engines/rules/feel/parser.hpp"
#include "engines/rules/nodes/access.hpp"

namespace dmn {

using feel::NodeRef;
using feel::said;
using feel::Scope;
using feel::Value;

namespace {

bool is_expression(std::string_view name) {
  constexpr std::string_view all[] = {
      "literalExpression", "context", "list", "relation", "invocation", "functionDefinition",
      "decisionTable",     "filter",  "for",  "every",    "some",       "conditional"};
  return std::find(std::begin(all), std::end(all), name) != std::end(all);
}

std::string_view language(pugi::xml_node box) {
  return box.attribute("expressionLanguage").value();
}

bool is_feel(std::string_view language) {
  return language.empty() || language.find("FEEL") != language.npos ||
         language.find("feel") != language.npos;
}

}  // namespace

void Boxed::flaw(pugi::xml_node at, base::Words words) {
  flaws_.push_back({where_, document_.place(at), std::move(words)});
}

NodeRef Boxed::nothing(pugi::xml_node at) {
  return std::make_unique<feel::Constant>(document_.place(at), Value());
}

NodeRef Boxed::below(pugi::xml_node holder, Scope& scope) {
  for (const auto box : holder.children()) {
    if (is_expression(local_name(box))) return expression(box, scope);
  }
  return nullptr;
}

NodeRef Boxed::expression(pugi::xml_node box, Scope& scope) {
  const auto name = local_name(box);
  NodeRef made;
  if (name == "literalExpression") {
    made = literal(box, scope);
  } else if (name == "context") {
    made = context(box, scope);
  } else if (name == "list") {
    made = list(box, scope);
  } else if (name == "relation") {
    made = relation(box, scope);
  } else if (name == "invocation") {
    made = invocation(box, scope);
  } else if (name == "functionDefinition") {
    made = function(box, scope, nullptr);
  } else if (name == "decisionTable") {
    made = table_of(*this, box, scope);
  } else if (name == "conditional") {
    made = conditional(box, scope);
  } else if (name == "filter") {
    made = filter(box, scope);
  } else {
    made = iterator(box, scope);
  }
  const auto type = types_.of_variable(box, where_);
  if (!made || !type || name == "functionDefinition" || name == "decisionTable") return made;
  return std::make_unique<feel::Typed>(document_.place(box), std::move(made), type);
}

void Boxed::tell(std::vector<feel::Problem> problems) {
  for (auto& problem : problems) {
    flaws_.push_back({where_, problem.place, std::move(problem.words)});
  }
}

NodeRef Boxed::text(pugi::xml_node holder, Scope& scope) {
  std::vector<feel::Problem> problems;
  const auto written = text_in(holder);
  auto node = feel::Parser(written, scope, problems, begin_of(holder)).expression();
  tell(std::move(problems));
  return node;
}

NodeRef Boxed::tests(pugi::xml_node holder, Scope& scope, int slot) {
  const auto written = text_in(holder);
  if (feel::tidy_name(written).empty()) return nullptr;  // an empty cell is "-"
  std::vector<feel::Problem> problems;
  auto node = feel::Parser(written, scope, problems, begin_of(holder)).unary_tests(slot);
  const bool wrong = !node && !problems.empty();
  tell(std::move(problems));
  return wrong ? nothing(holder) : std::move(node);  // a cell that cannot be read never fits
}

NodeRef Boxed::list_of_text(const std::string& written, Scope& scope) {
  std::vector<feel::Problem> unheard;  // told where the values are tests
  return feel::Parser("[" + written + "]", scope, unheard).expression();
}

NodeRef Boxed::literal(pugi::xml_node box, Scope& scope) {
  if (!is_feel(language(box))) {
    flaw(box, said(text::other_language, {{"name", std::string(language(box))}}));
    return nullptr;
  }
  if (!child(box, "text")) return nullptr;
  return text(box, scope);
}

NodeRef Boxed::context(pugi::xml_node box, Scope& scope) {
  std::vector<feel::ContextOf::Entry> entries;
  NodeRef answer;
  const auto mark = scope.mark();
  for (const auto entry : children(box, "contextEntry")) {
    const auto variable = child(entry, "variable");
    auto value = below(entry, scope);
    if (!value) value = nothing(entry);
    if (!variable) {
      answer = std::move(value);
      continue;
    }
    auto name = feel::tidy_name(variable.attribute("name").value());
    auto type = types_.of_variable(variable, where_);
    const int slot = scope.declare(name);
    entries.push_back({std::move(name), std::move(value), slot, std::move(type)});
  }
  scope.forget(mark);
  return std::make_unique<feel::ContextOf>(document_.place(box), std::move(entries),
                                           std::move(answer));
}

NodeRef Boxed::list(pugi::xml_node box, Scope& scope) {
  std::vector<NodeRef> items;
  for (const auto item : box.children()) {
    if (!is_expression(local_name(item))) continue;
    auto node = expression(item, scope);
    items.push_back(node ? std::move(node) : nothing(item));
  }
  return std::make_unique<feel::ListOf>(document_.place(box), std::move(items));
}

NodeRef Boxed::relation(pugi::xml_node box, Scope& scope) {
  std::vector<std::string> columns;
  for (const auto column : children(box, "column")) {
    columns.push_back(feel::tidy_name(column.attribute("name").value()));
  }
  std::vector<NodeRef> rows;
  int number = 0;
  for (const auto row : children(box, "row")) {
    ++number;
    std::vector<feel::ContextOf::Entry> entries;
    for (const auto cell : row.children()) {
      if (!is_expression(local_name(cell))) continue;
      auto node = expression(cell, scope);
      if (entries.size() < columns.size()) {
        entries.push_back({columns[entries.size()], node ? std::move(node) : nothing(cell),
                           scope.hidden(), nullptr});
      }
    }
    if (entries.size() != columns.size()) {
      flaw(row, said(text::row_cells, {{"row", std::to_string(number)},
                                       {"have", std::to_string(entries.size())},
                                       {"want", std::to_string(columns.size())}}));
    }
    rows.push_back(std::make_unique<feel::ContextOf>(document_.place(row), std::move(entries)));
  }
  return std::make_unique<feel::ListOf>(document_.place(box), std::move(rows));
}

NodeRef Boxed::invocation(pugi::xml_node box, Scope& scope) {
  auto callee = below(box, scope);
  if (!callee) return nullptr;
  feel::Arguments arguments;
  for (const auto binding : children(box, "binding")) {
    arguments.names.push_back(feel::key_of(child(binding, "parameter").attribute("name").value()));
    auto value = below(binding, scope);
    arguments.values.push_back(value ? std::move(value) : nothing(binding));
  }
  return std::make_unique<feel::Call>(document_.place(box), std::move(callee),
                                      std::move(arguments));
}

NodeRef Boxed::function(pugi::xml_node definition, Scope& scope, feel::TypeRef result) {
  const std::string kind = definition.attribute("kind").value();
  if (!kind.empty() && kind != "FEEL") {
    flaw(definition, said(text::external, {{"kind", kind}}));
    return nullptr;
  }
  auto body = std::make_shared<feel::Body>();
  for (const auto parameter : children(definition, "formalParameter")) {
    body->parameters.push_back({feel::tidy_name(parameter.attribute("name").value()),
                                types_.of_variable(parameter, where_)});
  }
  body->result = std::move(result);
  if (!body->result) body->result = types_.of_variable(definition, where_);
  scope.push_function();
  const auto mark = scope.mark();
  for (const auto& parameter : body->parameters) scope.declare(parameter.name);
  body->node = below(definition, scope);
  scope.forget(mark);
  body->made = scope.pop_function();
  if (!body->node) return nullptr;
  return std::make_unique<feel::FunctionOf>(document_.place(definition), std::move(body));
}

NodeRef Boxed::conditional(pugi::xml_node box, Scope& scope) {
  auto condition = below(child(box, "if"), scope);
  auto yes = below(child(box, "then"), scope), no = below(child(box, "else"), scope);
  if (!condition) return nullptr;
  if (!yes) yes = nothing(box);
  if (!no) no = nothing(box);
  return std::make_unique<feel::If>(document_.place(box), std::move(condition), std::move(yes),
                                    std::move(no), true);
}

NodeRef Boxed::filter(pugi::xml_node box, Scope& scope) {
  auto in = below(child(box, "in"), scope);
  const int slot = scope.hidden();
  scope.push_item(slot);
  auto match = below(child(box, "match"), scope);
  scope.pop_item();
  if (!in || !match) return nullptr;
  return std::make_unique<feel::Filter>(document_.place(box), std::move(in), std::move(match), slot,
                                        true);
}

NodeRef Boxed::iterator(pugi::xml_node box, Scope& scope) {
  const auto kind = local_name(box);
  auto in = below(child(box, "in"), scope);
  const auto mark = scope.mark();
  std::vector<feel::Domain> domains;
  const int slot = scope.declare(box.attribute("iteratorVariable").value());
  domains.push_back({std::move(in), nullptr, slot});
  const int partial = kind == "for" ? scope.declare("partial") : 0;
  auto body = below(child(box, kind == "for" ? "return" : "satisfies"), scope);
  scope.forget(mark);
  if (!domains.front().from || !body) return nullptr;
  const auto place = document_.place(box);
  if (kind == "for") {
    return std::make_unique<feel::For>(place, std::move(domains), std::move(body), partial, true);
  }
  return std::make_unique<feel::Quantified>(place, kind == "some", std::move(domains),
                                            std::move(body), true);
}

}  // namespace dmn
