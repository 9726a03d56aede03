#include "engines/rules/dmn/reading.hpp"

#include <map>

#include "engines/rules/dmn/boxed.hpp"
#include "engines/rules/dmn/text.hpp"
#include "engines/rules/nodes/operators.hpp"

namespace dmn {

using feel::said;

namespace {

constexpr std::size_t files_max = 50;

// One file of the model: the main one is the first, the others are imported.
struct File {
  std::unique_ptr<Document> document;
  std::string name_space;
  std::unique_ptr<ItemTypes> types;
  std::vector<std::pair<std::string, std::size_t>> imports;  // under which name, which file
  std::map<std::string, std::size_t> elements;               // by id
};

class Reading {
 public:
  explicit Reading(const Imports& imports) : imports_(imports), graph_(std::make_shared<Graph>()) {}

  base::Result<std::shared_ptr<const Graph>, Flaw> run(std::string_view xml) {
    auto main = Document::read(xml);
    if (!main) return base::refuse(main.error());
    add(std::move(*main));
    for (std::size_t i = 0; i < files_.size(); ++i) follow_imports(i);
    for (auto& file : files_) {
      for (const auto& [name, from] : file.imports) file.types->import(name, *files_[from].types);
    }
    for (std::size_t i = files_.size(); i-- > 0;) files_[i].types->read();
    for (std::size_t i = 0; i < files_.size(); ++i) list_elements(i);
    for (std::size_t i = 0; i < graph_->elements.size(); ++i) require(i);
    find_circles();
    for (std::size_t i = 0; i < graph_->elements.size(); ++i) compile(i);
    return std::shared_ptr<const Graph>(graph_);
  }

 private:
  std::size_t add(std::unique_ptr<Document> document) {
    File file;
    file.name_space = document->root().attribute("namespace").value();
    file.document = std::move(document);
    file.types = std::make_unique<ItemTypes>(*file.document, graph_->flaws);
    gather_members(file.document->root());
    files_.push_back(std::move(file));
    return files_.size() - 1;
  }

  // Names that entries of contexts may have: rules find those of several words by them.
  void gather_members(pugi::xml_node root) {
    struct Walker : pugi::xml_tree_walker {
      explicit Walker(feel::Phrases& members) : members(members) {}
      bool for_each(pugi::xml_node& node) override {
        const auto kind = local_name(node);
        if (kind == "itemComponent" || kind == "variable" || kind == "column" || kind == "output") {
          members.add(feel::key_of(node.attribute("name").value()));
        }
        return true;
      }
      feel::Phrases& members;
    };
    Walker walker(members_);
    root.traverse(walker);
  }

  void follow_imports(std::size_t from) {
    for (const auto import : children(files_[from].document->root(), "import")) {
      const std::string name_space = import.attribute("namespace").value();
      const std::string name = import.attribute("name").value();
      if (const std::string_view type = import.attribute("importType").value();
          !type.empty() && type.find("DMN") == type.npos) {
        continue;
      }
      const auto known = std::find_if(files_.begin(), files_.end(),
                                      [&](const File& f) { return f.name_space == name_space; });
      auto index = std::size_t(known - files_.begin());
      if (known == files_.end()) {
        const auto text = imports_ ? imports_(name_space) : std::nullopt;
        auto document = text && files_.size() < files_max
                            ? Document::read(*text)
                            : base::Result<std::unique_ptr<Document>, Flaw>(base::refuse(Flaw{}));
        if (!document) {
          flaw(from, import, name, said(text::no_import, {{"name", name}}));
          continue;
        }
        index = add(std::move(*document));
      }
      files_[from].imports.emplace_back(name, index);
    }
  }

  void flaw(std::size_t file, pugi::xml_node at, std::string where, base::Words words) {
    graph_->flaws.push_back({std::move(where), files_[file].document->place(at), std::move(words)});
  }

  void list_elements(std::size_t index) {
    auto& file = files_[index];
    for (const auto node : file.document->root().children()) {
      const auto kind = local_name(node);
      Element element;
      if (kind == "decision") {
        element.kind = Element::Kind::decision;
      } else if (kind == "businessKnowledgeModel") {
        element.kind = Element::Kind::knowledge;
      } else if (kind == "decisionService") {
        element.kind = Element::Kind::service;
      } else if (kind != "inputData") {
        continue;
      }
      element.name = feel::tidy_name(node.attribute("name").value());
      element.imported = index > 0;
      element.qualified = name_in(0, index, element.name);
      element.place = file.document->place(node);
      element.type = file.types->of_variable(child(node, "variable"), element.name);
      file.elements[node.attribute("id").value()] = graph_->elements.size();
      graph_->elements.push_back(std::move(element));
      nodes_.push_back({index, node});
    }
  }

  // How file `from` calls what stands in file `to`.
  std::string name_in(std::size_t from, std::size_t to, const std::string& name) const {
    if (from == to) return name;
    for (const auto& [import, index] : files_[from].imports) {
      if (index == to && !import.empty()) return import + "." + name;
    }
    return name;
  }

