// What is under way at a unit, as a table; and the report of what went on.
#include "services/administration/views_standing.hpp"

#include "platform/ui/forms.hpp"
#include "platform/ui/lists.hpp"
#include "platform/ui/panels.hpp"
#include "services/administration/text.hpp"
#include "services/administration/text_standing.hpp"
#include "services/administration/text_units.hpp"

namespace administration::views {
namespace {

using base::Html;
using base::Lang;
using base::Text;
namespace words = text::standing;

std::string t(const Text& text, Lang lang) { return std::string(text.in(lang)); }

std::string name_of(const StandingAt& page, base::UnitId unit) {
  const auto found = page.names.find(unit);
  return found == page.names.end() ? t(words::nobody, page.lang) : found->second.in(page.lang);
}

Html counted(const units::Item& item, Lang lang) {
  const auto number = ui::figures(std::to_string(item.rows));
  if (item.unsure == 0) return number;
  return base::h("{}<br>{}", number,
                 base::fill(words::unsure, lang, {{"count", std::to_string(item.unsure)}}));
}

Html which(const units::Item& item, Lang lang) {
  if (item.names.empty()) return base::h("{}", item.what.in(lang));
  std::string names;
  for (const auto& name : item.names) (names += names.empty() ? "" : ", ") += name;
  return base::h("{}{}", item.what.in(lang), ui::details(t(words::which, lang), names));
}

Html table_of(const StandingAt& page) {
  const auto lang = page.lang;
  if (page.standing.empty()) return ui::note(ui::Tone::ok, t(words::nothing, lang));
  ui::Table table{.caption = t(words::what, lang),
                  .columns = {{t(words::what, lang)},
                              {t(words::count, lang)},
                              {t(words::becomes, lang)},
                              {t(words::to, lang)}},
                  .rows = {}};
  for (const auto& [unit, mover, item] : page.standing) {
    table.rows.push_back(
        {which(item, lang), counted(item, lang), item.becomes.in(lang), name_of(page, item.to)});
  }
  return ui::table(table);
}

std::string kind_of(std::string_view code, Lang lang) {
  for (const auto& kind : words::kinds) {
    if (kind.code == code) return t(kind.words, lang);
  }
  return std::string(code);
}

Html report(const StandingAt& page) {
  if (page.moved.empty()) return {};
  const auto lang = page.lang;
  ui::Table table{.caption = t(words::done, lang),
                  .columns = {{t(words::when, lang)},
                              {t(words::what, lang)},
                              {t(words::count, lang)},
                              {t(words::to, lang)}},
                  .rows = {}};
  for (const auto& entry : page.moved) {
    for (const auto& to : base::json::array_at(entry.facts, "to")) {
      const auto& one = to.as_object();
      const auto unit = base::UnitId::parse(base::json::text_at(one, "unit"));
      const auto* rows = one.if_contains("rows");
      table.rows.push_back(
          {ui::figures(entry.at.local().vn()),
           kind_of(base::json::text_at(entry.facts, "what"), lang),
           ui::figures(rows && rows->is_int64() ? std::to_string(rows->get_int64()) : ""),
           name_of(page, unit.value_or(base::UnitId{}))});
    }
  }
  return ui::section(t(words::done, lang), ui::table(table));
}

}  // namespace

ui::OfficerPage standing_at(const StandingAt& page) {
  const auto lang = page.lang;
  ui::OfficerPage out;
  const auto name = page.unit.name.in(lang);
  out.crumbs = {{t(text::administration, lang), "/quan-tri"},
                {t(text::unit::heading, lang), "/quan-tri/don-vi"},
                {name, "/quan-tri/don-vi/" + page.unit.id.str()}};
  out.heading = base::fill(words::heading, lang, {{"unit", name}});
  const auto when = page.ends ? base::fill(words::ends, lang, {{"date", page.ends->vn()}})
                              : t(words::no_end, lang);
  out.main = ui::stack({ui::paragraph(when), table_of(page), report(page)});
  return out;
}

}  // namespace administration::views
