// One list, one decision.
#include "services/privacy/views_officer.hpp"

#include <fmt/format.h>

#include "platform/ui/forms.hpp"
#include "platform/ui/lists.hpp"
#include "platform/ui/panels.hpp"
#include "services/privacy/text_office.hpp"
#include "services/privacy/text_requests.hpp"

namespace privacy::views {
namespace {

using base::Html;
using base::Lang;

constexpr const char* list_address = "/quan-tri/du-lieu-ca-nhan";

std::string t(const base::Text& text, Lang lang) { return std::string(text.in(lang)); }

std::string address(const Request& request) {
  return fmt::format("{}/{}", list_address, request.id.str());
}

const base::Text& granting(const Request& request) {
  if (request.kind == Kind::erasure) return text::grant_erasure;
  return request.field == Field::other ? text::grant_other : text::grant_correction;
}

Html decision(const One& one, Lang lang) {
  const bool erases = one.request.kind == Kind::erasure;
  auto fields = ui::textarea(lang,
                             {.name = "answer",
                              .label = t(text::answer_label, lang),
                              .error = one.error,
                              .value = one.typed},
                             4, 1'000);
  if (erases && one.hindrance.empty()) {
    fields = ui::stack({ui::note(ui::Tone::warn, t(text::erasure_note, lang)), fields});
  }
  std::vector<Html> buttons;
  if (one.hindrance.empty()) {
    buttons.push_back(ui::button({.label = t(granting(one.request), lang),
                                  .kind = erases ? ui::ButtonKind::warning : ui::ButtonKind::main,
                                  .name = "decision",
                                  .value = "grant"}));
  }
  buttons.push_back(ui::button({.label = t(text::decline, lang),
                                .kind = ui::ButtonKind::secondary,
                                .name = "decision",
                                .value = "refuse"}));
  fields += ui::button_group(buttons);
  return ui::action_panel("viec", t(text::decide, lang),
                          ui::form(address(one.request), one.marks, fields));
}

// With the way to where the rest of their facts is corrected.
Html person(const One& one, Lang lang) {
  if (one.person.empty()) return base::h("{}", t(text::erased, lang));
  return ui::link({one.person, fmt::format("/quan-tri/nguoi/{}", one.request.person.str())});
}

Html facts(const One& one, Lang lang) {
  const auto& r = one.request;
  std::vector<ui::Pair> pairs = {{t(text::person, lang), person(one, lang)},
                                 {t(text::state, lang), tag_of(r.state, lang)},
                                 {t(text::what, lang), said(r.field, lang)},
                                 {t(text::asked, lang), ui::figures(r.asked_at.local().vn())}};
  if (!one.was.empty()) pairs.push_back({t(text::now_is, lang), one.was});
  if (!one.wanted.empty()) pairs.push_back({t(text::should_be, lang), one.wanted});
  if (!one.words.empty()) pairs.push_back({t(text::words, lang), one.words, true});
  if (!r.paper.empty()) {
    pairs.push_back(
        {t(text::paper, lang), ui::link({t(text::see_paper, lang), address(r) + "/giay-to"})});
  }
  if (r.state == State::waiting) {
    const auto& label = r.reply_by ? text::reply_due : text::due;
    pairs.push_back({t(label, lang), due_of(r, one.time, one.now, lang)});
    if (r.reply_by && r.due_at) {
      pairs.push_back({t(text::carried_out_by, lang), ui::figures(r.due_at->local().vn())});
    }
  } else if (!one.answer.empty()) {
    pairs.push_back({t(text::answer, lang), one.answer, true});
  }
  return ui::data_list(pairs);
}

}  // namespace

ui::OfficerPage requests(const Requests& list, Lang lang) {
  ui::OfficerPage page;
  page.crumbs = {{t(text::administration, lang), "/quan-tri"}};
  page.heading = t(text::requests, lang);
  page.sub = base::fill(text::requests_sub, lang, {{"count", std::to_string(list.all.size())}});
  if (list.all.empty()) {
    page.main = ui::empty_state({.icon = "shield-check", .title = t(text::none_waiting, lang)});
    return page;
  }
  ui::Table table;
  table.caption = t(text::requests, lang);
  table.row_headings = true;
  for (const auto* title :
       {&text::request_code, &text::kind, &text::what, &text::asked, &text::state, &text::due}) {
    table.columns.push_back({t(*title, lang)});
  }
  for (const auto& request : list.all) {
    table.rows.push_back({ui::link({request.code, address(request)}), said(request.kind, lang),
                          said(request.field, lang), ui::figures(request.asked_at.local().vn()),
                          tag_of(request.state, lang), due_of(request, list.time, list.now, lang)});
  }
  page.main = ui::table(table);
  return page;
}

ui::OfficerPage request(const One& one, Lang lang) {
  const auto& r = one.request;
  ui::OfficerPage page;
  page.crumbs = {{t(text::administration, lang), "/quan-tri"},
                 {t(text::requests, lang), list_address}};
  page.heading = said(r.kind, lang) + " " + r.code;
  std::vector<Html> parts;
  if (!one.error.empty()) parts.push_back(ui::error_summary(lang, {{one.error, "#answer"}}));
  parts.push_back(facts(one, lang));
  if (!one.hindrance.empty()) parts.push_back(ui::note(ui::Tone::warn, one.hindrance));
  if (r.state != State::waiting) {
    if (!one.typed.empty()) {  // somebody else answered meanwhile
      parts.push_back(
          ui::note(ui::Tone::warn, base::fill(text::not_sent, lang, {{"words", one.typed}})));
    }
    page.main = ui::stack(parts);
    return page;
  }
  page.main = ui::split(ui::stack(parts), decision(one, lang));
  return page;
}

}  // namespace privacy::views
