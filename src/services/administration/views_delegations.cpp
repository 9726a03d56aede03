// Draws delegations, the form of a new one, and revoking.
#include "services/administration/views_delegations.hpp"

#include "platform/ui/panels.hpp"
#include "platform/ui/worklist.hpp"
#include "services/administration/text_delegations.hpp"
#include "services/administration/text_people.hpp"
#include "services/administration/text_positions.hpp"

namespace administration::office::views {
namespace {

using base::fill;
using base::h;
using base::Lang;
using base::Text;
using identity::DelegationState;

std::string t(const Text& text, Lang lang) { return std::string(text.in(lang)); }

Html tag(DelegationState state, Lang lang) {
  switch (state) {
    case DelegationState::coming:
      return ui::tag(ui::Tone::info, t(text::coming, lang));
    case DelegationState::in_force:
      return ui::tag(ui::Tone::ok, t(text::in_force, lang));
    case DelegationState::ended:
      return ui::tag(ui::Tone::idle, t(text::ended_itself, lang));
    case DelegationState::revoked:
      break;
  }
  return ui::tag(ui::Tone::idle, t(text::revoked, lang));
}

bool lasts(const DelegationLine& line) {
  return line.state == DelegationState::coming || line.state == DelegationState::in_force;
}

std::string days_of(const DelegationLine& line) {
  return line.delegation.first.vn() + " - " + line.delegation.last.vn();
}

std::vector<ui::Choosable> signings(Lang lang) {
  return {{"KT", t(text::sign_kt, lang)},
          {"TL", t(text::sign_tl, lang)},
          {"TUQ", t(text::sign_tuq, lang)}};
}

Html filters(const DelegationList& list, Lang lang) {
  std::vector<ui::Choosable> units = {{"", t(text::any_unit, lang)}};
  units.insert(units.end(), list.units.begin(), list.units.end());
  return ui::filters(lang, t(text::filter_delegations, lang), "/quan-tri/uy-quyen",
                     {{.name = "trang-thai",
                       .label = t(text::state, lang),
                       .value = list.state,
                       .choices = {{"", t(text::any_state, lang)},
                                   {"in_force", t(text::in_force, lang)},
                                   {"coming", t(text::coming, lang)},
                                   {"ended", t(text::ended_itself, lang)},
                                   {"revoked", t(text::revoked, lang)}}},
                      {.name = "don-vi",
                       .label = t(text::unit, lang),
                       .value = list.unit,
                       .choices = std::move(units),
                       .wide = true}});
}

Html table(const DelegationList& list, Lang lang) {
  ui::Table table;
  table.caption = t(text::delegations, lang);
  table.row_headings = true;
  table.columns = {{t(text::absent, lang)}, {t(text::office, lang)},  {t(text::acting, lang)},
                   {t(text::days, lang)},   {t(text::signing, lang)}, {t(text::state, lang)},
                   {t(text::revoke, lang)}};
  for (const auto& one : list.lines) {
    const auto& d = one.delegation;
    table.rows.push_back(
        {ui::link({one.holder, "/quan-tri/nguoi/" + d.from.str()}), one.title + ", " + one.unit,
         ui::link({one.delegate, "/quan-tri/nguoi/" + d.to.str()}), ui::figures(days_of(one)),
         d.signing + ".", tag(one.state, lang),
         lasts(one) ? ui::Content(ui::link({fill(text::revoke_of, lang, {{"name", one.delegate}}),
                                            "/quan-tri/uy-quyen/" + d.id.str()}))
                    : ui::Content("-")});
  }
  return ui::table(table);
}

Html own_line(const DelegationForm& page, const DelegationLine& one) {
  const auto lang = page.form.lang;
  const auto& d = one.delegation;
  std::vector<Html> parts = {ui::paragraph(one.title + ", " + one.unit + ", " + days_of(one)),
                             tag(one.state, lang)};
  if (lasts(one) && d.from == page.person) {
    auto hidden = page.form.marks();
    hidden += ui::hidden("viec", "thu-hoi");
    hidden += ui::hidden("delegation", d.id.str());
    parts.push_back(
        ui::form("/tai-khoan/uy-quyen", hidden,
                 ui::button({.label = fill(text::revoke_of, lang, {{"name", one.delegate}}),
                             .kind = ui::ButtonKind::secondary,
                             .small = true})));
  }
  return ui::stack(parts);
}

Html own_lines(const DelegationForm& page) {
  const auto lang = page.form.lang;
  if (page.lines.empty()) return ui::paragraph(t(text::own_none, lang));
  std::vector<ui::SummaryRow> rows;
  for (const auto& one : page.lines) {
    const bool gives = one.delegation.from == page.person;
    rows.push_back({fill(gives ? text::gives_to : text::acts_for, lang,
                         {{"name", gives ? one.delegate : one.holder}}),
                    own_line(page, one)});
  }
  return ui::summary_list(lang, rows);
}

Html form_of(const DelegationForm& page) {
  const auto& form = page.form;
  const auto lang = form.lang;
  auto fields =
      ui::radios(lang, form.field("position", text::which_position), page.positions, true);
  auto to = form.field("to", text::to_whom);
  to.hint = t(text::to_whom_hint, lang);
  fields += ui::select(lang, to, page.delegates, t(text::choose, lang));
  fields += form.day_input("first", text::first_absent);
  fields += form.day_input("last", text::last_absent);
  auto signing = form.field("signing", text::signing);
  signing.hint = t(text::signing_hint, lang);
  fields += ui::radios(lang, signing, signings(lang), true);
  fields += form.text("reason", text::reason, &text::reason_hint, true);
  fields += ui::button({.label = t(text::delegate_button, lang)});
  const auto action = page.own ? std::string("/tai-khoan/uy-quyen")
                               : "/quan-tri/nguoi/" + page.person.str() + "/uy-quyen";
  return ui::form_column(ui::form(action, form.marks(), fields));
}

}  // namespace

ui::OfficerPage delegations(const DelegationList& list, Lang lang) {
  ui::OfficerPage page;
  page.crumbs = {{t(text::officers, lang), "/quan-tri/nguoi"}};
  page.heading = t(text::delegations, lang);
  page.sub = fill(text::delegations_sub, lang, {{"count", std::to_string(list.all)}});
  std::vector<Html> parts = {notice(list.notice), filters(list, lang)};
  if (list.lines.empty()) {
    parts.push_back(ui::empty_state({.title = t(text::no_delegations, lang),
                                     .detail = t(text::no_delegations_detail, lang),
                                     .next = {t(text::officers, lang), "/quan-tri/nguoi"}}));
  } else {
    parts.push_back(table(list, lang));
    parts.push_back(ui::pager(lang, list.offset / list.size + 1,
                              (list.all + list.size - 1) / list.size,
                              "/quan-tri/uy-quyen?trang-thai=" + base::url_encoded(list.state) +
                                  "&don-vi=" + base::url_encoded(list.unit) + "&trang="));
  }
  page.main = ui::stack(parts);
  return page;
}

ui::OfficerPage delegation_form(const DelegationForm& page) {
  const auto lang = page.form.lang;
  ui::OfficerPage out;
  if (!page.own) {
    out.crumbs = {{t(text::officers, lang), "/quan-tri/nguoi"},
                  {page.name, "/quan-tri/nguoi/" + page.person.str()}};
  }
  out.heading =
      page.own ? t(text::own_heading, lang) : fill(text::delegate_for, lang, {{"name", page.name}});
  out.sub = t(text::own_detail, lang);
  std::vector<Html> parts = {page.form.summary(), notice(page.notice)};
  if (page.own) parts.push_back(own_lines(page));
  parts.push_back(page.positions.empty() ? ui::paragraph(t(text::no_office, lang)) : form_of(page));
  out.main = ui::stack(parts);
  return out;
}

ui::OfficerPage revocation(const Revocation& page, Lang lang) {
  const auto& line = page.line;
  ui::OfficerPage out;
  out.crumbs = {{t(text::delegations, lang), "/quan-tri/uy-quyen"}};
  out.heading = t(text::revoke_heading, lang);
  out.sub = line.title + ", " + line.unit + ", " + days_of(line);
  auto fields = ui::paragraph(
      fill(text::revoke_detail, lang, {{"to", line.delegate}, {"from", line.holder}}));
  if (lasts(line)) {
    fields += ui::button({.label = t(text::revoke, lang), .kind = ui::ButtonKind::warning});
    out.main = ui::form("/quan-tri/uy-quyen/" + line.delegation.id.str(), page.marks, fields);
  } else {
    out.main = tag(line.state, lang);
  }
  return out;
}

}  // namespace administration::office::views
