// Flows: BPMN 2.0 text compiled into nodes and edges, and walked. Pure.
#include <pugixml.hpp>

#include <algorithm>
#include <set>

#include <fmt/format.h>

#include "base/must.hpp"
#include "engines/casework/casework.hpp"

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

  base::Result<Flow, Problem> run() {
    if (text_.size() > bpmn_bytes_max) return base::refuse(Problem{1, "larger than 1 MiB"});
    pugi::xml_document document;
    const auto parsed = document.load_buffer(text_.data(), text_.size(),
                                             pugi::parse_default | pugi::parse_trim_pcdata);
    if (!parsed) return base::refuse(Problem{line(parsed.offset), parsed.description()});
    const auto process = find_process(document);
    if (!process) return base::refuse(Problem{1, "there is no <process> in this file"});
    for (const auto& element : process.children()) take(element);
    for (const auto& element : process.children()) {
      if (local_name(element.name()) == "sequenceFlow") connect(element);
    }
    if (!problem_) whole(process);
    if (problem_) return base::refuse(*problem_);
    return std::move(flow_);
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
  void wrong(const pugi::xml_node& at, std::string message) {
    if (!problem_) problem_ = Problem{line(at.offset_debug()), std::move(message)};
  }

  void take(const pugi::xml_node& element) {
    const auto kind = local_name(element.name());
    const std::string id = element.attribute("id").value();
    if (kind == "startEvent") {
      if (!flow_.start.empty()) wrong(element, "a flow has one start event");
      flow_.start = id;
      flow_.nodes[id];
    } else if (kind == "exclusiveGateway" || kind == "endEvent") {
      flow_.nodes[id];
      if (const auto usual = attribute(element, "default"); !usual.empty()) defaults_.insert(usual);
    } else if (kind == "userTask") {
      take_task(element, id);
    } else if (kind != "sequenceFlow" && kind != "documentation" && kind != "extensionElements" &&
               kind != "laneSet" && kind != "textAnnotation" && kind != "association") {
      wrong(element, fmt::format("<{}> is not understood; use userTask, exclusiveGateway, "
                                 "startEvent, endEvent and sequenceFlow",
                                 kind));
    }
  }

  void take_task(const pugi::xml_node& element, const std::string& id) {
    Activity activity{id,
                      attribute(element, "action"),
                      attribute(element, "role"),
                      {element.attribute("name").value(), attribute(element, "title_en")},
                      0};
    if (activity.action.empty() || activity.role.empty() || activity.title.vi.empty()) {
      wrong(element, fmt::format("task '{}' needs name, taydo:action and taydo:role", id));
    }
    const auto hours = attribute(element, "hours");
    activity.hours = hours.empty() ? 0 : std::atoi(hours.c_str());
    if (activity.hours < 0 || activity.hours > 8 * 365 || (!hours.empty() && !activity.hours)) {
      wrong(element, fmt::format("taydo:hours of task '{}' is not a number of hours", id));
    }
    flow_.nodes[id].activity = std::move(activity);
    flow_.order.push_back(id);
  }

  void connect(const pugi::xml_node& element) {
    const std::string from = element.attribute("sourceRef").value();
    const std::string to = element.attribute("targetRef").value();
    if (!flow_.nodes.contains(from) || !flow_.nodes.contains(to)) {
      return wrong(element,
                   fmt::format("it joins '{}' to '{}', one of which is missing", from, to));
    }
    Edge edge{to, std::nullopt};
    auto& edges = flow_.nodes[from].edges;
    for (const auto& child : element.children()) {
      if (local_name(child.name()) != "conditionExpression") continue;
      auto parsed = rules::parse(child.child_value());
      if (!parsed) {
        return wrong(child, fmt::format("condition '{}': {}", child.child_value(),
                                        parsed.error().message.en));
      }
      edge.condition = *parsed;
    }
    if (!edge.condition || defaults_.contains(element.attribute("id").value())) {
      edges.push_back(std::move(edge));  // the way that is left goes last
    } else {
      edges.insert(
          edges.begin() + std::count_if(edges.begin(), edges.end(),
                                        [](const Edge& e) { return e.condition.has_value(); }),
          std::move(edge));
    }
  }

  // Everything is reached from the start, and from everything there is a way on.
  void whole(const pugi::xml_node& process) {
    if (flow_.start.empty()) return wrong(process, "there is no start event");
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
      if (!seen.contains(id)) return wrong(element, fmt::format("'{}' is never reached", id));
      const bool end = local_name(element.name()) == "endEvent";
      if (node->second.edges.empty() != end) {
        return wrong(element, fmt::format("'{}' leads nowhere, or an end goes on", id));
      }
    }
  }

  std::string_view text_;
  Flow flow_;
  std::set<std::string> defaults_;
  std::optional<Problem> problem_;
};

}  // namespace

const Activity& Flow::at(const std::string& node) const {
  const auto found = nodes.find(node);
  base::must(found != nodes.end() && found->second.activity.has_value());
  return *found->second.activity;
}

base::Result<Flow, Problem> compile(std::string_view bpmn) { return Compiler(bpmn).run(); }

std::string next(const Flow& flow, const std::string& node, const rules::Lookup& lookup) {
  std::string here = node;
  for (int steps = 0; steps < walk_max; ++steps) {
    const auto found = flow.nodes.find(here);
    base::must(found != flow.nodes.end());
    if (found->second.edges.empty()) return "";
    const auto taken =
        std::find_if(found->second.edges.begin(), found->second.edges.end(), [&](const Edge& edge) {
          return !edge.condition || rules::evaluate(*edge.condition, lookup).truth();
        });
    base::must(taken != found->second.edges.end());
    here = taken->to;
    if (flow.nodes.at(here).activity) return here;
  }
  base::must(false);
  return "";
}

}  // namespace casework
