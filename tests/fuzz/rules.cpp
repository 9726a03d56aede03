// The small language of forms and flows: total, and the same answer each time.
#include "engines/rules/scope.hpp"
#include "fuzz.hpp"

namespace {

rules::Value known(std::string_view name) {
  if (name == "status") return "SINGLE";
  if (name == "fee") return 15'000;
  if (name == "birth") return *base::Date::of(1996, 2, 29);
  if (name == "today") return *base::Date::of(2026, 11, 22);
  if (name == "agreed") return true;
  return {};
}

const rules::Scope scope{{"status", {rules::Type::text, {"SINGLE", "WIDOWED"}}},
                         {"fee", {rules::Type::number}},
                         {"birth", {rules::Type::date}},
                         {"today", {rules::Type::date}},
                         {"agreed", {rules::Type::flag}}};

}  // namespace

void fuzz::one(std::string_view bytes) {
  const auto expression = rules::parse(bytes);
  if (!expression) {
    const auto& problem = expression.error();
    return holds(problem.column >= 1 && problem.column <= int(bytes.size()) + 1 &&
                 !problem.message.vi.empty());
  }
  const auto value = rules::evaluate(*expression, known);
  holds(value.truth() == rules::evaluate(*expression, known).truth());
  for (const auto& name : rules::names(*expression)) holds(!name.empty());
  for (const auto& problem : rules::misfits(*expression, scope)) {
    holds(problem.column >= 1 && !problem.message.en.empty());
  }
}
