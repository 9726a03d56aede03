// Reading the dated rules, and computing what is due.
#include "services/incidents/incident.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

#include "platform/crypto/crypto.hpp"
#include "services/incidents/settings.hpp"
#include "services/incidents/text_rules.hpp"

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

constexpr std::pair<std::string_view, bool> confidences[] = {
    {"sourced", true}, {"known", false}, {"uncertain", false}};

void check_step(reading::Object& o, bool& notifies) {
  const auto code = o.text("code");
  const auto name = o.words("name");
  const auto hours = o.number("hours", 0, hours_max);
  o.nothing_else();
  if (code == amended_step) o.complain("code", text::own_step, {{"code", code}});
  if (name.en.empty()) o.complain("name", text::english_missing);
  notifies = notifies || (code == notify_step && hours > 0);
}

void check_rule(reading::Object& o) {
  o.date("from");
  o.text("law");
  o.words("authority");
  o.choice<bool>("confidence", confidences, false);
  if (const auto* hours = o.raw("remind_hours")) {
    const auto* list = hours->if_array();
    const bool sound =
        list && std::ranges::all_of(*list, [](const auto& item) {
          return item.is_int64() && item.get_int64() >= 0 && item.get_int64() <= hours_max;
        });
    if (!sound) o.complain("remind_hours", text::bad_hours);
  }
  bool notifies = false;
  for (auto& step : o.objects("steps", 50)) check_step(step, notifies);
  if (!notifies) o.complain("steps", text::no_notify, {{"code", std::string(notify_step)}});
  o.nothing_else();
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

reading::Flaws flaws_in_settings(const base::json::value& setting) {
  reading::Flaws flaws;
  reading::Object o(setting, "", flaws);
  o.raw("note");
  auto rules = o.objects("rules", 50);
  if (rules.empty() && o.has("rules")) o.complain("rules", text::no_rules);
  for (auto& rule : rules) check_rule(rule);
  o.nothing_else();
  return flaws;
}

std::string flaw_in_settings(const base::json::object& setting) {
  const auto flaws = flaws_in_settings(setting);
  return flaws.empty() ? "" : flaws.front().message.en;
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
