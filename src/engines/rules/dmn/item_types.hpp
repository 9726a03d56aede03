// Item definitions: the types a model names, with their parts and allowed values.
#pragma once

#include <map>
#include <string>

#include "engines/rules/dmn/document.hpp"
#include "engines/rules/feel/scope.hpp"

namespace dmn {

class ItemTypes final : public feel::TypeNames {
 public:
  ItemTypes(const Document& document, std::vector<Flaw>& flaws)
      : document_(document), flaws_(flaws) {}
  // Types of an imported model, seen under its name.
  void import(const std::string& name, const ItemTypes& from) {
    imported_.emplace_back(name, &from);
  }
  // After all imports: makes every type, and tells what is wrong.
  void read();

  // By key; null if there is none.
  feel::TypeRef type(const std::string& key) const override;
  const feel::Phrases* phrases() const override { return &phrases_; }
  // As `typeRef` says it: plain, of this model, or of an import. Null, and a flaw, if unknown;
  // null without one if nothing is asked.
  feel::TypeRef named(const std::string& name, pugi::xml_node at, const std::string& where);
  feel::TypeRef of_variable(pugi::xml_node with_type, const std::string& where);
  // The allowed values of a type in the order they are written, as a FEEL text; "" if none.
  std::string allowed_text(const std::string& name) const;

 private:
  feel::TypeRef made(const std::string& key);
  feel::TypeRef read_item(pugi::xml_node item, const std::string& where);
  feel::TypeRef body_of(pugi::xml_node item, const std::string& where);
  feel::TypeRef constrained(feel::TypeRef type, pugi::xml_node tests, const std::string& where);

  struct Item {
    pugi::xml_node node;
    feel::TypeRef type;
    enum { untouched, being_made, done } state = untouched;
    int levels = 0;  // of types in types below it, itself counted; once done
  };
  const Document& document_;
  std::vector<Flaw>& flaws_;
  std::map<std::string, Item> items_;  // by key
  std::vector<std::pair<std::string, const ItemTypes*>> imported_;
  feel::Phrases phrases_;
  int nesting_ = 0, deepest_ = 0;  // of the types that are being made
};

}  // namespace dmn
