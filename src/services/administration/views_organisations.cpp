// Draws the list of organisations, and one with its representatives.
#include "services/administration/views_organisations.hpp"

#include "platform/ui/panels.hpp"
#include "platform/ui/worklist.hpp"
#include "services/administration/text_organisations.hpp"
#include "services/administration/text_people.hpp"
#include "services/administration/text_positions.hpp"

namespace administration::office::views {
namespace {

using base::fill;
using base::Lang;
using base::Text;

std::string t(const Text& text, Lang lang) { return std::string(text.in(lang)); }

std::vector<ui::Choosable> kinds(Lang lang) {
  std::vector<ui::Choosable> out;
  for (std::size_t i = 0; i < std::size(identity::organisation_kinds); ++i) {
    out.push_back({identity::organisation_kinds[i], t(text::kinds[i], lang)});
  }
  return out;
}

std::string kind_name(std::string_view code, Lang lang) {
  for (const auto& kind : kinds(lang)) {
    if (std::string_view(kind.value) == code) return std::string(std::string_view(kind.label));
  }
  return std::string(code);
}

std::string address(const std::optional<identity::Organisation>& one) {
  return "/quan-tri/to-chuc/" + (one ? one->id.str() : "moi");
}

Html filters(const OrganisationList& list, Lang lang) {
  auto any = kinds(lang);
  any.insert(any.begin(), {"", t(text::any_kind, lang)});
  return ui::filters(
      lang, t(text::filter_organisations, lang), "/quan-tri/to-chuc",
      {{.name = "q", .label = t(text::name_or_tax_code, lang), .value = list.words, .wide = true},
       {.name = "loai",
        .label = t(text::kind, lang),
        .value = list.kind,
        .choices = std::move(any)}});
}

Html table(const OrganisationList& list, Lang lang) {
  ui::Table table;
  table.caption = t(text::organisations, lang);
  table.row_headings = true;
  table.columns = {{t(text::organisation_name, lang)},
                   {t(text::tax_code, lang)},
                   {t(text::kind, lang)},
                   {t(text::org_days, lang)}};
  for (const auto& one : list.lines) {
    table.rows.push_back({ui::link({one.name, address(one)}),
                          ui::figures(one.tax_code.empty() ? one.establishment : one.tax_code),
                          kind_name(one.kind, lang),
                          ui::figures(one.from.vn() + " - " + shown_day(one.to, lang))});
  }
  return ui::table(table);
}

Html facts_form(const OrganisationPage& page) {
  const auto& form = page.form;
  const auto lang = form.lang;
  auto hidden = form.marks();
  hidden += ui::hidden("viec", "sua");
  hidden += ui::hidden("version", form.get("version"));
  auto fields = form.text("name", text::organisation_name);
  fields += ui::select(lang, form.field("kind", text::kind), kinds(lang), t(text::choose, lang));
  fields += form.text("tax_code", text::tax_code, &text::tax_code_hint, true);
  fields += form.text("establishment", text::establishment, &text::establishment_hint, true);
  fields += form.day_input("from", text::org_from);
  fields += form.day_input("to", text::org_to, &text::to_hint, true);
  fields += ui::button({.label = t(text::save_organisation, lang)});
  return ui::form_column(ui::form(address(page.organisation), hidden, fields));
}

Html representative_row(const OrganisationPage& page, const RepresentativeLine& line) {
  const auto lang = page.form.lang;
  const auto& one = line.one;
  std::vector<Html> parts = {
      ui::paragraph(one.capacity + ", " + one.from.vn() + " - " + shown_day(one.to, lang)),
      ui::muted(one.evidence)};
  if (!one.to || *one.to >= page.today) {
    auto hidden = page.form.marks();
    hidden += ui::hidden("viec", "thoi");
    hidden += ui::hidden("representative", one.id.str());
    hidden += ui::hidden("version", std::to_string(one.version));
    // Ids are the page's: each line has its own three inputs.
    const auto name = "last" + one.id.str();
    auto fields = page.representative.day_input(name, text::last_day);
    fields += ui::button({.label = t(text::end_representative, lang),
                          .kind = ui::ButtonKind::secondary,
                          .small = true});
    parts.push_back(ui::details(t(text::end_representative, lang),
                                ui::form(address(page.organisation), hidden, fields)));
  }
  return ui::stack(parts);
}

Html representatives(const OrganisationPage& page) {
  const auto& form = page.representative;
  const auto lang = form.lang;
  Html out;
  std::vector<ui::SummaryRow> rows;
  for (const auto& line : page.representatives) {
    rows.push_back({line.name, representative_row(page, line)});
  }
  out += rows.empty() ? ui::paragraph(t(text::no_representatives, lang))
                      : ui::summary_list(lang, rows);
  auto hidden = form.marks();
  hidden += ui::hidden("viec", "dai-dien");
  auto fields = form.text("number", text::representative_number);
  fields += form.text("capacity", text::capacity, &text::capacity_hint);
  fields += form.text("evidence", text::evidence, &text::evidence_hint);
  fields += form.day_input("since", text::since);
  fields += form.day_input("until", text::until, &text::to_hint, true);
  fields +=
      ui::button({.label = t(text::add_representative, lang), .kind = ui::ButtonKind::secondary});
  out += ui::form_column(ui::form(address(page.organisation), hidden, fields));
  return ui::section(t(text::representatives, lang), out);
}

}  // namespace

ui::OfficerPage organisations(const OrganisationList& list, Lang lang) {
  ui::OfficerPage page;
  page.crumbs = {{t(text::officers, lang), "/quan-tri/nguoi"}};
  page.heading = t(text::organisations, lang);
  page.sub = fill(text::organisations_sub, lang, {{"count", std::to_string(list.all)}});
  page.actions = ui::button({.label = t(text::add_organisation, lang),
                             .href = "/quan-tri/to-chuc/moi",
                             .before = "plus",
                             .small = true});
  std::vector<Html> parts = {filters(list, lang)};
  if (list.lines.empty()) {
    parts.push_back(
        ui::empty_state({.icon = "briefcase",
                         .title = t(text::no_organisations, lang),
                         .detail = t(text::no_organisations_detail, lang),
                         .next = {t(text::add_organisation, lang), "/quan-tri/to-chuc/moi"}}));
  } else {
    parts.push_back(table(list, lang));
    parts.push_back(ui::pager(lang, list.offset / list.size + 1,
                              (list.all + list.size - 1) / list.size,
                              "/quan-tri/to-chuc?q=" + base::url_encoded(list.words) +
                                  "&loai=" + base::url_encoded(list.kind) + "&trang="));
  }
  page.main = ui::stack(parts);
  return page;
}

ui::OfficerPage organisation(const OrganisationPage& page) {
  const auto lang = page.form.lang;
  ui::OfficerPage out;
  out.crumbs = {{t(text::organisations, lang), "/quan-tri/to-chuc"}};
  out.heading = page.organisation ? page.organisation->name : t(text::add_organisation, lang);
  std::vector<Html> parts = {page.form.summary(), page.representative.summary(),
                             notice(page.notice)};
  if (page.organisation) parts.push_back(representatives(page));
  parts.push_back(page.organisation
                      ? ui::section(t(text::organisation_facts, lang), facts_form(page))
                      : facts_form(page));
  out.main = ui::stack(parts);
  return out;
}

}  // namespace administration::office::views
