// Draws the journal's seals and the keys they were made with.
#include "services/portal/views_seals.hpp"

#include "platform/ui/lists.hpp"
#include "platform/ui/panels.hpp"
#include "services/portal/text.hpp"
#include "services/portal/text_seals.hpp"

namespace portal::views {
namespace {

using base::h;
using base::Html;
using base::Lang;

std::string t(const base::Text& text, Lang lang) { return std::string(text.in(lang)); }

Html seal(const journal::Seal& one, Lang lang) {
  return ui::details(
      base::fill(text::seal_line, lang, {{"number", std::to_string(one.number)}}),
      ui::data_list({{t(text::seal_root, lang), h("<code>{}</code>", one.root), true},
                     {t(text::seal_hash, lang), h("<code>{}</code>", one.hash), true},
                     {t(text::seal_signature, lang), h("<code>{}</code>", one.signature), true}}));
}

Html table(const Seals& shown, Lang lang) {
  ui::Table table{.caption = t(text::seals, lang),
                  .columns = {{t(text::seal_number, lang)},
                              {t(text::seal_time, lang)},
                              {t(text::seal_entries, lang), true},
                              {t(text::seal_key, lang)}},
                  .rows = {}};
  for (const auto& one : shown.seals) {
    table.rows.push_back({seal(one, lang), ui::figures(one.at.local().vn()),
                          std::to_string(one.entries),
                          ui::figures(journal::key_name(one.public_key))});
  }
  return ui::table(table);
}

Html keys(const Seals& shown, Lang lang) {
  std::vector<Html> parts;
  for (const auto& term : shown.keys) {
    const auto name = journal::key_name(term.public_key);
    const auto from = std::to_string(term.from), time = term.since.local().vn();
    const auto span =
        term.until
            ? base::fill(text::key_term, lang,
                         {{"from", from}, {"time", time}, {"until", std::to_string(term.until)}})
            : base::fill(text::key_open, lang, {{"from", from}, {"time", time}});
    parts.push_back(ui::details(name, h("<p>{}</p><pre>{}</pre>", span, term.public_key)));
  }
  return ui::stack(parts);
}

}  // namespace

Html seals(const ui::Frame& frame, const Seals& shown) {
  const auto lang = frame.lang;
  Html list, older;
  if (shown.seals.empty()) {
    list = ui::empty_state({.icon = "shield-check",
                            .title = t(text::seals_none, lang),
                            .next = {t(text::home, lang), "/"}});
  } else {
    list = table(shown, lang);
    const auto last = shown.seals.back().number;
    if (last > 1) {
      older = ui::paragraph(ui::link(
          {t(text::seals_older, lang), "/nhat-ky-niem-phong?truoc=" + std::to_string(last)}));
    }
  }
  const auto main =
      h("{}{}{}{}{}{}", ui::heading(1, "govuk-heading-l", t(text::seals, lang)),
        ui::lead(t(text::seals_lead, lang)), list, older,
        ui::section(t(text::seal_keys, lang),
                    h("{}{}", ui::paragraph(t(text::seal_keys_lead, lang)), keys(shown, lang))),
        ui::section(t(text::seals_check, lang), ui::paragraph(t(text::seals_check_how, lang))));
  return ui::citizen_page(frame, {.crumbs = {{t(text::home, lang), "/"}}, .main = main});
}

}  // namespace portal::views
