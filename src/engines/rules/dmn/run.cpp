// Running a model: values of elements by need, services and knowledge models as functions.
#include "engines/rules/dmn/document.hpp"
#include "engines/rules/dmn/graph.hpp"
#include "engines/rules/dmn/reading.hpp"
#include "engines/rules/dmn/text.hpp"
#include "engines/rules/feel/problem.hpp"
#include "engines/rules/feel/reader.hpp"
#include "engines/rules/feel/text.hpp"

namespace dmn {

using feel::Value;

namespace {

// A service called: its decisions are computed anew from what it is given, and from nothing else.
class Service final : public feel::Function {
 public:
  Service(std::shared_ptr<const Graph> graph, const Element& of)
      : graph_(std::move(graph)), of_(of) {}
  const std::vector<feel::Parameter>& parameters() const override { return of_.parameters; }
  feel::TypeRef result() const override { return of_.type; }
  Value call(feel::Machine& machine, std::span<const Value> arguments) const override {
    const auto outputs = answers(machine, arguments);
    return outputs.null() ? Value() : whole(machine, outputs);
  }
  // The output decisions by name; they are null if an argument or the whole is not of its type.
  Value named(feel::Machine& machine, std::span<const Value> arguments) const {
    auto outputs = answers(machine, arguments);
    if (!outputs.null() && !whole(machine, outputs).null()) return outputs;
    std::vector<feel::Context::Entry> nothing;
    for (const auto output : of_.outputs) {
      nothing.emplace_back(graph_->elements[output].name, Value());
    }
    return feel::context_of(std::move(nothing));
  }

 private:
  // One output is its value, several are a context.
  Value whole(feel::Machine& machine, const Value& outputs) const {
    auto made = of_.outputs.size() == 1 ? outputs.context().entries().front().second : outputs;
    return of_.type ? coerced(machine, std::move(made), *of_.type) : made;
  }

  Value answers(feel::Machine& machine, std::span<const Value> arguments) const {
    const feel::Machine::Call call(machine, 50);
    machine.spend(std::int64_t(graph_->elements.size()));
    Run run(*graph_, machine, nullptr);
    for (std::size_t i = 0; i < arguments.size(); ++i) {
      const auto& type = of_.parameters[i].type;
      auto value = type ? coerced(machine, arguments[i], *type) : arguments[i];
      if (value.null() && !arguments[i].null()) return {};
      run.set(of_.parameter_elements[i], std::move(value));
    }
    std::vector<feel::Context::Entry> entries;
    for (const auto output : of_.outputs) {
      entries.emplace_back(graph_->elements[output].name, run.value(output));
    }
    return machine.context(std::move(entries));
  }

  std::shared_ptr<const Graph> graph_;
  const Element& of_;
};

}  // namespace

void Run::set(std::size_t element, Value value) { known_[element] = {std::move(value), true}; }

Value Run::value(std::size_t element) {
  auto& known = known_[element];
  if (known.is) return known.value;
  known.is = true;  // a circle was told when the model was read; here it is null
  const auto& of = graph_.elements[element];
  auto made = of.kind == Element::Kind::input ? input(of) : computed(of);
  known_[element].value = made;
  return made;
}

Value Run::input(const Element& element) {
  if (!inputs_) return {};
  const auto* given = inputs_->find(element.qualified);
  if (!given) given = inputs_->find(element.name);
  if (!given) return {};
  auto value = element.type ? coerced(machine_, *given, *element.type) : *given;
  if (value.null() && !given->null()) {
    machine_.where = element.name;
    machine_.note(element.place, feel::said(text::input_type, {{"value", feel::shown(*given)},
                                                               {"type", element.type->name}}));
  }
  return value;
}

Value Run::computed(const Element& element) {
  if (element.kind == Element::Kind::service) {
    return Value(std::shared_ptr<const feel::Function>(
        std::make_shared<Service>(graph_.shared_from_this(), element)));
  }
  if (!element.logic) return {};
  const feel::Machine::Call call(machine_, element.logic->depth);
  feel::Frame frame(element.slots);
  for (std::size_t i = 0; i < element.required.size(); ++i) {
    frame.slots()[i] = value(element.required[i]);
  }
  const auto outer = std::exchange(machine_.where, element.name);
  auto made = element.logic->eval(machine_, frame.slots());
  machine_.where = outer;
  return made;
}

base::Result<Model, Flaw> Model::read(std::string_view xml, const Imports& imports) {
  auto graph = graph_of(xml, imports);
  if (!graph) return base::refuse(graph.error());
  Model model;
  model.graph_ = *graph;
  return model;
}

const std::vector<Flaw>& Model::flaws() const { return graph_->flaws; }

namespace {

// A bound ends the value it was reached in; the next one may be had.
template <class Compute>
Value bounded(feel::Machine& machine, const Element& element, Compute compute) {
  try {
    return compute();
  } catch (const feel::Exhausted& bound) {
    machine.where = element.name;
    machine.note(element.place, feel::said(feel::text::exhausted, {{"what", bound.what()}}));
    return {};
  }
}

feel::Values arguments_of(const feel::Function& function, const feel::Context& given) {
  feel::Values values;
  for (const auto& parameter : function.parameters()) {
    const auto* value = given.find(parameter.name);
    values.push_back(value ? *value : Value());
  }
  return values;
}

Value called(feel::Machine& machine, const feel::Function& function, const feel::Context& given) {
  return function.call(machine, arguments_of(function, given));
}

}  // namespace

Value Model::run(feel::Machine& machine, const feel::Context& inputs) const {
  Run run(*graph_, machine, &inputs);
  std::vector<feel::Context::Entry> made;
  for (std::size_t i = 0; i < graph_->elements.size(); ++i) {
    const auto& element = graph_->elements[i];
    if (element.imported) continue;
    if (element.kind == Element::Kind::decision) {
      made.emplace_back(element.name, bounded(machine, element, [&] { return run.value(i); }));
    } else if (element.kind == Element::Kind::service) {
      const auto call = [&] { return called(machine, run.value(i).function(), inputs); };
      made.emplace_back(element.name, bounded(machine, element, call));
    }
  }
  return feel::context_of(std::move(made));
}

std::optional<Value> Model::invoke(feel::Machine& machine, std::string_view name,
                                   const feel::Context& arguments) const {
  for (std::size_t i = 0; i < graph_->elements.size(); ++i) {
    const auto& element = graph_->elements[i];
    const bool callable =
        element.kind == Element::Kind::service || element.kind == Element::Kind::knowledge;
    if (!callable || element.imported || element.name != name) continue;
    return bounded(machine, element, [&]() -> Value {
      Run run(*graph_, machine, &arguments);
      const auto function = run.value(i);
      if (!function.is(feel::Kind::function)) return {};
      if (element.kind == Element::Kind::knowledge) {
        return machine.context({{element.name, called(machine, function.function(), arguments)}});
      }
      const auto& service = static_cast<const Service&>(function.function());
      return service.named(machine, arguments_of(service, arguments));
    });
  }
  return std::nullopt;
}

}  // namespace dmn
