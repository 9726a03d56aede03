// The page of one procedure: what to bring, how long, how much, by which law.
#include "platform/ui/panels.hpp"
#include "services/portal/text.hpp"
#include "services/portal/views.hpp"

namespace portal::views {
namespace {

using base::fill;
using base::h;
using base::Html;
using base::Lang;
using base::Text;
using catalogue::Version;

std::string t(const Text& text, Lang lang) { return std::string(text.in(lang)); }

// Under a value that nobody has confirmed for this city.
Html with_confidence(const std::string& value, catalogue::Confidence confidence, Lang lang) {
  if (confidence == catalogue::Confidence::sourced) return h("{}", value);
  return h(R"({}<br><span class="td-muted td-small">{}</span>)", value,
           catalogue::awaits_confirmation().in(lang));
}

Html facts(const ui::Frame& frame, const Version& v) {
  const auto lang = frame.lang;
  std::vector<ui::Fact> facts = {
      {"clock", t(text::deadline, lang),
       with_confidence(v.deadline.text.in(lang), v.deadline.confidence, lang)},
      {"banknote", t(text::fee, lang), fee_text(v, lang)},
      {"landmark", t(text::agency, lang), v.agency.in(lang)},
      {"map-pin", t(text::submit_at, lang),
       t(v.has_form ? text::submit_online : text::submit_centre, lang)},
      {"file-check", t(text::result, lang), v.result.in(lang)}};
  if (!frame.city.hotline.empty()) {
    facts.push_back({"phone", t(text::more_help, lang),
                     ui::link({frame.city.hotline, "tel:" + frame.city.hotline})});
  }
  return ui::facts(t(text::main_facts, lang), facts);
}

ui::Paper paper(const catalogue::Paper& p, bool online, Lang lang) {
  ui::Paper out;
  out.title = p.name.in(lang);
  auto detail = t(catalogue::words(p.kind), lang);
  if (p.kind == catalogue::PaperKind::form && online)
    detail = t(text::paper_form, lang);
  else if (!p.replaced_by.empty())
    detail = t(text::paper_known, lang);
  else if (!p.required)
    detail += ". " + t(text::paper_if, lang);
  out.detail = detail;
  if (!p.replaced_by.empty() && p.required)
    out.beside = ui::tag(ui::Tone::ok, t(text::paper_not_needed, lang), true);
  return out;
}

Html steps(const Version& v, Lang lang) {
  std::vector<ui::Stage> stages = {{t(text::step_fill, lang), t(text::step_fill_detail, lang)}};
  if (v.fee_due().amount > 0) {
    stages.push_back({fill(text::step_pay, lang, {{"amount", v.fee_due().str()}}),
                      t(text::step_pay_detail, lang)});
  }
  stages.push_back({t(text::step_wait, lang),
                    fill(text::step_wait_detail, lang, {{"time", v.deadline.text.in(lang)}})});
  stages.push_back({t(text::step_result, lang), t(text::step_result_detail, lang)});
  return ui::section(t(text::steps, lang), ui::stages(stages));
}

std::vector<ui::Content> fee_row(const catalogue::Fee& fee, Lang lang) {
  const auto amount = fee.kind == catalogue::FeeKind::none ? t(text::fee_free, lang)
                      : fee.amount                         ? fee.amount->str()
                                                           : t(text::fee_unknown, lang);
  Html name = h("{}", fee.name.in(lang));
  if (fee.is_demo) {
    name =
        h(R"({}<br><span class="td-muted td-small">{}</span>)", name, t(text::demo_amount, lang));
  }
  return {name, fee.per.in(lang), amount};
}

Html fees(const Version& v, Lang lang) {
  if (v.fees.empty()) return {};
  ui::Table table{.caption = t(text::fee, lang),
                  .columns = {{t(text::fee_item, lang)},
                              {t(text::fee_per, lang)},
                              {t(text::fee_amount, lang), true}},
                  .rows = {}};
  for (const auto& fee : v.fees) table.rows.push_back(fee_row(fee, lang));
  return ui::section(t(text::fee, lang), ui::table(table));
}

Html law(const Version& v, Lang lang) {
  Html rows;
  for (const auto& basis : v.legal_basis) rows += h("<li>{}</li>", basis.in(lang));
  Html validity;
  if (!v.result_validity.vi.empty()) {
    validity = ui::paragraph(fill(text::validity, lang, {{"text", v.result_validity.in(lang)}}));
  }
  return ui::section(
      t(text::legal_and_other, lang),
      h("{}{}",
        ui::details(t(text::legal_basis, lang), h(R"(<ul class="govuk-list">{}</ul>)", rows)),
        validity));
}

Html way_in(const Version& v, bool officer, Lang lang) {
  if (!v.has_form) return ui::note(ui::Tone::info, t(text::apply_at_counter, lang));
  if (officer) return ui::note(ui::Tone::info, t(text::apply_as_resident, lang));
  return ui::button_group({ui::button({.label = t(text::apply, lang),
                                       .href = "/thu-tuc/" + v.code + "/nop-ho-so",
                                       .after = "arrow-right"})});
}

Html head(const Version& v, bool officer, Lang lang) {
  const auto tag = v.has_form ? ui::tag(ui::Tone::ok, t(text::online_whole, lang))
                              : ui::tag(ui::Tone::idle, t(text::counter_only, lang));
  const auto code =
      v.national_code ? ui::muted(fill(text::code, lang, {{"code", v.code}})) : Html();
  return h("{}{}{}", ui::row({tag, code}), ui::heading(1, "govuk-heading-l", v.name.in(lang)),
           way_in(v, officer, lang));
}

}  // namespace

std::string fee_text(const Version& v, Lang lang) {
  bool unknown = false;
  for (const auto& fee : v.fees) unknown |= fee.kind != catalogue::FeeKind::none && !fee.amount;
  if (v.fee_due().amount > 0) return v.fee_due().str();
  return t(unknown ? text::fee_unknown : text::fee_free, lang);
}

Html procedure(const ui::Frame& frame, const Version& v, bool officer) {
  const auto lang = frame.lang;
  std::vector<ui::Paper> papers;
  for (const auto& one : v.papers) papers.push_back(paper(one, v.has_form, lang));
  const auto body = h("{}{}{}{}", ui::section(t(text::papers, lang), ui::papers(papers)),
                      v.has_form ? steps(v, lang) : Html(), fees(v, lang), law(v, lang));
  return ui::citizen_page(
      frame,
      {.crumbs = {{t(text::home, lang), "/"},
                  {t(text::services, lang), "/thu-tuc"},
                  {v.field.name.in(lang), "/thu-tuc?linh-vuc=" + base::url_encoded(v.field.code)}},
       .main = ui::facts_layout(head(v, officer, lang), facts(frame, v), body)});
}

}  // namespace portal::views
