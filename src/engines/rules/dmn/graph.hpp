// Graph: a model read and compiled. Elements stand in an array and know each other by index.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "engines/rules/dmn/dmn.hpp"
#include "engines/rules/nodes/node.hpp"
#include "engines/rules/values/function.hpp"

namespace dmn {

struct Element {
  enum class Kind { input, decision, knowledge, service };
  Kind kind = Kind::input;
  std::string name;       // of its variable
  std::string qualified;  // with the name of the import before it, seen from the main model
  bool imported = false;
  feel::Place place;
  feel::TypeRef type;
  // What it requires: values that stand in the first slots of its frame.
  std::vector<std::size_t> required;
  feel::NodeRef logic;  // null: none, its value is null
  int slots = 0;
  // Of a service.
  std::vector<std::size_t> outputs;
  std::vector<feel::Parameter> parameters;
  std::vector<std::size_t> parameter_elements;
};

class Graph : public std::enable_shared_from_this<Graph> {
 public:
  std::vector<Element> elements;
  std::vector<Flaw> flaws;
};

// One evaluation: each element at most once. What a service was given stands there already.
class Run {
 public:
  Run(const Graph& graph, feel::Machine& machine, const feel::Context* inputs)
      : graph_(graph), machine_(machine), inputs_(inputs), known_(graph.elements.size()) {}

  feel::Value value(std::size_t element);
  void set(std::size_t element, feel::Value value);

 private:
  feel::Value computed(const Element& element);
  feel::Value input(const Element& element);

  struct Known {
    feel::Value value;
    bool is = false;
  };
  const Graph& graph_;
  feel::Machine& machine_;
  const feel::Context* inputs_;
  std::vector<Known> known_;
};

}  // namespace dmn
