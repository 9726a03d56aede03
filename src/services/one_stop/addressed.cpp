#include "services/one_stop/addressed.hpp"

#include "services/one_stop/text_moving.hpp"

namespace one_stop {

std::optional<Addressed> addressed(db::Tx& tx, base::UnitId to, base::Date today, base::Lang lang) {
  if (auto unit = units::find(tx, to, today)) return Addressed{std::move(*unit), {}, {}};
  const auto versions = units::history(tx, to);
  if (versions.empty()) return std::nullopt;
  Addressed out{versions.back(), versions.back().name.in(lang), {}};
  for (const auto heir : units::heirs(tx, to, today)) {
    if (auto unit = units::find(tx, heir, today)) out.heirs.push_back(std::move(*unit));
  }
  if (out.heirs.size() == 1) {
    out.unit = std::move(out.heirs.front());
    out.heirs.clear();
  } else if (out.heirs.empty()) {
    out.heirs = units::of_kinds(tx, {"ward", "commune"}, today);
  }
  return out;
}

void follow_communes(db::Tx& tx, forms::Draft& draft, base::Date today) {
  const auto chosen_on = draft.updated_at.local().date;
  if (draft.updated_at.us == 0 || chosen_on >= today) return;
  std::vector<std::pair<std::string, std::string>> changed;
  for (const auto& [key, code] : draft.answers.all()) {
    if (!key.ends_with(".commune") || code.empty()) continue;
    const auto meant = units::by_code(tx, code, chosen_on);
    if (!meant) continue;
    const auto heirs = units::heirs(tx, meant->id, today);
    const auto heir = heirs.size() == 1 ? units::find(tx, heirs.front(), today) : std::nullopt;
    if (!heir || heir->code != code) changed.emplace_back(key, heir ? heir->code : "");
  }
  for (auto& [key, code] : changed) draft.answers.set(std::move(key), std::move(code));
}

Followed followed(db::Tx& tx, const std::string& code, base::Date today, base::Lang lang) {
  if (code.empty() || units::by_code(tx, code, today)) return {code, ""};
  std::vector<units::Unit> heirs;
  std::string old;
  for (auto& found : units::search(tx, code, today)) {
    if (!found.was || found.was->code != code) continue;
    old = found.was->name.in(lang);
    heirs.push_back(std::move(found.unit));
  }
  if (heirs.empty()) return {};
  std::string names;
  for (const auto& heir : heirs) (names += names.empty() ? "" : ", ") += heir.name.in(lang);
  return {heirs.size() == 1 ? heirs.front().code : "",
          base::fill(text::old_link, lang, {{"old", old}, {"new", names}})};
}

}  // namespace one_stop
