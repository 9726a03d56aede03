// From the XML of a DMN file to a table, each cell with its line.
#include <algorithm>

#include "base/fold.hpp"
#include "engines/decisions/file.hpp"
#include "engines/decisions/text.hpp"
#include "engines/rules/dmn/document.hpp"
#include "engines/rules/feel/problem.hpp"

namespace decisions {
namespace {

using dmn::child;
using dmn::children;
using feel::said;
using Part = Spot::Part;

// An extension element of ours below a node; empty if it has none.
pugi::xml_node ours(pugi::xml_node node, std::string_view name) {
  return child(child(node, "extensionElements"), name);
}

std::string text_of(pugi::xml_node node) { return base::tidy(node.text().get(), true); }
std::string cell(pugi::xml_node node) { return base::tidy(dmn::text_in(node), true); }

class Reader {
 public:
  explicit Reader(const dmn::Document& document) : document_(document) {}

  base::Result<File, reading::Flaws> read() {
    const auto root = document_.root();
    about(root);
    for (const auto node : root.children()) {
      const auto kind = dmn::local_name(node);
      if (kind == "inputData") given(node);
      const bool other = kind == "businessKnowledgeModel" || kind == "decisionService" ||
                         kind == "import" || kind == "itemDefinition";
      if (other) tell(node, text::one_table, {{"name", std::string(kind)}});
    }
    const auto decisions = children(root, "decision");
    if (decisions.size() != 1)
      tell(root, text::one_decision, {{"count", std::to_string(decisions.size())}});
    else
      decision(decisions.front());
    examples(root);
    if (!flaws_.empty()) return base::refuse(std::move(flaws_));
    return std::move(out_);
  }

 private:
  void tell(pugi::xml_node at, const base::Text& what, base::Holes holes = {}) {
    flaws_.push_back({document_.place(at).line, "", said(what, holes)});
  }
  void put(Part part, int row, int column, pugi::xml_node node) {
    const auto inner = child(node, "text");
    out_.places[{part, row, column}] = document_.place(inner ? inner : node);
  }

  std::optional<base::Date> day(pugi::xml_node at, const char* name) {
    const std::string typed = at.attribute(name).value();
    if (typed.empty()) return std::nullopt;
    const auto found = base::Date::parse_iso(typed);
    if (!found) tell(at, text::no_such_day, {{"day", typed}});
    return found;
  }

  void about(pugi::xml_node root) {
    const auto own = ours(root, "table");
    out_.places[{}] = document_.place(own ? own : root);
    auto& table = out_.table;
    table.code = own.attribute("code").value();
    table.complete = own.attribute("complete").as_bool(true);
    table.law = text_of(child(own, "law"));
    if (const auto from = day(own, "appliesFrom")) out_.applies.from = *from;
    out_.applies.until = day(own, "appliesUntil");
    out_.known_from = day(own, "knownFrom");
    for (const auto title : children(own, "title")) {
      const bool english = std::string_view(title.attribute("lang").value()) == "en";
      (english ? table.title.en : table.title.vi) = text_of(title);
    }
  }

  ValueType type_of(pugi::xml_node at, std::string name, bool whole) {
    if (const auto colon = name.find(':'); colon != name.npos) name = name.substr(colon + 1);
    if (name == "string") return ValueType::text;
    if (whole && name == "number") return ValueType::whole;
    const auto type = value_type(name);
    if (type && *type != ValueType::text && *type != ValueType::whole) return *type;
    tell(at, text::unknown_type, {{"name", name}});
    return ValueType::text;
  }

  void given(pugi::xml_node node) {
    const auto variable = child(node, "variable");
    const bool whole = ours(node, "column").attribute("whole").as_bool();
    Given made{base::tidy(node.attribute("name").value()),
               type_of(node, variable.attribute("typeRef").value(), whole)};
    put(Part::given, -1, int(out_.table.givens.size()), node);
    out_.table.givens.push_back(std::move(made));
  }

  void decision(pugi::xml_node node) {
    auto& table = out_.table;
    if (table.title.vi.empty()) table.title.vi = base::tidy(node.attribute("name").value());
    const auto box = child(node, "decisionTable");
    if (!box) return tell(node, text::no_table);
    policy_of(box);
    for (const auto one : children(box, "input")) input(one);
    for (const auto one : children(box, "output")) output(node, one);
    if (table.outputs.empty()) tell(box, text::no_outputs);
    for (const auto annotation : children(box, "annotation"))
      annotations_.push_back(annotation.attribute("name").value());
    for (const auto one : children(box, "rule")) row(one);
  }

  void policy_of(pugi::xml_node box) {
    std::string name = box.attribute("hitPolicy").as_string("UNIQUE");
    const std::string sum = box.attribute("aggregation").value();
    if (name == "COLLECT" && !sum.empty()) name = sum;
    std::ranges::transform(name, name.begin(), [](unsigned char c) { return std::tolower(c); });
    if (const auto found = policy(name)) {
      out_.table.policy = *found;
    } else {
      tell(box, text::unknown_policy, {{"name", name}});
    }
  }

