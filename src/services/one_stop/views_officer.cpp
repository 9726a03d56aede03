// The officer's page of a dossier: who and what, the form, papers, history.
#include "services/one_stop/views_officer.hpp"

#include "engines/documents/documents.hpp"
#include "platform/ui/forms.hpp"
#include "platform/ui/panels.hpp"
#include "services/one_stop/text.hpp"
#include "services/one_stop/text_officer.hpp"
#include "services/one_stop/views_citizen.hpp"

namespace one_stop::views {
namespace {

using base::fill;
using base::h;
using base::Html;
using base::Lang;
using base::Text;

std::string t(const Text& text, Lang lang) { return std::string(text.in(lang)); }

// 092185004417 -> 092 185 004 417
std::string spaced(const std::string& number) {
  std::string out;
  for (std::size_t i = 0; i < number.size(); ++i) {
    if (i && i % 3 == 0 && number.size() == 12) out += ' ';
    out += number[i];
  }
  return out;
}

std::string fee(const Work& w, Lang lang) {
  if (!w.order || w.order->state == payments::State::cancelled) return t(text::fee_none, lang);
  if (w.order->state == payments::State::exempt)
    return fill(text::fee_exempt, lang, {{"basis", w.order->exempt_by}});
  const auto& words = w.order->state == payments::State::paid ? text::fee_paid : text::fee_due;
  return fill(words, lang, {{"amount", w.order->total.str()}});
}

Html bar(const Work& w, Lang lang) {
  const auto& d = w.story.dossier;
  return ui::id_bar(
      {.code = d.code,
       .marks = h("{} {}", state_tag(d.state, lang), time_left(d, w.time, w.now, lang)),
       .beside = t(text::source_online, lang),
       .facts = {{t(text::applicant, lang), w.owner},
                 {t(text::personal_number, lang), ui::figures(spaced(w.number))},
                 {t(text::phone, lang), ui::figures(w.phone)},
                 {t(text::fee, lang), fee(w, lang)}}});
}

Html answers(const Work& w, Lang lang) {
  Html parts;
  for (const auto& part : w.answers) {
    std::vector<ui::Pair> pairs;
    for (const auto& one : part.rows) pairs.push_back({one.label, one.value});
    parts += h("{}{}", ui::heading(3, "govuk-heading-s", part.title), ui::data_list(pairs));
  }
  return ui::card({.body = parts, .title = t(text::answers, lang), .id = "to-khai"});
}

Html papers(const Work& w, Lang lang) {
  const auto& d = w.story.dossier;
  std::vector<ui::FileRow> rows;
  const auto add = [&](const Text& title, const char* name) {
    rows.push_back({"PDF",
                    {t(title, lang), "/can-bo/ho-so/" + d.code + "/" + name},
                    t(text::made_by_system, lang)});
  };
  if (w.result) {
    using documents::State;
    if (w.result->state == State::issued)
      add(text::paper_result, "ket-qua.pdf");
    else if (w.result->state == State::drafted)
      add(text::paper_draft, "du-thao.pdf");
    else
      add(text::paper_signed, "du-thao.pdf");
  }
  if (d.state == one_stop::State::refused)
    add(text::paper_refusal, "phieu-tu-choi.pdf");
  else
    add(text::paper_slip, "giay-tiep-nhan.pdf");
  if (w.order && w.order->state == payments::State::paid) {
    add(text::paper_payment, "xac-nhan-thu-tien.pdf");
  }
  return ui::card({.body = ui::files(rows), .title = t(text::papers, lang), .id = "giay-to"});
}

Html history(const Work& w, Lang lang) {
  return ui::card({.body = ui::log(log(w.story, w.owner, lang)),
                   .title = t(text::history, lang),
                   .id = "lich-su"});
}

}  // namespace

ui::OfficerPage work(const Work& w, Lang lang) {
  ui::OfficerPage page;
  page.crumbs = {{t(text::worklist, lang), "/viec"}};
  page.heading = w.title.in(lang);
  page.actions =
      ui::link({t(text::get_proof, lang), "/can-bo/ho-so/" + w.story.dossier.code + "/chung-cu"});
  const auto tabs = ui::tabs(t(text::parts, lang), {{{t(text::answers, lang), "#to-khai"}, 0, true},
                                                    {{t(text::papers, lang), "#giay-to"}},
                                                    {{t(text::history, lang), "#lich-su"}}});
  const auto main = ui::stack({answers(w, lang), papers(w, lang), history(w, lang)});
  const auto side = h("{}{}", panel(w, lang),
                      ui::card({.body = ui::timeline(process(w.story, lang), true),
                                .title = t(text::process, lang),
                                .tint = true}));
  Html wrong;
  if (!w.problem.empty()) wrong = ui::error_summary(lang, {{w.problem, "#" + w.problem_field}});
  page.main = h("{}{}{}{}", wrong, bar(w, lang), tabs, ui::split(main, side));
  return page;
}

ui::OfficerPage behind(const Behind& b, Lang lang) {
  ui::OfficerPage page;
  page.crumbs = {{t(text::worklist, lang), "/viec"}};
  page.heading = fill(b.heading, lang, {{"month", b.month}});
  page.sub = fill(text::behind_sub, lang, {{"count", std::to_string(b.all)}});
  if (b.rows.empty()) {
    page.main = ui::empty_state({.icon = "search", .title = t(text::behind_none, lang)});
    return page;
  }
  ui::Table table{.caption = fill(b.heading, lang, {{"month", b.month}}),
                  .columns = {{t(text::code, lang)},
                              {t(text::procedure, lang)},
                              {t(text::state, lang)},
                              {t(text::due, lang)}},
                  .rows = {}};
  for (const auto& row : b.rows) {
    const auto& d = row.dossier;
    table.rows.push_back({ui::link({d.code, "/can-bo/ho-so/" + d.code}), row.title.in(lang),
                          state_tag(d.state, lang),
                          d.due_at ? d.due_at->local().vn() : std::string()});
  }
  page.main = ui::table(table);
  return page;
}

ui::OfficerPage not_found(const std::string& code, Lang lang) {
  ui::OfficerPage page;
  page.crumbs = {{t(text::worklist, lang), "/viec"}};
  page.heading = t(text::search, lang);
  page.main = ui::empty_state({.icon = "search",
                               .title = fill(text::search_none, lang, {{"code", code}}),
                               .next = {t(text::to_worklist, lang), "/viec"}});
  return page;
}

}  // namespace one_stop::views
