#include "engines/rules/dmn/document.hpp"

#include <algorithm>

#include "base/fold.hpp"
#include "engines/rules/dmn/text.hpp"
#include "engines/rules/feel/problem.hpp"

namespace dmn {
namespace {

constexpr int levels_max = 200;

bool too_deep(pugi::xml_node root) {
  int depth = 0;
  for (auto node = root; node;) {  // without recursion
    if (node.first_child()) {
      node = node.first_child();
      if (++depth > levels_max) return true;
      continue;
    }
    while (node && node != root && !node.next_sibling()) {
      node = node.parent();
      --depth;
    }
    if (!node || node == root) return false;
    node = node.next_sibling();
  }
  return false;
}

}  // namespace

base::Result<std::unique_ptr<Document>, Flaw> Document::read(std::string_view xml) {
  if (xml.size() > Model::bytes_max) {
    return base::refuse(Flaw{"", {}, feel::said(text::too_large)});
  }
  if (!base::is_text(xml)) return base::refuse(Flaw{"", {}, feel::said(text::not_text)});
  auto made = std::make_unique<Document>();
  made->lines_.push_back(0);
  for (std::size_t i = 0; i < xml.size(); ++i) {
    if (xml[i] == '\n') made->lines_.push_back(std::ptrdiff_t(i) + 1);
  }
  const auto read = made->xml_.load_buffer(
      xml.data(), xml.size(),
      pugi::parse_default | pugi::parse_doctype | pugi::parse_ws_pcdata_single,
      pugi::encoding_utf8);
  if (!read) {
    return base::refuse(
        Flaw{"", made->at(read.offset), feel::said(text::not_xml, {{"why", read.description()}})});
  }
  for (const auto node : made->xml_.children()) {
    if (node.type() != pugi::node_doctype) continue;
    return base::refuse(Flaw{"", made->at(node.offset_debug()), feel::said(text::doctype)});
  }
  if (too_deep(made->root())) {
    return base::refuse(Flaw{"", {}, feel::said(text::nested_xml)});
  }
  if (local_name(made->root()) != "definitions") {
    return base::refuse(Flaw{"", made->place(made->root()), feel::said(text::no_definitions)});
  }
  return made;
}

feel::Place Document::at(std::ptrdiff_t offset) const {
  const auto next = std::upper_bound(lines_.begin(), lines_.end(), offset);
  return {int(next - lines_.begin()), int(offset - *(next - 1)) + 1};
}

// Of a <text>, where the text itself begins.
feel::Place Document::place(pugi::xml_node node) const {
  if (local_name(node) == "text" && node.first_child()) node = node.first_child();
  return at(std::max<std::ptrdiff_t>(node.offset_debug(), 0));
}

std::string_view local_name(pugi::xml_node node) {
  const std::string_view name = node.name();
  const auto colon = name.find(':');
  return colon == name.npos ? name : name.substr(colon + 1);
}

pugi::xml_node child(pugi::xml_node node, std::string_view name) {
  for (const auto one : node.children()) {
    if (local_name(one) == name) return one;
  }
  return {};
}

std::vector<pugi::xml_node> children(pugi::xml_node node, std::string_view name) {
  std::vector<pugi::xml_node> all;
  for (const auto one : node.children()) {
    if (local_name(one) == name) all.push_back(one);
  }
  return all;
}

pugi::xml_node first_element(pugi::xml_node node) {
  for (const auto one : node.children()) {
    if (one.type() == pugi::node_element) return one;
  }
  return {};
}

std::string text_in(pugi::xml_node node) { return child(node, "text").text().get(); }

}  // namespace dmn
