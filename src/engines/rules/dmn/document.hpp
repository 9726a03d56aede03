// Document: a DMN file as XML whose every node knows its line. Entities are never expanded.
#pragma once

#include <memory>
#include <pugixml.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "engines/rules/dmn/dmn.hpp"

namespace dmn {

class Document {
 public:
  static base::Result<std::unique_ptr<Document>, Flaw> read(std::string_view xml);
  pugi::xml_node root() const { return xml_.document_element(); }
  feel::Place place(pugi::xml_node node) const;

 private:
  feel::Place at(std::ptrdiff_t offset) const;

  pugi::xml_document xml_;
  std::vector<std::ptrdiff_t> lines_;
};

// Names without prefixes: one file says "decision", another "semantic:decision".
std::string_view local_name(pugi::xml_node node);
pugi::xml_node child(pugi::xml_node node, std::string_view name);
std::vector<pugi::xml_node> children(pugi::xml_node node, std::string_view name);
pugi::xml_node first_element(pugi::xml_node node);
// What stands in <text> below a node.
std::string text_in(pugi::xml_node node);

}  // namespace dmn
