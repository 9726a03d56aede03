// Draws the list of officers and one person.
#include "services/administration/views_people.hpp"

#include "platform/ui/panels.hpp"
#include "platform/ui/worklist.hpp"
#include "services/administration/text_delegations.hpp"
#include "services/administration/text_organisations.hpp"
#include "services/administration/text_people.hpp"
#include "services/administration/text_positions.hpp"

namespace administration::office::views {
namespace {

using base::fill;
using base::h;
using base::Lang;
using base::Text;

std::string t(const Text& text, Lang lang) { return std::string(text.in(lang)); }

std::string address(base::PersonId person, std::string_view rest = "") {
  return "/quan-tri/nguoi/" + person.str() + std::string(rest);
}

std::string filter_address(const OfficerList& list, std::string_view page) {
  std::string out(page);
  char mark = '?';
  const auto add = [&](std::string_view name, const std::string& value) {
    if (value.empty()) return;
    out += mark + std::string(name) + "=" + base::url_encoded(value);
    mark = '&';
  };
  add("q", list.words);
  add("sinh", list.birth);
  add("don-vi", list.unit);
  add("vai-tro", list.role);
  add("ngay", list.day_typed);
  return out;
}

std::vector<ui::Choosable> with_any(const std::vector<ui::Choosable>& choices, const Text& any,
                                    Lang lang) {
  std::vector<ui::Choosable> out = {{"", t(any, lang)}};
  out.insert(out.end(), choices.begin(), choices.end());
  return out;
}

Html filters(const OfficerList& list, Lang lang) {
  return ui::filters(
      lang, t(text::filter_officers, lang), "/quan-tri/nguoi",
      {{.name = "q", .label = t(text::name_or_number, lang), .value = list.words, .wide = true},
       {.name = "sinh", .label = t(text::birth_filter, lang), .value = list.birth},
       {.name = "don-vi",
        .label = t(text::unit, lang),
        .value = list.unit,
        .choices = with_any(list.units, text::any_unit, lang),
        .wide = true},
       {.name = "vai-tro",
        .label = t(text::role, lang),
        .value = list.role,
        .choices = with_any(list.roles, text::any_role, lang)},
       {.name = "ngay", .label = t(text::on_day, lang), .value = list.day_typed}});
}

Html found(const OfficerList& list, Lang lang) {
  if (list.found.empty()) return {};
  ui::Table table;
  table.caption = t(text::found, lang);
  table.caption_shown = true;
  table.row_headings = true;
  table.columns = {{t(text::name, lang)}, {t(text::birth, lang)}, {t(text::number, lang)}};
  for (const auto& one : list.found) {
    table.rows.push_back({ui::link({one.name, address(one.person)}),
                          ui::figures(shown_birth(one.birth)),
                          one.number.empty() ? ui::Content(t(text::no_number, lang))
                                             : ui::Content(ui::figures(one.number))});
  }
  Html out;
  if (list.found.size() > 1) {
    out += ui::note(ui::Tone::warn, fill(text::found_several, lang,
                                         {{"count", std::to_string(list.found.size())}}));
  }
  return out += ui::table(table);
}

Html lines(const OfficerList& list, Lang lang) {
  ui::Table table;
  table.caption = t(text::officers, lang);
  table.row_headings = true;
  table.columns = {{t(text::name, lang)}, {t(text::office, lang)}, {t(text::role, lang)},
                   {t(text::unit, lang)}, {t(text::since, lang)},  {t(text::until, lang)}};
  for (const auto& one : list.lines) {
    table.rows.push_back({ui::link({one.name, address(one.person)}), one.title, one.role, one.unit,
                          ui::figures(one.from.vn()), ui::figures(shown_day(one.to, lang))});
  }
  const auto range = fill(text::range, lang,
                          {{"from", std::to_string(list.offset + 1)},
                           {"to", std::to_string(list.offset + int(list.lines.size()))},
                           {"all", std::to_string(list.all)}});
  const auto base = filter_address(list, "/quan-tri/nguoi");
  return h("{}{}{}", ui::table(table), ui::paragraph(ui::muted(range)),
           ui::pager(lang, list.offset / list.size + 1, (list.all + list.size - 1) / list.size,
                     base + (base.find('?') == base.npos ? "?" : "&") + "trang="));
}

Html state_of(const OfficeRow& row, base::Date today, Lang lang) {
  const auto& p = row.held.position;
  if (row.held.taken_back) return ui::tag(ui::Tone::idle, t(text::state_taken_back, lang));
  if (today < p.from) return ui::tag(ui::Tone::info, t(text::state_coming, lang));
  if (p.to && *p.to < today) return ui::tag(ui::Tone::idle, t(text::state_past, lang));
  return ui::tag(ui::Tone::ok, t(text::state_now, lang));
}

Html positions(const PersonPage& page, Lang lang) {
  std::vector<Html> buttons = {ui::button({.label = t(text::appoint, lang),
                                           .kind = ui::ButtonKind::secondary,
                                           .href = address(page.id, "/bo-nhiem"),
                                           .before = "plus",
                                           .small = true})};
  if (page.positions.empty()) {
    auto out = ui::paragraph(t(text::no_positions, lang));
    out += ui::row(buttons);
    return ui::section(t(text::positions, lang), out);
  }
  ui::Table table;
  table.caption = t(text::positions, lang);
  table.row_headings = true;
  table.columns = {{t(text::office, lang)}, {t(text::role, lang)},  {t(text::unit, lang)},
                   {t(text::since, lang)},  {t(text::until, lang)}, {t(text::state, lang)}};
  for (const auto& row : page.positions) {
    const auto& p = row.held.position;
    const auto& title = p.title.in(lang);
    table.rows.push_back(
        {row.opens ? ui::Content(ui::link({title, address(page.id, "/vi-tri/" + p.id.str())}))
                   : ui::Content(title),
         row.role, row.unit, ui::figures(p.from.vn()), ui::figures(shown_day(p.to, lang)),
         state_of(row, page.today, lang)});
  }
  for (const auto& [label, rest] :
       {std::pair(&text::delegate, "/uy-quyen"), std::pair(&text::hand_over, "/ban-giao")}) {
    buttons.push_back(ui::button({.label = t(*label, lang),
                                  .kind = ui::ButtonKind::secondary,
                                  .href = address(page.id, rest),
                                  .small = true}));
  }
  return ui::section(t(text::positions, lang), ui::stack({ui::table(table), ui::row(buttons)}));
}

Html delegations(const PersonPage& page, Lang lang) {
  if (page.delegations.empty()) return {};
  std::vector<ui::SummaryRow> rows;
  for (const auto& one : page.delegations) {
    const auto& d = one.delegation;
    const bool gives = d.from == page.id;
    const auto key = fill(gives ? text::gives_to : text::acts_for, lang,
                          {{"name", gives ? one.delegate : one.holder}});
    rows.push_back({key, one.title + ", " + one.unit + ", " + d.first.vn() + " - " + d.last.vn()});
  }
  return ui::section(t(text::delegations, lang), ui::summary_list(lang, rows));
}

Html organisations(const PersonPage& page, Lang lang) {
  if (page.organisations.empty()) return {};
  std::vector<ui::SummaryRow> rows;
  for (const auto& one : page.organisations) {
    rows.push_back(
        {one.name, one.capacity + ", " + one.from.vn() + " - " + shown_day(one.to, lang)});
  }
  return ui::section(t(text::organisations_of_person, lang), ui::summary_list(lang, rows));
}

}  // namespace

std::string shown_day(std::optional<base::Date> day, Lang lang) {
  return day ? day->vn() : t(text::open_ended, lang);
}

std::string shown_birth(const std::string& birth) {
  const auto date = base::Date::parse_iso(birth);
  return date ? date->vn() : birth;
}

Html notice(const std::string& words) {
  return words.empty() ? Html() : ui::note(ui::Tone::ok, words);
}

ui::OfficerPage officers(const OfficerList& list, Lang lang) {
  ui::OfficerPage page;
  page.heading = t(text::officers, lang);
  page.sub =
      fill(text::officers_sub, lang, {{"count", std::to_string(list.all)}, {"day", list.day.vn()}});
  page.actions = ui::row({ui::button({.label = t(text::export_csv, lang),
                                      .kind = ui::ButtonKind::secondary,
                                      .href = filter_address(list, "/quan-tri/nguoi/bang.csv"),
                                      .before = "download",
                                      .small = true}),
                          ui::button({.label = t(text::add_officer, lang),
                                      .href = "/quan-tri/nguoi/moi",
                                      .before = "plus",
                                      .small = true})});
  std::vector<Html> parts = {filters(list, lang)};
  if (list.bad_day) parts.push_back(ui::note(ui::Tone::warn, t(text::bad_day, lang)));
  parts.push_back(found(list, lang));
  if (!list.lines.empty()) {
    parts.push_back(lines(list, lang));
  } else if (list.found.empty()) {
    parts.push_back(ui::empty_state({.icon = "search",
                                     .title = t(text::nobody, lang),
                                     .detail = t(text::nobody_detail, lang),
                                     .next = {t(text::clear, lang), "/quan-tri/nguoi"}}));
  }
  parts.push_back(ui::link_list({{t(text::delegations, lang), "/quan-tri/uy-quyen"},
                                 {t(text::organisations, lang), "/quan-tri/to-chuc"}}));
  page.main = ui::stack(parts);
  return page;
}

ui::OfficerPage person(const PersonPage& one, Lang lang) {
  ui::OfficerPage page;
  page.crumbs = {{t(text::officers, lang), "/quan-tri/nguoi"}};
  page.heading = one.name.empty() ? t(text::resident, lang) : one.name;
  if (one.account != PersonPage::Account::hidden) {
    const bool there = one.account == PersonPage::Account::there;
    page.actions = ui::button({.label = t(there ? text::see_account : text::give_account, lang),
                               .kind = ui::ButtonKind::secondary,
                               .href = there ? "/quan-tri/tai-khoan/" + one.id.str()
                                             : "/quan-tri/tai-khoan-moi?nguoi=" + one.id.str(),
                               .before = "key-round",
                               .small = true});
  }
  std::vector<Html> parts = {notice(one.notice), positions(one, lang), delegations(one, lang),
                             organisations(one, lang)};
  parts.push_back(ui::section(t(text::identity_facts, lang),
                              h("{}{}", ui::paragraph(t(text::facts_closed, lang)),
                                ui::button({.label = t(text::open_facts, lang),
                                            .kind = ui::ButtonKind::secondary,
                                            .href = address(one.id, "/dinh-danh"),
                                            .before = "eye",
                                            .small = true}))));
  page.main = ui::stack(parts);
  return page;
}

}  // namespace administration::office::views
