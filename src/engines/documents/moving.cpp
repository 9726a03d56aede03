// The rules for papers whose agency ends, read from the city's settings.
#include "engines/documents/moving.hpp"

#include "platform/config/config.hpp"

namespace documents {
namespace {

constexpr std::size_t rules_max = 100;

std::optional<Fate> fate_in(const base::json::object& rule, std::string_view state) {
  const auto word = base::json::text_at(rule, state);
  if (word == "again") return Fate::again;
  if (word == "finish") return Fate::finish;
  return std::nullopt;
}

std::optional<PaperRule> rule_in(const base::json::object& rule) {
  const auto from = base::Date::parse_iso(base::json::text_at(rule, "from"));
  const auto was_signed = fate_in(rule, "signed");
  const auto numbered = fate_in(rule, "numbered");
  const auto law = base::json::text_at(rule, "law");
  if (!from || !was_signed || !numbered || law.empty()) return std::nullopt;
  return PaperRule{*from, *was_signed, *numbered, std::string(law),
                   base::json::text_at(rule, "confidence") == "sourced"};
}

}  // namespace

Fate PaperRule::of(State state) const {
  if (state == State::signed_by_officer) return signed_by_officer;
  return state == State::numbered ? numbered : Fate::again;
}

std::string flaw_in(const base::json::object& settings) {
  const auto& rules = base::json::array_at(settings, "papers");
  if (rules.empty() || rules.size() > rules_max) return "papers: a list of dated rules";
  for (const auto& rule : rules) {
    if (!rule.is_object() || !rule_in(rule.get_object())) {
      return "papers: a rule has from (a day), signed and numbered (again or finish) and law";
    }
    // What is finished is numbered first: it may not be taken back then.
    const auto read = rule_in(rule.get_object());
    if (read->signed_by_officer == Fate::finish && read->numbered == Fate::again) {
      return "papers: who finishes what is signed finishes what is numbered too";
    }
  }
  return "";
}

PaperRule rule_on(db::Tx& tx, base::Date day) {
  PaperRule best{};
  bool found = false;
  const auto settings = config::get(tx, rules_setting);
  for (const auto& item : base::json::array_at(settings, "papers")) {
    const auto rule = item.is_object() ? rule_in(item.get_object()) : std::nullopt;
    if (!rule || rule->from > day || (found && rule->from < best.from)) continue;
    best = *rule;
    found = true;
  }
  return best;
}

}  // namespace documents
