// FEEL: an expression over a few values; the same each time, and its answer can be written.
#include "engines/rules/feel/feel.hpp"

#include "engines/rules/feel/json.hpp"
#include "fuzz.hpp"
#include "small_machine.hpp"

namespace {

const std::vector<std::string> names = {"fee", "full name", "birth date", "papers"};

feel::Values values() {
  auto machine = fuzz::small_machine();
  const auto papers =
      feel::value_of_json(machine, R"([{"copies": 2, "kind": "A"}, {"copies": 1}])");
  return {15'000, "Thạch Thị Sa Rinh", *feel::Moment::parse("1996-02-29"), *papers};
}

}  // namespace

void fuzz::one(std::string_view bytes) {
  const auto compiled = feel::compile(bytes, names);
  if (!compiled) {
    holds(!compiled.error().empty() && !compiled.error().front().words.vi.empty());
    return;
  }
  static const auto given = values();
  auto first = small_machine(), second = small_machine();
  const auto value = compiled->evaluate(first, given);
  const auto text = feel::text_of(value);
  holds(text == feel::text_of(compiled->evaluate(second, given)));
  const auto json = feel::json_of(value);
  auto third = small_machine();
  if (json.size() < 10'000 && value.depth() < 100) holds(bool(feel::value_of_json(third, json)));
  holds(first.notes().size() <= feel::Machine::notes_max);
}
