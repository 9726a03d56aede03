// Draws one unit with its past, and the form that changes it.
#include <algorithm>

#include "platform/ui/forms.hpp"
#include "platform/ui/lists.hpp"
#include "platform/ui/panels.hpp"
#include "services/administration/text.hpp"
#include "services/administration/text_standing.hpp"
#include "services/administration/text_units.hpp"
#include "services/administration/views_units.hpp"

namespace administration::views {
namespace {

namespace words = text::unit;
using base::Html;
using base::Lang;
using base::Text;
using units::Unit;

std::string t(const Text& text, Lang lang) { return std::string(text.in(lang)); }
std::string dated(const Text& text, Lang lang, base::Date date) {
  return base::fill(text, lang, {{"date", date.vn()}});
}
std::string address(base::UnitId id) { return "/quan-tri/don-vi/" + id.str(); }

std::string kind(const Unit& unit, Lang lang) { return t(words::kind_of(unit.kind).words, lang); }

// The version of the day asked for; else the nearest that is known.
const Unit& shown(const OneUnit& page) {
  for (const auto& version : page.versions) {
    if (!version.to || *version.to >= page.day.date) return version;
  }
  return page.versions.back();
}

Html state(const OneUnit& page) {
  const auto& first = page.versions.front();
  const auto& last = page.versions.back();
  if (first.from > page.day.date) {
    return ui::tag(ui::Tone::info, dated(words::not_yet, page.lang, first.from));
  }
  if (last.to && *last.to < page.day.date) {
    return ui::tag(ui::Tone::idle, dated(words::has_ended, page.lang, *last.to));
  }
  return ui::tag(ui::Tone::ok, t(words::in_force, page.lang));
}

Html link_to(const OneUnit& page, base::UnitId id) {
  const auto name = page.names.find(id);
  if (name == page.names.end()) return base::h("{}", t(words::nobody, page.lang));
  return ui::link({name->second.in(page.lang), address(id)});
}

Html facts(const OneUnit& page) {
  const auto lang = page.lang;
  const auto& unit = shown(page);
  std::vector<ui::Pair> pairs = {
      {t(words::kind, lang), kind(unit, lang)},
      {t(words::code, lang), ui::figures(unit.code)},
      {t(words::parent, lang),
       unit.parent ? ui::Content(link_to(page, unit.parent)) : t(words::nobody, lang)},
      {t(words::staff, lang), ui::figures(std::to_string(page.positions))},
      {t(words::name_vi, lang), unit.name.vi, true},
      {t(words::name_en, lang), unit.name.en, true}};
  if (!unit.basis.empty()) pairs.push_back({t(words::basis, lang), unit.basis, true});
  if (!page.heirs.empty()) {
    std::vector<Html> heirs;
    for (const auto& heir : page.heirs) heirs.push_back(link_to(page, heir.id));
    pairs.push_back({t(words::answers_now, lang), base::join(heirs, ", "), true});
  }
  return ui::section(dated(words::facts, lang, page.day.date), ui::data_list(pairs));
}

Html versions(const OneUnit& page) {
  const auto lang = page.lang;
  ui::Table table{.caption = t(words::versions, lang),
                  .columns = {{t(words::since, lang)},
                              {t(words::until, lang)},
                              {t(words::name, lang)},
                              {t(words::kind, lang)},
                              {t(words::code, lang)},
                              {t(words::parent, lang)},
                              {t(words::basis, lang)}},
                  .rows = {}};
  for (const auto& v : page.versions) {
    const bool always = page.first && v.from == *page.first;
    table.rows.push_back(
        {ui::figures(always ? dated(words::before_records, lang, v.from) : v.from.vn()),
         v.to ? ui::figures(v.to->vn()) : base::h("{}", t(words::still, lang)), v.name.in(lang),
         kind(v, lang), ui::figures(v.code),
         v.parent ? ui::Content(link_to(page, v.parent)) : t(words::nobody, lang), v.basis});
  }
  return ui::section(t(words::versions, lang), ui::table(table));
}

std::string shared(const OneUnit& page, const units::Succession& link) {
  const auto lang = page.lang;
  auto out = link.share == units::Share::whole  ? t(words::whole, lang)
             : link.share == units::Share::rest ? t(words::rest, lang)
             : link.area.empty()                ? t(words::part, lang)
                                 : base::fill(words::part_of, lang, {{"area", link.area}});
  const auto from = page.unit_codes.find(link.from), to = page.unit_codes.find(link.to);
  const bool both = from != page.unit_codes.end() && to != page.unit_codes.end();
  if (both && from->second == to->second) {
    out += "; " + base::fill(words::code_reused, lang, {{"code", to->second}});
  }
  return out;
}

Html links(const OneUnit& page, const Text& heading, const std::vector<units::Succession>& all,
           bool after) {
  if (all.empty()) return {};
  const auto lang = page.lang;
  ui::Table table{.caption = t(heading, lang),
                  .columns = {{t(words::name, lang)},
                              {t(words::effective, lang)},
                              {t(words::share, lang)},
                              {t(words::basis, lang)}},
                  .rows = {},
                  .row_headings = true};
  for (const auto& link : all) {
    table.rows.push_back({link_to(page, after ? link.to : link.from),
                          ui::figures(link.effective.vn()), shared(page, link), link.basis});
  }
  return ui::section(t(heading, lang), ui::table(table));
}

Html codes(const OneUnit& page) {
  const auto lang = page.lang;
  if (page.codes.empty()) {
    return ui::section(t(words::codes, lang), ui::muted(t(words::no_codes, lang)));
  }
  ui::Table table{
      .caption = t(words::codes, lang),
      .columns = {{t(words::system, lang)}, {t(words::code, lang)}, {t(words::since, lang)}},
      .rows = {},
      .row_headings = true};
  for (const auto& code : page.codes) {
    auto system = code.system;
    for (const auto& known : words::systems) {
      if (known.code == code.system) system = t(known.words, lang);
    }
    table.rows.push_back({system, ui::figures(code.code), ui::figures(code.from.vn())});
  }
  return ui::section(t(words::codes, lang), ui::table(table));
}

Html below(const OneUnit& page) {
  std::vector<ui::Link> out;
  for (const auto* unit : page.tree->children(page.versions.front().id)) {
    out.push_back({unit->name.in(page.lang), address(unit->id) + "?ngay=" + page.day.date.iso()});
  }
  if (out.empty()) return {};
  return ui::details(t(words::below, page.lang) + " (" + std::to_string(out.size()) + ")",
                     ui::link_list(out));
}

}  // namespace

ui::OfficerPage one_unit(const OneUnit& page) {
  const auto lang = page.lang;
  const auto& unit = shown(page);
  ui::OfficerPage out;
  out.crumbs = {{t(text::administration, lang), "/quan-tri"},
                {t(words::heading, lang), "/quan-tri/don-vi?ngay=" + page.day.date.iso()}};
  auto path = page.tree->path(unit.id);
  for (auto above = path.rbegin(); above != path.rend(); ++above) {
    if (*above == unit.id) continue;
    out.crumbs.push_back(
        {page.tree->find(*above)->name.in(lang), address(*above) + "?ngay=" + page.day.date.iso()});
  }
  out.heading = unit.name.in(lang);
  std::vector<Html> actions = {state(page)};
  if (page.may_change) {
    actions.push_back(ui::button({.label = t(words::edit, lang),
                                  .kind = ui::ButtonKind::secondary,
                                  .href = address(unit.id) + "/sua",
                                  .small = true}));
  }
  actions.push_back(ui::button({.label = t(text::standing::link, lang),
                                .kind = ui::ButtonKind::secondary,
                                .href = address(unit.id) + "/dang-do",
                                .small = true}));
  out.actions = ui::button_group(actions);
  const bool unsure = unit.confidence == units::Confidence::uncertain;
  out.main = ui::stack(
      {page.saved ? ui::note(ui::Tone::ok, t(words::saved, lang)) : Html(),
       page.day.wrong ? ui::note(ui::Tone::warn, dated(words::wrong_day, lang, page.day.date))
                      : Html(),
       unsure ? ui::note(ui::Tone::warn, t(words::uncertain_detail, lang)) : Html(), facts(page),
       below(page), links(page, words::after_it, page.after, true),
       links(page, words::before_it, page.before, false), versions(page), codes(page)});
  return out;
}

// ---- The form

namespace {

class Form {
 public:
  explicit Form(const EditUnit& page) : page_(page), lang_(page.lang) {}

