#include "engines/rules/functions/functions.hpp"

#include <algorithm>
#include <unordered_map>

#include "engines/rules/values/function.hpp"

namespace feel {
namespace {

class BuiltInValue final : public Function {
 public:
  explicit BuiltInValue(const BuiltIn& of) : of_(of) {
    for (const auto name : of.signatures.front().names) {
      parameters_.push_back({std::string(name), nullptr});
    }
  }
  const std::vector<Parameter>& parameters() const override { return parameters_; }
  bool takes(std::size_t count) const override { return of_.takes(count); }
  Value call(Machine& machine, Args args) const override {
    return BuiltIn::run(of_.of, machine, args);
  }

 private:
  const BuiltIn& of_;
  std::vector<Parameter> parameters_;
};

struct Table {
  std::unordered_map<std::string_view, BuiltIn> functions;
  Phrases phrases;

  Table() {
    for (const auto part :
         {number_functions, text_functions, pattern_functions, list_functions, figure_functions,
          context_functions, moment_functions, part_functions, range_functions}) {
      for (auto& function : part()) {
        phrases.add(std::string(function.name));
        functions.emplace(function.name, std::move(function));
      }
    }
  }
};

const Table& table() {
  static const Table made;
  return made;
}

}  // namespace

bool BuiltIn::takes(std::size_t count) const {
  if (variadic) return count >= signatures.front().required;
  return std::any_of(signatures.begin(), signatures.end(), [&](const Signature& s) {
    return count >= s.required && count <= s.names.size();
  });
}

Value BuiltIn::run(BuiltInFunction how, Machine& machine, Args args) {
  std::int64_t steps = 1;
  for (const auto& arg : args) {
    if (arg.is(Kind::text)) steps += std::int64_t(arg.text().size()) / 32;
  }
  machine.spend(steps);
  return how(machine, args);
}

const BuiltIn* built_in(std::string_view name) {
  const auto at = table().functions.find(name);
  return at == table().functions.end() ? nullptr : &at->second;
}

Value function_of(const BuiltIn& function) {
  return Value(std::shared_ptr<const Function>(std::make_shared<BuiltInValue>(function)));
}

const Phrases& built_in_phrases() { return table().phrases; }

}  // namespace feel
