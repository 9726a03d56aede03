// The officer's one decision: what the open task asks for, as a form.
#include "engines/casework/moving.hpp"
#include "engines/documents/documents.hpp"
#include "platform/ui/forms.hpp"
#include "platform/ui/panels.hpp"
#include "services/one_stop/actions.hpp"
#include "services/one_stop/offers.hpp"
#include "services/one_stop/text.hpp"
#include "services/one_stop/text_correction.hpp"
#include "services/one_stop/text_officer.hpp"
#include "services/one_stop/views_correction.hpp"
#include "services/one_stop/views_officer.hpp"

namespace one_stop::views {
namespace {

using base::fill;
using base::h;
using base::Html;
using base::Lang;
using base::Text;

std::string t(const Text& text, Lang lang) { return std::string(text.in(lang)); }

Html small(const std::string& words) { return h(R"(<p class="td-muted td-small">{}</p>)", words); }

Html submit(const Text& words, Lang lang) {
  return ui::button({.label = t(words, lang), .after = "arrow-right", .block = true});
}

std::string error_for(const Work& w, std::string_view field) {
  return w.problem_field == field ? w.problem : std::string();
}

Html words_field(const Work& w, const Text& label, const Text& hint, Lang lang,
                 bool optional = false) {
  return ui::textarea(lang,
                      {.name = "words",
                       .label = t(label, lang),
                       .hint = t(hint, lang),
                       .error = error_for(w, "words"),
                       .optional = optional,
                       .value = w.words},
                      4, 2000);
}

Html receive(const Work& w, Lang lang) {
  const bool owes = w.order && w.order->state == payments::State::due;
  std::vector<ui::Choosable> choices = {{"accept", t(text::accept, lang)}};
  if (owes && !w.exemption.empty()) {
    choices.push_back({"accept_exempt", t(text::accept_exempt, lang),
                       fill(text::accept_exempt_hint, lang, {{"group", w.exemption}})});
  }
  choices.push_back({"refuse", t(text::refuse, lang), t(text::refuse_hint, lang)});
  const auto choice = ui::radios(lang,
                                 {.name = "decision",
                                  .label = t(text::decision, lang),
                                  .error = error_for(w, "decision"),
                                  .value = w.decision},
                                 choices, true);
  return h("{}{}{}{}", choice, words_field(w, text::reason, text::reason_hint, lang, true),
           submit(text::confirm, lang),
           small(t(owes ? text::receive_note_fee : text::receive_note, lang)));
}

Html take_fee(const Work& w, Lang lang) {
  const auto amount = w.order ? w.order->total.str() : std::string();
  auto note = fill(text::take_fee_note, lang, {{"amount", amount}});
  if (w.order && w.order->demo()) note += " " + t(text::demo_amount, lang);
  return h("{}{}", ui::paragraph(note), submit(text::take_fee, lang));
}

Html opinion_so_far(const Work& w, Lang lang) {
  const auto& opinion = w.story.dossier.opinion;
  if (opinion.empty()) return {};
  return h("<p><b>{}</b><br>{}</p>", t(text::last_opinion, lang), opinion);
}

// Who would sign this today, and by what right.
Html signer(const Work& w, Lang lang) {
  if (!w.signer) return ui::note(ui::Tone::warn, t(text::no_signer, lang));
  const auto right = w.signer->decision.empty() ? std::string() : ", " + w.signer->decision;
  return small(fill(text::signers, lang,
                    {{"names", w.signer->name + " (" + w.signer->post.vi + right + ")"}}));
}

Html appraise(const Work& w, Lang lang) {
  return h("{}{}{}{}{}", opinion_so_far(w, lang),
           words_field(w, text::opinion, text::opinion_hint, lang), signer(w, lang),
           submit(text::propose, lang),
           h(R"(<p class="td-muted td-small">{} {}</p>)", t(text::propose_note, lang),
             ui::link({t(text::preview, lang),
                       "/can-bo/ho-so/" + w.story.dossier.code + "/du-thao.pdf"})));
}

Html sign(const Work& w, Lang lang) {
  const auto draft = ui::link(
      {t(text::paper_draft, lang), "/can-bo/ho-so/" + w.story.dossier.code + "/du-thao.pdf"});
  if (w.own_proposal) {
    return h("{}<p>{}</p>{}", opinion_so_far(w, lang), draft,
             ui::note(ui::Tone::warn, t(text::own_proposal, lang)));
  }
  const auto choice = ui::radios(
      lang,
      {.name = "decision",
       .label = t(text::decision, lang),
       .error = error_for(w, "decision"),
       .value = w.decision.empty() ? "approve" : w.decision},
      {{"approve", t(text::approve, lang)}, {"send_back", t(text::send_back, lang)}}, true);
  return h("{}<p>{}</p>{}{}{}{}", opinion_so_far(w, lang), draft, choice,
           words_field(w, text::send_back_reason, text::opinion_hint, lang, true),
           submit(text::confirm, lang), small(fill(text::sign_note, lang, {{"name", w.me}})));
}

// Which of the units that took over decides; this one is chosen unless the officer says otherwise.
Html confirm_unit(const Work& w, Lang lang) {
  std::vector<ui::Choosable> choices;
  for (const auto& unit : w.heirs) choices.push_back({unit.id.str(), unit.name.in(lang)});
  const auto choice = ui::radios(lang,
                                 {.name = "decision",
                                  .label = t(text::which_unit, lang),
                                  .error = error_for(w, "decision"),
                                  .value = w.decision.empty() ? w.card->unit.str() : w.decision},
                                 choices, true);
  return h("{}{}{}", choice, submit(text::confirm, lang), small(t(text::which_unit_note, lang)));
}

Html body(const Work& w, Lang lang) {
  const auto& action = w.card->action;
  if (action == casework::confirm_action) return confirm_unit(w, lang);
  if (action == action::receive) return receive(w, lang);
  if (action == action::collect_fee) return take_fee(w, lang);
  if (action == action::appraise) return appraise(w, lang);
  if (action == action::sign) return sign(w, lang);
  if (action == action::seal) {
    return h("{}{}", ui::paragraph(t(text::seal_note, lang)), submit(text::seal, lang));
  }
  return h("{}{}", ui::paragraph(t(text::hand_over_note, lang)), submit(text::hand_over, lang));
}

Html way_out(const Work& w, Lang lang) {
  return ui::link({t(text::correct_title, lang), correction_address(w.story.dossier)});
}

// A step the program does not know: nothing is offered but the way out.
Html stuck(const Work& w, Lang lang) {
  return h("{}<p>{}</p>",
           ui::note(ui::Tone::warn, fill(text::stuck_action, lang, {{"action", w.card->action}})),
           way_out(w, lang));
}

std::string title(const Work& w, Lang lang) {
  if (w.card->action == casework::confirm_action) return w.card->step.in(lang);
  int n = 0, all = 0;
  for (const auto& activity : w.story.plan) {
    ++all;
    if (activity.node == w.card->node) n = all;
  }
  return fill(
      text::step_of, lang,
      {{"n", std::to_string(n)}, {"all", std::to_string(all)}, {"step", w.card->step.in(lang)}});
}

// What was seen goes back with the form: only that is signed or sealed.
Html marks(const Work& w) {
  return w.seen.empty() ? w.marks : h("{}{}", w.marks, ui::hidden("seen", w.seen));
}

}  // namespace

Html panel(const Work& w, Lang lang) {
  if (w.card) {
    const auto& action = w.card->action;
    if (action != casework::confirm_action && !is_offered(action)) {
      return ui::action_panel("viec", title(w, lang), stuck(w, lang));
    }
    return h(
        R"({}<p class="td-small">{} {}</p>)",
        ui::action_panel("viec", title(w, lang),
                         ui::form("/can-bo/viec/" + w.card->id.str(), marks(w), body(w, lang))),
        t(text::correct_link, lang), way_out(w, lang));
  }
  if (!w.story.open) return ui::note(ui::Tone::idle, t(text::ended, lang));
  std::string who;
  for (const auto& name : w.story.holders) (who += who.empty() ? "" : ", ") += name;
  return ui::note(ui::Tone::info, fill(text::waiting_elsewhere, lang,
                                       {{"step", w.story.open->step.in(lang)},
                                        {"role", who},
                                        {"unit", w.story.unit.in(lang)}}));
}

}  // namespace one_stop::views