  Html deeds() const {
    return ui::radios(lang_, field("viec", words::deed),
                      {{"rename", t(words::do_rename, lang_), "", rename()},
                       {"move", t(words::do_move, lang_), "", text("cap_tren", words::parent_code)},
                       {"close", t(words::do_close, lang_), "",
                        text("tiep_nhan", words::into, &words::into_hint)},
                       {"begin", t(words::do_begin, lang_), "", begin()},
                       {"code", t(words::do_code, lang_), "", code()}},
                      true);
  }
  Html text(const char* name, const Text& label, const Text* hint = nullptr) const {
    auto f = field(name, label);
    if (hint) f.hint = t(*hint, lang_);
    return ui::text_input(lang_, f, {.length_max = 300});
  }
  Html day() const {
    auto f = field("ngay", words::on);
    f.hint = t(words::on_hint, lang_);
    return ui::text_input(lang_, f, {.input_mode = "numeric", .narrow = true, .figures = true});
  }
  std::string typed(const std::string& name) const {
    const auto found = page_.typed.find(name);
    return found == page_.typed.end() ? std::string() : found->second;
  }

 private:
  ui::Field field(const char* name, const Text& label) const {
    const auto problem = page_.problems.find(name);
    return {.name = name,
            .label = t(label, lang_),
            .error = problem == page_.problems.end() ? "" : problem->second,
            .value = typed(name)};
  }
  Html kinds(const char* name) const {
    std::vector<ui::Choosable> choices;
    for (const auto& kind : words::kinds) {
      choices.push_back({std::string(kind.code), t(kind.words, lang_)});
    }
    return ui::select(lang_, field(name, words::kind), choices);
  }
  Html rename() const {
    return base::h("{}{}{}{}", text("ten", words::name_vi), text("ten_en", words::name_en),
                   kinds("loai"), text("ma", words::code));
  }
  Html begin() const {
    return base::h("{}{}{}{}", text("ten_moi", words::name_vi), text("ten_en_moi", words::name_en),
                   kinds("loai_moi"), text("ma_moi", words::code));
  }
  Html code() const {
    std::vector<ui::Choosable> choices;
    for (const auto& system : words::systems) {
      choices.push_back({std::string(system.code), t(system.words, lang_)});
    }
    return base::h("{}{}", ui::select(lang_, field("he_thong", words::system), choices),
                   text("ma_do", words::code_there, &words::code_there_hint));
  }

