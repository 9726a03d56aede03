// From a table to the XML of a DMN file.
#include <fmt/format.h>

#include <algorithm>
#include <pugixml.hpp>
#include <sstream>

#include "engines/decisions/file.hpp"
#include "engines/decisions/text.hpp"

namespace decisions {
namespace {

constexpr const char* dmn_space = "https://www.omg.org/spec/DMN/20191111/MODEL/";

const char* type_ref(ValueType type) {
  switch (type) {
    case ValueType::number:
    case ValueType::whole:
      return "number";
    case ValueType::flag:
      return "boolean";
    case ValueType::date:
      return "date";
    case ValueType::text:
      break;
  }
  return "string";
}

void set(pugi::xml_node node, const char* name, const std::string& value) {
  node.append_attribute(name).set_value(value.c_str());
}

void text_below(pugi::xml_node node, const char* name, const std::string& value) {
  auto holder = node.append_child(name);
  holder.append_child("text").text().set(value.c_str());
}

std::string numbered(const char* what, std::size_t i) { return fmt::format("{}{}", what, i + 1); }

void column(pugi::xml_node node, const std::string& english, ValueType type) {
  if (english.empty() && type != ValueType::whole) return;
  auto own = node.append_child("extensionElements").append_child("td:column");
  if (!english.empty()) set(own, "en", english);
  if (type == ValueType::whole) set(own, "whole", "true");
}

class Writer {
 public:
  Writer(const Table& table, const Span& applies) : table_(table), applies_(applies) {}

  std::string text() {
    auto root = document_.append_child("definitions");
    set(root, "xmlns", dmn_space);
    set(root, "xmlns:td", std::string(name_space));
    set(root, "id", "table-" + table_.code);
    set(root, "name", table_.code);
    set(root, "namespace", fmt::format("{}#{}", name_space, table_.code));
    own(root.append_child("extensionElements"));
    for (std::size_t i = 0; i < table_.givens.size(); ++i) given(root, i);
    decision(root);
    std::ostringstream out;
    document_.save(out, "  ", pugi::format_indent, pugi::encoding_utf8);
    return out.str();
  }

 private:
  void own(pugi::xml_node extension) {
    auto node = extension.append_child("td:table");
    set(node, "code", table_.code);
    set(node, "appliesFrom", applies_.from.iso());
    if (applies_.until) set(node, "appliesUntil", applies_.until->iso());
    set(node, "complete", table_.complete ? "true" : "false");
    title(node, "vi", table_.title.vi);
    if (!table_.title.en.empty()) title(node, "en", table_.title.en);
    if (!table_.law.empty()) node.append_child("td:law").text().set(table_.law.c_str());
    for (const auto& one : table_.examples) example(extension, one);
  }

  static void title(pugi::xml_node node, const char* lang, const std::string& words) {
    auto made = node.append_child("td:title");
    set(made, "lang", lang);
    made.text().set(words.c_str());
  }

  void example(pugi::xml_node extension, const Example& one) {
    auto node = extension.append_child("td:example");
    set(node, "name", one.name);
    const auto put = [&](const char* kind, const std::string& name, const std::string& value) {
      auto made = node.append_child(kind);
      set(made, "name", name);
      made.text().set(value.c_str());
    };
    for (std::size_t i = 0; i < one.given.size() && i < table_.givens.size(); ++i) {
      put("td:given", table_.givens[i].name, one.given[i]);
    }
    for (std::size_t i = 0; i < one.expected.size() && i < table_.outputs.size(); ++i) {
      put("td:expect", table_.outputs[i].name, one.expected[i]);
    }
  }

  void given(pugi::xml_node root, std::size_t i) {
    const auto& one = table_.givens[i];
    auto node = root.append_child("inputData");
    set(node, "id", numbered("given-", i));
    set(node, "name", one.name);
    column(node, "", one.type);
    auto variable = node.append_child("variable");
    set(variable, "name", one.name);
    set(variable, "typeRef", type_ref(one.type));
  }

  void decision(pugi::xml_node root) {
    auto node = root.append_child("decision");
    set(node, "id", "decision");
    set(node, "name", table_.title.vi);
    set(node.append_child("variable"), "name", table_.title.vi);
    for (std::size_t i = 0; i < table_.givens.size(); ++i) {
      auto needs = node.append_child("informationRequirement");
      set(needs, "id", numbered("needs-", i));
      set(needs.append_child("requiredInput"), "href", fmt::format("#given-{}", i + 1));
    }
    auto box = node.append_child("decisionTable");
    set(box, "id", "rows");
    policy_of(box);
    for (std::size_t i = 0; i < table_.inputs.size(); ++i) input(box, i);
    for (std::size_t i = 0; i < table_.outputs.size(); ++i) output(box, i);
    set(box.append_child("annotation"), "name", std::string(text::law_column.vi));
    set(box.append_child("annotation"), "name", std::string(text::note_column.vi));
    for (std::size_t i = 0; i < table_.rows.size(); ++i) row(box, i);
  }

  void policy_of(pugi::xml_node box) {
    std::string name(code(table_.policy));
    std::ranges::transform(name, name.begin(), [](unsigned char c) { return std::toupper(c); });
    const bool sums = table_.policy > Policy::collect;
    set(box, "hitPolicy", sums ? "COLLECT" : name);
    if (sums) set(box, "aggregation", name);
  }

  void input(pugi::xml_node box, std::size_t i) {
    const auto& one = table_.inputs[i];
    auto node = box.append_child("input");
    set(node, "id", numbered("input-", i));
    set(node, "label", one.label.vi);
    column(node, one.label.en, one.type);
    text_below(node, "inputExpression", one.expression);
    set(node.child("inputExpression"), "typeRef", type_ref(one.type));
    if (!one.allowed.empty()) text_below(node, "inputValues", one.allowed);
  }

  void output(pugi::xml_node box, std::size_t i) {
    const auto& one = table_.outputs[i];
    auto node = box.append_child("output");
    set(node, "id", numbered("output-", i));
    set(node, "label", one.label.vi);
    set(node, "name", one.name);
    set(node, "typeRef", type_ref(one.type));
    column(node, one.label.en, one.type);
    if (!one.allowed.empty()) text_below(node, "outputValues", one.allowed);
    if (!one.fallback.empty()) text_below(node, "defaultOutputEntry", one.fallback);
  }

  void row(pugi::xml_node box, std::size_t i) {
    const auto& one = table_.rows[i];
    auto node = box.append_child("rule");
    set(node, "id", numbered("row-", i));
    for (const auto& cell : one.tests) text_below(node, "inputEntry", cell);
    for (const auto& cell : one.answers) text_below(node, "outputEntry", cell);
    text_below(node, "annotationEntry", one.law);
    text_below(node, "annotationEntry", one.note);
  }

  const Table& table_;
  const Span& applies_;
  pugi::xml_document document_;
};

}  // namespace

std::string written(const Table& table, const Span& applies) {
  return Writer(table, applies).text();
}

}  // namespace decisions
