// Draws the forms by which the calendar is corrected, and a correction before it happens.
#include <fmt/format.h>

#include "platform/ui/forms.hpp"
#include "platform/ui/lists.hpp"
#include "platform/ui/panels.hpp"
#include "platform/ui/parts.hpp"
#include "services/administration/text_calendar.hpp"
#include "services/administration/views_calendar.hpp"

namespace administration::views {
namespace {

using base::Html;
using base::Lang;

std::string t(const base::Text& text, Lang lang) { return std::string(text.in(lang)); }

// Where what is wrong with a field is mended: dates have three inputs, the first takes the focus.
std::string place(const std::string& name) {
  return "#" + (name == "day" || name == "from" ? name + "-day" : name);
}

Html summary(const CalendarForm& form) {
  if (form.wrong.empty()) return {};
  std::vector<ui::Link> links;
  for (const auto& [name, words] : form.wrong) links.push_back({words, place(name)});
  return ui::error_summary(form.lang, links);
}

ui::Field field(const CalendarForm& form, const std::string& name, const base::Text& label) {
  return {.name = name,
          .label = t(label, form.lang),
          .error = form.error(name),
          .value = form.at(name)};
}

ui::DateTyped date_typed(const CalendarForm& form, const std::string& name) {
  return {form.at(name + "-day"), form.at(name + "-month"), form.at(name + "-year")};
}

Html confidence(const CalendarForm& form) {
  return ui::radios(form.lang, field(form, "confidence", calendar_text::confidence),
                    {{"sourced", t(calendar_text::sure_sourced, form.lang)},
                     {"known", t(calendar_text::sure_known, form.lang)},
                     {"uncertain", t(calendar_text::sure_uncertain, form.lang)}},
                    true);
}

Html preview_button(Lang lang) {
  return ui::button_group({ui::button({.label = t(calendar_text::see_preview, lang)}),
                           ui::link({t(calendar_text::cancel, lang), "/quan-tri/lich"})});
}

std::string clock(int minutes) { return fmt::format("{:02}:{:02}", minutes / 60, minutes % 60); }

std::string shown(const std::vector<calendar::Span>& spans) {
  std::string out;
  for (const auto& span : spans) {
    out +=
        fmt::format("{}{}-{}", out.empty() ? "" : ", ", clock(span.from_min), clock(span.to_min));
  }
  return out;
}

std::string saturday(const calendar::Hours& hours, Lang lang) {
  if (hours.saturday.empty()) return "-";
  return base::fill(
      hours.saturday_counts ? calendar_text::saturday_work : calendar_text::saturday_intake, lang,
      {{"hours", shown(hours.saturday)}});
}

std::string name_of(const UnitNames& units, base::UnitId unit, Lang lang) {
  if (!unit) return t(calendar_text::everybody, lang);
  for (const auto& one : units) {
    if (one.id == unit) return one.name;
  }
  return unit.str();
}

Html hours_table(const HoursPage& page) {
  const auto lang = page.form.lang;
  ui::Table table;
  table.caption = t(calendar_text::hours_title, lang);
  table.row_headings = true;
  table.columns = {{t(calendar_text::unit, lang)},       {t(calendar_text::hours_from, lang)},
                   {t(calendar_text::hours_days, lang)}, {t(calendar_text::hours_saturday, lang)},
                   {t(calendar_text::cutoff, lang)},     {t(calendar_text::confidence, lang)},
                   {t(calendar_text::drop, lang)}};
  for (const auto& entry : page.hours) {
    const auto name = name_of(page.units, entry.unit, lang), from = entry.hours.from.vn();
    const bool sure = entry.confidence == calendar::Confidence::sourced;
    table.rows.push_back(
        {name, ui::figures(from), ui::figures(shown(entry.hours.spans)),
         saturday(entry.hours, lang), ui::figures(clock(entry.hours.same_day_cutoff_min)),
         sure ? Html() : ui::tag(ui::Tone::warn, t(calendar_text::unofficial, lang)),
         base::h(R"(<a class="govuk-link" href="{}">{}<span class="govuk-visually-hidden">)"
                 R"( {}, {}</span></a>)",
                 base::Url("/quan-tri/lich/bo-gio?don-vi=" + entry.unit.str() +
                           "&tu=" + entry.hours.from.iso()),
                 t(calendar_text::drop, lang), name, from)});
  }
  return ui::table(table);
}

std::string told(const calendar::Day& day, Lang lang) {
  return fmt::format("{} {}, {}",
                     t(day.works ? calendar_text::work_long : calendar_text::off_long, lang),
                     day.date.vn(), day.name);
}

Html changes(const CorrectionPage& page) {
  const auto lang = page.lang;
  ui::Table table;
  table.caption = t(calendar_text::in_calendar, lang);
  table.columns = {{t(calendar_text::change, lang)}};
  const auto row = [&](const base::Text& text, base::Holes holes) {
    table.rows.push_back({base::fill(text, lang, holes)});
  };
  for (const auto& day : page.difference.added)
    row(calendar_text::added, {{"what", told(day, lang)}});
  for (const auto& day : page.difference.removed)
    row(calendar_text::removed, {{"what", told(day, lang)}});
  for (const auto& [was, now] : page.difference.changed) {
    row(calendar_text::changed, {{"was", told(was, lang)}, {"what", told(now, lang)}});
  }
  const auto hours = [&](const base::Text& text, const calendar::UnitHours& entry) {
    auto what = base::fill(calendar_text::hours_of, lang,
                           {{"unit", name_of(page.units, entry.unit, lang)},
                            {"from", entry.hours.from.vn()},
                            {"hours", shown(entry.hours.spans)}});
    if (!entry.hours.saturday.empty()) {
      what += "; " + t(calendar_text::hours_saturday, lang) + " " + saturday(entry.hours, lang);
    }
    row(text, {{"what", what}});
  };
  for (const auto& entry : page.difference.hours_removed) hours(calendar_text::removed, entry);
  for (const auto& entry : page.difference.hours_added) hours(calendar_text::added, entry);
  return ui::section(t(calendar_text::in_calendar, lang), ui::table(table));
}

Html moved(const CorrectionPage& page) {
  const auto lang = page.lang;
  const auto& preview = page.preview;
  auto out = ui::paragraph(base::fill(calendar_text::deadlines_sum, lang,
                                      {{"running", std::to_string(preview.running)},
                                       {"later", std::to_string(preview.later)},
                                       {"earlier", std::to_string(preview.earlier)}}));
  if (preview.first.empty()) return ui::section(t(calendar_text::in_deadlines, lang), out);
  ui::Table table;
  table.caption = t(calendar_text::in_deadlines, lang);
  table.row_headings = true;
  table.columns = {{t(calendar_text::code, lang)},
                   {t(calendar_text::due_was, lang)},
                   {t(calendar_text::due_becomes, lang)}};
  for (const auto& one : preview.first) {
    table.rows.push_back({ui::figures(one.code), ui::figures(one.was.local().vn()),
                          ui::figures(one.due.local().vn())});
  }
  out += ui::table(table);
  if (preview.first.size() < std::size_t(preview.earlier + preview.later)) {
    out += ui::paragraph(base::fill(calendar_text::first_shown, lang,
                                    {{"count", std::to_string(preview.first.size())}}));
  }
  return ui::section(t(calendar_text::in_deadlines, lang), out);
}

}  // namespace

std::string CalendarForm::at(const std::string& name) const {
  const auto found = typed.find(name);
  return found == typed.end() ? std::string() : found->second;
}

std::string CalendarForm::error(const std::string& name) const {
  const auto found = wrong.find(name);
  return found == wrong.end() ? std::string() : found->second;
}

Html day_form(const CalendarForm& form) {
  const auto lang = form.lang;
  auto date = field(form, "day", calendar_text::day);
  date.hint = t(calendar_text::day_hint, lang);
  auto name = field(form, "name", calendar_text::day_name);
  name.hint = t(calendar_text::day_name_hint, lang);
  auto fields = ui::date_input(lang, date, date_typed(form, "day"));
  fields += ui::radios(lang, field(form, "kind", calendar_text::day_kind),
                       {{"off", t(calendar_text::kind_off, lang)},
                        {"work", t(calendar_text::kind_work, lang)},
                        {"week", t(calendar_text::kind_week, lang)}},
                       true);
  fields += ui::text_input(lang, name, {.length_max = 100});
  fields += confidence(form);
  fields += preview_button(lang);
  auto out = summary(form);
  out += ui::form_column(ui::form("/quan-tri/lich/ngay", form.marks, fields));
  return out;
}

Html import_form(const CalendarForm& form) {
  const auto lang = form.lang;
  auto days = field(form, "days", calendar_text::import_days_label);
  days.hint = t(calendar_text::import_days_hint, lang);
  auto fields = ui::textarea(lang, days, 14);
  fields += ui::file_upload(
      lang, {.name = "file", .label = t(calendar_text::import_upload, lang), .optional = true},
      {.accept = ".csv,text/csv"});
  fields += preview_button(lang);
  auto out = summary(form);
  out += ui::paragraph(t(calendar_text::import_lead, lang));
  out += ui::form("/quan-tri/lich/nhap", form.marks, fields, true);
  return out;
}

Html hours_page(const HoursPage& page) {
  const auto& form = page.form;
  const auto lang = form.lang;
  std::vector<ui::Choosable> units = {{"0", t(calendar_text::everybody, lang)}};
  for (const auto& unit : page.units) units.push_back({unit.id.str(), unit.name});
  auto from = field(form, "from", calendar_text::hours_from);
  auto spans = field(form, "spans", calendar_text::spans),
       saturdays = field(form, "saturday", calendar_text::hours_saturday);
  spans.hint = t(calendar_text::spans_hint, lang);
  saturdays.hint = t(calendar_text::saturday_hint, lang);
  saturdays.optional = true;
  auto fields = ui::select(lang, field(form, "unit", calendar_text::unit), units);
  fields += ui::date_input(lang, from, date_typed(form, "from"));
  fields +=
      ui::text_input(lang, spans, {.autocomplete = "off", .figures = true, .length_max = 100});
  fields +=
      ui::text_input(lang, saturdays, {.autocomplete = "off", .figures = true, .length_max = 100});
  fields += ui::checkbox(lang, field(form, "counts", calendar_text::saturday_counts));
  fields +=
      ui::text_input(lang, field(form, "cutoff", calendar_text::cutoff),
                     {.autocomplete = "off", .narrow = true, .figures = true, .length_max = 5});
  fields += confidence(form);
  fields += preview_button(lang);
  auto out = summary(form);
  out += ui::paragraph(t(calendar_text::hours_lead, lang));
  out += hours_table(page);
  out += ui::section(t(calendar_text::add_hours, lang),
                     ui::form_column(ui::form("/quan-tri/lich/gio", form.marks, fields)));
  return out;
}

Html correction(const CorrectionPage& page) {
  const auto lang = page.lang;
  Html out;
  if (!page.refusal.empty()) {
    out += ui::error_summary(lang, {{page.refusal, "/quan-tri/lich"}});
  } else if (page.difference.none()) {
    out += ui::note(ui::Tone::info, t(calendar_text::nothing_new, lang));
  } else {
    out += ui::paragraph(t(calendar_text::preview_lead, lang));
  }
  out += changes(page);
  out += moved(page);
  const auto back = ui::link({t(calendar_text::cancel, lang), "/quan-tri/lich"});
  if (page.difference.none() || !page.refusal.empty()) return out += back;
  auto hidden = page.marks;
  hidden += ui::hidden("based_on", std::to_string(page.based_on));
  hidden += ui::hidden("restores", std::to_string(page.restores));
  hidden += ui::hidden("days", calendar::written(page.contents.days));
  hidden += ui::hidden("hours", calendar::written(page.contents.hours,
                                                  [](base::UnitId unit) { return unit.str(); }));
  out += ui::form("/quan-tri/lich/cong-bo", hidden,
                  ui::button_group({ui::button({.label = t(calendar_text::publish, lang)}), back}));
  return out;
}

}  // namespace administration::views