  const EditUnit& page_;
  Lang lang_;
};

}  // namespace

ui::OfficerPage edit_unit(const EditUnit& page) {
  const auto lang = page.lang;
  const Form form(page);
  ui::OfficerPage out;
  out.crumbs = {{t(text::administration, lang), "/quan-tri"},
                {t(words::heading, lang), "/quan-tri/don-vi"},
                {page.unit.name.in(lang), address(page.unit.id)}};
  const auto heading = base::fill(words::edit_heading, lang, {{"name", page.unit.name.in(lang)}});
  const bool wrong = !page.refusal.empty() || !page.problems.empty();
  out.heading = heading;
  std::vector<ui::Link> errors;
  if (!page.refusal.empty()) errors.push_back({page.refusal, "#viec"});
  for (const auto& [name, problem] : page.problems) errors.push_back({problem, "#" + name});
  auto hidden = page.marks;
  hidden += ui::hidden("da_xem", page.seen);
  out.main = ui::form_column(
      ui::stack({wrong ? ui::error_summary(lang, errors) : Html(),
                 ui::form(address(page.unit.id) + "/sua", hidden,
                          base::h("{}{}{}{}", form.deeds(), form.day(),
                                  form.text("can_cu", words::basis, &words::basis_hint),
                                  ui::button({.label = t(words::save, lang)})))}));
  return out;
}

}  // namespace administration::views
