#include "engines/rules/dmn/dmn.hpp"

#include <doctest/doctest.h>

#include "model.hpp"

using model::decision;
using model::input;
using model::run;
using model::text;

TEST_CASE("A decision sees what it requires and nothing else") {
  const auto two = input("in age", "number") + decision("adult", text("in age >= 18"), {"in age"}) +
                   decision("word", text("if adult then \"yes\" else \"no\""), {"adult"});
  CHECK(run(two, R"({"in age": 18})").json == R"({"adult": true, "word": "yes"})");
  const auto blind = run(decision("base", text("1")) + decision("d", text("base + 1")));
  CHECK(blind.json == R"({"base": 1, "d": null})");
  REQUIRE(blind.flaws.size() == 1);
  CHECK(blind.flaws[0] == "d 5:26: base is not known here.");
}

TEST_CASE("Types: what does not fit is null with a note, one item of a list is that item") {
  const std::string types =
      "<itemDefinition name=\"tSex\"><typeRef>string</typeRef><allowedValues><text>\"M\", "
      "\"F\"</text></allowedValues></itemDefinition>"
      "<itemDefinition name=\"tPerson\"><itemComponent name=\"full name\"><typeRef>string</typeRef>"
      "</itemComponent><itemComponent name=\"sex\"><typeRef>tSex</typeRef></itemComponent>"
      "</itemDefinition>"
      "<itemDefinition name=\"tPeople\" isCollection=\"true\"><typeRef>tPerson</typeRef>"
      "</itemDefinition>";
  const auto people = types + input("in people", "tPeople") +
                      decision("first", text("in people[1].full name"), {"in people"}, "string");
  CHECK(run(people, R"({"in people": [{"full name": "Lan", "sex": "F"}]})").json ==
        R"({"first": "Lan"})");
  CHECK(run(people, R"({"in people": {"full name": "Lan", "sex": "F"}})").json ==
        R"({"first": "Lan"})");
  const auto wrong = run(people, R"({"in people": [{"full name": "Lan", "sex": "X"}]})");
  CHECK(wrong.json == R"({"first": null})");
  CHECK(wrong.notes[0].find("is not of the type tPeople") != std::string::npos);
  CHECK(run(decision("d", text("[5]"), {}, "number")).json == R"({"d": 5})");
  CHECK(run(decision("d", text("date(\"2026-11-30\")"), {}, "date and time")).json ==
        R"({"d": "2026-11-30T00:00:00Z"})");
  CHECK(run(decision("d", text("1"), {}, "tNowhere")).flaws[0].find("no type tNowhere") !=
        std::string::npos);
}

TEST_CASE("Boxed expressions: context, list, relation, conditional, filter, for, some, every") {
  const auto entry = [](const char* name, const char* feel) {
    return fmt::format("<contextEntry><variable name=\"{}\"/>{}</contextEntry>", name, text(feel));
  };
  CHECK(run(decision("d", "<context>" + entry("a", "1") + entry("b c", "a + 1") + "<contextEntry>" +
                              text("b c * 10") + "</contextEntry></context>"))
            .json == R"({"d": 20})");
  CHECK(run(decision("d", "<list>" + text("1") + text("\"x\"") + "</list>")).json ==
        R"({"d": [1, "x"]})");
  CHECK(run(decision("d", "<relation><column name=\"n\"/><column name=\"m\"/><row>" + text("1") +
                              text("2") + "</row></relation>"))
            .json == R"({"d": [{"n": 1, "m": 2}]})");
  const auto boxed = [](const char* form, const char* a, const char* b, const char* c) {
    return run(decision("d", fmt::format(fmt::runtime(form), text(a), text(b), text(c)))).json;
  };
  const auto* conditional = "<conditional><if>{}</if><then>{}</then><else>{}</else></conditional>";
  CHECK(boxed(conditional, "1 = 1", "1", "2") == R"({"d": 1})");
  const auto* filter = "<filter><in>{}</in><match>{}</match></filter>";
  CHECK(boxed(filter, "[1, 2, 3]", "item > 1", "") == R"({"d": [2, 3]})");
  const auto* each = "<for iteratorVariable=\"x\"><in>{}</in><return>{}</return></for>";
  CHECK(boxed(each, "[1, 2]", "x * 2", "") == R"({"d": [2, 4]})");
  const auto* some = "<some iteratorVariable=\"x\"><in>{}</in><satisfies>{}</satisfies></some>";
  CHECK(boxed(some, "[1, 2]", "x > 1", "") == R"({"d": true})");
  const auto* all = "<every iteratorVariable=\"x\"><in>{}</in><satisfies>{}</satisfies></every>";
  CHECK(boxed(all, "[1, 2]", "x > 1", "") == R"({"d": false})");
}

