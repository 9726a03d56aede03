// The verbs of administrators on people and offices: one function, one transaction, one entry.
//
// Every verb takes an act id: done twice, the second finds the first and answers the same.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "engines/identity/delegation.hpp"
#include "engines/identity/handover.hpp"
#include "engines/identity/identity.hpp"
#include "engines/identity/organisations.hpp"
#include "engines/identity/two_person.hpp"

namespace administration::office {

// Who does what when.
struct StaffAct {
  std::string id;
  base::Instant now;
  const identity::Who* who;  // not null
};

enum class StaffRefusal {
  gone,          // there is no such thing (any more)
  done_already,  // the act id stands for something else
  not_yours,     // the unit is not below one this administrator answers for
  changed,       // somebody changed it since the form was drawn
  two_people,    // another administrator has to confirm: `ask`
  asked,         // the same waits for a second administrator
  leaves_empty,  // nobody would hold that role in that unit: has to be confirmed
  too_late,      // to take an appointment back
  number_taken,  // the personal number is another person's: `person`
  alike,         // people of this name and birth are there: has to be confirmed
  position,      // see the trouble
  delegation,
  handover,
  organisation,
  paper,
};

struct StaffTrouble {
  StaffRefusal why = StaffRefusal::gone;
  base::PersonId person = {};
  std::optional<identity::PositionTrouble> position = {};
  std::optional<identity::DelegationTrouble> delegation = {};
  std::optional<identity::HandoverRefusal> handover = {};
  std::optional<identity::OrganisationTrouble> organisation = {};
  std::optional<identity::PaperRefusal> paper = {};
};

template <class T>
using StaffDone = base::Result<T, StaffTrouble>;

// May this administrator act in that unit, today?
bool administers(const identity::Who& who, base::UnitId unit);
// May they hand over everything that is moved or ended by this plan?
bool administers(const identity::Who& who, const identity::HandoverPlan& plan);

// The position an entry names: the administrator's, else the first an officer holds.
const identity::Position* office_of(const identity::Who& who);

// One verb: what `change` does and its entry in one transaction. Done twice, the second finds the
// first; the id of another act is refused.
template <class Id>
StaffDone<Id> carry_out(db::Database& db, journal::Journal& journal, const StaffAct& act,
                        std::string_view verb, std::string_view kind,
                        const std::function<StaffDone<Id>(db::Tx&, journal::Entry&)>& change) {
  return db.write([&](db::Tx& tx) -> StaffDone<Id> {
    if (const auto before = journal::Journal::find_act(tx, act.id)) {
      if (before->verb != verb || before->subject_kind != kind) {
        return base::refuse(StaffTrouble{StaffRefusal::done_already});
      }
      return Id{before->subject};
    }
    journal::Entry entry;
    const auto done = change(tx, entry);
    if (!done) return done;
    entry.act = act.id;
    entry.actor = act.who->actor(office_of(*act.who));
    entry.verb = std::string(verb);
    entry.subject_kind = std::string(kind);
    entry.subject = done->value;
    journal.append(tx, act.now, entry);
    return done;
  });
}

class StaffActions {
 public:
  StaffActions(db::Database& db, journal::Journal& journal, identity::TwoPerson& two_person)
      : db_(db), journal_(journal), two_person_(two_person) {}

  // A new person with their first position. `confirmed`: alike people have been looked at.
  StaffDone<base::PersonId> add_officer(const StaffAct& act, const identity::PersonFacts& facts,
                                        const identity::Position& first, bool confirmed);
  // A role that gives rights to others needs two people, as soon as there is a second.
  StaffDone<base::PersonId> appoint(const StaffAct& act, const identity::Position& position);
  // Asks a second administrator for what was refused with `two_people`; `facts` are made by
  // administrators.hpp. Answers whom it concerns.
  StaffDone<base::PersonId> ask(const identity::Visit& visit, std::string_view kind,
                                base::json::object facts, base::PersonId concerned,
                                std::string_view reason = "");
  // Title and days become these; an earlier last day is an end, and may leave the unit empty.
  StaffDone<base::PersonId> change(const StaffAct& act, const identity::Position& to_be,
                                   int version, bool confirmed);
  StaffDone<base::PersonId> take_back(const StaffAct& act, base::PositionId id, int version);

  StaffDone<base::PersonId> correct(const StaffAct& act, base::PersonId id,
                                    const identity::PersonFacts& facts, int version);
  StaffDone<base::PersonId> add_paper(const StaffAct& act, const identity::Paper& paper,
                                      std::string_view number);
  StaffDone<base::PersonId> remove_paper(const StaffAct& act, base::PersonId person,
                                         identity::PaperId paper);

  // By the officer themselves or by an administrator: whoever calls has asked whether they may.
  StaffDone<base::PersonId> delegate(const StaffAct& act, const identity::Delegation& delegation);
  StaffDone<base::PersonId> revoke(const StaffAct& act, identity::DelegationId id);

  StaffDone<base::PersonId> hand_over(const StaffAct& act, const identity::Handover& handover);

 private:
  // What changes, inside the transaction; fills in the entry.
  using Change = std::function<StaffDone<base::PersonId>(db::Tx&, journal::Entry&)>;
  StaffDone<base::PersonId> carry_out(const StaffAct& act, std::string_view verb,
                                      const Change& change);

  db::Database& db_;
  journal::Journal& journal_;
  identity::TwoPerson& two_person_;
};

}  // namespace administration::office
