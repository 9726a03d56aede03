// Conditions of forms and flows, compiled open: the same answer each time.
// text.
#include "engines/rules/check/check.hpp"
#include "fuzz.hpp"

namespace {

std::optional<feel::Value> known(std::string_view name) {
  if (name == "status") return feel::Value("SINGLE");
  if (name == "fee") return feel::Value(15'000);
  if (name == "birth") return feel::Value(feel::day(*base::Date::of(1996, 2, 29)));
  if (name == "agreed") return feel::Value(true);
  return std::nullopt;
}

const feel::Names names{{"status", {feel::Kind::text, {"SINGLE", "WIDOWED"}}},
                        {"fee", {feel::Kind::number}},
                        {"birth", {feel::Kind::date}},
                        {"agreed", {feel::Kind::boolean}}};

}  // namespace

void fuzz::one(std::string_view bytes) {
  const auto condition = feel::compile_open(bytes);
  if (!condition) {
    holds(!condition.error().empty() && !condition.error().front().words.vi.empty());
    return;
  }
  const auto today = *base::Date::of(2026, 11, 22);
  holds(feel::holds(*condition, today, known) == feel::holds(*condition, today, known));
  for (const auto& name : condition->names()) holds(!name.empty());
  for (const auto& problem : feel::misfits(*condition, names)) holds(!problem.words.en.empty());
}
