// Draws the tree of units, one unit, and what differs between days.
#include "services/administration/views_units.hpp"

#include <algorithm>

#include "platform/ui/forms.hpp"
#include "platform/ui/lists.hpp"
#include "platform/ui/panels.hpp"
#include "platform/ui/worklist.hpp"
#include "services/administration/text.hpp"
#include "services/administration/text_units.hpp"

namespace administration::views {
namespace {

namespace words = text::unit;
using base::Html;
using base::Lang;
using base::Text;
using units::Unit;

constexpr std::size_t group_from = 13;  // siblings stand in groups from this many on

std::string t(const Text& text, Lang lang) { return std::string(text.in(lang)); }
std::string counted(const Text& text, Lang lang, std::size_t count) {
  return base::fill(text, lang, {{"count", std::to_string(count)}});
}
std::string dated(const Text& text, Lang lang, base::Date date) {
  return base::fill(text, lang, {{"date", date.vn()}});
}

std::string at(base::UnitId id, base::Date day) {
  return "/quan-tri/don-vi/" + id.str() + "?ngay=" + day.iso();
}

std::vector<ui::Link> crumbs(Lang lang, base::Date day) {
  return {{t(text::administration, lang), "/quan-tri"},
          {t(words::heading, lang), "/quan-tri/don-vi?ngay=" + day.iso()}};
}

Html doubt(const Unit& unit, Lang lang) {
  if (unit.confidence != units::Confidence::uncertain) return {};
  return ui::tag(ui::Tone::idle, t(words::uncertain, lang));
}

// The name as a link, with a tag where it is not confirmed.
Html named(const Unit& unit, base::Date day, Lang lang) {
  return base::h("{} {}", ui::link({unit.name.in(lang), at(unit.id, day)}), doubt(unit, lang));
}

// ---- The tree

class Drawing {
 public:
  Drawing(const units::Tree& tree, base::Date day, Lang lang)
      : tree_(tree), day_(day), lang_(lang) {}

  Html siblings(const std::vector<const Unit*>& all) const {
    std::vector<std::pair<std::string, std::vector<const Unit*>>> groups;
    for (const auto& kind : words::kinds) {
      std::vector<const Unit*> some;
      for (const auto* unit : all) {
        if (words::kind_of(unit->kind).code == kind.code) some.push_back(unit);
      }
      if (!some.empty()) groups.emplace_back(t(kind.many, lang_), std::move(some));
    }
    if (all.size() < group_from || groups.size() < 2) return listed(all);
    std::vector<Html> out;
    for (const auto& [heading, some] : groups) {
      out.push_back(ui::details(with_count(heading, some.size()), listed(some)));
    }
    return ui::stack(out);
  }

 private:
  std::string with_count(const std::string& name, std::size_t count) const {
    return base::fill(words::count_at_top, lang_,
                      {{"name", name}, {"count", std::to_string(count)}});
  }

  // Those with units below them open; the others are links.
  Html listed(const std::vector<const Unit*>& all) const {
    std::vector<Html> out;
    std::vector<ui::Link> leaves;
    for (const auto* unit : all) {
      const auto below = tree_.children(unit->id);
      if (below.empty()) {
        leaves.push_back({told(*unit), at(unit->id, day_)});
        continue;
      }
      out.push_back(
          ui::details(with_count(told(*unit), below.size()),
                      ui::stack({ui::link({t(words::open_unit, lang_), at(unit->id, day_)}),
                                 siblings(below)})));
    }
    if (!leaves.empty()) out.push_back(ui::link_list(leaves));
    return ui::stack(out);
  }

  std::string told(const Unit& unit) const {
    const bool sure = unit.confidence != units::Confidence::uncertain;
    return unit.name.in(lang_) + (sure ? "" : " · " + t(words::uncertain, lang_));
  }

