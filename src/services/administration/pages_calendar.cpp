// The calendar's addresses: the year, its feed, its editions, a correction and its publishing.
#include "services/administration/pages_calendar.hpp"

#include <algorithm>
#include <charconv>
#include <set>

#include "platform/ui/parts.hpp"
#include "services/administration/text_calendar.hpp"
#include "services/administration/views_calendar.hpp"

namespace administration {
namespace {

constexpr std::size_t moves_shown = 200;
constexpr int editions_shown = 50;
constexpr int slices_at_once = 4;  // 2,000 deadlines; the rest is moved in the background

std::string t(const base::Text& text, base::Lang lang) { return std::string(text.in(lang)); }

int number(std::string_view text) {
  int value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  return error == std::errc() && end == text.data() + text.size() ? value : 0;
}

base::UnitId unit_of(std::string_view id) {
  return base::UnitId::parse(id).value_or(base::UnitId{});
}

journal::Actor administrator(const identity::Visit& visit) {
  for (const auto& position : visit.who()->positions) {
    if (position.role == identity::role::system_administrator) {
      return visit.who()->actor(&position);
    }
  }
  return visit.who()->actor();
}

const base::Text& told(calendar::PublishRefusal why) {
  switch (why) {
    case calendar::PublishRefusal::overtaken:
      return calendar_text::overtaken;
    case calendar::PublishRefusal::nothing_new:
      return calendar_text::nothing_new;
    case calendar::PublishRefusal::still_moving:
      break;
  }
  return calendar_text::still_moving;
}

// The years with days, and the two that an administrator has to think of.
std::vector<int> years_of(const calendar::Edition& edition, int today, int asked) {
  std::set<int> years = {today, today + 1, asked};
  for (const auto& day : edition.contents.days) years.insert(day.date.year());
  return {years.begin(), years.end()};
}

}  // namespace

identity::Routes CalendarPages::routes() {
  using http::Method;
  const auto admin = identity::officer({identity::role::system_administrator});
  const auto to = [this](http::Response (CalendarPages::*page)(Visit&)) {
    return [this, page](Visit& visit) { return (this->*page)(visit); };
  };
  return {{Method::get, "/lich-lam-viec.ics", identity::anyone(), to(&CalendarPages::feed)},
          {Method::get, "/quan-tri/lich", admin, to(&CalendarPages::year)},
          {Method::get, "/quan-tri/lich/ngay", admin, to(&CalendarPages::day)},
          {Method::post, "/quan-tri/lich/ngay", admin, to(&CalendarPages::take_day)},
          {Method::get, "/quan-tri/lich/nhap", admin, to(&CalendarPages::import)},
          {Method::post, "/quan-tri/lich/nhap", admin, to(&CalendarPages::take_import),
           http::with_uploads},
          {Method::get, "/quan-tri/lich/gio", admin, to(&CalendarPages::hours)},
          {Method::post, "/quan-tri/lich/gio", admin, to(&CalendarPages::take_hours)},
          {Method::get, "/quan-tri/lich/bo-gio", admin, to(&CalendarPages::drop_hours)},
          {Method::get, "/quan-tri/lich/an-ban", admin, to(&CalendarPages::editions)},
          {Method::get, "/quan-tri/lich/khoi-phuc", admin, to(&CalendarPages::restore)},
          {Method::get, "/quan-tri/lich/cong-bo", admin, to(&CalendarPages::year)},
          {Method::post, "/quan-tri/lich/cong-bo", admin, to(&CalendarPages::publish)}};
}

calendar::Edition CalendarPages::current() {
  return parts_.db.read([](db::Tx& tx) { return calendar::current(tx); });
}

http::Response CalendarPages::shell(Visit& visit, const base::Text& title, base::Html main,
                                    int status, std::string sub, base::Html actions) {
  const auto lang = visit.lang();
  ui::OfficerPage page;
  if (&title != &calendar_text::calendar_title) {
    page.crumbs = {{t(calendar_text::calendar_title, lang), "/quan-tri/lich"}};
  }
  page.heading = t(title, lang);
  page.sub = std::move(sub);
  page.actions = std::move(actions);
  page.main = std::move(main);
  return parts_.chrome.officer(visit, std::move(page), status);
}

http::Response CalendarPages::feed(Visit& visit) {
  const auto lang = visit.lang();
  const auto city = parts_.chrome.frame(visit, "").city.name.in(lang);
  const auto name = t(calendar_text::calendar_title, lang) + ", " + city;
  return http::Response::file("text/calendar; charset=utf-8",
                              calendar::icalendar(current(), name, lang), "lich-lam-viec.ics");
}

http::Response CalendarPages::year(Visit& visit) {
  const auto lang = visit.lang();
  const int today = visit.now().local().date.year();
  int asked = number(visit.fields().get("nam"));
  if (asked < 2000 || asked > 2099) asked = today;
  const auto edition = current();
  views::CalendarYear shown{lang, asked, years_of(edition, today, asked), edition, visit.marks()};
  const auto filled = [&](const base::Text& text, base::Holes holes) {
    return base::fill(text, lang, holes);
  };
  const auto sub = edition.number ? filled(calendar_text::calendar_sub,
                                           {{"number", std::to_string(edition.number)},
                                            {"time", edition.published_at.local().vn()}})
                                  : t(calendar_text::calendar_sub_none, lang);
  const auto actions = ui::row(
      {ui::button({.label = t(calendar_text::edit_day, lang), .href = "/quan-tri/lich/ngay"}),
       ui::button({.label = t(calendar_text::import_file, lang),
                   .kind = ui::ButtonKind::secondary,
                   .href = "/quan-tri/lich/nhap?nam=" + std::to_string(asked)})});
  base::Html main;
  if (edition.settled && number(visit.fields().get("xong")) == edition.number && edition.number) {
    main += ui::note(ui::Tone::ok, filled(calendar_text::published_note,
                                          {{"number", std::to_string(edition.number)},
                                           {"moved", std::to_string(edition.moved)}}));
  }
  main += views::calendar_year(shown);
  return shell(visit, calendar_text::calendar_title, std::move(main), 200, sub, actions);
}

http::Response CalendarPages::editions(Visit& visit) {
  const auto lang = visit.lang();
  const auto rows = parts_.db.read([&](db::Tx& tx) {
    std::vector<views::EditionRow> rows;
    for (auto& edition : calendar::editions(tx, editions_shown)) {
      auto by = edition.published_by ? identity::officer_name(tx, edition.published_by)
                                     : t(calendar_text::by_pack, lang);
      if (edition.restores) {
        by = base::fill(calendar_text::restored, lang,
                        {{"name", by}, {"number", std::to_string(edition.restores)}});
      }
      rows.push_back({std::move(edition), std::move(by)});
    }
    return rows;
  });
  return shell(visit, calendar_text::editions_title, views::edition_list(lang, rows));
}

http::Response CalendarPages::preview(Visit& visit, calendar::Correction correction,
                                      std::string refusal) {
  const auto before = current();
  views::CorrectionPage page{visit.lang(), visit.marks(), correction.based_on, correction.restores,
                             std::move(correction.contents)};
  page.difference = calendar::difference(before.contents, page.contents);
  page.preview = calendar::preview(parts_.db, parts_.deadlines, page.contents,
                                   visit.now().local().date, moves_shown);
  page.units = unit_names(visit);
  page.refusal = std::move(refusal);
  const int status = page.refusal.empty() ? 200 : 422;
  return shell(visit, calendar_text::preview_title, views::correction(page), status);
}

http::Response CalendarPages::restore(Visit& visit) {
  const int wanted = number(visit.fields().get("ban"));
  const auto older = parts_.db.read([&](db::Tx& tx) { return calendar::edition(tx, wanted); });
  if (wanted < 1 || !older) return http::Response::see_other("/quan-tri/lich/an-ban");
  return preview(visit, {current().number, older->contents, calendar::Origin::undo, older->number});
}

http::Response CalendarPages::publish(Visit& visit) {
  const auto& fields = visit.fields();
  const auto days = calendar::read_days(fields.get("days"));
  const auto hours = calendar::read_hours(fields.get("hours"), unit_of);
  // The page wrote both itself: only who altered them comes here.
  if (!days || !hours) return http::Response::see_other("/quan-tri/lich");
  calendar::Correction correction{number(fields.get("based_on")),
                                  {*days, *hours},
                                  calendar::Origin::page,
                                  number(fields.get("restores"))};
  if (correction.restores) correction.origin = calendar::Origin::undo;
  const auto published = calendar::publish_and_move(
      parts_.db, parts_.journal, parts_.deadlines, {visit.act(), administrator(visit), visit.now()},
      correction, slices_at_once);
  if (!published) {
    return preview(visit, std::move(correction), t(told(published.error()), visit.lang()));
  }
  return http::Response::see_other("/quan-tri/lich?xong=" + std::to_string(*published));
}

}  // namespace administration
