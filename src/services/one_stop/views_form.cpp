// The pages around a form: before it, each step, the check.
#include "services/one_stop/views_form.hpp"

#include "platform/ui/forms.hpp"
#include "platform/ui/panels.hpp"
#include "services/one_stop/text.hpp"
#include "services/one_stop/text_moving.hpp"

namespace one_stop::views {
namespace {

using base::fill;
using base::h;
using base::Html;
using base::Lang;
using base::Text;

constexpr std::size_t few_max = 10;  // units shown as radios; more are a list

std::string t(const Text& text, Lang lang) { return std::string(text.in(lang)); }

std::vector<ui::Link> crumbs(const catalogue::Version& version, Lang lang) {
  return {{t(text::home, lang), "/"},
          {t(text::services, lang), "/thu-tuc"},
          {version.name.in(lang), "/thu-tuc/" + version.code}};
}

std::string address(const forms::Draft& draft, const std::string& page) {
  return "/to-khai/" + draft.id.str() + "/" + page;
}

// The steps this person is asked, then the check; `now` is a step, or the number of steps at the
// check.
Html stepper(const forms::Definition& form, int now, const forms::Answers& answers,
             const forms::Setting& setting) {
  const auto lang = setting.lang;
  std::vector<ui::Label> names;
  int place = 0;
  for (int i = 0; i < forms::steps(form); ++i) {
    if (!forms::asked(form, i, answers, setting)) continue;
    names.emplace_back(forms::step_title(form, i).in(lang));
    if (i <= now) place = int(names.size());
  }
  names.emplace_back(t(text::check_step, lang));
  return ui::steps(lang, names, now == forms::steps(form) ? int(names.size()) : place);
}

// The last step this person is asked, from 1 as in addresses.
int last_step(const Check& c) {
  for (int i = forms::steps(*c.form); i > 1; --i) {
    if (forms::asked(*c.form, i - 1, c.draft->answers, *c.setting)) return i;
  }
  return 1;
}

Html help(const ui::Frame& frame) {
  if (frame.city.hotline.empty()) return {};
  return ui::card(
      {.body = ui::paragraph(fill(text::help_detail, frame.lang, {{"number", frame.city.hotline}})),
       .title = t(text::help, frame.lang),
       .tint = true});
}

std::vector<ui::Link> links_to(const std::vector<forms::Problem>& problems, bool elsewhere,
                               const forms::Draft& draft) {
  std::vector<ui::Link> links;
  for (const auto& p : problems) {
    const auto page = elsewhere ? address(draft, std::to_string(p.step + 1)) : std::string();
    links.push_back({p.message, page + "#" + p.field});
  }
  return links;
}

Html summary_of(const std::vector<forms::Problem>& problems, bool elsewhere,
                const forms::Draft& draft, Lang lang) {
  const auto links = links_to(problems, elsewhere, draft);
  return links.empty() ? Html() : ui::error_summary(lang, links);
}

Html draft_row(const forms::Draft& draft, const Html& marks, Lang lang) {
  const auto kept =
      fill(text::draft_kept, lang,
           {{"time", draft.updated_at.local().vn()}, {"date", draft.expires_at.local().date.vn()}});
  const auto on = ui::button(
      {.label = t(text::go_on, lang), .href = address(draft, std::to_string(draft.reached + 1))});
  const auto drop =
      ui::form(address(draft, "xoa"), marks,
               ui::button({.label = t(text::drop_draft, lang), .kind = ui::ButtonKind::secondary}));
  return h("<div>{}{}</div>", ui::paragraph(kept), ui::row({on, drop}));
}

// To the step before this one that the person was asked; nothing on the first.
Html back_link(const Step& s, Lang lang) {
  for (int i = s.step; i > 0; --i) {
    if (!forms::asked(*s.form, i - 1, s.draft->answers, *s.setting)) continue;
    return ui::link({t(text::step_back, lang), address(*s.draft, std::to_string(i))});
  }
  return {};
}

Html saved(const Step& s, Lang lang) {
  if (s.draft->updated_at.us == 0) return {};
  return ui::saved_line(fill(text::saved_at, lang,
                             {{"time", s.draft->updated_at.local().clock()},
                              {"date", s.draft->expires_at.local().date.vn()}}));
}

Html money(const Check& c, Lang lang) {
  if (c.fees.empty()) {
    return ui::card(
        {.body = ui::paragraph(t(text::free, lang)), .title = t(text::sum, lang), .tint = true});
  }
  std::vector<ui::Sum> lines;
  base::Dong total;
  bool demo = false;
  for (const auto& fee : c.fees) {
    lines.push_back({fee.name.in(lang), fee.amount.str()});
    total = total + fee.amount;
    demo |= fee.demo;
  }
  auto detail = t(text::sum_detail, lang);
  if (demo) detail += " " + t(text::demo_amount, lang);
  if (asks_exemption(c.draft->answers.get(exemption_key)))
    detail += " " + t(text::exemption_asked, lang);
  return ui::card({.body = h(R"({}<p class="td-muted td-small">{}</p>)",
                             ui::sums(lines, {t(text::total, lang), total.str()}), detail),
                   .title = t(text::sum, lang),
                   .tint = true});
}

Html answers(const Check& c, int step, Lang lang) {
  std::vector<ui::SummaryRow> rows;
  if (!forms::asked(*c.form, step, c.draft->answers, *c.setting)) return {};
  for (const auto& row : forms::summary(*c.form, step, c.draft->answers, *c.setting)) {
    rows.push_back({row.label, row.value, address(*c.draft, std::to_string(step + 1))});
  }
  if (rows.empty()) return {};
  return h("{}{}", ui::heading(2, "govuk-heading-m", forms::step_title(*c.form, step).in(lang)),
           ui::summary_list(lang, rows));
}

}  // namespace

Html start(const ui::Frame& frame, const Start& s) {
  const auto lang = frame.lang;
  std::vector<ui::Choosable> choices;
  for (const auto& unit : s.units) choices.push_back({unit.code, unit.label.in(lang)});
  const auto pick = ui::select(lang,
                               {.name = "unit",
                                .label = t(text::unit, lang),
                                .hint = t(text::unit_hint, lang),
                                .error = s.problem,
                                .value = s.unit},
                               choices, t(text::unit_pick, lang));
  const auto form = ui::form(
      "/thu-tuc/" + s.version.code + "/nop-ho-so",
      h("{}{}", s.marks, ui::hidden("ngay", s.today.iso())),
      h("{}{}", pick, ui::button({.label = t(text::begin, lang), .after = "arrow-right"})));
  Html drafts;
  for (const auto& draft : s.drafts) drafts += draft_row(draft, s.marks, lang);
  if (!drafts.empty()) drafts = ui::section(t(text::drafts, lang), drafts);
  auto wrong = s.problem.empty() ? Html() : ui::error_summary(lang, {{s.problem, "#unit"}});
  if (!s.ended.empty()) wrong += ui::note(ui::Tone::info, s.ended);
  const auto main =
      h("{}{}{}{}{}", wrong, ui::heading(1, "govuk-heading-l", t(text::start, lang)),
        ui::lead(fill(text::start_lead, lang, {{"count", std::to_string(s.steps)}})), form, drafts);
  return ui::citizen_page(
      frame, {.crumbs = crumbs(s.version, lang), .main = ui::form_column(main, help(frame))});
}

Html step(const ui::Frame& frame, const Step& s) {
  const auto lang = frame.lang;
  const auto buttons = ui::button_group({ui::button({.label = t(text::save_and_go_on, lang)}),
                                         ui::button({.label = t(text::save_for_later, lang),
                                                     .kind = ui::ButtonKind::secondary,
                                                     .name = "later",
                                                     .value = "1"}),
                                         back_link(s, lang)});
  const auto form = ui::form(
      address(*s.draft, std::to_string(s.step + 1)), s.marks,
      h("{}{}", forms::show(*s.form, s.step, s.draft->answers, *s.problems, *s.setting), buttons));
  auto kept = s.kept_typing ? ui::note(ui::Tone::info, t(text::kept_typing, lang)) : Html();
  if (!s.moved.empty()) kept += ui::note(ui::Tone::info, s.moved);
  const auto title = forms::step_title(*s.form, s.step).in(lang);
  const auto main = h("{}{}{}{}{}{}", stepper(*s.form, s.step, s.draft->answers, *s.setting),
                      summary_of(*s.problems, false, *s.draft, lang), kept,
                      ui::heading(1, "govuk-heading-l", title), form, saved(s, lang));
  return ui::citizen_page(
      frame, {.crumbs = crumbs(*s.version, lang), .main = ui::form_column(main, help(frame))});
}

Html choose(const ui::Frame& frame, const Choose& c) {
  const auto lang = frame.lang;
  std::vector<ui::Choosable> choices;
  for (const auto& unit : *c.heirs) choices.push_back({unit.id.str(), unit.name.in(lang)});
  const bool few = choices.size() <= few_max;
  const ui::Field field{.name = "unit", .label = t(text::unit, lang), .error = c.problem};
  const auto pick = few ? ui::radios(lang, field, choices, true)
                        : ui::select(lang, field, choices, t(text::unit_pick, lang));
  const auto note =
      fill(few ? text::choose_heir_note : text::choose_any_note, lang, {{"old", c.old}});
  const auto form = ui::form(address(*c.draft, "noi-nhan"), c.marks,
                             h("{}{}", pick, ui::button({.label = t(text::choose_go_on, lang)})));
  const auto wrong = c.problem.empty() ? Html() : ui::error_summary(lang, {{c.problem, "#unit"}});
  const auto main =
      h("{}{}{}{}", wrong, ui::heading(1, "govuk-heading-l", t(text::choose_heir, lang)),
        ui::lead(note), form);
  return ui::citizen_page(
      frame, {.crumbs = crumbs(*c.version, lang), .main = ui::form_column(main, help(frame))});
}

Html late(const ui::Frame& frame, const Late& l) {
  const auto lang = frame.lang;
  std::vector<ui::SummaryRow> rows;
  for (const auto& one : l.typed) rows.push_back({one.label, one.value});
  const auto typed = rows.empty()
                         ? Html()
                         : h("{}{}", ui::heading(2, "govuk-heading-m", t(text::late_typed, lang)),
                             ui::summary_list(lang, rows));
  const auto main = h("{}{}{}{}", ui::heading(1, "govuk-heading-l", t(text::late, lang)),
                      ui::lead(fill(text::late_detail, lang, {{"code", l.code}})),
                      ui::button({.label = fill(text::late_open, lang, {{"code", l.code}}),
                                  .href = "/ho-so/" + l.code}),
                      typed);
  return ui::citizen_page(
      frame, {.crumbs = {{t(text::home, lang), "/"}, {t(text::my_dossiers, lang), "/ho-so"}},
              .main = ui::form_column(main, help(frame))});
}

Html check(const ui::Frame& frame, const Check& c) {
  const auto lang = frame.lang;
  const int last = forms::steps(*c.form);
  Html parts;
  for (int i = 0; i < last; ++i) parts += answers(c, i, lang);
  parts += ui::heading(2, "govuk-heading-m", t(text::sent_to, lang));
  parts += ui::summary_list(lang, {{t(text::unit, lang), c.unit->name.in(lang)}});
  const auto form = ui::form(
      address(*c.draft, "kiem-tra"), h("{}{}", c.marks, ui::hidden("unit", c.unit->id.str())),
      ui::button_group(
          {ui::button({.label = t(text::submit, lang)}),
           ui::link({t(text::step_back, lang), address(*c.draft, std::to_string(last_step(c)))})}));
  Html wrong;
  if (!c.refusal.empty())
    wrong += ui::error_summary(lang, {{c.refusal, "#main"}});
  else if (c.pressed)
    wrong += summary_of(*c.problems, true, *c.draft, lang);
  else if (!c.problems->empty())
    wrong += ui::note(ui::Tone::info, h("<p>{}</p>{}", t(text::unfinished, lang),
                                        ui::link_list(links_to(*c.problems, true, *c.draft))));
  if (!c.moved.empty() && c.refusal.empty()) wrong += ui::note(ui::Tone::info, c.moved);
  const auto main =
      h("{}{}{}{}", wrong, ui::heading(1, "govuk-heading-l", t(text::check, lang)), parts, form);
  return ui::citizen_page(frame,
                          {.crumbs = crumbs(*c.version, lang),
                           .main = h("{}{}", stepper(*c.form, last, c.draft->answers, *c.setting),
                                     ui::two_columns(main, money(c, lang)))});
}

}  // namespace one_stop::views