  const units::Tree& tree_;
  base::Date day_;
  Lang lang_;
};

Html whole_tree(const UnitTree& page) {
  const Drawing drawing(*page.tree, page.day.date, page.lang);
  std::vector<Html> out;
  for (const auto* top : page.tree->children({})) {
    out.push_back(ui::section(
        top->name.in(page.lang),
        ui::stack({ui::link({t(words::open_unit, page.lang), at(top->id, page.day.date)}),
                   drawing.siblings(page.tree->children(top->id))})));
  }
  return ui::stack(out);
}

Html as_table(const UnitTree& page) {
  const auto lang = page.lang;
  ui::Table table{.caption = dated(words::as_of, lang, page.day.date),
                  .columns = {{t(words::name, lang)},
                              {t(words::kind, lang)},
                              {t(words::code, lang)},
                              {t(words::parent, lang)},
                              {t(words::since, lang)}},
                  .rows = {},
                  .row_headings = true};
  for (const auto& unit : page.tree->all()) {
    const auto* above = page.tree->find(unit.parent);
    table.rows.push_back({named(unit, page.day.date, lang),
                          t(words::kind_of(unit.kind).words, lang), ui::figures(unit.code),
                          above ? above->name.in(lang) : std::string(),
                          ui::figures(unit.from.vn())});
  }
  return ui::table(table);
}

Html found(const UnitTree& page) {
  const auto lang = page.lang;
  if (page.found.empty()) {
    return ui::empty_state({.icon = "search",
                            .title = t(words::none_found, lang),
                            .detail = t(words::none_found_detail, lang)});
  }
  ui::Table table{
      .caption = base::fill(words::found, lang,
                            {{"count", std::to_string(page.found.size())}, {"words", page.words}}),
      .columns = {{t(words::name, lang)},
                  {t(words::kind, lang)},
                  {t(words::code, lang)},
                  {t(words::found_by, lang)}},
      .rows = {},
      .caption_shown = true,
      .row_headings = true};
  for (const auto& hit : page.found) {
    const auto by =
        !hit.was      ? t(words::name_today, lang)
        : hit.was->to ? base::fill(words::name_until, lang,
                                   {{"name", hit.was->name.in(lang)}, {"date", hit.was->to->vn()}})
                      : hit.was->name.in(lang);
    table.rows.push_back({named(hit.unit, page.day.date, lang),
                          t(words::kind_of(hit.unit.kind).words, lang), ui::figures(hit.unit.code),
                          by});
  }
  return ui::table(table);
}

Html chosen(const UnitTree& page) {
  if (!page.words.empty()) return found(page);
  if (!page.tree->all().empty()) return page.as_table ? as_table(page) : whole_tree(page);
  const auto detail = page.first ? dated(words::begins, page.lang, *page.first) : std::string();
  return ui::empty_state(
      {.icon = "building-2", .title = t(words::empty, page.lang), .detail = detail});
}

Html day_notes(Lang lang, const Day& day, base::Date today) {
  if (day.wrong) return ui::note(ui::Tone::warn, dated(words::wrong_day, lang, day.date));
  if (day.date > today) return ui::note(ui::Tone::info, t(words::to_come, lang));
  return {};
}

}  // namespace

ui::OfficerPage unit_tree(const UnitTree& page) {
  const auto lang = page.lang;
  const auto on = "?ngay=" + page.day.date.iso();
  ui::OfficerPage out;
  out.crumbs = {{t(text::administration, lang), "/quan-tri"}};
  out.heading = t(words::heading, lang);
  out.sub = dated(words::as_of, lang, page.day.date) + " · " +
            counted(words::count, lang, page.tree->all().size());
  out.main = ui::stack(
      {ui::filters(
           lang, t(words::choose, lang), "/quan-tri/don-vi",
           {{.name = "ngay",
             .label = t(words::day, lang),
             .value = page.day.wrong ? page.day.typed : page.day.date.vn()},
            {.name = "tim", .label = t(words::find, lang), .value = page.words, .wide = true}}),
       ui::chips(t(words::views, lang),
                 {{t(page.as_table ? words::as_tree : words::as_table, lang),
                   "/quan-tri/don-vi" + on + (page.as_table ? "" : "&dang=bang")},
                  {t(words::to_csv, lang), "/quan-tri/don-vi/bang.csv" + on},
                  {t(words::compare, lang), "/quan-tri/don-vi/so-sanh?den=" + page.day.date.iso()},
                  {t(words::who_followed, lang), "/quan-tri/don-vi/ke-thua"},
                  {t(words::map, lang), "/quan-tri/don-vi/so-do" + on}}),
       day_notes(lang, page.day, page.today), chosen(page)});
  return out;
}

// ---- What differs

namespace {

using Rows = std::vector<std::vector<ui::Content>>;

// A part of the comparison that opens; nothing if it has no rows.
Html part(const Text& heading, Lang lang, std::vector<ui::Column> columns, Rows rows) {
  if (rows.empty()) return {};
  const auto title = counted(heading, lang, rows.size());
  return ui::details(title, ui::table({.caption = title,
                                       .columns = std::move(columns),
                                       .rows = std::move(rows),
                                       .row_headings = true}));
}

Html heirs_of(const Compared& page, base::UnitId unit) {
  std::vector<Html> out;
  for (const auto& link : page.links) {
    const auto* to = page.after->find(link.to);
    if (link.from == unit && to) {
      out.push_back(ui::link({to->name.in(page.lang), at(to->id, page.to.date)}));
    }
  }
  return out.empty() ? base::h("{}", t(words::nobody, page.lang)) : base::join(out, ", ");
}

std::string one(const Unit& unit, Lang lang) {
  return unit.name.in(lang) + " (" + t(words::kind_of(unit.kind).words, lang) + ", " + unit.code +
         ")";
}

std::string above(const units::Tree& tree, const Unit& unit, Lang lang) {
  const auto* parent = tree.find(unit.parent);
  return parent ? parent->name.in(lang) : t(words::nobody, lang);
}

Html differences(const Compared& page) {
  const auto lang = page.lang;
  const auto d = units::difference(*page.before, *page.after);
  if (d.began.size() + d.ended.size() + d.renamed.size() + d.moved.size() == 0) {
    return ui::empty_state({.icon = "check", .title = t(words::no_difference, lang)});
  }
  Rows began, ended, renamed, moved;
  for (const auto* unit : d.began) {
    began.push_back({named(*unit, page.to.date, lang), t(words::kind_of(unit->kind).words, lang),
                     ui::figures(unit->code), above(*page.after, *unit, lang)});
  }
  for (const auto* unit : d.ended) {
    ended.push_back({named(*unit, page.from.date, lang), t(words::kind_of(unit->kind).words, lang),
                     ui::figures(unit->code), heirs_of(page, unit->id)});
  }
  for (const auto& [before, after] : d.renamed) {
    renamed.push_back({named(*after, page.to.date, lang), one(*before, lang), one(*after, lang)});
  }
  for (const auto& [before, after] : d.moved) {
    moved.push_back({named(*after, page.to.date, lang), above(*page.before, *before, lang),
                     above(*page.after, *after, lang)});
  }
  const ui::Column name{t(words::name, lang)}, kind{t(words::kind, lang)},
      code{t(words::code, lang)}, was{t(words::was, lang)}, is{t(words::is, lang)};
  return ui::stack(
      {part(words::began, lang, {name, kind, code, {t(words::parent, lang)}}, std::move(began)),
       part(words::ended, lang, {name, kind, code, {t(words::new_unit, lang)}}, std::move(ended)),
       part(words::renamed, lang, {name, was, is}, std::move(renamed)),
       part(words::moved, lang, {name, was, is}, std::move(moved))});
}

}  // namespace

ui::OfficerPage compared(const Compared& page) {
  const auto lang = page.lang;
  ui::OfficerPage out;
  out.crumbs = crumbs(lang, page.to.date);
  out.heading = base::fill(words::compare_heading, lang,
                           {{"from", page.from.date.vn()}, {"to", page.to.date.vn()}});
  const auto& wrong = page.from.wrong ? page.from : page.to;
  out.main = ui::stack(
      {ui::filters(lang, t(words::compare, lang), "/quan-tri/don-vi/so-sanh",
                   {{.name = "tu",
                     .label = t(words::from_day, lang),
                     .value = page.from.wrong ? page.from.typed : page.from.date.vn()},
                    {.name = "den",
                     .label = t(words::to_day, lang),
                     .value = page.to.wrong ? page.to.typed : page.to.date.vn()}}),
       wrong.wrong ? ui::note(ui::Tone::warn, dated(words::wrong_day, lang, wrong.date)) : Html(),
       differences(page)});
  return out;
}

namespace {

std::string shared(const units::Succession& link, Lang lang) {
  if (link.share == units::Share::whole) return t(words::whole, lang);
  if (link.share == units::Share::rest) return t(words::rest, lang);
  if (link.area.empty()) return t(words::part, lang);
  return base::fill(words::part_of, lang, {{"area", link.area}});
}

}  // namespace

ui::OfficerPage followed(const Followed& page) {
  const auto lang = page.lang;
  ui::OfficerPage out;
  out.crumbs = crumbs(lang, page.day);
  out.heading = t(words::who_followed, lang);
  if (page.days.empty()) {
    out.main = ui::empty_state({.icon = "history", .title = t(words::no_change, lang)});
    return out;
  }
  std::vector<ui::Link> days;
  for (const auto day : page.days) {
    days.push_back({day.vn(), "/quan-tri/don-vi/ke-thua?ngay=" + day.iso()});
  }
  ui::Table table{.caption = dated(words::followed_heading, lang, page.day),
                  .columns = {{t(words::ended_unit, lang)},
                              {t(words::new_unit, lang)},
                              {t(words::share, lang)},
                              {t(words::basis, lang)}},
                  .rows = {},
                  .caption_shown = true,
                  .row_headings = true};
  for (const auto& link : page.links) {
    const auto* from = page.before->find(link.from);
    const auto* to = page.after->find(link.to);
    if (!from || !to) continue;
    auto share = shared(link, lang);
    if (from->code == to->code && from->name != to->name) {
      share += "; " + base::fill(words::code_reused, lang, {{"code", to->code}});
    }
    table.rows.push_back(
        {named(*from, page.day - 1, lang), named(*to, page.day, lang), share, link.basis});
  }
  out.main = ui::stack({ui::chips(t(words::days_of_change, lang), days), ui::table(table)});
  return out;
}

}  // namespace administration::views
