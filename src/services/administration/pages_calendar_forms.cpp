// The forms by which the calendar is corrected: a day, a file of days, the hours of a unit.
#include <algorithm>

#include "services/administration/pages_calendar.hpp"
#include "services/administration/text_calendar.hpp"
#include "services/administration/views_calendar.hpp"

namespace administration {
namespace {

using calendar::Confidence;

std::string t(const base::Text& text, base::Lang lang) { return std::string(text.in(lang)); }

constexpr std::size_t flaws_shown = 8;

views::CalendarForm typed(identity::Visit& visit) {
  views::CalendarForm form{visit.lang(), visit.marks()};
  for (const auto& [name, value] : visit.fields().list()) form.typed[name] = value;
  return form;
}

void put(views::CalendarForm& form, const std::string& name, base::Date date) {
  form.typed[name + "-day"] = std::to_string(date.day());
  form.typed[name + "-month"] = std::to_string(date.month());
  form.typed[name + "-year"] = std::to_string(date.year());
}

std::optional<base::Date> date_in(const views::CalendarForm& form, const std::string& name) {
  return base::Date::parse_vn(form.at(name + "-day") + "/" + form.at(name + "-month") + "/" +
                              form.at(name + "-year"));
}

Confidence confidence_in(const views::CalendarForm& form) {
  const auto given = form.at("confidence");
  if (given == "sourced") return Confidence::sourced;
  return given == "known" ? Confidence::known : Confidence::uncertain;
}

// Notes what is wrong with a day beside its field; the day when nothing is.
std::optional<calendar::Day> day_in(views::CalendarForm& form) {
  const auto complain = [&](const char* name, const base::Text& text) {
    form.wrong[name] = t(text, form.lang);
  };
  const auto date = date_in(form, "day");
  const auto kind = form.at("kind"), name = form.at("name");
  if (!date) {
    complain("day", calendar_text::day_missing);
  } else if (date->year() < 2000 || date->year() > 2099) {
    complain("day", calendar_text::year_bounds);
  }
  if (kind != "off" && kind != "work" && kind != "week")
    complain("kind", calendar_text::kind_missing);
  if (kind != "week" && (name.empty() || name.size() > 400))
    complain("name", calendar_text::name_missing);
  if (date && kind == "work" && date->weekday() <= 5) complain("kind", calendar_text::works_anyway);
  if (!form.wrong.empty()) return std::nullopt;
  return calendar::Day{*date, kind == "work", confidence_in(form), name};
}

// The calendar with the days of some years replaced by those given.
std::vector<calendar::Day> with_years(std::vector<calendar::Day> all,
                                      const std::vector<calendar::Day>& given) {
  const auto replaced = [&](const calendar::Day& day) {
    return std::any_of(given.begin(), given.end(), [&](const calendar::Day& other) {
      return other.date.year() == day.date.year();
    });
  };
  all.erase(std::remove_if(all.begin(), all.end(), replaced), all.end());
  all.insert(all.end(), given.begin(), given.end());
  std::sort(all.begin(), all.end(), [](auto& a, auto& b) { return a.date < b.date; });
  return all;
}

std::string told(const reading::Flaws& flaws, base::Lang lang) {
  std::string out;
  for (std::size_t i = 0; i < std::min(flaws.size(), flaws_shown); ++i) {
    out += (out.empty() ? "" : " ") + base::fill(calendar_text::import_line, lang,
                                                 {{"line", std::to_string(flaws[i].line)},
                                                  {"message", flaws[i].message.in(lang)}});
  }
  return out;
}

// The hours that were typed; what is wrong with them is noted beside their fields.
std::optional<calendar::UnitHours> hours_in(views::CalendarForm& form, const units::Tree& tree) {
  const auto complain = [&](const char* name, const base::Text& text) {
    form.wrong[name] = t(text, form.lang);
  };
  calendar::UnitHours out;
  if (const auto unit = form.at("unit"); unit != "0") {
    out.unit = base::UnitId::parse(unit).value_or(base::UnitId{});
    if (!out.unit || !tree.find(out.unit)) complain("unit", calendar_text::unit_wrong);
  }
  const auto from = date_in(form, "from");
  if (from) out.hours.from = *from;
  if (!from || from->year() < 2000 || from->year() > 2099)
    complain("from", calendar_text::day_missing);
  const auto spans = calendar::read_spans(form.at("spans"));
  if (spans && !spans->empty()) out.hours.spans = *spans;
  if (!spans || spans->empty()) complain("spans", calendar_text::hours_wrong);
  const auto saturday = calendar::read_spans(form.at("saturday"));
  if (saturday) out.hours.saturday = *saturday;
  if (!saturday) complain("saturday", calendar_text::hours_wrong);
  out.hours.saturday_counts = form.at("counts") == "yes";
  if (out.hours.saturday_counts && saturday && saturday->empty()) {
    complain("saturday", calendar_text::saturday_missing);
  }
  const auto cutoff = calendar::read_minute(form.at("cutoff"));
  if (cutoff) out.hours.same_day_cutoff_min = *cutoff;
  if (!cutoff) complain("cutoff", calendar_text::cutoff_wrong);
  out.confidence = confidence_in(form);
  return form.wrong.empty() ? std::optional(out) : std::nullopt;
}

}  // namespace

http::Response CalendarPages::day(Visit& visit) {
  views::CalendarForm form{visit.lang(), visit.marks()};
  form.typed["confidence"] = "sourced";
  if (const auto asked = base::Date::parse_iso(visit.fields().get("ngay"))) {
    put(form, "day", *asked);
    for (const auto& known : current().contents.days) {
      if (known.date != *asked) continue;
      form.typed["kind"] = known.works ? "work" : "off";
      form.typed["name"] = known.name;
      form.typed["confidence"] = calendar::code(known.confidence);
    }
  }
  return shell(visit, calendar_text::edit_day, views::day_form(form));
}

http::Response CalendarPages::take_day(Visit& visit) {
  auto form = typed(visit);
  const auto day = day_in(form);
  if (!day) return shell(visit, calendar_text::edit_day, views::day_form(form), 422);
  auto now = current();
  auto& days = now.contents.days;
  const auto at =
      std::lower_bound(days.begin(), days.end(), day->date,
                       [](const auto& known, base::Date date) { return known.date < date; });
  const bool known = at != days.end() && at->date == day->date;
  if (form.at("kind") == "week") {
    if (known) days.erase(at);
  } else if (known) {
    *at = *day;
  } else {
    days.insert(at, *day);
  }
  return preview(visit, {now.number, std::move(now.contents)});
}

http::Response CalendarPages::import(Visit& visit) {
  views::CalendarForm form{visit.lang(), visit.marks()};
  auto days = current().contents.days;
  const auto year = visit.fields().get("nam");
  days.erase(
      std::remove_if(days.begin(), days.end(),
                     [&](const auto& day) { return std::to_string(day.date.year()) != year; }),
      days.end());
  form.typed["days"] = calendar::written(days);
  return shell(visit, calendar_text::import_file, views::import_form(form));
}

http::Response CalendarPages::take_import(Visit& visit) {
  auto form = typed(visit);
  const auto* file = visit.fields().upload("file");
  const std::string csv = file ? file->bytes : form.at("days");
  const auto days = calendar::read_days(csv);
  if (!days) form.wrong["days"] = told(days.error(), form.lang);
  if (days && days->empty()) form.wrong["days"] = t(calendar_text::import_empty, form.lang);
  if (!form.wrong.empty())
    return shell(visit, calendar_text::import_file, views::import_form(form), 422);
  auto now = current();
  now.contents.days = with_years(std::move(now.contents.days), *days);
  return preview(visit, {now.number, std::move(now.contents)});
}

views::UnitNames CalendarPages::unit_names(Visit& visit) {
  const auto tree = parts_.forest.as_of(visit.now().local().date);
  views::UnitNames out;
  for (const auto& unit : tree->all()) out.push_back({unit.id, unit.name.in(visit.lang())});
  return out;
}

http::Response CalendarPages::hours_with(Visit& visit, views::CalendarForm form) {
  const int status = form.wrong.empty() ? 200 : 422;
  const views::HoursPage page{unit_names(visit), current().contents.hours, std::move(form)};
  return shell(visit, calendar_text::hours_title, views::hours_page(page), status);
}

http::Response CalendarPages::hours(Visit& visit) {
  views::CalendarForm form{visit.lang(), visit.marks()};
  put(form, "from", visit.now().local().date + 1);
  form.typed["spans"] = "07:00-11:00, 13:00-17:00";
  form.typed["cutoff"] = "15:00";
  form.typed["confidence"] = "sourced";
  return hours_with(visit, std::move(form));
}

http::Response CalendarPages::take_hours(Visit& visit) {
  auto form = typed(visit);
  const auto tree = parts_.forest.as_of(visit.now().local().date);
  const auto entry = hours_in(form, *tree);
  if (!entry) return hours_with(visit, std::move(form));
  auto now = current();
  auto& hours = now.contents.hours;
  // The same unit from the same day on: the new hours take the place of the old.
  std::erase_if(hours, [&](const auto& known) {
    return known.unit == entry->unit && known.hours.from == entry->hours.from;
  });
  hours.push_back(*entry);
  std::stable_sort(hours.begin(), hours.end(), [](const auto& a, const auto& b) {
    return std::tie(a.unit, a.hours.from) < std::tie(b.unit, b.hours.from);
  });
  return preview(visit, {now.number, std::move(now.contents)});
}

http::Response CalendarPages::drop_hours(Visit& visit) {
  const auto unit = base::UnitId::parse(visit.fields().get("don-vi")).value_or(base::UnitId{});
  const auto from = base::Date::parse_iso(visit.fields().get("tu"));
  auto now = current();
  const auto dropped = std::erase_if(now.contents.hours, [&](const auto& known) {
    return known.unit == unit && known.hours.from == from;
  });
  if (!dropped) return http::Response::see_other("/quan-tri/lich");  // taken out already
  return preview(visit, {now.number, std::move(now.contents)});
}

}  // namespace administration
