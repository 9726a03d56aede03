// Draws appointing, changing, ending and handing over.
#include "services/administration/views_positions.hpp"

#include "platform/ui/panels.hpp"
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

std::vector<ui::Link> crumbs(base::PersonId person, const std::string& name, Lang lang) {
  return {{t(text::officers, lang), "/quan-tri/nguoi"},
          {name.empty() ? t(text::resident, lang) : name, address(person)}};
}

// One of the forms of a position: what it does is named, and which version it was drawn from.
Html position_form(const PositionPage& page, const StaffForm& form, std::string_view what,
                   const Html& fields) {
  auto hidden = form.marks();
  hidden += ui::hidden("viec", what);
  hidden += ui::hidden("version", std::to_string(page.row.held.version));
  return ui::form(address(page.person, "/vi-tri/" + page.row.held.position.id.str()), hidden,
                  fields);
}

Html warning(const PositionPage& page, const StaffForm& form, std::string_view what) {
  if (!page.empty || page.empty_in != what) return {};
  const auto lang = form.lang;
  const auto& empty = *page.empty;
  const auto words = fill(text::leaves_empty, lang,
                          {{"day", empty.from.vn()}, {"unit", empty.unit}, {"role", empty.role}});
  Html out;
  if (empty.waiting == 0) {
    out += ui::paragraph(t(text::no_tasks_waiting, lang));
  } else {
    std::vector<ui::Link> tasks;
    for (const auto& task : empty.tasks) tasks.push_back({task});
    const int more = empty.waiting - int(tasks.size());
    if (more > 0) tasks.push_back({fill(text::and_more, lang, {{"count", std::to_string(more)}})});
    out +=
        ui::paragraph(fill(text::tasks_waiting, lang, {{"count", std::to_string(empty.waiting)}}));
    out += ui::link_list(tasks);
  }
  out += ui::checkbox(lang, form.field("confirmed", text::confirm_empty));
  return ui::stack({ui::note(ui::Tone::warn, words), out});
}

Html correction(const PositionPage& page) {
  const auto lang = page.correction.lang;
  auto fields = warning(page, page.correction, "sua");
  fields += title_and_days(page.correction);
  fields += ui::button({.label = t(text::correct_button, lang)});
  return ui::section(t(text::correct, lang), position_form(page, page.correction, "sua", fields));
}

Html ending(const PositionPage& page) {
  const auto lang = page.end.lang;
  auto fields = ui::paragraph(t(text::end_detail, lang));
  fields += warning(page, page.end, "ket-thuc");
  fields += page.end.day_input("last", text::last_day);
  fields += ui::button({.label = t(text::end_button, lang), .kind = ui::ButtonKind::warning});
  return ui::section(t(text::end_heading, lang), position_form(page, page.end, "ket-thuc", fields));
}

Html taking_back(const PositionPage& page) {
  if (!page.may_take_back) return {};
  const auto lang = page.end.lang;
  auto fields = ui::paragraph(t(text::take_back_detail, lang));
  fields +=
      ui::button({.label = t(text::take_back_button, lang), .kind = ui::ButtonKind::secondary});
  return ui::section(t(text::take_back_heading, lang),
                     position_form(page, page.end, "rut-lai", fields));
}

}  // namespace

ui::OfficerPage appointment(const Appointment& page) {
  const auto& form = page.form;
  const auto lang = form.lang;
  ui::OfficerPage out;
  out.crumbs = crumbs(page.person, page.name, lang);
  out.heading = page.name.empty() ? t(text::appoint, lang)
                                  : fill(text::appoint_heading, lang, {{"name", page.name}});
  auto fields = position_fields(form, page.units, page.roles);
  fields += ui::button({.label = t(text::appoint_button, lang)});
  out.main = ui::stack({form.summary(), ui::form_column(ui::form(address(page.person, "/bo-nhiem"),
                                                                 form.marks(), fields))});
  return out;
}

ui::OfficerPage position(const PositionPage& page) {
  const auto lang = page.end.lang;
  const auto& p = page.row.held.position;
  ui::OfficerPage out;
  out.crumbs = crumbs(page.person, page.name, lang);
  out.heading = p.title.in(lang) + ", " + page.row.unit;
  out.sub = page.row.role + ", " + p.from.vn() + " - " + shown_day(p.to, lang);
  std::vector<Html> parts = {page.correction.summary(), page.end.summary()};
  if (!page.changed.empty()) {
    parts.push_back(ui::note(ui::Tone::warn, fill(text::latest, lang, {{"what", page.changed}})));
  }
  if (page.two_people) parts.push_back(ui::note(ui::Tone::vio, t(text::office_takes_two, lang)));
  parts.push_back(ui::form_column(ending(page)));
  parts.push_back(ui::form_column(taking_back(page)));
  parts.push_back(ui::form_column(correction(page)));
  out.main = ui::stack(parts);
  return out;
}

ui::OfficerPage handover(const HandoverPage& page) {
  const auto& form = page.form;
  const auto lang = form.lang;
  ui::OfficerPage out;
  out.crumbs = crumbs(page.person, page.name, lang);
  out.heading = fill(text::handover_heading, lang, {{"name", page.name}});
  out.sub = t(text::handover_sub, lang);
  auto to = form.field("to", text::receiver);
  to.hint = t(text::receiver_hint, lang);
  auto fields = ui::select(lang, to, page.receivers, t(text::choose, lang));
  fields += form.day_input("day", text::first_day);
  fields +=
      ui::button({.label = t(text::preview, lang),
                  .kind = page.plan.empty() ? ui::ButtonKind::main : ui::ButtonKind::secondary,
                  .name = "viec",
                  .value = "xem"});
  Html plan;
  if (!page.plan.empty()) {
    ui::Table table;
    table.caption =
        fill(text::plan_heading, lang, {{"to", page.receiver_name}, {"day", page.day.vn()}});
    table.caption_shown = true;
    table.columns = {{t(text::what, lang)}, {t(text::becomes, lang)}};
    for (const auto& line : page.plan) table.rows.push_back({line.what, line.becomes});
    plan += ui::table(table);
    plan += ui::button({.label = t(text::hand_over_now, lang), .name = "viec", .value = "lam"});
  }
  fields += plan;
  out.main = ui::stack({form.summary(), ui::form_column(ui::form(address(page.person, "/ban-giao"),
                                                                 form.marks(), fields))});
  return out;
}

}  // namespace administration::office::views
