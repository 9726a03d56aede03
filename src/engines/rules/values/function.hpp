// Functions as values: written in a rule, built in, or a knowledge model or service of a model.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "engines/rules/values/type.hpp"

namespace feel {

struct Parameter {
  std::string name;
  TypeRef type;  // null: anything
};

class Function {
 public:
  virtual ~Function() = default;
  // How many arguments it takes and how they are called; variadic ones answer differently.
  virtual const std::vector<Parameter>& parameters() const = 0;
  virtual bool takes(std::size_t count) const { return count == parameters().size(); }
  virtual TypeRef result() const { return nullptr; }
  virtual int depth() const { return 1; }
  virtual Value call(Machine& machine, std::span<const Value> arguments) const = 0;
};

}  // namespace feel
