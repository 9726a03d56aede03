// Draws the requests that need two people.
#include "services/administration/views_two_person.hpp"

#include "platform/ui/forms.hpp"
#include "platform/ui/lists.hpp"
#include "platform/ui/panels.hpp"
#include "services/administration/text.hpp"
#include "services/administration/text_accounts.hpp"

namespace administration::views {
namespace {

using base::Html;
using base::Lang;
using State = identity::TwoPersonRequest::State;

std::string t(const base::Text& text, Lang lang) { return std::string(text.in(lang)); }

Html buttons(Lang lang, const Requests& all, const ShownRequest& one) {
  auto hidden = all.marks();
  hidden += ui::hidden("request", one.request.id.str());
  const auto button = [&](const base::Text& words, const char* value, ui::ButtonKind kind) {
    return ui::button({.label = t(words, lang), .kind = kind, .name = "viec", .value = value});
  };
  if (one.own) {
    auto out = ui::paragraph(t(text::wait_for_other, lang));
    out += ui::form("/quan-tri/hai-nguoi", hidden,
                    button(text::withdraw, "withdraw", ui::ButtonKind::secondary));
    return out;
  }
  if (one.concerned) return ui::paragraph(t(text::concerns_you, lang));
  return ui::form("/quan-tri/hai-nguoi", hidden,
                  ui::button_group({button(text::confirm, "confirm", ui::ButtonKind::warning),
                                    button(text::decline, "decline", ui::ButtonKind::secondary)}));
}

// What this administrator has to hand over.
Html half(Lang lang, const ShownRequest& one) {
  if (one.half.empty()) return {};
  std::vector<ui::SummaryRow> rows;
  for (const auto& [term, value] : one.facts) rows.push_back({term, value});
  rows.push_back({t(one.asked_here ? text::half_first : text::half_second, lang),
                  base::h("<code>{}</code>", one.half)});
  auto body = ui::summary_list(lang, rows);
  body += ui::paragraph(t(text::half_detail, lang));
  return ui::card({.body = body, .title = one.title});
}

Html waiting(Lang lang, const Requests& all, const ShownRequest& one) {
  std::vector<ui::SummaryRow> rows;
  for (const auto& [term, value] : one.facts) rows.push_back({term, value});
  if (!one.request.reason.empty()) rows.push_back({t(text::reason, lang), one.request.reason});
  rows.push_back({t(text::asked_by, lang), one.asked_by});
  rows.push_back({t(text::asked_at, lang), ui::figures(one.request.asked.local().vn())});
  rows.push_back({t(text::ends_at, lang), ui::figures(one.request.ends.local().vn())});
  auto body = ui::summary_list(lang, rows);
  body += buttons(lang, all, one);
  return ui::card({.body = body, .title = one.title, .level = 3});
}

const base::Text& outcome(State state) {
  return state == State::done        ? text::done
         : state == State::declined  ? text::declined
         : state == State::withdrawn ? text::withdrawn
                                     : text::lapsed;
}

Html decided(Lang lang, const Requests& all) {
  ui::Table table;
  table.caption = t(text::decided, lang);
  table.row_headings = true;
  for (const auto* heading : {&text::what, &text::asked_by, &text::asked_at, &text::outcome}) {
    table.columns.push_back({t(*heading, lang)});
  }
  for (const auto& one : all.list) {
    if (one.request.state == State::waiting) continue;
    auto what = one.title;
    for (const auto& [term, value] : one.facts) what += ", " + value;
    auto end = t(outcome(one.request.state), lang);
    if (!one.decided_by.empty()) end += ", " + one.decided_by;
    table.rows.push_back({what, one.asked_by, ui::figures(one.request.asked.local().vn()), end});
  }
  if (table.rows.empty()) return {};
  return ui::section(t(text::decided, lang), ui::table(table));
}

}  // namespace

ui::OfficerPage requests(Lang lang, const Requests& all) {
  ui::OfficerPage page;
  page.crumbs = {{t(text::administration, lang), "/quan-tri"}};
  page.heading = t(text::two_person, lang);
  std::vector<Html> parts;
  if (!all.error.empty()) parts.push_back(ui::error_summary(lang, {{all.error, "#main"}}));
  if (!all.notice.empty()) parts.push_back(ui::note(ui::Tone::ok, all.notice));
  parts.push_back(ui::paragraph(t(text::two_person_detail, lang)));
  for (const auto& one : all.list) {
    if (auto shown = half(lang, one); !shown.empty()) parts.push_back(std::move(shown));
  }
  std::vector<Html> cards;
  for (const auto& one : all.list) {
    if (one.request.state == State::waiting) cards.push_back(waiting(lang, all, one));
  }
  if (cards.empty()) {
    parts.push_back(ui::empty_state({.icon = "users-round",
                                     .title = t(text::nothing_waits, lang),
                                     .detail = t(text::nothing_waits_detail, lang)}));
  } else {
    parts.push_back(ui::section(t(text::waiting, lang), ui::stack(cards)));
  }
  if (auto table = decided(lang, all); !table.empty()) parts.push_back(std::move(table));
  page.main = ui::stack(parts);
  return page;
}

}  // namespace administration::views
