// The story of a dossier, told to residents and to officers.
#include "services/one_stop/history.hpp"

#include <algorithm>
#include <set>

#include "engines/identity/four_eyes.hpp"
#include "engines/identity/identity.hpp"
#include "engines/units/units.hpp"
#include "services/one_stop/room.hpp"
#include "services/one_stop/text.hpp"
#include "services/one_stop/text_correction.hpp"
#include "services/one_stop/text_officer.hpp"

namespace one_stop {
namespace {

using base::fill;
using base::h;
using base::Lang;
using base::Text;

std::string t(const Text& text, Lang lang) { return std::string(text.in(lang)); }

struct Verb {
  std::string_view verb;
  const Text* resident;  // nullptr: not part of the resident's story
  const Text* officer;
};

constexpr Verb verbs[] = {
    {"one_stop.submit", &text::happened_submit, &text::did_submit},
    {"one_stop.accept", &text::happened_accept, &text::did_accept},
    {"one_stop.refuse", &text::happened_refuse, &text::did_refuse},
    {"one_stop.take_fee", &text::happened_pay, &text::did_pay},
    {"one_stop.propose", &text::happened_propose, &text::did_propose},
    {"one_stop.send_back", &text::happened_send_back, &text::did_send_back},
    {"one_stop.approve", &text::happened_approve, &text::did_approve},
    {"one_stop.number", nullptr, &text::did_number},
    {"one_stop.seal", &text::happened_seal, &text::did_seal},
    {"one_stop.return_result", &text::happened_return, &text::did_return},
    {"one_stop.confirm_unit", nullptr, &text::did_confirm_unit},
    {"one_stop.draft_again", &text::happened_draft_again, &text::did_draft_again},
    {"one_stop.move_due", &text::happened_move_due, &text::did_move_due},
    {"one_stop.propose_version", nullptr, &text::did_propose_version},
    {"one_stop.decline_version", nullptr, &text::did_decline_version},
    {"one_stop.withdraw_version", nullptr, &text::did_withdraw_version},
    {"one_stop.correct_version", &text::happened_correct_version, &text::did_correct_version},
};

const Verb* find(std::string_view verb) {
  const auto* found = std::find_if(std::begin(verbs), std::end(verbs),
                                   [&](const Verb& v) { return v.verb == verb; });
  return found == std::end(verbs) ? nullptr : found;
}

std::string joined(const std::vector<std::string>& names) {
  std::string out;
  for (const auto& name : names) (out += out.empty() ? "" : ", ") += name;
  return out;
}

// Activities of the plan that come after the open one.
std::vector<casework::Activity> ahead(const Story& story) {
  std::vector<casework::Activity> out;
  if (!story.open) return out;
  bool after = false;
  for (const auto& activity : story.plan) {
    if (after) out.push_back(activity);
    after |= activity.node == story.open->node;
  }
  return out;
}

}  // namespace

base::UnitId answering(db::Tx& tx, const Dossier& dossier, base::Date today) {
  const auto cards = casework::Casework::cards_of(tx, "dossier", dossier.id.value);
  return units::heir(tx, cards.empty() ? dossier.unit : cards.back().unit, today).unit;
}

Story story_of(db::Tx& tx, casework::Casework& casework, const Dossier& dossier, base::Date today) {
  Story story;
  story.dossier = dossier;
  const journal::Upcasters upcast(shapes());
  for (auto& entry : journal::Journal::of(tx, "dossier", dossier.id.value)) {
    const bool read = upcast(entry);
    const bool officer = entry.actor.kind == journal::ActorKind::officer;
    auto name = officer ? identity::officer_name(tx, entry.actor.person) : std::string();
    const auto unit = units::find(tx, entry.actor.unit, entry.at.local().date);
    base::Words acted = {identity::acted_by(tx, entry.actor, Lang::vi),
                         identity::acted_by(tx, entry.actor, Lang::en)};
    story.happened.push_back({std::move(entry), std::move(name), std::move(acted),
                              unit ? unit->name : base::Words{}, read});
  }
  for (auto& card : casework::Casework::cards_of(tx, "dossier", dossier.id.value)) {
    if (!card.done_at) story.open = std::move(card);
  }
  const auto flow = casework.flow(tx, dossier.version);
  for (const auto& node : flow->order) story.plan.push_back(flow->at(node));
  const auto unit = units::find(tx, answering(tx, dossier, today), today);
  if (unit) story.unit = unit->name;
  if (story.open) {
    for (const auto& one : identity::officers(tx, story.open->unit, story.open->role, today)) {
      story.holders.push_back(one.name);
    }
  }
  return story;
}

std::vector<ui::Moment> timeline(const Story& story, Lang lang) {
  std::vector<ui::Moment> out;
  for (const auto& one : story.happened) {
    const auto* verb = find(one.entry.verb);
    if (!verb || !verb->resident || !one.read) continue;
    auto detail = one.officer.empty() ? std::string() : one.unit.in(lang);
    if (one.entry.verb == "one_stop.refuse") {
      detail = fill(text::refused_because, lang, {{"reason", story.dossier.reason}});
    }
    out.push_back(
        {ui::Progress::done, t(*verb->resident, lang), one.entry.at.local().vn(), detail});
  }
  if (!story.open) return out;
  auto who = story.unit.in(lang);
  if (!story.holders.empty()) {
    who += ". " + fill(text::holder, lang, {{"names", joined(story.holders)}});
  }
  out.push_back({ui::Progress::now, story.open->step.in(lang),
                 fill(text::since, lang, {{"time", story.open->opened_at.local().vn()}}), who});
  const auto rest = ahead(story);
  for (const auto& activity : rest) {
    const bool last = activity.node == rest.back().node && story.dossier.due_at;
    out.push_back(
        {ui::Progress::to_come, activity.title.in(lang), "",
         last ? fill(text::expected, lang, {{"date", story.dossier.due_at->local().date.vn()}})
              : std::string()});
  }
  return out;
}

std::vector<ui::LogEntry> log(const Story& story, const std::string& owner, Lang lang) {
  std::vector<ui::LogEntry> out;
  for (auto one = story.happened.rbegin(); one != story.happened.rend(); ++one) {
    const auto* verb = find(one->entry.verb);
    const bool system = one->entry.actor.kind == journal::ActorKind::system;
    const auto who = system ? t(text::system, lang) : one->officer.empty() ? owner : one->officer;
    auto what =
        verb ? t(*verb->officer, lang) : fill(text::did_other, lang, {{"verb", one->entry.verb}});
    if (!one->read) {
      what = fill(text::did_unread, lang, {{"verb", one->entry.verb}});
    } else if (verb && verb->officer == &text::did_number) {
      what = fill(text::did_number, lang,
                  {{"number", std::string(base::json::text_at(one->entry.facts, "number"))}});
    }
    const auto signed_as = one->officer.empty() ? who : one->acted_by.in(lang);
    out.push_back({one->entry.at.local().vn(), who, h("<b>{}</b> {}", signed_as, what)});
  }
  return out;
}

std::vector<ui::Moment> process(const Story& story, Lang lang) {
  std::vector<ui::Moment> out;
  std::set<std::string_view> done;
  for (const auto& one : story.happened) done.insert(base::json::text_at(one.entry.facts, "task"));
  for (const auto& activity : story.plan) {
    if (story.open && activity.node == story.open->node) {
      const auto due = story.open->step_due;
      out.push_back(
          {ui::Progress::now, activity.title.in(lang), "",
           due ? fill(text::step_due, lang, {{"time", due->local().vn()}}) : std::string()});
    } else if (done.contains(activity.node)) {
      out.push_back({ui::Progress::done, activity.title.in(lang)});
    } else if (story.open) {
      out.push_back({ui::Progress::to_come, activity.title.in(lang)});
    }
  }
  return out;
}

}  // namespace one_stop
