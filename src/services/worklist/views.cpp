// The worklist: counts, filters, and rows that become cards on a phone.
#include "services/worklist/views.hpp"

#include <fmt/format.h>

#include "platform/ui/panels.hpp"
#include "platform/ui/worklist.hpp"
#include "services/worklist/text.hpp"

namespace worklist::views {
namespace {

using base::fill;
using base::h;
using base::Html;
using base::Lang;
using base::Text;

std::string t(const Text& text, Lang lang) { return std::string(text.in(lang)); }

std::string address(const List& list, std::string_view page, std::string_view due) {
  auto out = std::string(page) + "?han=" + base::url_encoded(due);
  if (!list.query.words.empty()) out += "&q=" + base::url_encoded(list.query.words);
  return out;
}

Html strip(const List& list, Lang lang) {
  const auto count = [&](int number, const Text& words, std::string_view due, ui::Tone tone) {
    return ui::Count{std::to_string(number), t(words, lang), address(list, "/viec", due), tone,
                     list.due == due};
  };
  const auto& c = list.counts;
  return ui::summary_strip(
      {count(c.open, text::open, "", ui::Tone::idle),
       count(c.late, text::late, "late", ui::Tone::bad),
       count(c.soon, text::soon, "soon", ui::Tone::warn),
       count(c.not_running, text::not_running, "not_running", ui::Tone::idle)});
}

Html filters(const List& list, Lang lang) {
  return ui::filters(
      lang, t(text::filter_label, lang), "/viec",
      {{.name = "q", .label = t(text::words, lang), .value = list.query.words, .wide = true},
       {.name = "han",
        .label = t(text::due, lang),
        .value = list.due,
        .choices = {{"", t(text::any_due, lang)},
                    {"late", t(text::late, lang)},
                    {"soon", t(text::soon, lang)},
                    {"not_running", t(text::not_running, lang)}}}});
}

ui::WorkRow row(const List& list, const Row& one, Lang lang) {
  const auto& card = *one.card;
  const auto left = calendar::time_left(list.time, list.query.now, card.due, lang);
  const auto unit = list.units.find(card.unit);
  ui::WorkRow row{.code = card.code, .href = card.link + card.id.str(), .who = one.party};
  if (unit != list.units.end()) row.who_detail = unit->second.in(lang);
  row.what = card.title.in(lang);
  row.step = card.step.in(lang);
  if (!one.acting_for.empty()) {
    row.step = card.step.in(lang) + ", " + fill(text::acting_for, lang, {{"name", one.acting_for}});
  }
  if (card.step_due && *card.step_due < list.query.now) {
    row.state = ui::tag(ui::Tone::warn, t(text::step_late, lang));
  } else {
    row.state = ui::tag(ui::Tone::info, t(text::step_open, lang));
  }
  row.due = left.kind;
  row.due_words = left.words;
  if (card.due) {
    row.due_date = card.due->local().date.vn();
  } else if (card.step_due) {
    row.due_date = t(text::step_due, lang) + " " + card.step_due->local().vn();
  }
  return row;
}

Html table(const List& list, Lang lang) {
  ui::Worklist out;
  const auto all = std::to_string(list.matching);
  out.caption = fill(text::caption, lang, {{"count", all}});
  out.headings = {t(text::matter, lang), t(text::party, lang), t(text::step, lang),
                  t(text::state, lang), t(text::due, lang)};
  for (const auto& one : list.rows) out.rows.push_back(row(list, one, lang));
  const int from = list.query.offset, size = list.query.limit;
  out.range = fill(text::range, lang,
                   {{"from", std::to_string(from + 1)},
                    {"to", std::to_string(from + int(list.rows.size()))},
                    {"all", all}});
  out.pager = ui::pager(lang, from / size + 1, (list.matching + size - 1) / size,
                        address(list, "/viec", list.due) + "&trang=");
  return ui::worklist(lang, out);
}

Html empty(const List& list, Lang lang) {
  if (list.due.empty() && list.query.words.empty()) {
    return ui::empty_state({.title = t(text::none, lang), .detail = t(text::none_detail, lang)});
  }
  return ui::empty_state({.icon = "search",
                          .title = t(text::none_match, lang),
                          .next = {t(text::clear, lang), "/viec"}});
}

}  // namespace

ui::OfficerPage list(const List& list, Lang lang) {
  const auto today = list.query.now.local().date;
  ui::OfficerPage page;
  page.heading = t(text::heading, lang);
  page.sub =
      fill(text::sub, lang,
           {{"weekday", t(text::weekdays[today.weekday() - 1], lang)}, {"date", today.vn()}});
  page.actions = ui::button({.label = t(text::export_table, lang),
                             .kind = ui::ButtonKind::secondary,
                             .href = address(list, "/viec/bang.csv", list.due),
                             .before = "download",
                             .small = true});
  page.main = h("{}{}{}", strip(list, lang), filters(list, lang),
                list.rows.empty() ? empty(list, lang) : table(list, lang));
  return page;
}

}  // namespace worklist::views
