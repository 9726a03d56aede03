// The verbs of incidents: each one transaction, one journal entry without any of the words typed.
#pragma once

#include "base/result.hpp"
#include "engines/identity/visit.hpp"
#include "engines/messages/messages.hpp"
#include "platform/jobs/jobs.hpp"
#include "services/incidents/incident.hpp"

namespace incidents {

// Who may open an incident and see them: administrators, and whoever watches over security.
inline constexpr std::string_view analyst_role = "SOC_ANALYST";
inline constexpr std::string_view roles[] = {identity::role::system_administrator, analyst_role};

enum class Refusal {
  no_rule,  // no rule of the law was in force on the day it was noticed
  future,   // noticed later than now
  old,      // noticed more than `noticed_days_max` ago: a year mistyped
  gone,     // there is no such incident, or no such step
  closed,   // nothing more is done about it
  changed,  // somebody amended it since the form was drawn
  already,  // somebody recorded this step since the form was drawn
  unmet,  // steps with a time limit were never recorded, and the form does not say that this is so
};
inline constexpr int noticed_days_max = 366;

struct Act {
  std::string id;
  base::Instant now;
  const identity::Who* who;
};

inline constexpr std::string_view reminder_kind = "incidents.reminder";  // of a message
std::vector<messages::Kind> message_kinds();

class Actions {
 public:
  Actions(db::Database& db, journal::Journal& journal, messages::Messages& messages)
      : db_(db), journal_(journal), messages_(messages) {}

  // Also asks for the reminders. Answers its code.
  base::Result<std::string, Refusal> open(const Act& act, const Facts& facts);
  // What is known better now; when it was noticed stays. `edition` is that of the form.
  base::Result<void, Refusal> amend(const Act& act, std::string_view code, std::string_view edition,
                                    Facts facts);
  // Something was done now. The first time counts against the deadline. `seen`: how many entries
  // the form's page had.
  base::Result<void, Refusal> record(const Act& act, std::string_view code, std::string_view step,
                                     std::string_view note, std::size_t seen);
  base::Result<void, Refusal> close(const Act& act, std::string_view code, std::string_view reason,
                                    bool though_unmet);

  // Tells whoever may see incidents, unless the authority has been told or it is closed. Once.
  jobs::Kind reminding(std::function<base::Instant()> clock);

 private:
  void note(db::Tx& tx, const Act& act, std::string_view verb, IncidentId id,
            base::json::object facts);
  using Change = std::function<std::optional<Refusal>(db::Tx&, const Incident&)>;
  base::Result<void, Refusal> on(const Act& act, std::string_view code, const Change& change);
  void ask_for_reminders(db::Tx& tx, const Incident& one, const Rule& rule, base::Instant now);
  void remind(const jobs::Job& job, base::Instant now);

  db::Database& db_;
  journal::Journal& journal_;
  messages::Messages& messages_;
};

// The rules in force, from the city's settings.
std::vector<Rule> rules(db::Tx& tx);

}  // namespace incidents
