#include "services/privacy/views_seen.hpp"

#include <fmt/format.h>

#include "platform/ui/panels.hpp"
#include "platform/ui/worklist.hpp"
#include "services/privacy/text.hpp"

namespace privacy::views {
namespace {

using base::Html;

constexpr const char* page = "/tai-khoan/du-lieu/ai-da-xem";
constexpr const char* csv_page = "/tai-khoan/du-lieu/ai-da-xem/bang.csv";

std::string t(const base::Text& text, base::Lang lang) { return std::string(text.in(lang)); }

std::string address(const Seen& seen, const char* path, const char* rest = "") {
  return fmt::format("{}?tu={}&den={}{}", path, base::url_encoded(seen.from),
                     base::url_encoded(seen.to), rest);
}

Html table(const Seen& seen) {
  ui::Table table;
  table.caption = t(text::who_saw, seen.lang);
  for (const auto* title : {&text::time, &text::agency, &text::purpose, &text::matter}) {
    table.columns.push_back({t(*title, seen.lang)});
  }
  for (const auto& line : seen.lines) {
    ui::Content matter = line.matter.empty() ? ui::Content(t(text::no_matter, seen.lang))
                         : line.href.empty() ? ui::Content(ui::figures(line.matter))
                                             : ui::Content(ui::link({line.matter, line.href}));
    table.rows.push_back(
        {ui::figures(line.at.local().vn()), line.agency, line.purpose, std::move(matter)});
  }
  return ui::table(table);
}

Html pages(const Seen& seen) {
  const auto range = base::fill(text::range, seen.lang,
                                {{"from", std::to_string(seen.offset + 1)},
                                 {"to", std::to_string(seen.offset + int(seen.lines.size()))},
                                 {"all", std::to_string(seen.all)}});
  return base::h("{}{}", ui::paragraph(ui::muted(range)),
                 ui::pager(seen.lang, seen.offset / seen.size + 1,
                           (seen.all + seen.size - 1) / seen.size, address(seen, page, "&trang=")));
}

Html nothing(const Seen& seen) {
  if (seen.from.empty() && seen.to.empty() && seen.all == 0) {
    return ui::empty_state({.icon = "eye",
                            .title = t(text::nobody_saw, seen.lang),
                            .detail = t(text::nobody_saw_detail, seen.lang)});
  }
  return ui::empty_state({.icon = "search",
                          .title = t(text::nobody_then, seen.lang),
                          .next = {t(text::clear, seen.lang), page}});
}

}  // namespace

Html seen(const Seen& seen) {
  std::vector<Html> parts = {
      ui::paragraph(t(text::who_saw_detail, seen.lang)),
      ui::filters(seen.lang, t(text::filter, seen.lang), page,
                  {{.name = "tu", .label = t(text::from_day, seen.lang), .value = seen.from},
                   {.name = "den", .label = t(text::to_day, seen.lang), .value = seen.to}})};
  if (seen.bad_day) parts.push_back(ui::note(ui::Tone::warn, t(text::bad_day, seen.lang)));
  if (seen.reversed) parts.push_back(ui::note(ui::Tone::warn, t(text::reversed, seen.lang)));
  if (seen.lines.empty()) {
    if (seen.reversed) return ui::stack(parts);
    parts.push_back(nothing(seen));
    return ui::stack(parts);
  }
  parts.push_back(table(seen));
  parts.push_back(pages(seen));
  parts.push_back(ui::button({.label = t(text::take_csv, seen.lang),
                              .kind = ui::ButtonKind::secondary,
                              .href = address(seen, csv_page),
                              .before = "download"}));
  return ui::stack(parts);
}

}  // namespace privacy::views
