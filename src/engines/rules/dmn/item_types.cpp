#include "engines/rules/dmn/item_types.hpp"

#include "engines/rules/dmn/text.hpp"
#include "engines/rules/feel/parser.hpp"

namespace dmn {

using feel::said;
using feel::Type;
using feel::TypeRef;
using feel::Value;

namespace {

// What a value must be besides its shape: tests like those in a table's cell.
class Allowed final : public feel::Constraint {
 public:
  Allowed(feel::NodeRef tests, int slots, int slot, TypeRef base)
      : tests_(std::move(tests)), slots_(slots), slot_(slot), base_(std::move(base)) {}
  bool holds(feel::Machine& machine, const Value& value) const override {
    if (base_->allowed && !base_->allowed->holds(machine, value)) return false;
    const feel::Machine::Call call(machine, tests_->depth);
    feel::Frame frame(slots_);
    frame.slots()[slot_] = value;
    return tests_->eval(machine, frame.slots()).truth();
  }

 private:
  feel::NodeRef tests_;
  int slots_, slot_;
  TypeRef base_;
};

// "feel:number" of DMN 1.1 is number.
std::string without_prefix(const std::string& name) {
  const auto colon = name.find(':');
  if (colon == name.npos || !feel::plain_type(name.substr(colon + 1))) return name;
  return name.substr(colon + 1);
}

std::string type_ref(pugi::xml_node node) {
  if (const auto attribute = node.attribute("typeRef")) return attribute.value();
  return child(node, "typeRef").text().get();
}

}  // namespace

void ItemTypes::read() {
  for (const auto item : children(document_.root(), "itemDefinition")) {
    const auto key = feel::key_of(item.attribute("name").value());
    items_[key].node = item;
    phrases_.add(key);
  }
  for (const auto& [name, from] : imported_) {
    for (const auto& [key, item] : from->items_) phrases_.add(feel::key_of(name + "." + key));
  }
  for (auto& [key, item] : items_) made(key);
}

TypeRef ItemTypes::type(const std::string& key) const {
  if (const auto at = items_.find(key); at != items_.end()) return at->second.type;
  for (const auto& [name, from] : imported_) {
    const auto prefix = feel::key_of(name + ".");
    if (key.starts_with(prefix)) return from->type(key.substr(prefix.size()));
  }
  return nullptr;
}

TypeRef ItemTypes::made(const std::string& key) {
  const auto at = items_.find(key);
  if (at == items_.end()) return type(key);
  auto& item = at->second;
  const std::string name = item.node.attribute("name").value();
  if (item.state == Item::being_made) {
    flaws_.push_back({name, document_.place(item.node), said(text::circle, {{"path", name}})});
    return nullptr;
  }
  constexpr int levels_max = 200;
  if (nesting_ + std::max(item.levels, 1) > levels_max) {
    flaws_.push_back({name, document_.place(item.node),
                      said(text::nested_types, {{"max", std::to_string(levels_max)}})});
    return nullptr;
  }
  if (item.state == Item::untouched) {
    item.state = Item::being_made;
    const int outer = std::exchange(deepest_, ++nesting_);
    auto type = read_item(item.node, name);
    item.type = std::move(type);
    item.state = Item::done;
    item.levels = deepest_ - --nesting_;
    deepest_ = outer;
  }
  deepest_ = std::max(deepest_, nesting_ + item.levels);
  return item.type;
}

TypeRef ItemTypes::named(const std::string& name, pugi::xml_node at, const std::string& where) {
  if (name.empty()) return nullptr;
  if (const auto plain = feel::plain_type(without_prefix(name))) return plain;
  const auto key = feel::key_of(name);
  if (const auto item = made(key)) return item;
  if (!items_.contains(key)) {
    flaws_.push_back({where, document_.place(at), said(text::unknown_type, {{"name", name}})});
  }
  return nullptr;
}

TypeRef ItemTypes::of_variable(pugi::xml_node with_type, const std::string& where) {
  return named(type_ref(with_type), with_type, where);
}

TypeRef ItemTypes::body_of(pugi::xml_node item, const std::string& where) {
  if (const auto function = child(item, "functionItem")) {
    Type made{.of = Type::Of::function, .name = where};
    for (const auto parameter : children(function, "parameters")) {
      made.parameters.push_back(of_variable(parameter, where));
    }
    made.result = named(function.attribute("outputTypeRef").value(), function, where);
    if (!made.result) made.result = feel::plain_type("Any");
    return std::make_shared<const Type>(std::move(made));
  }
  const auto parts = children(item, "itemComponent");
  if (parts.empty()) return of_variable(item, where);
  Type made{.of = Type::Of::context, .name = where};
  for (const auto part : parts) {
    made.members.emplace_back(feel::tidy_name(part.attribute("name").value()),
                              read_item(part, where));
  }
  return std::make_shared<const Type>(std::move(made));
}

// Allowed values are of the items of a collection; a type constraint (DMN 1.5) of the whole.
TypeRef ItemTypes::read_item(pugi::xml_node item, const std::string& where) {
  auto type = body_of(item, where);
  type = constrained(std::move(type), child(item, "allowedValues"), where);
  if (item.attribute("isCollection").as_bool()) {
    Type list{.of = Type::Of::list, .name = where};
    list.element = std::move(type);
    type = std::make_shared<const Type>(std::move(list));
  }
  return constrained(std::move(type), child(item, "typeConstraint"), where);
}

TypeRef ItemTypes::constrained(TypeRef type, pugi::xml_node tests, const std::string& where) {
  if (!tests) return type;
  if (!type) type = feel::plain_type("Any");
  feel::Scope scope(nullptr, nullptr);
  const int slot = scope.declare("?");
  std::vector<feel::Problem> problems;
  const auto text = text_in(tests);
  const auto begin = document_.place(child(tests, "text"));
  auto node = feel::Parser(text, scope, problems, begin).unary_tests(slot);
  for (auto& problem : problems) {
    flaws_.push_back({where, problem.place, std::move(problem.words)});
  }
  if (!node) return type;
  Type made = *type;
  made.allowed = std::make_shared<Allowed>(std::move(node), scope.slots(), slot, type);
  return std::make_shared<const Type>(std::move(made));
}

std::string ItemTypes::allowed_text(const std::string& name) const {
  const auto at = items_.find(feel::key_of(name));
  return at == items_.end() ? "" : text_in(child(at->second.node, "allowedValues"));
}

}  // namespace dmn
