// Small DMN models for tests, and what they decide.
#pragma once

#include <fmt/format.h>

#include "engines/rules/dmn/dmn.hpp"
#include "engines/rules/feel/json.hpp"
#include "saying.hpp"

namespace model {

inline std::string of(std::string_view inside, std::string_view name_space = "urn:can-tho") {
  return fmt::format(
      "<definitions xmlns=\"https://www.omg.org/spec/DMN/20230324/MODEL/\" namespace=\"{}\" "
      "name=\"m\">\n{}\n</definitions>",
      name_space, inside);
}

inline std::string text(std::string_view feel) {
  return fmt::format("<literalExpression><text>{}</text></literalExpression>", feel);
}

// A decision that requires others by their names, which are their ids too.
inline std::string decision(std::string_view name, std::string_view logic,
                            std::initializer_list<std::string_view> requires_ = {},
                            std::string_view type = "") {
  std::string all;
  for (const auto needed : requires_) {
    const auto* kind = needed.starts_with("in") ? "Input" : "Decision";
    all +=
        fmt::format("<informationRequirement><required{} href=\"#{}\"/></informationRequirement>",
                    kind, needed);
  }
  const auto typed = type.empty() ? "" : fmt::format(" typeRef=\"{}\"", type);
  return fmt::format(
      "<decision name=\"{0}\" id=\"{0}\"><variable name=\"{0}\"{1}/>{2}\n{3}</decision>\n", name,
      typed, all, logic);
}

inline std::string input(std::string_view name, std::string_view type = "") {
  const auto typed = type.empty() ? "" : fmt::format(" typeRef=\"{}\"", type);
  return fmt::format("<inputData name=\"{0}\" id=\"{0}\"><variable name=\"{0}\"{1}/></inputData>\n",
                     name, typed);
}

// A table of columns over one row of text a rule: "in; in -> out; out".
struct Table {
  std::string head;  // attributes: hitPolicy
  std::vector<std::string> inputs, outputs;
  std::vector<std::pair<std::vector<std::string>, std::vector<std::string>>> rows;
  std::string output_values = "";

  std::string xml() const {
    std::string made = "<decisionTable " + head + ">";
    for (const auto& in : inputs) {
      made += "<input><inputExpression><text>" + in + "</text></inputExpression></input>";
    }
    for (const auto& out : outputs) {
      made += "<output name=\"" + out + "\">" + output_values + "</output>";
    }
    for (const auto& [in, out] : rows) {
      made += "\n<rule>";
      for (const auto& cell : in) made += "<inputEntry><text>" + cell + "</text></inputEntry>";
      for (const auto& cell : out) made += "<outputEntry><text>" + cell + "</text></outputEntry>";
      made += "</rule>";
    }
    return made + "</decisionTable>";
  }
};

struct Answer {
  std::string json;
  std::vector<std::string> notes, flaws;  // "where line: words"
};

inline Answer run(std::string_view inside, std::string_view inputs = "{}") {
  Answer made;
  const auto read = dmn::Model::read(of(inside));
  if (!read) return {"", {}, {read.error().words.en}};
  for (const auto& flaw : read->flaws()) {
    made.flaws.push_back(
        fmt::format("{} {}:{}: {}", flaw.where, flaw.place.line, flaw.place.column, flaw.words.en));
  }
  feel::Machine machine(saying::noon());
  const auto given = feel::value_of_json(machine, inputs);
  made.json = feel::json_of(read->run(machine, given->context()));
  for (const auto& note : machine.notes()) {
    made.notes.push_back(fmt::format("{} {}: {}", note.where, note.place.line, note.words.en));
  }
  return made;
}

}  // namespace model
