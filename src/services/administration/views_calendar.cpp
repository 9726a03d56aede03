// Draws a year of the calendar: twelve months, each with its exceptions in words.
#include "services/administration/views_calendar.hpp"

#include "platform/ui/forms.hpp"
#include "platform/ui/lists.hpp"
#include "platform/ui/panels.hpp"
#include "platform/ui/parts.hpp"
#include "services/administration/text_calendar.hpp"

namespace administration::views {
namespace {

using base::h;
using base::Html;
using base::Lang;

std::string t(const base::Text& text, Lang lang) { return std::string(text.in(lang)); }

base::Url day_url(base::Date day) { return "/quan-tri/lich/ngay?ngay=" + day.iso(); }

// One box of a month. What is out of the week says so in a word; colour and outline only repeat it.
Html cell(const calendar::Day* day, base::Date date, Lang lang) {
  if (!day) {
    return h(R"(<td class="{}">{}</td>)", date.weekday() > 5 ? "td-year__rest" : "td-year__day",
             date.day());
  }
  const bool sure = day->confidence == calendar::Confidence::sourced;
  auto word = t(day->works ? calendar_text::work : calendar_text::off, lang);
  if (!sure) word += " ?";
  return h(R"(<td class="td-year__{}"><a href="{}">{}<small>{}</small></a></td>)",
           day->works ? "work" : "off", day_url(date), date.day(), word);
}

Html weeks(const CalendarYear& shown, int month, const std::vector<const calendar::Day*>& days) {
  auto date = *base::Date::of(shown.year, month, 1);
  Html rows, row;
  for (int i = 1; i < date.weekday(); ++i) row += h("<td></td>");
  for (auto next = days.begin(); date.month() == month; date = date + 1) {
    const bool here = next != days.end() && (*next)->date == date;
    row += cell(here ? *next++ : nullptr, date, shown.lang);
    if (date.weekday() < 7) continue;
    rows += h("<tr>{}</tr>", row);
    row = {};
  }
  for (int i = date.weekday(); i > 1 && i <= 7; ++i) row += h("<td></td>");
  if (!row.empty()) rows += h("<tr>{}</tr>", row);
  return rows;
}

Html in_words(const calendar::Day& day, Lang lang) {
  const auto weekday = t(calendar_text::weekdays_long[day.date.weekday() - 1], lang);
  Html unsure;
  if (day.confidence != calendar::Confidence::sourced) {
    unsure = ui::tag(ui::Tone::warn, t(calendar_text::unofficial, lang));
  }
  // "Làm bù cho ngày 31/8" says it itself.
  const auto kind = t(day.works ? calendar_text::work_long : calendar_text::off_long, lang);
  const auto name = day.name.starts_with(kind) ? day.name : kind + ", " + day.name;
  return h(R"(<li><b>{}, {}</b>: {} {} <a class="govuk-link no-print" href="{}">{})"
           R"(<span class="govuk-visually-hidden"> {}</span></a></li>)",
           weekday, day.date.vn().substr(0, 5), name, unsure, day_url(day.date),
           t(calendar_text::edit, lang), day.date.vn());
}

Html month(const CalendarYear& shown, int number) {
  const auto lang = shown.lang;
  std::vector<const calendar::Day*> days;
  Html words;
  for (const auto& day : shown.edition.contents.days) {
    if (day.date.year() != shown.year || day.date.month() != number) continue;
    days.push_back(&day);
    words += in_words(day, lang);
  }
  Html heads;
  for (int i = 0; i < 7; ++i) {
    heads += h(R"(<th scope="col"><abbr title="{}">{}</abbr></th>)",
               t(calendar_text::weekdays_long[i], lang), t(calendar_text::weekdays[i], lang));
  }
  if (!words.empty()) words = h(R"(<ul class="td-year__words">{}</ul>)", words);
  return h(R"(<section class="td-year__month"><table><caption>{}</caption>)"
           R"(<thead><tr>{}</tr></thead><tbody>{}</tbody></table>{}</section>)",
           base::fill(calendar_text::month, lang, {{"month", std::to_string(number)}}), heads,
           weeks(shown, number, days), words);
}

// At most two notes: what is moving, and how far this year can be relied on.
Html notes(const CalendarYear& shown) {
  const auto lang = shown.lang;
  int known = 0, unsure = 0;
  for (const auto& day : shown.edition.contents.days) {
    if (day.date.year() != shown.year) continue;
    ++known;
    unsure += day.confidence != calendar::Confidence::sourced;
  }
  Html out;
  const auto number = std::to_string(shown.edition.number);
  const auto year = std::to_string(shown.year);
  if (shown.edition.number && !shown.edition.settled) {
    out +=
        ui::note(ui::Tone::info,
                 base::fill(calendar_text::moving_note, lang,
                            {{"number", number}, {"moved", std::to_string(shown.edition.moved)}}));
  }
  if (!known) {
    out +=
        ui::note(ui::Tone::warn, base::fill(calendar_text::year_unknown, lang, {{"year", year}}));
  } else if (unsure) {
    out +=
        ui::note(ui::Tone::warn, base::fill(calendar_text::year_unsure, lang,
                                            {{"year", year}, {"count", std::to_string(unsure)}}));
  }
  return out;
}

}  // namespace

Html calendar_year(const CalendarYear& shown) {
  const auto lang = shown.lang;
  std::vector<ui::Tab> years;
  for (const int year : shown.years) {
    years.push_back({{std::to_string(year), "/quan-tri/lich?nam=" + std::to_string(year)},
                     0,
                     year == shown.year});
  }
  Html months;
  for (int number = 1; number <= 12; ++number) months += month(shown, number);
  auto out = notes(shown);
  out += h(R"(<div class="no-print">{}</div>)", ui::tabs(t(calendar_text::years, lang), years));
  out += h(R"(<div class="td-year">{}</div>)", months);
  out += h(
      R"(<div class="no-print">{}</div>)",
      ui::section(t(calendar_text::more, lang),
                  ui::link_list({{t(calendar_text::hours_title, lang), "/quan-tri/lich/gio"},
                                 {t(calendar_text::editions_title, lang), "/quan-tri/lich/an-ban"},
                                 {t(calendar_text::feed_link, lang), "/lich-lam-viec.ics"}})));
  return out;
}

Html edition_list(Lang lang, const std::vector<EditionRow>& rows) {
  ui::Table table;
  table.caption = t(calendar_text::editions_title, lang);
  table.row_headings = true;
  table.columns = {
      {t(calendar_text::edition_number, lang)},     {t(calendar_text::restore, lang)},
      {t(calendar_text::edition_time, lang)},       {t(calendar_text::edition_by, lang)},
      {t(calendar_text::edition_days, lang), true}, {t(calendar_text::edition_moved, lang), true}};
  for (const auto& [edition, by] : rows) {
    const auto number = std::to_string(edition.number);
    const bool newest = edition.number == rows.front().edition.number;
    const auto back =
        newest ? ui::tag(ui::Tone::ok, t(calendar_text::in_force, lang))
               : ui::link({base::fill(calendar_text::restore_this, lang, {{"number", number}}),
                           "/quan-tri/lich/khoi-phuc?ban=" + number});
    table.rows.push_back({number, back, ui::figures(edition.published_at.local().vn()), by,
                          std::to_string(edition.contents.days.size()),
                          std::to_string(edition.moved)});
  }
  return ui::table(table);
}

}  // namespace administration::views
