#include "services/administration/pages_units.hpp"

#include <algorithm>
#include <set>

#include "base/csv.hpp"
#include "base/fold.hpp"
#include "engines/identity/positions.hpp"
#include "engines/units/geometry.hpp"
#include "services/administration/pages_two_person.hpp"
#include "services/administration/text_accounts.hpp"
#include "services/administration/text_units.hpp"
#include "services/administration/views_standing.hpp"
#include "services/administration/views_units.hpp"

namespace administration {
namespace {

namespace words = text::unit;
using views::Day;

constexpr std::size_t line_max = 300;

// 01/07/2025 or 2025-07-01; nothing if it is no day, or one nobody means.
std::optional<base::Date> day_in(std::string_view typed) {
  auto day = base::Date::parse_iso(typed);
  if (!day) day = base::Date::parse_vn(typed);
  return day && day->year() >= 1900 && day->year() <= 2200 ? day : std::nullopt;
}

Day day_of(const identity::Visit& visit, std::string_view field, base::Date fallback) {
  const auto typed = base::tidy(visit.fields().get(field).substr(0, 40));
  const auto day = day_in(typed);
  return {day.value_or(fallback), typed, !day && !typed.empty()};
}

base::Date today(const identity::Visit& visit) { return visit.now().local().date; }

// Units are changed by who administers them; one that has ended, by who administers the city.
std::optional<identity::Subject> changed_unit(db::Tx&, const identity::Visit& visit) {
  const auto id = base::UnitId::parse(visit.param("unit"));
  if (!id || !visit.who() || !visit.who()->tree) return std::nullopt;
  return identity::Subject{visit.who()->tree->find(*id) ? *id : top_of(*visit.who()), {}};
}

// Of all time, as far as dates are written.
const base::Date end_of_time = *base::Date::of(9999, 12, 31);

}  // namespace

identity::Routes UnitPages::routes() {
  using http::Method;
  using identity::Visit;
  const auto admin = identity::officer({identity::role::system_administrator});
  const auto all = admin.open();  // administrators see every unit
  const auto theirs = admin.over(changed_unit);
  return {
      {Method::get, "/quan-tri/don-vi", admin, [this](Visit& v) { return tree(v); }},
      {Method::get, "/quan-tri/don-vi/bang.csv", admin, [this](Visit& v) { return table(v); }},
      {Method::get, "/quan-tri/don-vi/so-sanh", admin, [this](Visit& v) { return compare(v); }},
      {Method::get, "/quan-tri/don-vi/ke-thua", admin, [this](Visit& v) { return followed(v); }},
      {Method::get, "/quan-tri/don-vi/so-do", admin, [this](Visit& v) { return map(v); }},
      {Method::get, "/quan-tri/don-vi/{unit}", all, [this](Visit& v) { return one(v); }},
      {Method::get, "/quan-tri/don-vi/{unit}/dang-do", all,
       [this](Visit& v) { return standing(v); }},
      {Method::get, "/quan-tri/don-vi/{unit}/sua", theirs, [this](Visit& v) { return form(v); }},
      {Method::post, "/quan-tri/don-vi/{unit}/sua", theirs, [this](Visit& v) { return change(v); }},
  };
}

http::Response UnitPages::tree(identity::Visit& visit) {
  views::UnitTree shown{
      .lang = visit.lang(), .day = day_of(visit, "ngay", today(visit)), .today = today(visit)};
  shown.words = base::tidy(visit.fields().get("tim").substr(0, 100));
  shown.as_table = visit.fields().get("dang") == "bang";
  std::shared_ptr<const units::Tree> tree;
  parts_.db.read([&](db::Tx& tx) {
    tree = parts_.forest.as_of(tx, shown.day.date);
    if (!shown.words.empty()) shown.found = units::search(tx, shown.words, shown.day.date);
    shown.first = units::records_begin(tx);
  });
  shown.tree = tree.get();
  return parts_.chrome.officer(visit, views::unit_tree(shown), shown.day.wrong ? 422 : 200);
}

http::Response UnitPages::table(identity::Visit& visit) {
  const auto day = day_of(visit, "ngay", today(visit));
  const auto lang = visit.lang();
  const auto tree = parts_.db.read([&](db::Tx& tx) { return parts_.forest.as_of(tx, day.date); });
  std::string out = "\xEF\xBB\xBF";  // spreadsheets take it for UTF-8 only with this mark
  for (const auto* title : {&words::code, &words::name_vi, &words::name_en, &words::kind,
                            &words::parent, &words::since, &words::basis}) {
    out += base::csv_cell(title->in(lang)) + ",";
  }
  out.back() = '\n';
  for (const auto& unit : tree->all()) {
    const auto* above = tree->find(unit.parent);
    out += base::csv_cell(unit.code) + "," + base::csv_cell(unit.name.vi) + "," +
           base::csv_cell(unit.name.en) + "," +
           base::csv_cell(words::kind_of(unit.kind).words.in(lang)) + "," +
           base::csv_cell(above ? above->code : "") + "," + base::csv_cell(unit.from.vn()) + "," +
           base::csv_cell(unit.basis) + "\n";
  }
  return http::Response::file("text/csv; charset=utf-8", out, "don-vi-" + day.date.iso() + ".csv",
                              false);
}

http::Response UnitPages::compare(identity::Visit& visit) {
  views::Compared shown{.lang = visit.lang(),
                        .from = {},
                        .to = day_of(visit, "den", today(visit)),
                        .before = nullptr,
                        .after = nullptr,
                        .links = {}};
  std::shared_ptr<const units::Tree> before, after;
  parts_.db.read([&](db::Tx& tx) {
    // Unless a day is named: the day before the last change.
    const auto links = units::successions(tx, base::Date{}, shown.to.date);
    const auto last = links.empty() ? shown.to.date - 1 : links.back().effective - 1;
    shown.from = day_of(visit, "tu", last);
    before = parts_.forest.as_of(tx, shown.from.date);
    after = parts_.forest.as_of(tx, shown.to.date);
    shown.links = units::successions(tx, shown.from.date, shown.to.date);
  });
  shown.before = before.get();
  shown.after = after.get();
  return parts_.chrome.officer(visit, views::compared(shown),
                               shown.from.wrong || shown.to.wrong ? 422 : 200);
}

http::Response UnitPages::followed(identity::Visit& visit) {
  views::Followed shown{.lang = visit.lang(),
                        .days = {},
                        .day = today(visit),
                        .links = {},
                        .before = nullptr,
                        .after = nullptr};
  std::shared_ptr<const units::Tree> before, after;
  parts_.db.read([&](db::Tx& tx) {
    const auto links = units::successions(tx, base::Date{}, end_of_time);
    std::set<base::Date> days;
    for (const auto& link : links) days.insert(link.effective);
    shown.days.assign(days.rbegin(), days.rend());
    if (!shown.days.empty()) shown.day = shown.days.front();
    const auto asked = day_of(visit, "ngay", shown.day).date;
    if (days.contains(asked)) shown.day = asked;
    for (const auto& link : links) {
      if (link.effective == shown.day) shown.links.push_back(link);
    }
    before = parts_.forest.as_of(tx, shown.day - 1);
    after = parts_.forest.as_of(tx, shown.day);
  });
  shown.before = before.get();
  shown.after = after.get();
  return parts_.chrome.officer(visit, views::followed(shown));
}

http::Response UnitPages::map(identity::Visit& visit) {
  views::UnitMap shown{
      .lang = visit.lang(), .day = day_of(visit, "ngay", today(visit)), .cells = {}};
  std::shared_ptr<const units::Tree> tree;
  parts_.db.read([&](db::Tx& tx) {
    tree = parts_.forest.as_of(tx, shown.day.date);
    for (const auto& centre : units::centres(tx)) {
      const auto* unit = tree->find(centre.unit);
      if (unit) shown.cells.push_back({unit, centre.point});
    }
  });
  return parts_.chrome.officer(visit, views::unit_map(shown), shown.day.wrong ? 422 : 200);
}

http::Response UnitPages::one(identity::Visit& visit) {
  const auto id = base::UnitId::parse(visit.param("unit"));
  views::OneUnit shown{
      .lang = visit.lang(), .day = day_of(visit, "ngay", today(visit)), .today = today(visit)};
  shown.saved = visit.fields().has("da-luu");
  const auto decides = id && visit.who()->tree->find(*id) ? *id : top_of(*visit.who());
  shown.may_change = visit.who()->over(identity::role::system_administrator, decides);
  std::shared_ptr<const units::Tree> tree;
  const auto name = [&](db::Tx& tx, base::UnitId unit, base::Date day) {
    if (!unit || shown.names.contains(unit)) return;
    auto found = units::find(tx, unit, day);
    if (!found) return;
    shown.names[unit] = found->name;
    shown.unit_codes[unit] = found->code;
  };
  parts_.db.read([&](db::Tx& tx) {
    if (id) shown.versions = units::history(tx, *id);
    if (shown.versions.empty()) return;
    tree = parts_.forest.as_of(tx, shown.day.date);
    shown.codes = units::codes(tx, *id);
    shown.before = units::predecessors(tx, *id, end_of_time);
    shown.after = units::successors(tx, *id, end_of_time);
    for (const auto& link : shown.before) name(tx, link.from, link.effective - 1);
    for (const auto& link : shown.after) name(tx, link.to, link.effective);
    for (const auto& version : shown.versions) name(tx, version.parent, version.from);
    name(tx, *id, shown.versions.back().from);
    if (!units::find(tx, *id, shown.today)) {
      for (const auto heir : units::heirs(tx, *id, shown.today)) {
        name(tx, heir, shown.today);
        if (auto unit = units::find(tx, heir, shown.today)) shown.heirs.push_back(std::move(*unit));
      }
    }
    shown.first = units::records_begin(tx);
    shown.positions = identity::staff_count(
        tx, {.units = std::vector{*id}, .role = "", .words = "", .day = shown.day.date});
  });
  if (shown.versions.empty()) return parts_.chrome.not_found(visit);
  shown.tree = tree.get();
  return parts_.chrome.officer(visit, views::one_unit(shown), shown.day.wrong ? 422 : 200);
}

namespace {

// What the form is drawn from: the unit as it is now, or as it last was.
std::optional<views::EditUnit> drawn(db::Tx& tx, const identity::Visit& visit) {
  const auto id = base::UnitId::parse(visit.param("unit"));
  const auto versions = id ? units::history(tx, *id) : std::vector<units::Unit>();
  if (versions.empty()) return std::nullopt;
  return views::EditUnit{.lang = visit.lang(),
                         .unit = versions.back(),
                         .seen = units::fingerprint(tx, *id),
                         .typed = {{"ten", versions.back().name.vi},
                                   {"ten_en", versions.back().name.en},
                                   {"loai", versions.back().kind},
                                   {"ma", versions.back().code},
                                   {"loai_moi", "division"},
                                   {"he_thong", "QD20"}},
                         .problems = {},
                         .refusal = "",
                         .marks = visit.marks()};
}

// The step that the form asks for; what is missing is told by the engine.
std::optional<units::Step> step_of(const std::map<std::string, std::string>& typed) {
  const auto at = [&](const char* name) { return typed.at(name); };
  units::Step step{.basis = at("can_cu")};
  const auto deed = at("viec");
  if (deed == "rename") {
    step.deed = units::Deed::rename;
    step.name = {at("ten"), at("ten_en")};
    step.kind = at("loai");
    step.code = at("ma");
  } else if (deed == "move") {
    step.deed = units::Deed::move;
    step.parent = at("cap_tren");
  } else if (deed == "close") {
    step.into = at("tiep_nhan");
    step.deed = step.into.empty() ? units::Deed::close : units::Deed::merge;
  } else if (deed == "begin") {
    step.deed = units::Deed::begin;
    step.name = {at("ten_moi"), at("ten_en_moi")};
    step.kind = at("loai_moi");
    step.code = at("ma_moi");
  } else {
    return std::nullopt;
  }
  return step;
}

constexpr const char* kFields[] = {"viec",     "ten",       "ten_en",  "loai",       "ma",
                                   "cap_tren", "tiep_nhan", "ten_moi", "ten_en_moi", "loai_moi",
                                   "ma_moi",   "he_thong",  "ma_do",   "ngay",       "can_cu"};

void read_form(const identity::Visit& visit, views::EditUnit& page) {
  const auto lang = visit.lang();
  for (const auto* name : kFields) {
    const auto given = visit.fields().get(name);
    page.typed[name] = base::tidy(given.substr(0, 4 * line_max));
    if (given.size() > 4 * line_max || base::length(given) > line_max) {
      page.problems[name] = base::fill(words::too_long, lang, {{"count", "300"}});
    }
  }
  page.seen = std::string(visit.fields().get("da_xem").substr(0, 64));
  constexpr std::string_view deeds[] = {"rename", "move", "close", "begin", "code"};
  if (std::find(std::begin(deeds), std::end(deeds), page.typed["viec"]) == std::end(deeds)) {
    page.problems["viec"] = std::string(words::deed_missing.in(lang));
  }
  if (!day_in(page.typed["ngay"])) page.problems["ngay"] = std::string(words::on_wrong.in(lang));
}

// A unit in which administrators hold office is closed or moved only after two people have ended
// that, or by the operator of the machine: it would change who administers.
bool unmakes_administrators(db::Tx& tx, const views::EditUnit& page, base::Date today) {
  const auto& deed = page.typed.at("viec");
  if (deed != "close" && deed != "move") return false;
  for (const auto day : {today, *day_in(page.typed.at("ngay"))}) {
    const auto held =
        identity::officers(tx, page.unit.id, identity::role::system_administrator, day);
    if (!held.empty()) return true;
  }
  return false;
}

}  // namespace

namespace {

// What stands at a unit whose end nobody has decided: as if it were no more tomorrow.
std::vector<units::Standing> still_there(db::Tx& tx, const units::Unit& unit,
                                         const units::Movers& movers, base::Date today) {
  const units::Way way{unit.id, today + 1, false, [](auto) { return units::Heir{}; }};
  std::vector<units::Standing> out;
  for (const auto& mover : movers) {
    units::Items items;
    if (mover.list) mover.list(tx, way, items);
    for (const auto& item : items.all()) out.push_back({unit, mover.name, item});
  }
  return out;
}

}  // namespace

http::Response UnitPages::standing(identity::Visit& visit) {
  const auto id = base::UnitId::parse(visit.param("unit"));
  views::StandingAt shown{
      .lang = visit.lang(), .unit = {}, .ends = {}, .standing = {}, .moved = {}, .names = {}};
  const auto found = parts_.db.read([&](db::Tx& tx) {
    const auto versions = id ? units::history(tx, *id) : std::vector<units::Unit>();
    if (versions.empty()) return false;
    shown.unit = versions.back();
    if (shown.unit.to) shown.ends = *shown.unit.to + 1;
    shown.standing = shown.unit.to ? units::standing_at(tx, *id, parts_.movers)
                                   : still_there(tx, shown.unit, parts_.movers, today(visit));
    for (auto& entry : journal::Journal::of(tx, "unit", id->value)) {
      if (entry.verb == "units.move_on") shown.moved.push_back(std::move(entry));
    }
    const auto name = [&](base::UnitId unit, base::Date day) {
      if (auto known = unit ? units::find(tx, unit, day) : std::nullopt) {
        shown.names.emplace(unit, known->name);
      }
    };
    for (const auto& one : shown.standing) name(one.item.to, shown.ends.value_or(today(visit)));
    for (const auto& entry : shown.moved) {
      for (const auto& to : base::json::array_at(entry.facts, "to")) {
        const auto unit = base::UnitId::parse(base::json::text_at(to.as_object(), "unit"));
        if (unit) name(*unit, entry.at.local().date);
      }
    }
    return true;
  });
  if (!found) return parts_.chrome.not_found(visit);
  return parts_.chrome.officer(visit, views::standing_at(shown));
}

http::Response UnitPages::form(identity::Visit& visit) {
  auto page = parts_.db.read([&](db::Tx& tx) { return drawn(tx, visit); });
  if (!page) return parts_.chrome.not_found(visit);
  if (const auto held = visit.held()) {
    for (const auto* name : kFields) page->typed[name] = std::string(held->get(name));
  }
  return parts_.chrome.officer(visit, views::edit_unit(*page));
}

http::Response UnitPages::change(identity::Visit& visit) {
  auto page = parts_.db.read([&](db::Tx& tx) { return drawn(tx, visit); });
  if (!page) return parts_.chrome.not_found(visit);
  const auto fresh = page->seen;
  read_form(visit, *page);
  const bool unmakes = page->problems.empty() && parts_.db.read([&](db::Tx& tx) {
    return unmakes_administrators(tx, *page, today(visit));
  });
  if (unmakes) {
    page->problems["viec"] = std::string(text::unit_has_administrators.in(visit.lang()));
  }
  if (page->problems.empty()) {
    const auto on = *day_in(page->typed["ngay"]);
    const units::Doing doing{parts_.db,   parts_.journal, parts_.movers,
                             visit.now(), visit.act(),    visit.who()->actor()};
    const auto step = step_of(page->typed);
    const auto unit = page->unit.id;
    const auto done =
        step ? units::edit(doing, unit, *step, on, page->seen)
             : units::edit_code(doing, unit, {page->typed["he_thong"], on, page->typed["ma_do"]},
                                page->seen);
    if (done) {
      if (page->typed["viec"] == "close")
        units::move_on(
            doing, [](const auto&) {}, unit);
      return http::Response::see_other("/quan-tri/don-vi/" + done->str() +
                                       "?da-luu=1&ngay=" + on.iso());
    }
    page->refusal = done.error().told(visit.lang());
  }
  page->seen = fresh;
  return parts_.chrome.officer(visit, views::edit_unit(*page), 422);
}

}  // namespace administration
