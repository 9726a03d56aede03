// DMN: decisions as data (DMN 1.1 to 1.5, conformance level 3). This door reads a model and runs
// it.
//
// A model holds decisions (literal and boxed expressions, decision tables), what they require,
// their types, knowledge models and decision services; models it imports are asked for by their
// namespace. What is wrong in a model is told as flaws, each with its place; a decision whose logic
// has a flaw answers null, the others work. A model that was read never changes; any thread may
// run it, each with a Machine of its own.
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "engines/rules/values/machine.hpp"
#include "engines/rules/values/value.hpp"

namespace dmn {

struct Flaw {
  std::string where;  // the decision, knowledge model, service or type
  feel::Place place;  // in the file
  base::Words words;
};

// The text of the model with a namespace, or nothing.
using Imports = std::function<std::optional<std::string>(std::string_view name_space)>;

class Graph;

class Model {
 public:
  static constexpr std::size_t bytes_max = 8'000'000;

  // Refused only if it is no DMN at all (not XML, a DOCTYPE, too large, nested too deep).
  static base::Result<Model, Flaw> read(std::string_view xml, const Imports& imports = {});

  const std::vector<Flaw>& flaws() const;
  // Every decision's (and service's) name and value; null where it has none. `inputs`: name ->
  // value; what is not of its type is null. Notes of the machine say why something became null.
  feel::Value run(feel::Machine& machine, const feel::Context& inputs) const;
  // A decision service or a knowledge model by name, with its parameters by name: what it answers,
  // by the names of the service's output decisions or of the knowledge model; nothing if there is
  // none.
  std::optional<feel::Value> invoke(feel::Machine& machine, std::string_view name,
                                    const feel::Context& arguments) const;

 private:
  std::shared_ptr<const Graph> graph_;
};

}  // namespace dmn
