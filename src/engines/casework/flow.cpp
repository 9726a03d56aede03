// Flows: BPMN 2.0 text compiled into nodes and edges, and walked. Pure.
#include <pugixml.hpp>

#include <algorithm>
#include <set>

#include "base/fold.hpp"
#include "base/must.hpp"
#include "engines/casework/compiled.hpp"
#include "engines/casework/examine.hpp"
#include "engines/casework/text_flow.hpp"

namespace casework {
namespace {

constexpr int walk_max = 64;
constexpr std::size_t bpmn_bytes_max = 1 << 20;

std::string_view local_name(std::string_view qualified) {
  const auto colon = qualified.find(':');
  return colon == std::string_view::npos ? qualified : qualified.substr(colon + 1);
}

// An attribute by its local name, whatever prefix the file chose.
std::string attribute(const pugi::xml_node& node, std::string_view name) {
  for (const auto& a : node.attributes()) {
    if (local_name(a.name()) == name) return a.value();
  }
  return {};
}

class Compiler {
 public:
  explicit Compiler(std::string_view text) : text_(text) {}

  Compiled run() {
    if (text_.size() > bpmn_bytes_max) return wrong(1, text::flow_too_big), std::move(out_);
    pugi::xml_document document;
    const auto parsed = document.load_buffer(text_.data(), text_.size(),
                                             pugi::parse_default | pugi::parse_trim_pcdata);
    if (!parsed) {
      wrong(line(parsed.offset), text::no_xml, {{"why", parsed.description()}});
      return std::move(out_);
    }
    language_ = attribute(document.document_element(), "expressionLanguage");
    const auto process = find_process(document);
    if (!process) return wrong(1, text::no_process), std::move(out_);
    for (const auto& element : process.children()) take(element);
    for (const auto& element : process.children()) {
      if (local_name(element.name()) == "sequenceFlow") connect(element);
    }
    whole(process);
    return std::move(out_);
  }

 private:
  static pugi::xml_node find_process(const pugi::xml_document& document) {
    return document.document_element().find_child(
        [](const pugi::xml_node& n) { return local_name(n.name()) == "process"; });
  }

  int line(std::ptrdiff_t offset) const {
    const auto end = text_.begin() + std::min<std::ptrdiff_t>(offset, std::ssize(text_));
    return 1 + int(std::count(text_.begin(), end, '\n'));
  }
  void wrong(int at, const base::Text& what, base::Holes holes = {}) {
    out_.problems.push_back(
        {at, {fill(what, base::Lang::vi, holes), fill(what, base::Lang::en, holes)}});
  }
  void wrong(const pugi::xml_node& at, const base::Text& what, base::Holes holes = {}) {
    wrong(line(at.offset_debug()), what, std::move(holes));
  }

  // Wrong in a flow that is to be published; one that was published so goes on.
  void doubt(const pugi::xml_node& at, const base::Text& what, base::Holes holes = {}) {
    std::swap(out_.problems, out_.doubts);
    wrong(at, what, std::move(holes));
    std::swap(out_.problems, out_.doubts);
  }

  void name(const pugi::xml_node& element, const std::string& id) {
    if (id.empty()) doubt(element, text::no_id);
    if (!out_.lines.emplace(id, line(element.offset_debug())).second && !id.empty())
      doubt(element, text::id_twice, {{"id", id}});
    // A misspelt attribute of ours would be passed over in silence.
    for (const auto& a : element.attributes()) {
      const auto own = local_name(a.name());
      const bool known = own == "action" || own == "role" || own == "hours" || own == "title_en";
      if (std::string_view(a.name()).starts_with("taydo:") && !known)
        doubt(element, text::no_attribute, {{"given", std::string(own)}});
    }
  }

  void take(const pugi::xml_node& element) {
    const auto kind = local_name(element.name());
    const std::string id = element.attribute("id").value();
    if (kind == "startEvent") {
      if (!flow_.start.empty()) wrong(element, text::second_start);
      name(element, id);
      flow_.start = id;
      flow_.nodes[id];
    } else if (kind == "exclusiveGateway" || kind == "endEvent") {
      name(element, id);
      flow_.nodes[id];
      if (const auto usual = attribute(element, "default"); !usual.empty()) defaults_.insert(usual);
    } else if (kind == "userTask") {
      take_task(element, id);
    } else if (kind != "sequenceFlow" && kind != "documentation" && kind != "extensionElements" &&
               kind != "laneSet" && kind != "textAnnotation" && kind != "association") {
      wrong(element, text::not_understood, {{"kind", "<" + std::string(kind) + ">"}});
    }
  }

  void take_task(const pugi::xml_node& element, const std::string& id) {
    Activity activity{id,
                      attribute(element, "action"),
                      attribute(element, "role"),
                      {element.attribute("name").value(), attribute(element, "title_en")},
                      0};
    if (activity.action.empty() || activity.role.empty() || activity.title.vi.empty()) {
      wrong(element, text::task_needs, {{"id", id}});
    }
    const auto hours = attribute(element, "hours");
    activity.hours = hours.empty() ? 0 : std::atoi(hours.c_str());
    if (activity.hours < 0 || activity.hours > 8 * 365 || (!hours.empty() && !activity.hours)) {
      wrong(element, text::no_hours, {{"id", id}});
      activity.hours = 0;  // it may be added up all the same
    } else if (hours.find_first_not_of("0123456789") != hours.npos) {
      doubt(element, text::no_hours, {{"id", id}});
    }
    name(element, id);
    flow_.nodes[id].activity = std::move(activity);
    flow_.order.push_back(id);
  }

