// An incident of personal data, what must be done about it by when, and its clock. Pure.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/id.hpp"
#include "base/instant.hpp"
#include "base/json.hpp"
#include "base/text.hpp"

namespace incidents {

using IncidentId = base::Id<struct IncidentTag>;

// What is known of it, in the officer's words; the notification says the same.
struct Facts {
  base::Instant noticed_at;  // the clock runs from here, so it is never changed
  std::string what;
  std::string data_kinds;
  std::string whose;
  std::int64_t people = 0;  // about; 0: not known yet
  std::string consequences;
  std::string measures;
  std::string contact;
};

struct Done {
  std::string step;
  base::Instant at;
  base::PersonId by;
  std::string note;
};

struct Incident {
  IncidentId id;
  std::string code;  // "SC-2026-001": gap-free in its year
  Facts facts;
  base::Instant opened_at;
  base::PersonId opened_by;
  std::string salt;
  std::optional<base::Instant> closed_at;
  base::PersonId closed_by;
  std::string close_reason;
  std::vector<Done> done;  // in the order they were done

  const Done* first(std::string_view step) const;
  std::string edition() const;  // of its facts: another after each amendment
};
// The step that stands for an amendment; its note has what stood there before, by field.
inline constexpr std::string_view amended_step = "amended";
std::string code_of(std::int64_t year, std::int64_t number);
// Year and number of a code; nothing if it is none.
std::optional<std::pair<std::int64_t, std::int64_t>> read_code(std::string_view code);

// ---- What the law asks, as the city's dated configuration (incidents.json of the pack)

// Telling the authority: the step whose hours are the clock.
inline constexpr std::string_view notify_step = "notify_authority";

struct Step {
  std::string code;
  base::Words name;
  int hours = 0;  // after it was noticed; 0: no law says when
};

struct Rule {
  base::Date from;
  std::string law;
  bool certain = false;  // the words of the law were read, not only known of
  base::Words authority;
  std::vector<int> remind_hours;
  std::vector<Step> steps;  // one of them is notify_step

  int hours() const;  // of the clock
  const Step* find(std::string_view step) const;
};

inline constexpr std::string_view setting = "incidents";
// What is wrong with such a setting, in English; "" nothing.
std::string flaw_in_settings(const base::json::object& setting);
std::vector<Rule> read_rules(const base::json::object& setting);
// In force on that day; nullptr: none.
const Rule* rule_on(const std::vector<Rule>& rules, base::Date day);

// ---- Where it stands; nothing of this is stored

enum class Standing { done, done_late, open, soon, late };  // soon: 24 hours or less are left

struct Todo {
  Step step;
  std::optional<base::Instant> due;
  std::optional<Done> done;  // the first time
  Standing standing = Standing::open;
};
std::vector<Todo> todo(const Incident& incident, const Rule& rule, base::Instant now);
Todo clock_of(const Incident& incident, const Rule& rule, base::Instant now);
// Steps with a time limit that were never recorded.
std::vector<Step> unmet(const Incident& incident, const Rule& rule);

}  // namespace incidents