namespace {

// A knowledge model of the fee for copies, called by a decision and by a boxed invocation.
std::string copies() {
  const auto knows =
      "<knowledgeRequirement><requiredKnowledge href=\"#fee\"/></knowledgeRequirement>";
  return "<businessKnowledgeModel name=\"fee of copies\" id=\"fee\"><variable name=\"fee of "
         "copies\"/><encapsulatedLogic><formalParameter name=\"pages\" typeRef=\"number\"/>" +
         text("pages * 2000") + "</encapsulatedLogic></businessKnowledgeModel>" +
         decision("called", knows + text("fee of copies(pages: 3)")) +
         decision("boxed", std::string(knows) + "<invocation>" + text("fee of copies") +
                               "<binding><parameter name=\"pages\"/>" + text("4") +
                               "</binding></invocation>") +
         decision("wrong", knows + text("fee of copies(\"x\")"));
}

feel::Value invoked(const std::string& inside, const char* name, const char* arguments) {
  const auto read = dmn::Model::read(model::of(inside));
  feel::Machine machine(saying::noon());
  const auto given = feel::value_of_json(machine, arguments);
  return read->invoke(machine, name, given->context()).value_or("nothing of this name");
}

}  // namespace

TEST_CASE("A knowledge model is called by name or position, boxed or written, or from outside") {
  CHECK(run(copies()).json == R"({"called": 6000, "boxed": 8000, "wrong": null})");
  CHECK(feel::json_of(invoked(copies(), "fee of copies", R"({"pages": 5})")) ==
        R"({"fee of copies": 10000})");
  CHECK(feel::text_of(invoked(copies(), "no such", "{}")) == "nothing of this name");
}

TEST_CASE("A decision service answers from what it is given, not from what is around it") {
  const auto service = input("in n", "number") + decision("base", text("1"), {}) +
                       decision("sum", text("base + in n"), {"base", "in n"}) +
                       "<decisionService name=\"s\" id=\"s\"><variable name=\"s\"/>"
                       "<outputDecision href=\"#sum\"/><inputDecision href=\"#base\"/>"
                       "<inputData href=\"#in n\"/></decisionService>";
  CHECK(feel::json_of(invoked(service, "s", R"({"in n": 2, "base": 40})")) == R"({"sum": 42})");
  CHECK(run(service, R"({"in n": 2})").json == R"({"base": 1, "sum": 3, "s": null})");
}

TEST_CASE("A circle of decisions is told with its names, and what is outside of it works") {
  const auto circle = decision("a", text("b + 1"), {"b"}) + decision("b", text("a + 1"), {"a"}) +
                      decision("c", text("1 + 1"));
  const auto answer = run(circle);
  CHECK(answer.json == R"({"a": null, "b": null, "c": 2})");
  CHECK(answer.flaws[0] == "b 4:2: A circle: b → a.");
  CHECK(run(decision("a", text("1"), {"nowhere"})).flaws[0] ==
        "a 2:72: There is no element #nowhere, which this one requires.");
  CHECK(run("<itemDefinition name=\"t\"><typeRef>t</typeRef></itemDefinition>")
            .flaws[0]
            .find("A circle: t") != std::string::npos);
}

TEST_CASE("What an import brings is called by its name") {
  const auto other = model::of(
      "<itemDefinition name=\"tN\"><typeRef>number</typeRef>"
      "</itemDefinition>" +
          decision("d", text("41")),
      "urn:other");
  const auto main = model::of(
      "<import name=\"their law\" namespace=\"urn:other\" importType=\"DMN\"/>"
      "<decision name=\"e\" id=\"e\"><variable name=\"e\" typeRef=\"their law.tN\"/>"
      "<informationRequirement><requiredDecision href=\"urn:other#d\"/>"
      "</informationRequirement>" +
      text("their law.d + 1") + "</decision>");
  const auto read = dmn::Model::read(main, [&](std::string_view name_space) {
    return name_space == "urn:other" ? std::optional(other) : std::nullopt;
  });
  REQUIRE(read);
  CHECK(read->flaws().empty());
  feel::Machine machine(saying::noon());
  CHECK(feel::json_of(read->run(machine, feel::Context({}))) == R"({"e": 42})");
  CHECK(dmn::Model::read(main)->flaws()[0].words.en == "The model their law is not found.");
}

TEST_CASE("XML that would grow, reach out or nest without end is refused") {
  const auto refusal = [](const std::string& xml) {
    const auto read = dmn::Model::read(xml);
    return read ? std::string("read") : read.error().words.en;
  };
  const std::string laughs =
      "<!DOCTYPE x [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\">]>";
  CHECK(refusal(laughs + model::of("<decision name=\"&b;\"/>")).find("DOCTYPE") !=
        std::string::npos);
  CHECK(refusal("<!DOCTYPE x SYSTEM \"file:///etc/passwd\">" + model::of("")).find("DOCTYPE") !=
        std::string::npos);
  std::string deep;
  for (int i = 0; i < 100'000; ++i) deep += "<list>";
  CHECK(refusal(model::of(deep)).find("not well-formed") != std::string::npos);
  std::string nested;
  for (int i = 0; i < 500; ++i) nested = "<list>" + nested + "</list>";
  CHECK(refusal(model::of(nested)).find("nests deeper") != std::string::npos);
  CHECK(refusal("<html/>").find("no DMN file") != std::string::npos);
  CHECK(refusal("").find("not well-formed") != std::string::npos);
  CHECK(run("<businessKnowledgeModel name=\"j\" id=\"j\"><encapsulatedLogic kind=\"Java\"/>"
            "</businessKnowledgeModel>")
            .flaws[0]
            .find("External functions (Java) are refused") != std::string::npos);
}
