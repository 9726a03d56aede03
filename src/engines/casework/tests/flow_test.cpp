#include <doctest/doctest.h>

#include <algorithm>

#include "base/must.hpp"
#include "engines/casework/examine.hpp"

namespace {

constexpr std::string_view certificate = R"xml(<?xml version="1.0"?>
<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:taydo="urn:taydo">
<process id="p">
  <startEvent id="start"/>
  <userTask id="receive" name="Tiếp nhận" taydo:title_en="Receive"
    taydo:action="x.receive" taydo:role="A" taydo:hours="2"/>
  <exclusiveGateway id="accepted" default="no"/>
  <userTask id="sign" name="Ký" taydo:title_en="Sign" taydo:action="x.sign" taydo:role="B"/>
  <endEvent id="end"/>
  <sequenceFlow id="a" sourceRef="start" targetRef="receive"/>
  <sequenceFlow id="b" sourceRef="receive" targetRef="accepted"/>
  <sequenceFlow id="no" sourceRef="accepted" targetRef="end"/>
  <sequenceFlow id="yes" sourceRef="accepted" targetRef="sign">
    <conditionExpression>outcome = "accept"</conditionExpression></sequenceFlow>
  <sequenceFlow id="c" sourceRef="sign" targetRef="end"/>
</process></definitions>)xml";

std::string after(std::string_view node, std::string outcome) {
  const auto flow = casework::compile(certificate);
  REQUIRE(flow);
  return casework::next(*flow, std::string(node), {},
                        [&](std::string_view) { return feel::Value(outcome); });
}

std::string changed(std::string_view from, std::string_view to) {
  std::string text(certificate);
  text.replace(text.find(from), from.size(), to);
  return text;
}

}  // namespace

TEST_CASE("A flow leads where the officer's outcome says, and by default to the other way") {
  CHECK(after("start", "") == "receive");
  CHECK(after("receive", "accept") == "sign");
  CHECK(after("receive", "refuse") == "");
  CHECK(after("sign", "") == "");
}

TEST_CASE("A broken flow is refused with its line and what to mend") {
  struct Row {
    const char *from, *to, *says;
    int line;
  };
  const Row rows[] = {
      {"taydo:role=\"B\"", "", "needs name, taydo:action and taydo:role", 8},
      {"targetRef=\"sign\"", "targetRef=\"nobody\"", "one of which is missing", 13},
      {"outcome = \"accept\"", "outcome =", "The condition “outcome =” is wrong", 14},
      {"<endEvent id=\"end\"/>", "<endEvent id=\"end\"/><scriptTask id=\"s\"/>", "<scriptTask>", 9},
      {"sourceRef=\"sign\" targetRef=\"end\"", "sourceRef=\"receive\" targetRef=\"end\"",
       "“sign” leads nowhere", 8},
      {"</process>", "", "", 0},
  };
  for (const auto& row : rows) {
    CAPTURE(row.from);
    const auto flow = casework::compile(changed(row.from, row.to));
    REQUIRE_FALSE(flow);
    CHECK(flow.error().message.find(row.says) != std::string::npos);
    if (row.line) CHECK(flow.error().line == row.line);
  }
}

TEST_CASE("Hours nobody has are told, and are not added to the others") {
  const auto examined = casework::examine(
      changed("taydo:role=\"B\"", "taydo:role=\"B\" taydo:hours=\"2147483647\""), {});
  CHECK(std::ranges::any_of(examined.flaws, [](const auto& flaw) { return flaw.line == 8; }));
  CHECK(casework::longest_hours(examined.flow) == 2);
}
