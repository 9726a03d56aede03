// Draws one table: as of a day and as known on a day, its rows, examples, editions.
#include "platform/ui/forms.hpp"
#include "platform/ui/lists.hpp"
#include "platform/ui/markup.hpp"
#include "platform/ui/panels.hpp"
#include "platform/ui/worklist.hpp"
#include "services/rule_tables/text.hpp"
#include "services/rule_tables/views.hpp"

namespace rule_tables::views {
namespace {

using base::fill;
using base::h;
using base::Html;
using base::Lang;
using base::Text;
using decisions::Edition;

constexpr std::size_t hash_letters = 12;

std::string t(const Text& text, Lang lang) { return std::string(text.in(lang)); }
std::string number_of(const Edition& one) { return std::to_string(one.number); }

Html field(const char* name, const Text& label, const std::string& value, const std::string& wrong,
           Lang lang) {
  const Html error = wrong.empty()
                         ? Html()
                         : h(R"(<p class="govuk-error-message" id="{}-error">{}</p>)", name, wrong);
  return h(
      R"(<div class="td-field"><label for="{}">{}</label>{}<input class="{}" id="{}")"
      R"( name="{}" value="{}" inputmode="numeric" autocomplete="off" placeholder="{}"></div>)",
      name, t(label, lang), error,
      wrong.empty() ? "govuk-input td-num" : "govuk-input govuk-input--error td-num", name, name,
      value, t(text::day_shape, lang));
}

// Both axes as two days; the address is what was asked.
Html as_of(const TablePage& p) {
  const auto lang = p.lang;
  return h(R"(<form class="td-filters" aria-label="{}" action="{}">{}{})"
           R"(<button class="govuk-button govuk-button--secondary">{}</button></form>)",
           t(text::as_of, lang), base::Url(address(p.all.front().code)),
           field("ngay", text::on_day, p.on, p.wrong_on, lang),
           field("biet", text::known_day, p.known, p.wrong_known, lang), t(text::look, lang));
}

Html facts(const TablePage& p) {
  const auto lang = p.lang;
  const auto& one = *p.shown;
  const auto& names = p.names.at(one.number);
  const bool pack = one.origin == decisions::Origin::pack;
  std::vector<ui::Pair> pairs = {
      {t(text::edition, lang), number_of(one)},
      {t(text::applies, lang), ui::figures(days_of(one.applies, lang))},
      {t(text::known_from, lang), ui::figures(one.known_from.local().vn())},
      {t(text::policy, lang), t(decisions::words(one.table.policy), lang)},
      {t(text::law, lang), one.table.law, true},
      {t(text::proposed_by, lang), pack ? t(text::by_pack, lang) : names.proposed},
      {t(text::published_by, lang), pack ? t(text::by_pack, lang) : names.published}};
  if (one.replaces) pairs.push_back({t(text::replaces, lang), std::to_string(one.replaces)});
  if (!one.reason.empty()) pairs.push_back({t(text::reason, lang), one.reason, true});
  pairs.push_back({t(text::hash, lang), one.hash.substr(0, hash_letters)});
  return ui::card({.body = ui::data_list(pairs)});
}

// What answers is another one as it is known today.
Html two_answers(const TablePage& p) {
  if (!p.shown || !p.today || p.shown->number == p.today->number || p.on.empty()) return {};
  return ui::note(ui::Tone::info, fill(text::was_other, p.lang,
                                       {{"on", p.on},
                                        {"known", p.known.empty() ? p.on : p.known},
                                        {"then", number_of(*p.shown)},
                                        {"now", number_of(*p.today)}}));
}

Html try_form(const TablePage& p) {
  const auto lang = p.lang;
  const auto& table = p.shown->table;
  Html fields = ui::hidden("an-ban", number_of(*p.shown));
  for (std::size_t k = 0; k < table.givens.size(); ++k) {
    fields += ui::text_input(lang,
                             {.name = "thu-" + std::to_string(k),
                              .label = table.givens[k].name,
                              .value = k < p.trial.size() ? p.trial[k] : ""},
                             {.autocomplete = "off"});
  }
  Html made = p.answer ? answered(table, *p.answer, lang) : Html();
  return ui::card({.body = h(R"(<p>{}</p><form action="{}#thu">{}<button class="govuk-button )"
                             R"(govuk-button--secondary">{}</button></form>{})",
                             t(text::try_hint, lang), base::Url(address(p.shown->code)), fields,
                             t(text::try_now, lang), made),
                   .title = t(text::try_it, lang),
                   .id = "thu"});
}

Html history(const TablePage& p) {
  const auto lang = p.lang;
  const auto base_address = address(p.all.front().code);
  ui::Table table;
  table.caption = t(text::history, lang);
  table.row_headings = true;
  for (const auto* heading : {&text::edition, &text::applies, &text::known_from, &text::proposed_by,
                              &text::published_by, &text::change})
    table.columns.push_back({t(*heading, lang)});
  for (std::size_t i = 0; i < p.all.size(); ++i) {
    const auto& one = p.all[i];
    const auto& names = p.names.at(one.number);
    const bool pack = one.origin == decisions::Origin::pack;
    const auto to = base_address + "?an-ban=" + number_of(one);
    Html change = ui::muted("-");
    if (i + 1 < p.all.size()) {
      const auto before = number_of(p.all[i + 1]);
      change = ui::link(
          {fill(text::compare, lang, {{"number", before}}), to + "&so-voi=" + before + "#khac"});
    }
    table.rows.push_back(
        {ui::link({fill(text::edition_number, lang, {{"number", number_of(one)}}), to}),
         ui::figures(days_of(one.applies, lang)), ui::figures(one.known_from.local().vn()),
         pack ? t(text::by_pack, lang) : names.proposed,
         pack ? t(text::by_pack, lang) : names.published, change});
  }
  return ui::section(t(text::history, lang), ui::table(table));
}

Html actions(const TablePage& p) {
  const auto lang = p.lang;
  std::vector<Html> out;
  if (p.shown) {
    const auto query = "?an-ban=" + number_of(*p.shown);
    const auto at = address(p.shown->code);
    out.push_back(ui::link({t(text::print, lang), at + query + "&in=1"}));
    out.push_back(ui::link({t(text::download_csv, lang), at + "/bang.csv" + query}));
    out.push_back(ui::link({t(text::download_dmn, lang), at + "/bang.dmn" + query}));
  }
  if (p.draft) {
    const bool waits = p.draft->state == State::proposed;
    out.push_back(ui::button({.label = t(waits ? text::open_proposed : text::open_draft, lang),
                              .kind = ui::ButtonKind::secondary,
                              .href = address(p.draft->id)}));
  } else if (p.may_edit) {
    out.push_back(ui::form(address(p.all.front().code) + "/soan", p.marks,
                           ui::button({.label = t(text::begin, lang)})));
  }
  return h(R"(<div class="no-print">{}</div>)", ui::row(out));
}

Html compared(const TablePage& p) {
  if (!p.against) return {};
  const auto title = fill(text::compared, p.lang,
                          {{"after", number_of(*p.shown)}, {"before", number_of(*p.against)}});
  return ui::card(
      {.body = difference(p.against->table, p.shown->table, p.lang), .title = title, .id = "khac"});
}

}  // namespace

