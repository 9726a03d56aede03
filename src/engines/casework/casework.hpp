// Casework: who must do what by when. Executes flows (BPMN 2.0) and keeps the one worklist.
//
// A flow only says which action is offered to whom by when; the room's own actions change the
// business state and complete the task in the same transaction. Nothing is written when a time
// passes.
#pragma once

#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/id.hpp"
#include "base/personal.hpp"
#include "base/result.hpp"
#include "base/text.hpp"
#include "engines/calendar/calendar.hpp"
#include "engines/rules/rules.hpp"
#include "platform/db/db.hpp"

namespace casework {

// A user task of a flow: an action offered to whoever holds a role in the case's unit.
struct Activity {
  std::string node;    // its id in the BPMN
  std::string action;  // "one_stop.appraise": the room knows what that is
  std::string role;    // "SPECIALIST"
  base::Words title;   // "Thẩm định"
  int hours = 0;       // office hours the unit gives itself; 0: no inner limit
};

struct Edge {
  std::string to;
  std::optional<rules::Expression> condition;  // none: always (a default comes last)
};

struct Node {
  std::optional<Activity> activity;  // none for start, gateway, end
  std::vector<Edge> edges;           // none: the case ends here
};

// A compiled flow: sequence and exclusive gateways; other BPMN elements are refused by name.
struct Flow {
  std::string start;
  std::map<std::string, Node> nodes;
  std::vector<std::string> order;  // activities as they stand in the file
  const Activity& at(const std::string& node) const;
};

struct Problem {
  int line;
  std::string message;
};
base::Result<Flow, Problem> compile(std::string_view bpmn);
// The activity reached from `node` once it is done, or "" at the end. `lookup` answers the names in
// the conditions. A gateway none of whose conditions holds is a bug of the flow: base::Bug.
std::string next(const Flow& flow, const std::string& node, const rules::Lookup& lookup);

// What a room says when it opens a case.
struct Matter {
  base::VersionId version;   // whose flow it follows
  std::string subject_kind;  // "dossier"
  std::int64_t subject = 0;
  base::UnitId unit;     // who works on it
  std::string code;      // "H13.01-261122-0001"
  base::Words title;     // "Cấp Giấy xác nhận tình trạng hôn nhân"
  std::string link;      // where the room shows it: "/can-bo/ho-so/"; the card adds the task id
  base::PersonId party;  // whom it is for
  std::string party_name;
};

// One line of the worklist, and its task.
struct Card {
  base::TaskId id;
  base::CaseId case_id;
  std::string subject_kind;
  std::int64_t subject = 0;
  base::VersionId version;
  base::UnitId unit;
  std::string node, action, role;
  base::Words step;  // the activity's title
  std::string code;
  base::Words title;
  std::string link;
  base::Personal<std::string> party_name;
  base::Instant opened_at;
  std::optional<base::Instant> step_due;  // the unit's own limit
  std::optional<base::Instant> due;       // the law's; none: the clock does not run
  std::optional<base::Instant> done_at;
  base::PersonId done_by;
  std::string outcome;
};

enum class Due { any, late, soon, not_running };
struct Query {  // which cards: `desks` are the reader's (role, unit) pairs, any number
  std::vector<std::pair<std::string, base::UnitId>> desks;
  std::string words;  // of the code or the party's name, marks ignored
  Due due = Due::any;
  base::Instant now;
  base::Instant soon;  // what is due before this is "soon"
  int offset = 0, limit = 25;
};

struct Counts {
  int open = 0, late = 0, soon = 0, not_running = 0, done_this_week = 0;
};
enum class Trouble { no_such_task, already_done };
class Casework {
 public:
  // Gives the BPMN text of a version; asked once per version and process.
  using FlowSource = std::function<std::string(db::Tx&, base::VersionId)>;
  Casework(db::Database& db, FlowSource source);

  std::shared_ptr<const Flow> flow(db::Tx& tx, base::VersionId version);

  base::CaseId open(db::Tx& tx, base::Instant now, const Matter& matter);

  // Does the task and opens what follows: the next activity, or nothing when the case ended.
  base::Result<std::optional<Activity>, Trouble> complete(db::Tx& tx, base::Instant now,
                                                          base::TaskId task, std::string outcome,
                                                          base::PersonId by,
                                                          const rules::Lookup& lookup);

  // Back to the activity that offers `action`, whatever the case waited for. False: there is none.
  bool again(db::Tx& tx, base::Instant now, base::CaseId id, std::string_view action);

  // Starts, moves or (none) stops the clock of a case.
  void set_due(db::Tx& tx, base::CaseId id, std::optional<base::Instant> due);

  static std::optional<Card> card(db::Tx& tx, base::TaskId id);
  static std::vector<Card> cards_of(db::Tx& tx, std::string_view subject_kind,
                                    std::int64_t subject);
  static std::vector<Card> list(db::Tx& tx, const Query& query);
  static Counts count(db::Tx& tx, const Query& query);
  static int open_at(db::Tx& tx, const Query& query);  // of its desks alone, for the navigation

 private:
  void offer(db::Tx& tx, base::Instant now, base::CaseId id, base::UnitId unit,
             const Activity& activity);

  db::Database& db_;
  FlowSource source_;
  std::mutex mutex_;
  std::map<base::VersionId, std::shared_ptr<const Flow>> flows_;
};

}  // namespace casework