  static base::Words label(pugi::xml_node node, const std::string& otherwise) {
    base::Words out{base::tidy(node.attribute("label").value()),
                    base::tidy(ours(node, "column").attribute("en").value())};
    if (out.vi.empty()) out.vi = otherwise;
    return out;
  }

  void input(pugi::xml_node node) {
    const auto expression = child(node, "inputExpression");
    const bool whole = ours(node, "column").attribute("whole").as_bool();
    Input made;
    made.expression = cell(expression);
    made.label = label(node, made.expression);
    made.type = type_of(node, expression.attribute("typeRef").value(), whole);
    made.allowed = cell(child(node, "inputValues"));
    put(Part::input, -1, int(out_.table.inputs.size()), node);
    out_.table.inputs.push_back(std::move(made));
  }

  void output(pugi::xml_node decision, pugi::xml_node node) {
    Output made;
    made.name = base::tidy(node.attribute("name").value());
    if (made.name.empty()) made.name = base::tidy(node.attribute("label").value());
    if (made.name.empty()) made.name = base::tidy(decision.attribute("name").value());
    made.label = label(node, made.name);
    std::string type = node.attribute("typeRef").value();
    if (type.empty()) type = child(decision, "variable").attribute("typeRef").value();
    made.type = type_of(node, type, ours(node, "column").attribute("whole").as_bool());
    made.allowed = cell(child(node, "outputValues"));
    made.fallback = cell(child(node, "defaultOutputEntry"));
    put(Part::output, -1, int(out_.table.outputs.size()), node);
    out_.table.outputs.push_back(std::move(made));
  }

  void row(pugi::xml_node node) {
    auto& table = out_.table;
    const int number = int(table.rows.size());
    Row made;
    out_.places[{Part::row, number, -1}] = document_.place(node);
    for (const auto one : children(node, "inputEntry")) {
      put(Part::test, number, int(made.tests.size()), one);
      made.tests.push_back(cell(one));
    }
    for (const auto one : children(node, "outputEntry")) {
      put(Part::answer, number, int(made.answers.size()), one);
      made.answers.push_back(cell(one));
    }
    if (made.tests.size() != table.inputs.size() || made.answers.size() != table.outputs.size()) {
      tell(node, text::row_cells,
           {{"row", std::to_string(number + 1)},
            {"have", std::to_string(made.tests.size() + made.answers.size())},
            {"want", std::to_string(table.inputs.size() + table.outputs.size())}});
    }
    made.note = base::tidy(child(node, "description").text().get());
    std::size_t k = 0;
    for (const auto one : children(node, "annotationEntry")) {
      const bool law = k < annotations_.size() && annotations_[k] == text::law_column.vi;
      auto& into = law ? made.law : made.note;
      if (const auto said = cell(one); !said.empty()) into += (into.empty() ? "" : "; ") + said;
      ++k;
    }
    table.rows.push_back(std::move(made));
  }

  // Values by the names they have in the table; one that has no such name is a flaw.
  template <class Named>
  void values(pugi::xml_node example, std::string_view kind, Part part, const Named& named,
              std::vector<std::string>& out) {
    out.resize(named.size());
    const int number = int(out_.table.examples.size());
    for (const auto one : children(example, kind)) {
      const auto name = base::tidy(one.attribute("name").value());
      const auto at = std::ranges::find(named, name, [](const auto& n) { return n.name; });
      if (at == named.end()) {
        tell(one, text::no_such_name, {{"name", name}});
        continue;
      }
      const auto index = at - named.begin();
      out[std::size_t(index)] = text_of(one);
      out_.places[{part, number, int(index)}] = document_.place(one);
    }
  }

  void examples(pugi::xml_node root) {
    for (const auto node : children(child(root, "extensionElements"), "example")) {
      Example made;
      made.name = base::tidy(node.attribute("name").value());
      out_.places[{Part::example, int(out_.table.examples.size()), -1}] = document_.place(node);
      values(node, "given", Part::fact, out_.table.givens, made.given);
      values(node, "expect", Part::expected, out_.table.outputs, made.expected);
      out_.table.examples.push_back(std::move(made));
    }
  }

  const dmn::Document& document_;
  File out_;
  reading::Flaws flaws_;
  std::vector<std::string> annotations_;
};

}  // namespace

int File::line_of(const Spot& spot) const {
  const auto at = [&](Spot one) {
    const auto found = places.find(one);
    return found == places.end() ? 0 : found->second.line;
  };
  if (const int line = at(spot)) return line;
  const bool case_of = spot.part == Part::fact || spot.part == Part::expected;
  const bool in_row = spot.part == Part::test || spot.part == Part::answer;
  if (case_of || in_row) {
    if (const int line = at({case_of ? Part::example : Part::row, spot.row, -1})) return line;
  }
  return std::max(1, at({}));
}

base::Result<File, reading::Flaws> read(std::string_view xml) {
  const auto document = dmn::Document::read(xml);
  if (!document) {
    const auto& flaw = document.error();
    return base::refuse(reading::Flaws{{std::max(1, flaw.place.line), "", flaw.words}});
  }
  return Reader(**document).read();
}

}  // namespace decisions