ui::OfficerPage table(const TablePage& p) {
  const auto lang = p.lang;
  ui::OfficerPage page;
  page.crumbs = {{t(text::tables, lang), here}};
  page.heading = (p.shown ? p.shown : &p.all.front())->table.title.in(lang);
  std::vector<Html> parts;
  if (!p.notice.empty()) parts.push_back(ui::note(ui::Tone::ok, p.notice));
  if (!p.refusal.empty()) parts.push_back(ui::note(ui::Tone::bad, p.refusal));
  if (p.print) {
    parts = {facts(p), rows(p.shown->table, lang),
             ui::section(t(text::examples, lang), examples(p.shown->table, lang))};
    page.main = ui::stack(parts);
    return page;
  }
  page.actions = actions(p);
  parts.push_back(as_of(p));
  parts.push_back(two_answers(p));
  if (!p.shown) {
    parts.push_back(ui::note(ui::Tone::warn,
                             fill(text::nothing_then, lang, {{"on", p.on}, {"known", p.known}})));
  } else {
    parts.push_back(facts(p));
    parts.push_back(rows(p.shown->table, lang, p.answer ? p.answer->rows : std::vector<int>()));
    parts.push_back(compared(p));
    parts.push_back(try_form(p));
    parts.push_back(ui::section(t(text::examples_of, lang), examples(p.shown->table, lang)));
  }
  parts.push_back(history(p));
  std::erase_if(parts, [](const Html& one) { return one.empty(); });
  page.main = ui::stack(parts);
  return page;
}

}  // namespace rule_tables::views
