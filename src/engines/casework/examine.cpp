// References, types and ways of a flow.
#include "engines/casework/examine.hpp"

#include <algorithm>
#include <set>

#include "engines/casework/compiled.hpp"
#include "engines/casework/text_flow.hpp"

namespace casework {
namespace {

std::string joined(const std::vector<std::string>& names) {
  std::string out;
  for (const auto& name : names) (out += out.empty() ? "" : ", ") += name;
  return out;
}

class Examination {
 public:
  Examination(Compiled compiled, const Vocabulary& words)
      : compiled_(std::move(compiled)), words_(words) {}

  Examined run() {
    for (auto* all : {&compiled_.problems, &compiled_.doubts}) {
      for (auto& one : *all) flaws_.push_back({one.line, "", std::move(one.message)});
    }
    for (const auto& [id, node] : compiled_.flow.nodes) {
      if (node.activity) activity(*node.activity);
      ways(id, node);
    }
    for (const auto& one : compiled_.conditions) condition(one);
    rounds();
    std::stable_sort(flaws_.begin(), flaws_.end(),
                     [](const auto& a, const auto& b) { return a.line < b.line; });
    return {std::move(compiled_.flow), std::move(flaws_), std::move(compiled_.lines)};
  }

 private:
  void say(int line, const base::Text& text, base::Holes holes = {}) {
    auto flaw = reading::flaw("", text, std::move(holes));
    flaw.line = line;
    flaws_.push_back(std::move(flaw));
  }
  int line(const std::string& node) const {
    const auto found = compiled_.lines.find(node);
    return found == compiled_.lines.end() ? 1 : found->second;
  }

  const Offer* offer(const std::string& action) const {
    const auto found = std::ranges::find(words_.offers, action, &Offer::action);
    return found == words_.offers.end() ? nullptr : &*found;
  }

  void activity(const Activity& step) {
    const auto at = line(step.node);
    if (!step.action.empty() && !offer(step.action)) {
      std::vector<std::string> all;
      for (const auto& one : words_.offers) all.push_back(one.action);
      say(at, text::no_action, {{"given", step.action}, {"names", joined(all)}});
    }
    if (!step.role.empty() && !std::ranges::count(words_.roles, step.role)) {
      say(at, text::no_role, {{"given", step.role}, {"names", joined(words_.roles)}});
    }
    if (step.title.en.empty()) say(at, text::no_title_en, {{"id", step.node}});
  }

  // From a node without gateway one way leads on; from a gateway one way is always open.
  void ways(const std::string& id, const Node& node) {
    const auto found = compiled_.ways.find(id);
    if (found == compiled_.ways.end()) return;
    const auto& [conditional, always] = found->second;
    const bool gateway = !node.activity && id != compiled_.flow.start;
    if (!gateway && !conditional.empty()) {
      say(conditional.front(), text::condition_without_gateway, {{"id", id}});
    }
    if (always.size() > 1) say(always[1], text::two_open, {{"id", id}});
    if (gateway && always.empty()) say(line(id), text::none_open, {{"id", id}});
  }

  // What the steps may have ended with that lead to a node through gateways only.
  void outcomes(const std::string& node, std::set<std::string>& seen,
                std::vector<std::string>& out) const {
    if (!seen.insert(node).second) return;
    for (const auto& [id, other] : compiled_.flow.nodes) {
      const bool leads =
          std::ranges::any_of(other.edges, [&](const Edge& edge) { return edge.to == node; });
      if (!leads) continue;
      if (!other.activity) {
        outcomes(id, seen, out);
      } else if (const auto* known = offer(other.activity->action)) {
        for (const auto& one : known->outcomes) {
          if (!std::ranges::count(out, one)) out.push_back(one);
        }
      }
    }
  }

  void condition(const Compiled::Condition& one) {
    auto scope = words_.names;
    std::set<std::string> seen;
    std::vector<std::string> known;
    outcomes(one.from, seen, known);
    const auto* from = &compiled_.flow.nodes[one.from];
    if (from->activity) {
      if (const auto* own = offer(from->activity->action)) known = own->outcomes;
    }
    scope["outcome"] = {feel::Kind::text, known};
    for (const auto& problem : feel::misfits(one.expression, scope)) {
      const auto in = [&](base::Lang lang) {
        return base::fill(
            text::bad_condition_at, lang,
            {{"column", std::to_string(problem.place.column)}, {"why", problem.words.in(lang)}});
      };
      flaws_.push_back({one.line, "", {in(base::Lang::vi), in(base::Lang::en)}});
    }
  }

  // Gateways that lead back to themselves without a step between.
  void rounds() {
    for (const auto& [id, node] : compiled_.flow.nodes) {
      if (node.activity) continue;
      std::set<std::string> seen;
      std::vector<std::string> ahead = {id};
      bool back = false;
      while (!ahead.empty() && !back) {
        const auto here = ahead.back();
        ahead.pop_back();
        for (const auto& edge : compiled_.flow.nodes[here].edges) {
          const auto next = compiled_.flow.nodes.find(edge.to);
          if (next == compiled_.flow.nodes.end() || next->second.activity) continue;
          back |= edge.to == id;
          if (seen.insert(edge.to).second) ahead.push_back(edge.to);
        }
      }
      if (back) say(line(id), text::round, {{"id", id}});
    }
  }

  Compiled compiled_;
  const Vocabulary& words_;
  reading::Flaws flaws_;
};

// Flows are small; a way through one visits each node once.
int longest(const Flow& flow, const std::string& here, std::set<std::string>& seen, int& budget) {
  if (--budget < 0 || !seen.insert(here).second) return 0;
  const auto& node = flow.nodes.at(here);
  int most = 0;
  for (const auto& edge : node.edges) {
    if (flow.nodes.contains(edge.to)) most = std::max(most, longest(flow, edge.to, seen, budget));
  }
  seen.erase(here);
  return most + (node.activity ? node.activity->hours : 0);
}

}  // namespace

Examined examine(std::string_view bpmn, const Vocabulary& words) {
  return Examination(compile_all(bpmn), words).run();
}

int longest_hours(const Flow& flow) {
  if (!flow.nodes.contains(flow.start)) return 0;
  std::set<std::string> seen;
  int budget = 100'000;
  return longest(flow, flow.start, seen, budget);
}

}  // namespace casework
