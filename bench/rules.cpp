// What a rule costs: ninja -C build taydo_rules_bench && node bench/rules.mjs
//
// Prints one JSON object a line: for each expression of bench/rules_cases.json the nanoseconds of
// reading and running it, and of running it alone; then a decision table of fifty rows.
#include <fmt/format.h>

#include <chrono>
#include <fstream>
#include <iterator>

#include "engines/rules/dmn/dmn.hpp"
#include "engines/rules/feel/feel.hpp"
#include "engines/rules/feel/json.hpp"

namespace {

using feel::Machine;
using feel::Value;

const auto now = *feel::Moment::parse("2026-11-30T09:30:00+07:00");

// The median of rounds, in nanoseconds a call.
template <class Work>
double median_ns(Work work) {
  constexpr int rounds = 21, times = 2'000;
  std::vector<double> all;
  for (int round = 0; round < rounds; ++round) {
    const auto began = std::chrono::steady_clock::now();
    for (int i = 0; i < times; ++i) work();
    const std::chrono::duration<double, std::nano> took = std::chrono::steady_clock::now() - began;
    all.push_back(took.count() / times);
  }
  std::sort(all.begin(), all.end());
  return all[rounds / 2];
}

void one(const feel::Context& one) {
  const auto& text = one.find("expression")->text();
  std::vector<std::string> names;
  feel::Values values;
  for (const auto& [name, value] : one.find("context")->context().entries()) {
    names.push_back(name);
    values.push_back(value);
  }
  const auto expression = feel::compile(text, names);
  Machine once(now);
  const auto answer = expression->evaluate(once, values);
  const auto both = median_ns([&] {
    Machine machine(now);
    feel::compile(text, names)->evaluate(machine, values);
  });
  const auto run = median_ns([&] {
    Machine machine(now);
    expression->evaluate(machine, values);
  });
  fmt::print("{{\"name\": \"{}\", \"both_ns\": {:.0f}, \"run_ns\": {:.0f}, \"answer\": {}}}\n",
             one.find("name")->text(), both, run, feel::json_of(answer));
}

// Fifty rows that differ in an amount, a kind and a day; the last one fits.
std::string table() {
  std::string xml =
      "<definitions namespace=\"b\"><inputData name=\"amount\" id=\"a\"/><inputData name=\"kind\" "
      "id=\"k\"/><inputData name=\"on\" id=\"o\"/><decision name=\"fee\" id=\"d\">";
  for (const auto* id : {"a", "k", "o"}) {
    xml += fmt::format(
        "<informationRequirement><requiredInput href=\"#{}\"/></informationRequirement>", id);
  }
  xml += "<decisionTable>";
  for (const auto* name : {"amount", "kind", "on"}) {
    xml += fmt::format("<input><inputExpression><text>{}</text></inputExpression></input>", name);
  }
  xml += "<output/>";
  for (int i = 0; i < 50; ++i) {
    xml += fmt::format(
        "<rule><inputEntry><text>[{}..{})</text></inputEntry><inputEntry><text>\"copy\", "
        "\"certificate\"</text></inputEntry><inputEntry><text>&gt;= date(\"2025-07-01\")</text>"
        "</inputEntry><outputEntry><text>amount * 0.0{} + 15000</text></outputEntry></rule>",
        i * 1000, i * 1000 + 1000, i);
  }
  return xml + "</decisionTable></decision></definitions>";
}

void run_table() {
  const auto model = dmn::Model::read(table());
  Machine reading(now);
  const auto inputs = feel::value_of_json(
      reading, R"json({"amount": 49500, "kind": "copy", "on": {"feel": "@\"2026-11-30\""}})json");
  Machine once(now);
  const auto answer = model->run(once, inputs->context());
  const auto run = median_ns([&] {
    Machine machine(now);
    model->run(machine, inputs->context());
  });
  fmt::print("{{\"name\": \"table of 50 rows\", \"run_ns\": {:.0f}, \"answer\": {}}}\n", run,
             feel::json_of(answer));
}

}  // namespace

int main() {
  std::ifstream file(TAYDO_SOURCE_DIR "/bench/rules_cases.json");
  Machine machine(now);
  const auto cases =
      feel::value_of_json(machine, std::string(std::istreambuf_iterator<char>(file), {}));
  for (const auto& item : cases->items()) one(item.context());
  run_table();
}
