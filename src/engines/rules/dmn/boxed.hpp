// Boxed expressions: from their XML to nodes, in the scope where they stand.
#pragma once

#include "engines/rules/dmn/document.hpp"
#include "engines/rules/dmn/item_types.hpp"
#include "engines/rules/feel/problem.hpp"
#include "engines/rules/nodes/calls.hpp"

namespace dmn {

class Boxed {
 public:
  Boxed(const Document& document, ItemTypes& types, std::vector<Flaw>& flaws, std::string where)
      : document_(document), types_(types), flaws_(flaws), where_(std::move(where)) {}

  // The expression that stands below a node; null, with a flaw, if it has none that can be read.
  feel::NodeRef below(pugi::xml_node holder, feel::Scope& scope);
  feel::NodeRef expression(pugi::xml_node box, feel::Scope& scope);
  // A function with formal parameters and a body: a boxed function, a knowledge model's logic.
  feel::NodeRef function(pugi::xml_node definition, feel::Scope& scope, feel::TypeRef result);

  // For tables: pieces of FEEL, with their flaws told at their place.
  feel::NodeRef text(pugi::xml_node holder, feel::Scope& scope);
  feel::NodeRef tests(pugi::xml_node holder, feel::Scope& scope, int slot);
  feel::NodeRef list_of_text(const std::string& text, feel::Scope& scope);
  void flaw(pugi::xml_node at, base::Words words);
  ItemTypes& types() { return types_; }
  const std::string& where() const { return where_; }
  feel::Place place(pugi::xml_node node) const { return document_.place(node); }

 private:
  feel::NodeRef literal(pugi::xml_node box, feel::Scope& scope);
  feel::NodeRef context(pugi::xml_node box, feel::Scope& scope);
  feel::NodeRef list(pugi::xml_node box, feel::Scope& scope);
  feel::NodeRef relation(pugi::xml_node box, feel::Scope& scope);
  feel::NodeRef invocation(pugi::xml_node box, feel::Scope& scope);
  feel::NodeRef conditional(pugi::xml_node box, feel::Scope& scope);
  feel::NodeRef filter(pugi::xml_node box, feel::Scope& scope);
  feel::NodeRef iterator(pugi::xml_node box, feel::Scope& scope);
  feel::NodeRef nothing(pugi::xml_node at);
  feel::Place begin_of(pugi::xml_node holder) const { return place(child(holder, "text")); }
  void tell(std::vector<feel::Problem> problems);

  const Document& document_;
  ItemTypes& types_;
  std::vector<Flaw>& flaws_;
  std::string where_;
};

}  // namespace dmn
