// The page of one procedure: what to bring, how long, how much, by which law.
#include <algorithm>

#include "platform/ui/panels.hpp"
#include "services/portal/text.hpp"
#include "services/portal/text_fees.hpp"
#include "services/portal/views.hpp"

namespace portal::views {
namespace {

using base::fill;
using base::h;
using base::Html;
using base::Lang;
using base::Text;
using catalogue::Terms;
using catalogue::Version;

std::string t(const Text& text, Lang lang) { return std::string(text.in(lang)); }

// Under a value that nobody has confirmed for this city.
Html unconfirmed(Lang lang) {
  return h(R"(<br><span class="td-muted td-small">{}</span>)",
           catalogue::awaits_confirmation().in(lang));
}

Html with_confidence(const std::string& value, catalogue::Confidence confidence, Lang lang) {
  if (confidence == catalogue::Confidence::sourced) return h("{}", value);
  return h("{}{}", value, unconfirmed(lang));
}

// Under what is owed, as sure as the least sure of it.
Html money(const Version& v, const Terms& terms, Lang lang) {
  Html lines;
  for (const auto& line : fee_lines(v, terms, lang)) {
    lines = lines.empty() ? h("{}", line) : h("{}<br>{}", lines, line);
  }
  const bool sure = std::ranges::all_of(
      v.fees, [](const auto& fee) { return fee.confidence == catalogue::Confidence::sourced; });
  return sure ? lines : h("{}{}", lines, unconfirmed(lang));
}

Html facts(const ui::Frame& frame, const Version& v, const Terms& terms) {
  const auto lang = frame.lang;
  std::vector<ui::Fact> facts = {
      {"clock", t(text::deadline, lang),
       with_confidence(v.deadline.text.in(lang), v.deadline.confidence, lang)},
      {"banknote", t(text::fee, lang), money(v, terms, lang)},
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

// What a paper is and whether it has to be brought. No database is asked from here yet, so one that
// a database may replace is brought unless the officer can look it up.
// [law: NĐ 118/2025] what the State holds already is not asked for
std::string detail(const catalogue::Paper& p, const catalogue::PaperTerms& terms, bool online,
                   Lang lang) {
  if (p.kind == catalogue::PaperKind::form && online) return t(text::paper_form, lang);
  const auto kind = t(catalogue::words(p.kind), lang);
  auto out = terms.when.vi.empty()
                 ? kind + "."
                 : fill(text::paper_when, lang, {{"kind", kind}, {"when", terms.when.in(lang)}});
  if (p.replaced_by.empty()) return out;
  const auto database =
      terms.database.vi.empty() ? t(text::paper_database, lang) : terms.database.in(lang);
  out += " " + fill(text::paper_unless, lang, {{"database", database}});
  if (online && p.kind == catalogue::PaperKind::present) {
    out += " " + t(text::paper_signed_in, lang);
  }
  return out;
}

Html steps(const Version& v, base::Dong due, Lang lang) {
  std::vector<ui::Stage> stages = {{t(text::step_fill, lang), t(text::step_fill_detail, lang)}};
  if (due.amount > 0) {
    stages.push_back(
        {fill(text::step_pay, lang, {{"amount", due.str()}}), t(text::step_pay_detail, lang)});
  }
  stages.push_back({t(text::step_wait, lang),
                    fill(text::step_wait_detail, lang, {{"time", v.deadline.text.in(lang)}})});
  stages.push_back({t(text::step_result, lang), t(text::step_result_detail, lang)});
  return ui::section(t(text::steps, lang), ui::stages(stages));
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

Html head(const Version& v, bool whole, bool officer, Lang lang) {
  const auto tag =
      v.has_form
          ? ui::tag(ui::Tone::ok, t(whole ? text::online_whole : text::online_but_money, lang))
          : ui::tag(ui::Tone::idle, t(text::counter_only, lang));
  const auto code =
      v.national_code ? ui::muted(fill(text::code, lang, {{"code", v.code}})) : Html();
  return h("{}{}{}", ui::row({tag, code}), ui::heading(1, "govuk-heading-l", v.name.in(lang)),
           way_in(v, officer, lang));
}

}  // namespace

Html procedure(const ui::Frame& frame, const Version& v, const Terms& terms, bool officer) {
  const auto lang = frame.lang;
  const auto due = catalogue::fee_due(v, terms, catalogue::Channel::online);
  std::vector<ui::Paper> papers;
  for (std::size_t i = 0; i < v.papers.size(); ++i) {
    papers.push_back({.title = v.papers[i].name.in(lang),
                      .detail = detail(v.papers[i], terms.papers[i], v.has_form, lang)});
  }
  const auto body =
      h("{}{}{}{}", ui::section(t(text::papers, lang), ui::papers(papers)),
        v.has_form ? steps(v, due, lang) : Html(), fees(v, terms, lang), law(v, lang));
  return ui::citizen_page(
      frame,
      {.crumbs = {{t(text::home, lang), "/"},
                  {t(text::services, lang), "/thu-tuc"},
                  {v.field.name.in(lang), "/thu-tuc?linh-vuc=" + base::url_encoded(v.field.code)}},
       .main = ui::facts_layout(head(v, due.amount == 0, officer, lang), facts(frame, v, terms),
                                body)});
}

}  // namespace portal::views