  // A condition, or else the whole file, may name its language. XPath is what editors write for the
  // whole file when nobody chose one, so there it says nothing.
  std::string language(const pugi::xml_node& condition) const {
    auto own = attribute(condition, "language");
    if (!own.empty() || language_.find("XPath") != language_.npos) return own;
    return language_;
  }
  // By its name, or by its address in one of the editions of DMN.
  bool speaks_feel(const pugi::xml_node& condition) const {
    const auto named = base::lower(language(condition));
    return named.empty() || named == "feel" || named.find("/dmn/") != named.npos;
  }

  void connect(const pugi::xml_node& element) {
    const std::string from = element.attribute("sourceRef").value();
    const std::string to = element.attribute("targetRef").value();
    if (!flow_.nodes.contains(from) || !flow_.nodes.contains(to)) {
      return wrong(element, text::no_end_of_edge, {{"from", from}, {"to", to}});
    }
    Edge edge{to, std::nullopt};
    const std::string id = element.attribute("id").value();
    auto& edges = flow_.nodes[from].edges;
    for (const auto& child : element.children()) {
      if (local_name(child.name()) != "conditionExpression") continue;
      if (!speaks_feel(child)) doubt(child, text::not_feel, {{"given", language(child)}});
      auto parsed = feel::compile_open(child.child_value());
      if (!parsed) {
        const auto& why = parsed.error().front().words;
        const auto in = [&](base::Lang lang) {
          return base::fill(text::bad_condition, lang,
                            {{"condition", child.child_value()}, {"why", why.in(lang)}});
        };
        out_.problems.push_back(
            {line(child.offset_debug()), {in(base::Lang::vi), in(base::Lang::en)}});
        return;
      }
      edge.condition = *parsed;
      out_.conditions.push_back({line(child.offset_debug()), from, to, *parsed});
    }
    const bool usual = defaults_.contains(id);
    ways(element, from, edge.condition.has_value());
    if (!edge.condition || usual) {
      edges.push_back(std::move(edge));  // the way that is left goes last
    } else {
      edges.insert(
          edges.begin() + std::count_if(edges.begin(), edges.end(),
                                        [](const Edge& e) { return e.condition.has_value(); }),
          std::move(edge));
    }
  }

  void ways(const pugi::xml_node& edge, const std::string& from, bool condition) {
    auto& known = out_.ways[from];
    (condition ? known.conditional : known.always).push_back(line(edge.offset_debug()));
  }

  // Everything is reached from the start, and from everything there is a way on.
  void whole(const pugi::xml_node& process) {
    if (flow_.start.empty()) return wrong(process, text::no_start);
    std::set<std::string> seen;
    std::vector<std::string> ahead = {flow_.start};
    while (!ahead.empty()) {
      const auto node = ahead.back();
      ahead.pop_back();
      if (!seen.insert(node).second) continue;
      for (const auto& edge : flow_.nodes[node].edges) ahead.push_back(edge.to);
    }
    for (const auto& element : process.children()) {
      const std::string id = element.attribute("id").value();
      const auto node = flow_.nodes.find(id);
      if (node == flow_.nodes.end()) continue;
      if (!seen.contains(id)) wrong(element, text::never_reached, {{"id", id}});
      const bool end = local_name(element.name()) == "endEvent";
      if (node->second.edges.empty() != end) {
        wrong(element, end ? text::end_goes_on : text::leads_nowhere, {{"id", id}});
      }
    }
  }

  std::string_view text_;
  Compiled out_;
  Flow& flow_ = out_.flow;
  std::set<std::string> defaults_;
  std::string language_;  // of the file's expressions; "" if it names none
};

}  // namespace

const Activity& Flow::at(const std::string& node) const {
  const auto found = nodes.find(node);
  base::must(found != nodes.end() && found->second.activity.has_value());
  return *found->second.activity;
}

Compiled compile_all(std::string_view bpmn) { return Compiler(bpmn).run(); }

base::Result<Flow, Problem> compile(std::string_view bpmn) {
  auto out = compile_all(bpmn);
  if (!out.problems.empty()) {
    auto& first = out.problems.front();
    return base::refuse(Problem{first.line, std::move(first.message.en)});
  }
  return std::move(out.flow);
}

std::optional<std::string> way(const Flow& flow, const std::string& node, base::Date today,
                               const feel::Lookup& lookup) {
  std::string here = node;
  for (int steps = 0; steps < walk_max; ++steps) {
    const auto found = flow.nodes.find(here);
    if (found == flow.nodes.end()) return std::nullopt;
    if (found->second.edges.empty()) return "";
    const auto taken =
        std::find_if(found->second.edges.begin(), found->second.edges.end(), [&](const Edge& edge) {
          return !edge.condition || feel::holds(*edge.condition, today, lookup);
        });
    if (taken == found->second.edges.end()) return std::nullopt;
    here = taken->to;
    if (flow.nodes.at(here).activity) return here;
  }
  return std::nullopt;  // round and round
}

std::string next(const Flow& flow, const std::string& node, base::Date today,
                 const feel::Lookup& lookup) {
  const auto found = way(flow, node, today, lookup);
  if (!found) throw NoWay(node);
  return *found;
}

}  // namespace casework
