// Reading the dated rules, and computing what is due.
#include "services/incidents/incident.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

#include "platform/crypto/crypto.hpp"

namespace incidents {
namespace {

constexpr std::string_view prefix = "SC-";
constexpr std::int64_t soon_us = 24 * base::hour_us;
constexpr std::int64_t hours_max = 24 * 365;

base::Words words_at(const base::json::object& o, std::string_view name) {
  const auto& words = base::json::object_at(o, name);
  return {std::string(base::json::text_at(words, "vi")),
          std::string(base::json::text_at(words, "en"))};
}

Step read_step(const base::json::object& o) {
  return {std::string(base::json::text_at(o, "code")), words_at(o, "name"),
          int(base::json::number_at(o, "hours"))};
}

bool is_hours(std::int64_t hours) { return hours >= 0 && hours <= hours_max; }

std::string flaw_in(const base::json::object& o) {
  const std::string from(base::json::text_at(o, "from"));
  if (!base::Date::parse_iso(from)) return "a rule has no day \"from\"";
  const auto wrong = [&](std::string_view what) {
    return "the rule from " + from + " " + std::string(what);
  };
  if (base::json::text_at(o, "law").empty()) return wrong("names no \"law\"");
  if (words_at(o, "authority").vi.empty()) return wrong("names no \"authority\"");
  for (const auto& item : base::json::array_at(o, "remind_hours")) {
    if (!item.is_int64() || !is_hours(item.get_int64())) return wrong("has wrong \"remind_hours\"");
  }
  bool notifies = false;
  for (const auto& item : base::json::array_at(o, "steps")) {
    if (!item.is_object()) return wrong("has a step that is no object");
    const auto step = read_step(item.get_object());
    if (step.code == amended_step) return wrong("has a step with a name of our own");
    if (step.code.empty() || step.name.vi.empty() || step.name.en.empty() || !is_hours(step.hours))
      return wrong("has a step without code, name or sound hours");
    notifies = notifies || (step.code == notify_step && step.hours > 0);
  }
  return notifies ? "" : wrong("has no step notify_authority with hours");
}

std::optional<std::int64_t> number(std::string_view digits) {
  std::int64_t out = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), out);
  if (error != std::errc() || end != digits.data() + digits.size() || out <= 0) return {};
  return out;
}

Standing standing_of(const Todo& todo, base::Instant now) {
  if (todo.done) {
    return todo.due && todo.done->at > *todo.due ? Standing::done_late : Standing::done;
  }
  if (!todo.due) return Standing::open;
  if (now > *todo.due) return Standing::late;
  return *todo.due - now <= soon_us ? Standing::soon : Standing::open;
}

Todo todo_of(const Incident& incident, const Step& step, base::Instant now) {
  Todo out{.step = step, .due = {}, .done = {}};
  if (step.hours > 0) out.due = incident.facts.noticed_at + step.hours * base::hour_us;
  if (const auto* done = incident.first(step.code)) out.done = *done;
  out.standing = standing_of(out, now);
  return out;
}

}  // namespace

const Done* Incident::first(std::string_view step) const {
  const auto found = std::ranges::find(done, step, &Done::step);
  return found == done.end() ? nullptr : &*found;
}

std::string Incident::edition() const { return crypto::sha256_hex(salt).substr(0, 16); }

std::string code_of(std::int64_t year, std::int64_t number) {
  return fmt::format("{}{}-{:03}", prefix, year, number);
}

std::optional<std::pair<std::int64_t, std::int64_t>> read_code(std::string_view code) {
  if (!code.starts_with(prefix) || code.size() < prefix.size() + 6) return {};
  const auto year = number(code.substr(prefix.size(), 4));
  const auto order = number(code.substr(prefix.size() + 5));
  if (!year || !order || code != code_of(*year, *order)) return {};
  return std::pair(*year, *order);
}

int Rule::hours() const { return find(notify_step)->hours; }

const Step* Rule::find(std::string_view step) const {
  const auto found = std::ranges::find(steps, step, &Step::code);
  return found == steps.end() ? nullptr : &*found;
}

std::string flaw_in_settings(const base::json::object& setting) {
  const auto& rules = base::json::array_at(setting, "rules");
  if (rules.empty()) return "it has no \"rules\"";
  for (const auto& item : rules) {
    if (!item.is_object()) return "a rule is no object";
    if (const auto flaw = flaw_in(item.get_object()); !flaw.empty()) return flaw;
  }
  return "";
}

std::vector<Rule> read_rules(const base::json::object& setting) {
  std::vector<Rule> out;
  for (const auto& item : base::json::array_at(setting, "rules")) {
    const auto& o = item.get_object();
    Rule rule{.from = *base::Date::parse_iso(base::json::text_at(o, "from")),
              .law = std::string(base::json::text_at(o, "law")),
              .certain = base::json::text_at(o, "confidence") == "sourced",
              .authority = words_at(o, "authority"),
              .remind_hours = {},
              .steps = {}};
    for (const auto& hours : base::json::array_at(o, "remind_hours"))
      rule.remind_hours.push_back(int(hours.get_int64()));
    for (const auto& step : base::json::array_at(o, "steps"))
      rule.steps.push_back(read_step(step.get_object()));
    out.push_back(std::move(rule));
  }
  std::ranges::sort(out, {}, &Rule::from);
  return out;
}

const Rule* rule_on(const std::vector<Rule>& rules, base::Date day) {
  const Rule* found = nullptr;
  for (const auto& rule : rules) {
    if (rule.from <= day) found = &rule;
  }
  return found;
}

std::vector<Todo> todo(const Incident& incident, const Rule& rule, base::Instant now) {
  std::vector<Todo> out;
  for (const auto& step : rule.steps) out.push_back(todo_of(incident, step, now));
  return out;
}

std::vector<Step> unmet(const Incident& incident, const Rule& rule) {
  std::vector<Step> out;
  for (const auto& step : rule.steps) {
    if (step.hours > 0 && !incident.first(step.code)) out.push_back(step);
  }
  return out;
}

Todo clock_of(const Incident& incident, const Rule& rule, base::Instant now) {
  return todo_of(incident, *rule.find(notify_step), now);
}

}  // namespace incidents
