// Draws the inbox and one message.
#include "services/inbox/views.hpp"

#include "platform/ui/forms.hpp"
#include "platform/ui/lists.hpp"
#include "platform/ui/panels.hpp"
#include "services/inbox/text.hpp"

namespace inbox::views {
namespace {

using base::Html;

std::string t(const base::Text& text, base::Lang lang) { return std::string(text.in(lang)); }

Html head(const List& shown) {
  const auto lang = shown.lang;
  std::vector<Html> parts;
  if (shown.all_read) parts.push_back(ui::note(ui::Tone::ok, t(text::all_read, lang)));
  std::vector<Html> row = {ui::link({t(text::how, lang), "/tai-khoan/tin-nhan"})};
  if (shown.unread > 0) {
    row.push_back(ui::form(
        "/tin-nhan/da-doc", shown.marks,
        ui::button(
            {.label = t(text::read_all, lang), .kind = ui::ButtonKind::secondary, .small = true})));
  }
  parts.push_back(ui::row(row, true));
  return ui::stack(parts);
}

std::vector<ui::Content> line(base::Lang lang, const messages::Shown& one) {
  std::vector<Html> first = {ui::link({one.title, "/tin-nhan/" + one.id.str()})};
  if (!one.read_at) first.push_back(ui::tag(ui::Tone::info, t(text::unread, lang)));
  if (one.legal) first.push_back(ui::tag(ui::Tone::idle, t(text::legal, lang), true));
  return {ui::row(first), ui::figures(one.made_at.local().vn())};
}

}  // namespace

Html list(const List& shown) {
  const auto lang = shown.lang;
  std::vector<Html> parts = {head(shown)};
  if (shown.messages.empty()) {
    const auto& detail = shown.officer ? text::nothing_for_officer : text::nothing_detail;
    parts.push_back(
        ui::empty_state({.icon = "mail",
                         .title = t(text::nothing, lang),
                         .detail = t(detail, lang),
                         .next = shown.officer ? ui::Link{t(text::to_work, lang), "/viec"}
                                               : ui::Link{t(text::to_dossiers, lang), "/ho-so"}}));
  } else {
    ui::Table table;
    table.caption = t(text::messages, lang);
    table.columns = {{t(text::message, lang)}, {t(text::time, lang)}};
    for (const auto& one : shown.messages) table.rows.push_back(line(lang, one));
    parts.push_back(ui::table(table));
    parts.push_back(ui::pager(lang, shown.page, shown.pages, "/tin-nhan?trang="));
  }
  return ui::stack(parts);
}

Html message(base::Lang lang, const messages::Shown& shown) {
  std::vector<Html> parts = {ui::muted(ui::figures(shown.made_at.local().vn()))};
  for (const auto& one : shown.paragraphs) parts.push_back(ui::paragraph(one));
  if (!shown.link.empty()) {
    const bool dossier = shown.link.find("/ho-so/") != std::string::npos;
    const auto& label = dossier ? text::open : text::open_other;
    parts.push_back(ui::button({.label = t(label, lang), .href = shown.link}));
  }
  if (shown.legal && shown.read_at) {
    parts.push_back(ui::paragraph(
        ui::muted(base::fill(text::legal_read, lang, {{"time", shown.read_at->local().vn()}}))));
  }
  return ui::stack(parts);
}

}  // namespace inbox::views