  // href is "#id", "id" or "namespace#id".
  std::optional<std::size_t> element_at(std::size_t file, std::string_view href) const {
    const auto hash = href.find('#');
    const std::string id(hash == href.npos ? href : href.substr(hash + 1));
    if (hash != href.npos && hash > 0) {
      for (std::size_t i = 0; i < files_.size(); ++i) {
        if (files_[i].name_space == href.substr(0, hash)) file = i;
      }
    }
    const auto at = files_[file].elements.find(id);
    return at == files_[file].elements.end() ? std::nullopt : std::optional(at->second);
  }

  // Every element that children of one kind point at.
  std::vector<std::size_t> pointed(std::size_t element, pugi::xml_node from,
                                   std::string_view kind) {
    std::vector<std::size_t> found;
    for (const auto one : children(from, kind)) {
      const std::string href = one.attribute("href").value();
      if (const auto at = element_at(nodes_[element].file, href)) {
        found.push_back(*at);
      } else {
        flaw(nodes_[element].file, one, graph_->elements[element].name,
             said(text::unknown_element, {{"id", href}}));
      }
    }
    return found;
  }

  void require(std::size_t index) {
    const auto node = nodes_[index].node;
    auto& element = graph_->elements[index];
    if (element.kind == Element::Kind::service) return read_service(index);
    for (const auto requirement : node.children()) {
      for (const auto kind : {"requiredInput", "requiredDecision", "requiredKnowledge"}) {
        const auto found = pointed(index, requirement, kind);
        element.required.insert(element.required.end(), found.begin(), found.end());
      }
    }
  }

  // Parameters: input data first, then input decisions (DMN 1.5 §10.4).
  void read_service(std::size_t index) {
    const auto node = nodes_[index].node;
    auto& service = graph_->elements[index];
    service.outputs = pointed(index, node, "outputDecision");
    for (const auto kind : {"inputData", "inputDecision"}) {
      for (const auto input : pointed(index, node, kind)) {
        const auto& element = graph_->elements[input];
        service.parameters.push_back({element.name, element.type});
        service.parameter_elements.push_back(input);
      }
    }
  }

  // Walks what is required, depth first and without recursion; a way back into the path is a
  // circle, and is cut.
  void find_circles() {
    enum class Mark { white, grey, black };
    std::vector<Mark> marks(graph_->elements.size(), Mark::white);
    struct Step {
      std::size_t element, next;
    };
    for (std::size_t start = 0; start < marks.size(); ++start) {
      if (marks[start] != Mark::white) continue;
      std::vector<Step> path = {{start, 0}};
      marks[start] = Mark::grey;
      while (!path.empty()) {
        auto& [element, next] = path.back();
        auto& required = graph_->elements[element].required;
        if (next == required.size()) {
          marks[element] = Mark::black;
          path.pop_back();
          continue;
        }
        const auto to = required[next++];
        if (marks[to] == Mark::grey) {
          tell_circle(element, to);
          required.erase(required.begin() + std::ptrdiff_t(--next));
        } else if (marks[to] == Mark::white) {
          marks[to] = Mark::grey;
          path.push_back({to, 0});
        }
      }
    }
  }

  void tell_circle(std::size_t from, std::size_t to) {
    const auto& a = graph_->elements[from].name;
    const auto& b = graph_->elements[to].name;
    flaw(nodes_[from].file, nodes_[from].node, a, said(text::circle, {{"path", a + " → " + b}}));
  }

  void compile(std::size_t index) {
    auto& element = graph_->elements[index];
    const auto [file, node] = nodes_[index];
    const bool knowledge = element.kind == Element::Kind::knowledge;
    if (element.kind != Element::Kind::decision && !knowledge) return;
    feel::Scope scope(&members_, files_[file].types.get());
    for (const auto required : element.required) {
      scope.declare(name_in(file, nodes_[required].file, graph_->elements[required].name));
    }
    Boxed boxed(*files_[file].document, *files_[file].types, graph_->flaws, element.name);
    feel::NodeRef logic;
    if (!knowledge) {
      logic = boxed.below(node, scope);
      if (logic && element.type) {
        logic = std::make_unique<feel::Typed>(logic->place, std::move(logic), element.type);
      }
    } else if (const auto body = child(node, "encapsulatedLogic")) {
      logic = boxed.function(body, scope, element.type);
    }
    if (!logic && !knowledge && !first_logic(node)) {
      flaw(file, node, element.name, said(text::no_logic));
    }
    element.logic = std::move(logic);
    element.slots = scope.slots();
  }

  static bool first_logic(pugi::xml_node node) {
    for (const auto kind : {"literalExpression", "decisionTable", "context", "invocation"}) {
      if (child(node, kind)) return true;
    }
    return false;
  }

  struct Where {
    std::size_t file;
    pugi::xml_node node;
  };
  const Imports& imports_;
  std::shared_ptr<Graph> graph_;
  std::vector<File> files_;
  std::vector<Where> nodes_;  // beside the elements
  feel::Phrases members_;
};

}  // namespace

base::Result<std::shared_ptr<const Graph>, Flaw> graph_of(std::string_view xml,
                                                          const Imports& imports) {
  return Reading(imports).run(xml);
}

}  // namespace dmn
