#include "services/one_stop/fitting.hpp"

#include <algorithm>
#include <map>
#include <set>

#include "engines/forms/examine.hpp"
#include "engines/identity/identity.hpp"
#include "platform/pdf/examine.hpp"
#include "services/one_stop/actions.hpp"
#include "services/one_stop/offers.hpp"
#include "services/one_stop/paper_values.hpp"
#include "services/one_stop/text_fitting.hpp"

namespace one_stop {
namespace {

constexpr int hours_a_day = 8;

casework::Vocabulary vocabulary() {
  casework::Vocabulary words;
  words.offers = offers();
  for (const auto role : identity::role::of_cases) words.roles.emplace_back(role);
  words.names["fee_due"] = {feel::Kind::number};
  return words;
}

class Examination {
 public:
  Examination(const catalogue::Candidate& one, const documents::Wording& shared)
      : version_(one.version), terms_(one.terms), publication_(one.publication), shared_(shared) {}

  catalogue::Fitting run() {
    if (!publication_.form.empty()) {
      auto examined = forms::examine(publication_.form);
      form_ = examined.form;
      out_.form = std::move(examined.flaws);
    }
    if (!publication_.flow.empty()) flow();
    if (!publication_.result_template.empty()) result_template();
    if (version_) procedure();
    return std::move(out_);
  }

 private:
  void say(std::string pointer, const base::Text& text, base::Holes holes = {}) {
    out_.procedure.push_back(reading::flaw(std::move(pointer), text, std::move(holes)));
  }
  static void say(reading::Flaws& flaws, int line, const base::Text& text, base::Holes holes = {}) {
    auto flaw = reading::flaw("", text, std::move(holes));
    flaw.line = line;
    flaws.push_back(std::move(flaw));
  }

  bool offers_action(std::string_view action) const {
    return std::ranges::any_of(flow_.flow.order, [&](const auto& node) {
      const auto found = flow_.flow.nodes.find(node);
      return found != flow_.flow.nodes.end() && found->second.activity->action == action;
    });
  }

  void flow() {
    flow_ = casework::examine(publication_.flow, vocabulary());
    out_.flow = flow_.flaws;
    const bool online_fee =
        version_ && catalogue::fee_due(*version_, terms_, catalogue::Channel::online).amount > 0;
    if (!flow_.flow.nodes.contains(flow_.flow.start)) return;
    walk(false);
    if (online_fee) walk(true);
  }

  // Every way a dossier can take: each task must be possible when it is offered, and the end must
  // be an end in law.
  void walk(bool owes) {
    using Place = std::pair<std::string, Standing>;
    std::set<Place> seen;
    std::vector<Place> ahead;
    const auto go = [&](const std::string& from, std::string_view outcome, const Standing& s) {
      const auto lookup = [&](std::string_view name) -> std::optional<feel::Value> {
        if (name == "outcome") return feel::Value(outcome);
        return name == "fee_due" ? std::optional<feel::Value>(s.owes ? 1 : 0) : std::nullopt;
      };
      const auto next = casework::way(flow_.flow, from, first_day(), lookup);
      if (!next) {
        return say_once(from, text::no_way_on, {{"id", from}, {"outcome", std::string(outcome)}});
      }
      if (!next->empty()) return ahead.push_back({*next, s});
      if (!is_final(s.state)) say_once(from, text::ends_early, {{"id", from}});
    };
    go(flow_.flow.start, "", {.owes = owes});
    while (!ahead.empty()) {
      const auto [node, standing] = ahead.back();
      ahead.pop_back();
      if (!seen.insert({node, standing}).second) continue;
      const auto& action = flow_.flow.at(node).action;
      if (!is_offered(action)) continue;  // told already
      if (!possible(action, standing)) {
        say_once(node, text::needs_of(action), {{"id", node}, {"action", action}});
        continue;
      }
      const auto offer = std::ranges::find(offers(), action, &casework::Offer::action);
      for (const auto& outcome : offer->outcomes)
        go(node, outcome, *after(action, outcome, standing));
    }
  }

  base::Date first_day() const { return version_ ? version_->valid_from : base::Date{}; }

  void say_once(const std::string& node, const base::Text& text, base::Holes holes) {
    if (told_.insert({node, text.en}).second)
      say(out_.flow, flow_.lines.contains(node) ? flow_.lines.at(node) : 1, text, holes);
  }

