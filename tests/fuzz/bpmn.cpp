// Flows: one that is examined without a flaw leads on from every step, whatever its outcome.
#include "engines/casework/examine.hpp"
#include "fuzz.hpp"

namespace {

const casework::Vocabulary words{
    {{"one_stop.receive", {"accept", "refuse"}},
     {"one_stop.collect_fee", {"paid"}},
     {"one_stop.appraise", {"propose"}},
     {"one_stop.sign", {"approve", "send_back"}},
     {"one_stop.seal", {"sealed"}},
     {"one_stop.return_result", {"returned"}}},
    {"INTAKE_OFFICER", "SPECIALIST", "LEADER", "CLERK"},
    {{"fee_due", {feel::Kind::number}}, {"channel", {feel::Kind::text, {"online", "counter"}}}}};

void walk(const casework::Flow& flow, const std::string& node, const std::string& outcome) {
  const auto lookup = [&](std::string_view name) -> std::optional<feel::Value> {
    if (name == "outcome") return feel::Value(outcome);
    if (name == "fee_due") return feel::Value(15'000);
    return std::nullopt;
  };
  const auto next = casework::way(flow, node, *base::Date::of(2026, 11, 22), lookup);
  fuzz::holds(next.has_value() && (next->empty() || flow.at(*next).node == *next));
}

}  // namespace

void fuzz::one(std::string_view bytes) {
  const auto examined = casework::examine(bytes, words);
  for (const auto& flaw : examined.flaws) holds(flaw.line >= 1 && !flaw.message.vi.empty());
  const auto compiled = casework::compile(bytes);
  if (!examined.flaws.empty()) return;
  holds(compiled && casework::longest_hours(*compiled) >= 0);
  walk(*compiled, compiled->start, "");
  for (const auto& offer : words.offers) {
    for (const auto& outcome : offer.outcomes) {
      for (const auto& node : compiled->order) {
        if (compiled->at(node).action == offer.action) walk(*compiled, node, outcome);
      }
    }
  }
}
