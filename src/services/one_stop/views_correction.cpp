#include "services/one_stop/views_correction.hpp"

#include "platform/ui/forms.hpp"
#include "platform/ui/panels.hpp"
#include "services/one_stop/text_correction.hpp"
#include "services/one_stop/text_officer.hpp"

namespace one_stop::views {
namespace {

using base::fill;
using base::h;
using base::Html;
using base::Lang;
using base::Text;

std::string t(const Text& text, Lang lang) { return std::string(text.in(lang)); }

Html list(const std::vector<std::string>& lines) {
  Html rows;
  for (const auto& line : lines) rows += h("<li>{}</li>", line);
  return h(R"(<ul class="govuk-list govuk-list--bullet">{}</ul>)", rows);
}

std::string version(const catalogue::Version& v, Lang lang) {
  return fill(text::correct_version, lang,
              {{"number", std::to_string(v.number)}, {"day", v.valid_from.vn()}});
}

Html facts(const CorrectionPage& p, Lang lang) {
  const auto& at = p.prospect->open;
  const auto& due = p.dossier->due_at;
  std::vector<ui::Pair> pairs = {{t(text::correct_from, lang), version(p.prospect->from, lang)}};
  if (p.prospect->to) pairs.push_back({t(text::correct_to, lang), version(*p.prospect->to, lang)});
  if (at) pairs.push_back({t(text::correct_at, lang), at->step.in(lang)});
  pairs.push_back(
      {t(text::correct_due, lang), due ? due->local().vn() : t(text::correct_no_due, lang)});
  return ui::card({.body = ui::data_list(pairs)});
}

Html flaws(const Prospect& prospect, Lang lang) {
  if (prospect.flaws.empty()) return ui::paragraph(t(text::correct_no_flaws, lang));
  std::vector<std::string> lines;
  for (const auto& flaw : prospect.flaws) lines.push_back(flaw.in(lang));
  return ui::card({.body = list(lines), .title = t(text::correct_flaws, lang)});
}

Html press(const char* what, const Text& label, Lang lang) {
  return ui::button({.label = t(label, lang), .name = "decision", .value = what});
}

std::string step_name(const Prospect& prospect, const std::string& node, Lang lang) {
  for (const auto& step : prospect.course.choices) {
    if (step.node == node) return step.title.in(lang);
  }
  return node;
}

Html waiting(const CorrectionPage& p, Lang lang) {
  const auto& request = *p.prospect->request;
  const auto who = fill(text::correct_waiting, lang,
                        {{"name", p.prospect->asked_by}, {"time", request.asked.local().vn()}});
  const auto until = fill(text::correct_until, lang, {{"time", request.ends.local().vn()}});
  const auto step = fill(text::correct_step, lang,
                         {{"step", step_name(*p.prospect, p.prospect->proposed->node, lang)}});
  const auto buttons = p.mine ? press("drop", text::correct_withdraw, lang)
                              : ui::button_group({press("confirm", text::correct_confirm, lang),
                                                  press("drop", text::correct_decline, lang)});
  return ui::card({.body = h("<p><b>{}</b><br>{}</p><p>{} {}</p>{}", who, request.reason, step,
                             until, ui::form(correction_address(*p.dossier), p.marks, buttons)),
                   .id = "viec"});
}

Html proposing(const CorrectionPage& p, Lang lang) {
  const auto& course = p.prospect->course;
  Html where;
  if (!course.node.empty()) {
    where = ui::paragraph(
        fill(text::correct_same, lang, {{"step", step_name(*p.prospect, course.node, lang)}}));
  } else {
    std::vector<ui::Choosable> choices;
    for (const auto& step : course.choices) choices.push_back({step.node, step.title.in(lang)});
    where = ui::radios(lang,
                       {.name = "node",
                        .label = t(text::correct_node, lang),
                        .error = p.problem_field == "node" ? p.problem : "",
                        .value = p.node},
                       choices, true);
  }
  const auto reason = ui::textarea(lang,
                                   {.name = "reason",
                                    .label = t(text::correct_reason, lang),
                                    .hint = t(text::correct_reason_hint, lang),
                                    .error = p.problem_field == "reason" ? p.problem : "",
                                    .value = p.reason},
                                   4, 1000);
  return ui::card(
      {.body = ui::form(correction_address(*p.dossier), p.marks,
                        h("{}{}{}", where, reason, press("propose", text::correct_propose, lang))),
       .id = "viec"});
}

Html body(const CorrectionPage& p, Lang lang) {
  if (!p.prospect->to) return ui::note(ui::Tone::info, t(text::correct_none, lang));
  if (!p.prospect->misfits.empty()) {
    return ui::card({.body = list(p.prospect->misfits), .title = t(text::correct_misfits, lang)});
  }
  return p.prospect->proposed ? waiting(p, lang) : proposing(p, lang);
}

}  // namespace

std::string correction_address(const Dossier& dossier) {
  return "/can-bo/ho-so/" + dossier.code + "/phien-ban";
}

ui::OfficerPage correction(const CorrectionPage& p, Lang lang) {
  ui::OfficerPage page;
  const auto back = "/can-bo/ho-so/" + p.dossier->code;
  page.crumbs = {{t(text::worklist, lang), "/viec"}, {p.dossier->code, back}};
  page.heading = t(text::correct_title, lang);
  Html wrong;
  if (!p.problem.empty()) wrong = ui::error_summary(lang, {{p.problem, "#" + p.problem_field}});
  page.main = h("{}{}{}", wrong, ui::paragraph(t(text::correct_lead, lang)),
                ui::stack({facts(p, lang), flaws(*p.prospect, lang), body(p, lang)}));
  return page;
}

}  // namespace one_stop::views
