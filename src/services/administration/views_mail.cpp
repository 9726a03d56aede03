// Draws the page of letters.
#include "services/administration/views_mail.hpp"

#include "platform/ui/forms.hpp"
#include "platform/ui/lists.hpp"
#include "platform/ui/panels.hpp"
#include "services/administration/text.hpp"
#include "services/administration/text_mail.hpp"

namespace administration::views {
namespace {

using base::Html;
using base::Lang;

std::string t(const base::Text& text, Lang lang) { return std::string(text.in(lang)); }

struct State {
  const char* code;
  const base::Text& words;
  ui::Tone tone;
};
const State all_states[] = {{"waiting", text::mail_waiting, ui::Tone::info},
                            {"failing", text::mail_failing, ui::Tone::warn},
                            {"sent", text::mail_sent, ui::Tone::ok},
                            {"bounced", text::mail_bounced, ui::Tone::bad},
                            {"refused", text::mail_refused, ui::Tone::bad},
                            {"dropped", text::mail_dropped, ui::Tone::idle},
                            {"trouble", text::mail_trouble, ui::Tone::bad}};

Html tag(Lang lang, const std::string& code) {
  if (code == "sent") return ui::tag(ui::Tone::ok, t(text::mail_taken, lang));
  for (const auto& state : all_states) {
    if (code == state.code) return ui::tag(state.tone, t(state.words, lang));
  }
  return {};
}

Html tabs(Lang lang, const Mail& m) {
  std::vector<ui::Tab> tabs;
  for (const auto& state : all_states) {
    const auto found = m.counts.by_state.find(state.code);
    tabs.push_back(
        {.link = {t(state.words, lang), std::string("/quan-tri/thu?trang-thai=") + state.code},
         .count = found == m.counts.by_state.end() ? 0 : found->second,
         .current = m.state == state.code});
  }
  return ui::tabs(t(text::mail, lang), tabs);
}

// What happened last, and for a message in trouble why and the way to try again.
Html last(Lang lang, const Mail& m, const MailLine& one) {
  const auto& line = one.line;
  std::vector<Html> parts = {tag(lang, line.state)};
  if (!line.trouble.empty()) {
    parts.push_back(ui::paragraph(line.trouble));
    auto hidden = m.marks();
    hidden += ui::hidden("message", line.id.str());
    hidden += ui::hidden("trang-thai", "trouble");
    parts.push_back(ui::form("/quan-tri/thu", hidden,
                             ui::button({.label = t(text::mail_again, lang),
                                         .kind = ui::ButtonKind::secondary,
                                         .small = true})));
  } else if (line.tries > 0) {
    const auto answer = base::fill(text::mail_answer, lang,
                                   {{"code", std::to_string(line.smtp_code)},
                                    {"tries", std::to_string(line.tries)},
                                    {"said", one.said}});
    return ui::row({tag(lang, line.state), ui::muted(answer)});
  }
  return ui::stack(parts);
}

Html table(Lang lang, const Mail& m) {
  ui::Table table;
  table.caption = t(text::mail, lang);
  table.row_headings = true;
  for (const auto* heading :
       {&text::mail_kind, &text::mail_address, &text::mail_when, &text::mail_state}) {
    table.columns.push_back({t(*heading, lang)});
  }
  for (const auto& one : m.lines) {
    const auto when = one.line.tried_at.value_or(one.line.made_at).local().vn();
    table.rows.push_back({one.kind, one.address.empty() ? t(text::mail_none, lang) : one.address,
                          ui::figures(when), last(lang, m, one)});
  }
  return ui::table(table);
}

Html turn(Lang lang, const Mail& m) {
  const auto to = [&](int page) {
    return "/quan-tri/thu?trang-thai=" + m.state + "&trang=" + std::to_string(page);
  };
  std::vector<ui::Link> links;
  if (m.page > 1) links.push_back({t(text::mail_newer, lang), to(m.page - 1)});
  if (m.more) links.push_back({t(text::mail_older, lang), to(m.page + 1)});
  return links.empty() ? Html() : ui::link_list(links);
}

}  // namespace

ui::OfficerPage mail(Lang lang, const Mail& m) {
  ui::OfficerPage page;
  page.crumbs = {{t(text::administration, lang), "/quan-tri"}};
  page.heading = t(text::mail, lang);
  std::vector<Html> parts;
  if (m.refused) parts.push_back(ui::error_summary(lang, {{t(text::mail_still, lang), "#main"}}));
  if (m.mended) parts.push_back(ui::note(ui::Tone::ok, t(text::mail_mended, lang)));
  if (!m.works) parts.push_back(ui::note(ui::Tone::warn, t(text::mail_off, lang)));
  parts.push_back(ui::paragraph(
      base::fill(text::mail_bouncing, lang, {{"count", std::to_string(m.counts.bouncing)}})));
  parts.push_back(tabs(lang, m));
  if (m.lines.empty()) {
    parts.push_back(ui::empty_state({.icon = "mail",
                                     .title = t(text::mail_nothing, lang),
                                     .detail = t(text::mail_nothing_detail, lang)}));
  } else {
    parts.push_back(table(lang, m));
  }
  parts.push_back(turn(lang, m));
  page.main = ui::stack(parts);
  return page;
}

}  // namespace administration::views
