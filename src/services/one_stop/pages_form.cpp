// Filling in: every step is saved as it is typed, wrong or right, so that nothing is lost.
#include "services/one_stop/pages_form.hpp"

#include <algorithm>
#include <charconv>
#include <set>

#include "engines/catalogue/terms.hpp"
#include "engines/identity/assurance.hpp"
#include "services/one_stop/addressed.hpp"
#include "services/one_stop/store.hpp"
#include "services/one_stop/text.hpp"
#include "services/one_stop/text_moving.hpp"
#include "services/one_stop/views_form.hpp"

namespace one_stop {
namespace {

std::string in(const base::Text& text, const identity::Visit& visit) {
  return std::string(text.in(visit.lang()));
}

void tell_known(db::Tx& tx, identity::Visit& visit, forms::Setting& setting) {
  const auto person = identity::person(tx, visit.who()->person);
  if (!person) return;
  auto& purpose = visit.purpose("one_stop.prefill");
  setting.known = {{"person.name", person->name.open(purpose)},
                   {"person.number", person->number.open(purpose)},
                   {"person.birth", person->birth.open(purpose)},
                   {"person.gender", person->gender.open(purpose)},
                   {"person.ethnicity", person->ethnicity.open(purpose)},
                   {"person.nationality", person->nationality.open(purpose)},
                   {"person.residence", person->residence.open(purpose)},
                   {"person.phone", person->phone.open(purpose)},
                   {"person.email", person->email.open(purpose)}};
  setting.known_source = {std::string(text::known_source.vi), std::string(text::known_source.en)};
}

// 0 for anything but digits: no step has that number.
int number(std::string_view typed) {
  int out = 0;
  const auto [end, error] = std::from_chars(typed.data(), typed.data() + typed.size(), out);
  return error == std::errc() && end == typed.data() + typed.size() ? out : 0;
}

std::string choose_address(base::DraftId draft) { return "/to-khai/" + draft.str() + "/noi-nhan"; }

std::string step_address(base::DraftId draft, int step) {
  return "/to-khai/" + draft.str() + "/" + std::to_string(step + 1);
}

// The draft that a doubled click on "start" made a moment ago, still untouched.
std::optional<base::DraftId> just_begun(db::Tx& tx, const identity::Visit& visit,
                                        base::VersionId version, base::UnitId unit) {
  for (const auto& draft : forms::drafts_of(tx, visit.now(), visit.who()->person)) {
    const bool fresh = draft.reached == 0 && visit.now() - draft.updated_at < base::minute_us;
    if (!fresh || draft.version != version) continue;
    const auto to = store::destination(tx, draft.id);
    if (to && to->unit == unit) return draft.id;
  }
  return std::nullopt;
}

// Units where somebody receives dossiers: others could not answer in time.
std::set<base::UnitId> staffed(db::Tx& tx, base::Date today) {
  std::set<base::UnitId> out;
  const identity::StaffQuery query{
      .role = std::string(identity::role::intake_officer), .day = today, .limit = 10'000};
  for (const auto& one : identity::staff(tx, query)) out.insert(one.position.unit);
  return out;
}

std::vector<payments::Line> fee_lines(const Parts& parts, const catalogue::Version& version) {
  const auto terms = parts.db.read([&](db::Tx& tx) { return *catalogue::terms(tx, version.id); });
  std::vector<payments::Line> lines;
  for (const auto* fee : catalogue::fees_due(version, terms, catalogue::Channel::online)) {
    const bool owed = fee->amount.value_or(base::Dong{}).amount > 0;
    if (owed) lines.push_back({fee->name, *fee->amount, fee->is_demo});
  }
  return lines;
}
}  // namespace

// Some procedures ask for a surer sign-in; drafts are kept, so nothing typed is lost on the way.
std::optional<http::Response> FormPages::raised(const identity::Visit& visit,
                                                const catalogue::Version& version,
                                                const std::string& path) {
  if (version.assurance_level == 0) return std::nullopt;
  const auto level =
      parts_.db.read([&](db::Tx& tx) { return identity::level_of(tx, visit.request()); });
  if (level >= version.assurance_level) return std::nullopt;
  return http::Response::see_other(identity::raise_address(version.assurance_level, path));
}

struct FormPages::Filling {
  forms::Draft draft;
  catalogue::Version version;
  std::shared_ptr<const forms::Definition> form;
  units::Unit unit;                // it goes to; of a divided one, the unit that ended
  std::string old;                 // name of the ended unit it was addressed to; empty: none ended
  std::vector<units::Unit> heirs;  // where the person has to choose
  std::shared_ptr<const std::vector<forms::Choice>> communes;  // the setting points at it
  forms::Setting setting;
};

std::vector<forms::Choice> communes(db::Tx& tx, base::Date today) {
  std::vector<forms::Choice> out;
  for (const auto& unit : units::of_kinds(tx, {"ward", "commune"}, today)) {
    out.push_back({unit.code, unit.name});
  }
  return out;
}

forms::Setting setting_for(const identity::Visit& visit,
                           const std::vector<forms::Choice>& communes) {
  forms::Setting setting;
  setting.lang = visit.lang();
  setting.today = visit.now().local().date;
  setting.communes = &communes;
  return setting;
}

std::optional<FormPages::Filling> FormPages::filling(identity::Visit& visit) {
  const auto id = base::DraftId::parse(visit.param("draft"));
  if (!id) return std::nullopt;
  auto found = parts_.db.read([&](db::Tx& tx) -> std::optional<Filling> {
    auto draft = forms::draft(tx, visit.now(), *id, visit.who()->person);
    if (!draft) return std::nullopt;
    const auto to = store::destination(tx, *id);
    auto version = catalogue::version(tx, draft->version);
    const auto today = visit.now().local().date;
    follow_communes(tx, *draft, today);
    auto where = to ? addressed(tx, to->unit, today, visit.lang()) : std::nullopt;
    if (!version || !where) return std::nullopt;
    auto form = forms::published(catalogue::text_of(tx, version->id, catalogue::Part::form));
    Filling out{std::move(*draft),
                std::move(*version),
                std::move(form),
                std::move(where->unit),
                std::move(where->old),
                std::move(where->heirs),
                {},
                {}};
    out.communes = std::make_shared<const std::vector<forms::Choice>>(communes(tx, today));
    out.setting = setting_for(visit, *out.communes);
    tell_known(tx, visit, out.setting);
    return out;
  });
  if (found) forms::prefill(*found->form, found->draft.answers, found->setting);
  return found;
}

// "Phường A has ended. This form now goes to Phường B"; "" if it did not.
std::string FormPages::moved(const Filling& now, const identity::Visit& visit) {
  if (now.old.empty() || !now.heirs.empty()) return "";
  return base::fill(text::unit_ended, visit.lang(),
                    {{"old", now.old}, {"new", now.unit.name.in(visit.lang())}});
}

http::Response FormPages::choose(identity::Visit& visit) {
  const auto now = filling(visit);
  if (!now) return gone(visit);
  if (now->heirs.empty()) return http::Response::see_other(step_address(now->draft.id, 0));
  return show_choose(visit, *now, "");
}

http::Response FormPages::chosen(identity::Visit& visit) {
  const auto now = filling(visit);
  if (!now) return gone(visit);
  const auto unit = base::UnitId::parse(visit.fields().get("unit"));
  for (const auto& heir : now->heirs) {
    if (!unit || heir.id != *unit) continue;
    if (heir.agency_code.empty()) return show_choose(visit, *now, in(text::unit_closed, visit));
    parts_.db.write([&](db::Tx& tx) {
      store::set_destination(tx, now->draft.id, {now->version.code, heir.id});
    });
    return http::Response::see_other("/to-khai/" + now->draft.id.str() + "/kiem-tra");
  }
  return show_choose(visit, *now, in(text::unit_missing, visit));
}

http::Response FormPages::show_choose(identity::Visit& visit, const Filling& now,
                                      const std::string& problem) {
  const auto title = in(text::choose_heir, visit);
  const views::Choose shown{.draft = &now.draft,
                            .version = &now.version,
                            .old = now.old,
                            .heirs = &now.heirs,
                            .problem = problem,
                            .marks = visit.marks()};
  return http::Response::page(views::choose(parts_.chrome.frame(visit, title), shown),
                              problem.empty() ? 200 : 422);
}

http::Response FormPages::start(identity::Visit& visit) { return show_start(visit, ""); }

http::Response FormPages::show_start(identity::Visit& visit, const std::string& problem) {
  views::Start shown;
  shown.problem = problem;
  shown.unit = std::string(visit.fields().get("unit").substr(0, 40));
  shown.today = visit.now().local().date;
  const auto found = parts_.db.read([&](db::Tx& tx) {
    const auto today = visit.now().local().date;
    auto version = catalogue::find(tx, visit.param("code"), today);
    if (!version || !version->has_form) return false;
    const auto form = forms::published(catalogue::text_of(tx, version->id, catalogue::Part::form));
    shown.steps = forms::steps(*form) + 1;
    const auto there = staffed(tx, today);
    for (auto& unit : units::of_kinds(tx, {"ward", "commune"}, today)) {
      if (!unit.agency_code.empty() && there.contains(unit.id))
        shown.units.push_back({unit.code, unit.name});
    }
    const auto link = followed(tx, shown.unit, today, visit.lang());
    shown.unit = link.code;
    shown.ended = link.told;
    for (auto& draft : forms::drafts_of(tx, visit.now(), visit.who()->person)) {
      if (draft.version == version->id) shown.drafts.push_back(std::move(draft));
    }
    shown.version = std::move(*version);
    return true;
  });
  if (!found) return parts_.chrome.not_found(visit);
  if (auto away = raised(visit, shown.version, visit.request().path)) return std::move(*away);
  shown.marks = visit.marks();
  auto frame = parts_.chrome.frame(visit, shown.version.name.in(visit.lang()));
  return http::Response::page(views::start(frame, shown), problem.empty() ? 200 : 422);
}

http::Response FormPages::begin(identity::Visit& visit) {
  const auto today = visit.now().local().date;
  std::optional<base::Text> problem;
  const auto draft = parts_.db.write([&](db::Tx& tx) -> std::optional<base::DraftId> {
    const auto version = catalogue::find(tx, visit.param("code"), today);
    if (!version || !version->has_form) return std::nullopt;
    // A code may mean another unit since the page was drawn.
    const auto drawn = base::Date::parse_iso(visit.fields().get("ngay").substr(0, 10));
    const auto meant =
        units::by_code(tx, visit.fields().get("unit"), std::min(drawn.value_or(today), today));
    const auto heirs = meant ? units::heirs(tx, meant->id, today) : std::vector<base::UnitId>();
    const auto unit = heirs.size() == 1 ? units::find(tx, heirs.front(), today) : std::nullopt;
    if (!unit) return problem = text::unit_missing, std::nullopt;
    if (unit->agency_code.empty()) return problem = text::unit_closed, std::nullopt;
    if (!staffed(tx, today).contains(unit->id)) return problem = text::nobody_there, std::nullopt;
    if (const auto same = just_begun(tx, visit, version->id, unit->id)) return same;
    const auto id =
        forms::start_draft(parts_.db, tx, visit.now(), visit.who()->person, version->id, {});
    store::set_destination(tx, id, {version->code, unit->id});
    return id;
  });
  if (draft) return http::Response::see_other(step_address(*draft, 0));
  return problem ? show_start(visit, in(*problem, visit)) : parts_.chrome.not_found(visit);
}

http::Response FormPages::step(identity::Visit& visit) {
  auto now = filling(visit);
  int step = number(visit.param("step"));
  if (!now) return gone(visit);
  if (step < 1 || step > forms::steps(*now->form)) return parts_.chrome.not_found(visit);
  const auto held = visit.held();
  if (held) forms::read(*now->form, step - 1, *held, now->draft.answers, now->setting);
  return show_step(visit, *now, step - 1, {}, held.has_value());
}

http::Response FormPages::save(identity::Visit& visit) {
  auto now = filling(visit);
  int step = number(visit.param("step"));
  if (!now) return gone(visit);
  if (step < 1 || step > forms::steps(*now->form)) return parts_.chrome.not_found(visit);
  --step;
  const bool entries = forms::change_entries(*now->form, step, visit.fields(), now->draft.answers);
  std::vector<forms::Problem> problems;
  if (!entries) {
    problems = forms::read(*now->form, step, visit.fields(), now->draft.answers, now->setting);
  }
  const bool later = visit.fields().has("later");
  if (problems.empty() && !entries) now->draft.reached = std::max(now->draft.reached, step + 1);
  const bool kept =
      parts_.db.write([&](db::Tx& tx) { return forms::save_draft(tx, visit.now(), now->draft); });
  if (!kept) return gone(visit);
  if (entries) return http::Response::see_other(step_address(now->draft.id, step));
  if (later) return http::Response::see_other("/ho-so");
  if (!problems.empty()) return show_step(visit, *now, step, problems, false);
  for (int next = step + 1; next < forms::steps(*now->form); ++next) {
    if (!forms::asked(*now->form, next, now->draft.answers, now->setting)) continue;
    return http::Response::see_other(step_address(now->draft.id, next));
  }
  return http::Response::see_other("/to-khai/" + now->draft.id.str() + "/kiem-tra");
}

http::Response FormPages::show_step(identity::Visit& visit, const Filling& now, int step,
                                    const std::vector<forms::Problem>& problems, bool kept) {
  views::Step shown;
  shown.draft = &now.draft;
  shown.version = &now.version;
  shown.form = now.form.get();
  shown.setting = &now.setting;
  shown.step = step;
  shown.problems = &problems;
  shown.kept_typing = kept;
  shown.moved = moved(now, visit);
  shown.now = visit.now();
  shown.marks = visit.marks();
  auto title = forms::step_title(*now.form, step).in(visit.lang());
  if (!problems.empty()) title = base::fill(text::errors_title, visit.lang(), {{"title", title}});
  return http::Response::page(views::step(parts_.chrome.frame(visit, title), shown),
                              problems.empty() ? 200 : 422);
}

http::Response FormPages::check(identity::Visit& visit) {
  const auto now = filling(visit);
  if (!now) return gone(visit);
  if (!now->heirs.empty()) return http::Response::see_other(choose_address(now->draft.id));
  return show_check(visit, *now, forms::check(*now->form, now->draft.answers, now->setting), "");
}

http::Response FormPages::show_check(identity::Visit& visit, const Filling& now,
                                     const std::vector<forms::Problem>& problems,
                                     const std::string& refusal) {
  views::Check shown;
  shown.draft = &now.draft;
  shown.version = &now.version;
  shown.form = now.form.get();
  shown.setting = &now.setting;
  shown.unit = &now.unit;
  shown.problems = &problems;
  shown.refusal = refusal;
  shown.moved = moved(now, visit);
  shown.fees = fee_lines(parts_, now.version);
  shown.marks = visit.marks();
  auto title = in(text::check, visit);
  shown.pressed = visit.request().method == http::Method::post;
  const bool wrong = shown.pressed && (!problems.empty() || !refusal.empty());
  if (wrong) title = base::fill(text::errors_title, visit.lang(), {{"title", title}});
  return http::Response::page(views::check(parts_.chrome.frame(visit, title), shown),
                              wrong ? 422 : 200);
}

http::Response FormPages::submit(identity::Visit& visit) {
  const auto now = filling(visit);
  if (!now) return gone(visit);  // perhaps by this very button, clicked twice
  if (!now->heirs.empty()) return http::Response::see_other(choose_address(now->draft.id));
  const auto page = "/to-khai/" + now->draft.id.str() + "/kiem-tra";
  if (auto away = raised(visit, now->version, page)) return std::move(*away);
  const auto problems = forms::check(*now->form, now->draft.answers, now->setting);
  if (!problems.empty()) return show_check(visit, *now, problems, "");
  // Read at five to midnight, sent at five past: they have to see where it goes now.
  const bool named = visit.fields().has("unit");
  if (named && visit.fields().get("unit") != now->unit.id.str()) {
    return show_check(visit, *now, {}, moved(*now, visit));
  }
  const auto done = parts_.actions.submit(
      {visit.act(), visit.now(), visit.who()},
      {now->draft.id, now->version.id, now->version.code, now->version.name, now->unit.id,
       forms::relevant(*now->form, now->draft.answers, now->setting),
       fee_lines(parts_, now->version)});
  if (!done) return show_check(visit, *now, {}, in(text::why(done.error()), visit));
  return http::Response::see_other("/ho-so/" + done->code + "?moi=1");
}

// Another tab has submitted this draft. A page that was only opened goes on to the dossier; one
// that was filled in is told so, with all that was typed.
http::Response FormPages::gone(identity::Visit& visit) {
  const auto id = base::DraftId::parse(visit.param("draft"));
  if (!id) return parts_.chrome.not_found(visit);
  views::Late shown;
  const auto form = parts_.db.read([&](db::Tx& tx) -> std::shared_ptr<const forms::Definition> {
    const auto dossier = store::dossier_of(tx, *id);
    if (!dossier) return nullptr;
    shown.code = dossier->code;
    return forms::published(catalogue::text_of(tx, dossier->version, catalogue::Part::form));
  });
  if (!form) return parts_.chrome.not_found(visit);
  const int step = number(visit.param("step")) - 1;
  const bool typed = visit.request().method == http::Method::post && step >= 0;
  if (!typed || step >= forms::steps(*form)) {
    return http::Response::see_other("/ho-so/" + shown.code + "?moi=1");
  }
  const auto places =
      parts_.db.read([&](db::Tx& tx) { return communes(tx, visit.now().local().date); });
  const auto setting = setting_for(visit, places);
  forms::Answers answers;
  forms::read(*form, step, visit.fields(), answers, setting);
  shown.typed = forms::summary(*form, step, answers, setting);
  return http::Response::page(views::late(parts_.chrome.frame(visit, in(text::late, visit)), shown),
                              409);
}

http::Response FormPages::drop(identity::Visit& visit) {
  if (const auto id = base::DraftId::parse(visit.param("draft"))) {
    parts_.db.write([&](db::Tx& tx) {
      if (!forms::draft(tx, visit.now(), *id, visit.who()->person)) return;
      forms::drop_draft(tx, *id, visit.who()->person);
      store::forget_destination(tx, *id);
    });
  }
  return http::Response::see_other("/ho-so");
}

}  // namespace one_stop
