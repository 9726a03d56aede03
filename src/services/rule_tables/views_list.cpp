// Draws the list of tables, and the form that begins a new one.
#include "platform/ui/forms.hpp"
#include "platform/ui/lists.hpp"
#include "platform/ui/panels.hpp"
#include "platform/ui/worklist.hpp"
#include "services/rule_tables/text.hpp"
#include "services/rule_tables/text_editor.hpp"
#include "services/rule_tables/views.hpp"

namespace rule_tables::views {
namespace {

using base::fill;
using base::Html;
using base::Lang;
using base::Text;

std::string t(const Text& text, Lang lang) { return std::string(text.in(lang)); }

struct StandingWords {
  const char* code;
  const Text& words;
  ui::Tone tone;
};
const StandingWords standings[] = {
    {"dang-ap-dung", text::in_force, ui::Tone::ok},  {"sap-het-han", text::ending, ui::Tone::warn},
    {"chua-ap-dung", text::to_come, ui::Tone::info}, {"het-ap-dung", text::ended, ui::Tone::idle},
    {"dang-soan", text::drafting, ui::Tone::info},   {"cho-cong-bo", text::waiting, ui::Tone::vio}};

const StandingWords& words_of(Standing standing) { return standings[std::size_t(standing)]; }

Html filters(const List& list) {
  const auto lang = list.lang;
  std::vector<ui::Choosable> states = {{"", t(text::every, lang)}};
  for (const auto& one : standings) states.push_back({one.code, t(one.words, lang)});
  return ui::filters(
      lang, t(text::filter, lang), here,
      {{.name = "tinh-trang",
        .label = t(text::state, lang),
        .value = list.state,
        .choices = states},
       {.name = "q", .label = t(text::words_in, lang), .value = list.words, .wide = true}});
}

Html state_of(const Line& line, Lang lang, base::Date today) {
  const auto& words = words_of(line.standing);
  auto out = ui::tag(words.tone, t(words.words, lang));
  if (line.draft && line.standing < Standing::drafting) {
    const auto& more =
        words_of(line.draft->state == State::proposed ? Standing::waiting : Standing::drafting);
    out = base::h("{} {}", out, ui::tag(more.tone, t(more.words, lang)));
  }
  if (line.standing == Standing::ending && line.ends) {
    out = base::h(
        "{} {}", out,
        ui::source_line(ui::Tone::warn, fill(text::ends_then, lang,
                                             {{"day", line.ends->vn()},
                                              {"days", std::to_string(*line.ends - today)}})));
  }
  return out;
}

Html drawn(const List& list) {
  const auto lang = list.lang;
  ui::Table table;
  table.caption = t(text::tables, lang);
  table.row_headings = true;
  for (const auto* heading : {&text::table, &text::law, &text::applies, &text::state})
    table.columns.push_back({t(*heading, lang)});
  for (const auto& line : list.lines) {
    const auto to = line.edition ? address(line.code) : address(line.draft->id);
    table.rows.push_back(
        {ui::link({line.title.in(lang), to}), line.law,
         line.edition ? ui::figures(days_of(line.edition->applies, lang)) : ui::muted("-"),
         state_of(line, lang, list.today)});
  }
  return ui::table(table);
}

Html empty(const List& list) {
  const auto lang = list.lang;
  if (list.any) {
    return ui::empty_state({.icon = "search",
                            .title = t(text::none_so, lang),
                            .detail = t(text::none_so_detail, lang),
                            .next = {t(text::see_all, lang), here}});
  }
  return ui::empty_state(
      {.icon = "table-2", .title = t(text::none, lang), .detail = t(text::none_detail, lang)});
}

}  // namespace

std::string address(std::string_view code) { return here + ("/" + std::string(code)); }
std::string address(DraftId id) { return "/can-bo/ban-soan-quy-tac/" + id.str(); }
std::string_view code_of(Standing standing) { return words_of(standing).code; }

ui::OfficerPage list(const List& list) {
  const auto lang = list.lang;
  ui::OfficerPage page;
  page.heading = t(text::tables, lang);
  page.sub = t(text::tables_sub, lang);
  if (list.may_edit)
    page.actions =
        ui::button({.label = t(text::new_table, lang), .href = "/can-bo/bang-quy-tac-moi"});
  std::vector<Html> parts;
  if (!list.notice.empty()) parts.push_back(ui::note(ui::Tone::ok, list.notice));
  if (list.any) parts.push_back(filters(list));
  parts.push_back(list.lines.empty() ? empty(list) : drawn(list));
  page.main = ui::stack(parts);
  return page;
}

ui::OfficerPage new_table(const NewTable& p) {
  const auto lang = p.lang;
  ui::OfficerPage page;
  page.crumbs = {{t(text::tables, lang), here}};
  page.heading = t(text::new_table, lang);
  std::vector<ui::Link> errors;
  if (!p.wrong_code.empty()) errors.push_back({p.wrong_code, "#code"});
  if (!p.wrong_title.empty()) errors.push_back({p.wrong_title, "#title"});
  auto fields = ui::text_input(
      lang,
      {.name = "title", .label = t(text::title, lang), .error = p.wrong_title, .value = p.title});
  fields += ui::text_input(lang,
                           {.name = "code",
                            .label = t(text::code, lang),
                            .hint = t(text::code_hint, lang),
                            .error = p.wrong_code,
                            .value = p.code},
                           {.narrow = true, .spellcheck = false});
  fields += ui::button({.label = t(text::start, lang)});
  page.main = base::h("{}{}{}", errors.empty() ? Html() : ui::error_summary(lang, errors),
                      ui::paragraph(t(text::new_lead, lang)),
                      ui::form("/can-bo/bang-quy-tac-moi", p.marks, fields));
  return page;
}

}  // namespace rule_tables::views
