// Draws the page on which a table is written, and the one on which it waits for a second person.
#include "platform/ui/forms.hpp"
#include "platform/ui/lists.hpp"
#include "platform/ui/panels.hpp"
#include "services/rule_tables/text.hpp"
#include "services/rule_tables/text_editor.hpp"
#include "services/rule_tables/views_sheet.hpp"

namespace rule_tables::views {
namespace {

using base::fill;
using base::h;
using base::Html;
using base::Lang;
using base::Text;

std::string t(const Text& text, Lang lang) { return std::string(text.in(lang)); }

Html press(const char* what, const Text& label, Lang lang, bool main = false) {
  return ui::button({.label = t(label, lang),
                     .kind = main ? ui::ButtonKind::main : ui::ButtonKind::secondary,
                     .name = "lam",
                     .value = what});
}

// Enter in a cell presses the first button of a form: it saves, and removes nothing.
Html bar(Lang lang) {
  return ui::button_group({press("luu", text::save, lang, true), press("xet", text::check, lang)});
}

Html counts(const Sheet& sheet, int version) {
  const auto& table = sheet.table;
  const auto count = [](const char* name, std::size_t n) {
    return ui::hidden(name, std::to_string(n));
  };
  Html out = ui::hidden("version", std::to_string(version));
  out += count("rows", table.rows.size());
  out += count("ins", table.inputs.size());
  out += count("outs", table.outputs.size());
  out += count("cases", table.examples.size());
  out += count("givens", table.givens.size());
  for (std::size_t k = 0; k < table.givens.size(); ++k) {
    const auto name = "g" + std::to_string(k) + "-";
    out += ui::hidden(name + "name", table.givens[k].name);
    out += ui::hidden(name + "type", decisions::code(table.givens[k].type));
  }
  return out;
}

Html about(const Editor& p) {
  const auto lang = p.lang;
  const auto& table = p.draft.sheet.table;
  Html out = ui::text_input(
      lang, {.name = "title", .label = t(text::title, lang), .value = table.title.vi});
  out += ui::text_input(
      lang, {.name = "title_en", .label = t(text::title_en, lang), .value = table.title.en});
  out += ui::text_input(lang, {.name = "law",
                               .label = t(text::law, lang),
                               .hint = t(text::law_hint, lang),
                               .value = table.law});
  std::vector<ui::Choosable> policies;
  for (int i = 0; i <= int(decisions::Policy::most); ++i) {
    const auto one = decisions::Policy(i);
    policies.push_back({decisions::code(one), t(decisions::words(one), lang)});
  }
  out += ui::select(
      lang,
      {.name = "policy", .label = t(text::policy, lang), .value = decisions::code(table.policy)},
      policies);
  out += ui::checkbox(lang, {.name = "complete",
                             .label = t(text::complete_box, lang),
                             .value = table.complete ? "yes" : ""});
  return ui::card({.body = out, .title = t(text::about, lang)});
}

Html days(const Editor& p) {
  const auto lang = p.lang;
  const auto& sheet = p.draft.sheet;
  const auto wrong = [&](const std::string& words) { return p.told ? words : std::string(); };
  Html out = ui::text_input(lang,
                            {.name = "from",
                             .label = t(text::from, lang),
                             .hint = t(text::from_hint, lang),
                             .error = wrong(p.reviewed.wrong_from),
                             .value = sheet.from},
                            {.input_mode = "numeric", .autocomplete = "off", .narrow = true});
  out += ui::text_input(lang,
                        {.name = "until",
                         .label = t(text::until, lang),
                         .hint = t(text::until_hint, lang),
                         .error = wrong(p.reviewed.wrong_until),
                         .optional = true,
                         .value = sheet.until},
                        {.input_mode = "numeric", .autocomplete = "off", .narrow = true});
  if (!p.all.empty()) {
    std::vector<ui::Choosable> editions;
    for (const auto& one : p.all) {
      const auto number = std::to_string(one.number);
      editions.push_back(
          {number, fill(text::edition_of, lang,
                        {{"number", number}, {"days", days_of(one.applies, lang)}})});
    }
    out += ui::select(
        lang, {.name = "replaces", .label = t(text::replaced, lang), .value = sheet.replaces},
        editions, t(text::replaced_none, lang));
  }
  out += ui::textarea(lang,
                      {.name = "reason",
                       .label = t(text::reason, lang),
                       .error = wrong(p.reviewed.wrong_reason),
                       .value = sheet.reason},
                      3, 2000);
  return ui::card({.body = out, .title = t(text::days, lang)});
}

Html confirm(const Reviewed& reviewed, Lang lang, bool told) {
  if (!told || !reviewed.warned() || !reviewed.ready()) return {};
  return ui::checkbox(lang, {.name = "confirmed", .label = t(text::confirm_box, lang)});
}

Html notices(const Editor& p) {
  const auto lang = p.lang;
  Html out;
  if (!p.refusal.empty()) out += ui::error_summary(lang, {{p.refusal, "#ket-qua"}});
  if (!p.notice.empty()) out += ui::note(ui::Tone::ok, p.notice);
  if (!p.draft.returned.empty())
    out += ui::note(ui::Tone::warn, fill(text::returned, lang, {{"reason", p.draft.returned}}));
  const int newest = p.all.empty() ? 0 : p.all.front().number;
  if (newest == p.draft.based_on) return out;
  const decisions::Table* before = nullptr;
  for (const auto& one : p.all) {
    if (one.number == p.draft.based_on) before = &one.table;
  }
  const auto change = before ? decisions::told(decisions::difference(*before, p.all.front().table))
                             : p.all.front().table.title;
  out += ui::note(
      ui::Tone::warn,
      h("{} {}",
        fill(text::newer, lang, {{"number", std::to_string(newest)}, {"change", change.in(lang)}}),
        press("moi", text::rebase, lang)));
  return out;
}

Html found(const Editor& p) {
  if (!p.told) return {};
  return ui::card(
      {.body = findings(p.reviewed, p.lang), .title = t(text::findings, p.lang), .id = "ket-qua"});
}

}  // namespace

ui::OfficerPage editor(const Editor& p) {
  const auto lang = p.lang;
  const auto& draft = p.draft;
  ui::OfficerPage page;
  page.crumbs = {{t(text::tables, lang), here}};
  if (!p.all.empty())
    page.crumbs.push_back({p.all.front().table.title.in(lang), address(draft.code)});
  page.heading = fill(text::editing, lang, {{"title", draft.sheet.table.title.in(lang)}});
  page.sub = draft.based_on
                 ? fill(text::based_on, lang, {{"number", std::to_string(draft.based_on)}})
                 : t(text::based_on_none, lang);
  std::vector<Html> parts = {
      bar(lang),
      ui::saved_line(fill(text::saved_at, lang, {{"time", draft.saved_at.local().vn()}})),
      notices(p),
      found(p),
      ui::section(t(text::rows_of, lang), h("<p>{}</p>{}", t(text::cells_hint, lang), sheet(p))),
      ui::section(t(text::examples, lang), cases(p)),
      ui::card({.body = try_box(p), .title = t(text::try_it, lang), .id = "thu"}),
      about(p),
      days(p),
      confirm(p.reviewed, lang, p.told),
      ui::button_group({press("luu", text::save, lang), press("de-nghi", text::propose, lang, true),
                        press("bo", text::drop, lang)})};
  std::erase_if(parts, [](const Html& one) { return one.empty(); });
  Html hidden = p.marks;
  hidden += counts(draft.sheet, draft.version);
  page.main =
      h(R"(<div class="td-sheet">{}</div>)", ui::form(address(draft.id), hidden, ui::stack(parts)));
  return page;
}

namespace {

Html decision(const Proposal& p) {
  const auto lang = p.lang;
  Html out;
  if (p.may_publish) {
    out += ui::paragraph(t(text::publish_lead, lang));
    out += confirm(p.reviewed, lang, true);
    out += press("cong-bo", text::publish, lang, true);
    out += ui::textarea(lang,
                        {.name = "reason",
                         .label = t(text::give_back_reason, lang),
                         .error = p.wrong_reason,
                         .optional = true,
                         .value = p.reason},
                        3, 1000);
    out += press("tra-lai", text::give_back, lang);
  } else {
    out += ui::paragraph(t(text::waits_second, lang));
  }
  if (p.may_withdraw) out += press("rut", text::withdraw, lang);
  Html hidden = p.marks;
  hidden += ui::hidden("hash", p.draft.hash);
  return ui::action_panel("quyet-dinh", t(text::decide, lang),
                          ui::form(address(p.draft.id) + "/quyet-dinh", hidden, out));
}

}  // namespace

ui::OfficerPage proposal(const Proposal& p) {
  const auto lang = p.lang;
  const auto& sheet = p.draft.sheet;
  ui::OfficerPage page;
  page.crumbs = {{t(text::tables, lang), here}};
  if (p.before) page.crumbs.push_back({p.before->table.title.in(lang), address(p.draft.code)});
  page.heading = fill(text::proposal, lang, {{"title", sheet.table.title.in(lang)}});
  const auto when = p.draft.proposed_at ? p.draft.proposed_at->local().vn() : "";
  page.sub = fill(text::proposed, lang, {{"name", p.proposed_by}, {"time", when}});
  std::vector<Html> parts;
  if (!p.refusal.empty()) parts.push_back(ui::error_summary(lang, {{p.refusal, "#quyet-dinh"}}));
  if (!p.notice.empty()) parts.push_back(ui::note(ui::Tone::ok, p.notice));
  std::vector<ui::Pair> pairs = {
      {t(text::applies, lang), p.reviewed.applies ? days_of(*p.reviewed.applies, lang) : "-"},
      {t(text::policy, lang), t(decisions::words(p.reviewed.table.policy), lang)},
      {t(text::law, lang), sheet.table.law, true},
      {t(text::reason, lang), sheet.reason, true}};
  if (p.reviewed.replaces)
    pairs.push_back({t(text::replaces, lang), std::to_string(p.reviewed.replaces)});
  parts.push_back(ui::card({.body = ui::data_list(pairs)}));
  parts.push_back(ui::card(
      {.body = findings(p.reviewed, lang), .title = t(text::findings, lang), .id = "ket-qua"}));
  if (p.before) {
    const auto title =
        fill(text::difference_from, lang, {{"number", std::to_string(p.before->number)}});
    parts.push_back(ui::card({.body = difference(p.before->table, p.reviewed.table, lang),
                              .title = title,
                              .id = "khac"}));
  }
  parts.push_back(ui::section(t(text::rows_of, lang), rows(p.reviewed.table, lang)));
  parts.push_back(ui::section(t(text::examples, lang), examples(p.reviewed.table, lang)));
  page.main = ui::split(ui::stack(parts), decision(p));
  return page;
}

}  // namespace rule_tables::views