  void result_template() {
    const auto& source = publication_.result_template;
    const auto supply = form_ ? result_values(*form_) : documents::Supply{.open = true};
    out_.result_template = documents::examine(source, shared_, supply);
    const auto examined = pdf::examine(documents::layout_of(source));
    if (!examined.problems.empty()) return;
    const std::pair<pdf::Kind, std::string_view> boxes[] = {{pdf::Kind::number, "number"},
                                                            {pdf::Kind::date, "date"},
                                                            {pdf::Kind::sign, "sign"},
                                                            {pdf::Kind::seal, "seal"}};
    for (const auto& [kind, word] : boxes) {
      if (!pdf::reserves(examined.paper, kind))
        say(out_.result_template, 1, text::no_box, {{"word", std::string(word)}});
    }
  }

  void procedure() {
    const bool form = !publication_.form.empty(), flow = !publication_.flow.empty();
    if (form != flow) say(form ? "/form" : "/flow", form ? text::form_alone : text::flow_alone);
    papers();
    fees();
    const bool some = std::ranges::any_of(version_->papers, &catalogue::Paper::required);
    if (form && !some) say("/papers", text::no_papers);
    if (form) deadline();
    if (form && std::ranges::count(version_->channels, catalogue::Channel::online) == 0)
      say("/channels", text::not_online);
    if (!flow || !flow_.flaws.empty()) return;
    if (offers_action(action::appraise) && publication_.result_template.empty())
      say("/result", text::no_template);
    if (offers_action(action::seal) && version_->result_symbol.empty())
      say("/result", text::no_symbol);
  }

  void papers() {
    const auto scope = form_ ? forms::scope(*form_) : feel::Names{};
    std::set<std::string> codes;
    for (std::size_t i = 0; i < version_->papers.size(); ++i) {
      const auto& paper = version_->papers[i];
      const auto at = "/papers/" + std::to_string(i);
      if (!codes.insert(paper.code).second) say(at + "/code", text::twice, {{"name", paper.code}});
      if (!paper.required && terms_.papers[i].when.vi.empty())
        say(at, text::paper_when, {{"example", std::string(text::when_example)}});
      if (paper.required_if.empty()) continue;
      const auto condition = feel::compile_open(paper.required_if);
      if (!condition) continue;  // told already
      for (const auto& problem : feel::misfits(*condition, scope)) {
        const auto in = [&](base::Lang lang) {
          return base::fill(
              text::bad_condition, lang,
              {{"column", std::to_string(problem.place.column)}, {"why", problem.words.in(lang)}});
        };
        out_.procedure.push_back(
            {0, at + "/required_if", {in(base::Lang::vi), in(base::Lang::en)}});
      }
    }
  }

  // Two sums of one name that are owed at once are most often alternatives.
  void fees() {
    const auto& all = version_->fees;
    for (std::size_t i = 0; i < all.size(); ++i) {
      const auto at = "/fees/" + std::to_string(i);
      if (all[i].kind != catalogue::FeeKind::none && !all[i].amount && all[i].note.vi.empty())
        say(at + "/amount", text::fee_unknown);
      for (std::size_t j = 0; j < i; ++j) {
        const auto &one = terms_.fees[i], &other = terms_.fees[j];
        const bool meet =
            one.channels.empty() || other.channels.empty() ||
            std::ranges::any_of(one.channels, [&](auto c) { return other.through(c); });
        if (meet && all[i].name.vi == all[j].name.vi && one.when.vi == other.when.vi)
          say(at + "/name", text::fee_twice, {{"name", all[i].name.vi}});
      }
    }
  }

  void deadline() {
    using catalogue::DeadlineUnit;
    const auto& limit = version_->deadline;
    if (limit.unit == DeadlineUnit::by_rule) return say("/deadline/unit", text::no_clock);
    const int days = limit.unit == DeadlineUnit::same_day ? 1 : limit.value;
    const int hours = casework::longest_hours(flow_.flow);
    if (!flow_.flaws.empty() || hours <= days * hours_a_day) return;
    say("/deadline", text::flow_too_long,
        {{"hours", std::to_string(hours)}, {"max", std::to_string(days * hours_a_day)}});
  }

  const catalogue::Version* version_;
  const catalogue::Terms& terms_;
  const catalogue::Publication& publication_;
  const documents::Wording& shared_;
  std::shared_ptr<const forms::Definition> form_;
  casework::Examined flow_;
  std::set<std::pair<std::string, std::string_view>> told_;
  catalogue::Fitting out_;
};

}  // namespace

catalogue::Fitting fitting(const catalogue::Candidate& candidate,
                           const documents::Wording& shared) {
  return Examination(candidate, shared).run();
}

}  // namespace one_stop
