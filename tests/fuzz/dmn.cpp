// DMN: a model from a file, run with a few inputs; a service or a knowledge model of it, too.
#include "engines/rules/dmn/dmn.hpp"

#include "engines/rules/feel/json.hpp"
#include "fuzz.hpp"
#include "small_machine.hpp"

namespace {

const feel::Value& inputs() {
  static const auto value = [] {
    auto machine = fuzz::small_machine();
    return *feel::value_of_json(
        machine, R"({"age": 31, "full name": "Lan", "papers": [{"copies": 2}], "n": 3})");
  }();
  return value;
}

}  // namespace

void fuzz::one(std::string_view bytes) {
  const auto model = dmn::Model::read(bytes, [](std::string_view) { return std::nullopt; });
  if (!model) return holds(!model.error().words.vi.empty());
  for (const auto& flaw : model->flaws()) holds(!flaw.words.vi.empty() && flaw.place.line >= 1);
  auto first = small_machine(), second = small_machine(), third = small_machine();
  const auto answer = feel::json_of(model->run(first, inputs().context()));
  holds(answer == feel::json_of(model->run(second, inputs().context())));
  (void)model->invoke(third, "fee", inputs().context());
}
