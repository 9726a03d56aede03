// Told, taken along, held back and erased: each reads the same dossiers of one owner.
#include "services/one_stop/keeping.hpp"

#include "engines/casework/forgetting.hpp"
#include "engines/documents/forgetting.hpp"
#include "engines/forms/forgetting.hpp"
#include "platform/config/config.hpp"
#include "services/one_stop/papers.hpp"
#include "services/one_stop/room.hpp"
#include "services/one_stop/store.hpp"
#include "services/one_stop/text_keeping.hpp"

namespace one_stop {
namespace {

constexpr int everything = 1'000'000;  // nobody has more; what holds and what is erased is whole
constexpr int taken_max = 2'000;       // the newest; more would not fit into one answer

base::Words words(const base::Text& text) { return {std::string(text.vi), std::string(text.en)}; }

// How many years a dossier is kept after it ended, by the rule in force on that day; none: the city
// has not said. [law: Luật Lưu trữ 33/2024/QH15]
std::optional<int> years_kept(db::Tx& tx, base::Date day) {
  std::optional<int> years;
  std::optional<base::Date> since;
  const auto setting = config::get(tx, "personal_data");
  for (const auto& item : base::json::array_at(setting, "retention")) {
    const auto& rule = item.as_object();
    const auto from = base::Date::parse_iso(base::json::text_at(rule, "from"));
    if (base::json::text_at(rule, "what") != "one_stop.dossier" || !from || *from > day) continue;
    if (since && *from < *since) continue;
    since = from;
    years = int(base::json::number_at(rule, "years"));
  }
  return years;
}

base::Date years_later(base::Date day, int years) {
  const auto same = base::Date::of(day.year() + years, day.month(), day.day());
  return same ? *same : *base::Date::of(day.year() + years, 3, 1);  // 29 February
}

base::Date ended_on(const Dossier& d) {
  const auto at = d.returned_at ? *d.returned_at : d.resolved_at ? *d.resolved_at : d.submitted_at;
  return at.local().date;
}

std::vector<contracts::Kept> kept(db::Tx& tx, base::PersonId person, base::Instant now) {
  std::vector<contracts::Kept> out;
  const auto dossiers = store::of_owner(tx, person, everything);
  if (!dossiers.empty()) {
    auto until = words(text::kept_dossiers_unsaid);
    if (const auto years = years_kept(tx, now.local().date)) {
      const auto in = [&](base::Lang lang) {
        return base::fill(text::kept_dossiers_until, lang, {{"years", std::to_string(*years)}});
      };
      until = {in(base::Lang::vi), in(base::Lang::en)};
    }
    out.push_back(
        {words(text::kept_dossiers), words(text::kept_dossiers_why), until, int(dossiers.size())});
  }
  const auto drafts = forms::drafts_of(tx, now, person);
  if (!drafts.empty()) {
    out.push_back({words(text::kept_drafts), words(text::kept_drafts_why),
                   words(text::kept_drafts_until), int(drafts.size())});
  }
  return out;
}

void declare(const forms::Definition& form, const forms::Answers& answers,
             const forms::Setting& setting, contracts::Section& out) {
  for (int step = 0; step < forms::steps(form); ++step) {
    for (auto& [label, value] : forms::summary(form, step, answers, setting)) {
      out.lines.emplace_back(std::move(label), std::move(value));
    }
  }
}

contracts::Section section(db::Tx& tx, const Dossier& d, const contracts::Reading& reading) {
  contracts::Section out{base::fill(text::taken_dossier, reading.lang, {{"code", d.code}}), {}};
  const auto today = reading.now.local().date;
  const auto from = sources_of(tx, d, today);
  if (!from) return out;
  const auto add = [&](const base::Text& label, std::string value) {
    if (!value.empty()) out.lines.emplace_back(label.in(reading.lang), std::move(value));
  };
  add(text::taken_procedure, from->version.name.in(reading.lang));
  add(text::taken_submitted, d.submitted_at.local().vn());
  const forms::Setting setting{.lang = reading.lang, .today = today, .communes = &from->communes};
  declare(*from->form, from->answers.open(reading.purpose), setting, out);
  add(text::taken_reason, d.reason);
  return out;
}

contracts::Section section(db::Tx& tx, const forms::Draft& draft,
                           const contracts::Reading& reading) {
  contracts::Section out{std::string(text::taken_draft.in(reading.lang)), {}};
  const auto version = catalogue::version(tx, draft.version);
  if (!version) return out;
  out.lines.emplace_back(text::taken_procedure.in(reading.lang), version->name.in(reading.lang));
  const auto form = forms::published(catalogue::text_of(tx, draft.version, catalogue::Part::form));
  const forms::Setting setting{.lang = reading.lang, .today = reading.now.local().date};
  declare(*form, draft.answers, setting, out);
  return out;
}

contracts::Taken taken(db::Tx& tx, const contracts::Reading& reading, const files::Store& files) {
  contracts::Taken out;
  for (const auto& dossier : store::of_owner(tx, reading.person, taken_max)) {
    out.sections.push_back(section(tx, dossier, reading));
    const auto result = documents::of(tx, "result", "dossier", dossier.id.value);
    if (!result || result->state != documents::State::issued || result->file.empty()) continue;
    out.papers.push_back(
        {dossier.code + "/ket-qua.pdf", [&files, name = result->file] { return files.get(name); }});
  }
  for (const auto& draft : forms::drafts_of(tx, reading.now, reading.person)) {
    out.sections.push_back(section(tx, draft, reading));
  }
  return out;
}

// One that is open holds until its due time and then for as long as ended ones are kept.
std::vector<contracts::Hold> holds(db::Tx& tx, base::PersonId person, base::Instant now) {
  using contracts::HoldKind;
  const auto today = now.local().date;
  const auto years = years_kept(tx, today);
  std::vector<contracts::Hold> out;
  for (const auto& d : store::of_owner(tx, person, everything)) {
    const bool open = !is_final(d.state);
    if (!years) {
      out.push_back({open ? HoldKind::open : HoldKind::kept_for_now, d.code, std::nullopt});
    } else if (!open) {
      const auto passes = years_later(ended_on(d), *years) + 1;
      if (passes > today) out.push_back({HoldKind::kept, d.code, passes});
    } else if (d.due_at) {
      const auto ends = std::max(d.due_at->local().date, today);
      out.push_back({HoldKind::open, d.code, years_later(ends, *years) + 1});
    } else {
      out.push_back({HoldKind::open, d.code, std::nullopt});
    }
  }
  return out;
}

contracts::Erased erase(db::Tx& tx, base::PersonId person, base::Instant) {
  contracts::Erased out;
  for (const auto draft : forms::forget_drafts(tx, person)) {
    store::forget_destination(tx, draft);
    ++out.values;
  }
  for (const auto& d : store::of_owner(tx, person, everything)) {
    forms::forget(tx, "dossier", d.id.value);
    casework::forget_party(tx, "dossier", d.id.value);
    store::forget_words(tx, d.id);
    auto files = documents::forget(tx, "dossier", d.id.value);
    out.files.insert(out.files.end(), files.begin(), files.end());
    ++out.values;
  }
  return out;
}

}  // namespace

contracts::Keeper keeper(const files::Store& files) {
  return {
      purposes(),
      matter,
      kept,
      [&files](db::Tx& tx, const contracts::Reading& reading) { return taken(tx, reading, files); },
      holds,
      erase};
}

}  // namespace one_stop
