// Each verb asks office, rules and version again inside its transaction.
#include "services/administration/actions_people.hpp"

#include "base/must.hpp"
#include "engines/identity/administrators.hpp"

namespace administration::office {
namespace {

using base::PersonId;
using base::refuse;
using Why = StaffRefusal;
constexpr std::string_view person_kind = "person";

// Does it change who administers, so that it takes a second person, and is there one?
bool needs_two(db::Tx& tx, const StaffAct& act, const identity::Position& p) {
  return identity::administers_others(p) &&
         identity::takes_two(tx, act.who->person, act.now.local().date);
}

bool needs_two(db::Tx& tx, const StaffAct& act, const identity::HandoverPlan& plan) {
  for (const auto* some : {&plan.moved, &plan.ended, &plan.withdrawn}) {
    for (const auto& held : *some) {
      if (needs_two(tx, act, held.position)) return true;
    }
  }
  return false;
}

// Is there a day after the new end on which nobody else holds it, though this one would have?
bool leaves_empty(db::Tx& tx, const identity::Position& was, const identity::Position& to_be) {
  if (!to_be.to || (was.to && *was.to <= *to_be.to)) return false;
  return identity::other_holders(tx, to_be, *to_be.to + 1) == 0;
}

}  // namespace

const identity::Position* office_of(const identity::Who& who) {
  for (const auto& position : who.positions) {
    if (position.role == identity::role::system_administrator) return &position;
  }
  return who.positions.empty() ? nullptr : &who.positions.front();
}

bool administers(const identity::Who& who, base::UnitId unit) {
  return who.over(identity::role::system_administrator, unit) != nullptr;
}

bool administers(const identity::Who& who, const identity::HandoverPlan& plan) {
  for (const auto* some : {&plan.moved, &plan.ended, &plan.withdrawn}) {
    for (const auto& held : *some) {
      if (!administers(who, held.position.unit)) return false;
    }
  }
  return true;
}

StaffDone<PersonId> StaffActions::carry_out(const StaffAct& act, std::string_view verb,
                                            const Change& change) {
  return office::carry_out<PersonId>(db_, journal_, act, verb, person_kind, change);
}

StaffDone<PersonId> StaffActions::add_officer(const StaffAct& act,
                                              const identity::PersonFacts& facts,
                                              const identity::Position& first, bool confirmed) {
  return carry_out(
      act, "identity.add_officer", [&](db::Tx& tx, journal::Entry& entry) -> StaffDone<PersonId> {
        if (!administers(*act.who, first.unit)) return refuse(StaffTrouble{Why::not_yours});
        if (needs_two(tx, act, first)) return refuse(StaffTrouble{Why::two_people});
        if (const auto trouble = identity::trouble_with(tx, first)) {
          return refuse(StaffTrouble{.why = Why::position, .position = trouble});
        }
        if (!facts.number.empty()) {
          const auto other = identity::person_by_number(tx, facts.number);
          if (other) return refuse(StaffTrouble{.why = Why::number_taken, .person = *other});
        }
        const bool known = !identity::people_by_name(tx, facts.name, facts.birth).empty();
        if (known && !confirmed) return refuse(StaffTrouble{Why::alike});
        auto position = first;
        position.person = identity::keep_person(db_, tx, facts, identity::Source::desk, act.now);
        position.id = identity::appoint(db_, tx, position, act.now);
        entry.facts = identity::position_facts(position);
        return position.person;
      });
}

StaffDone<PersonId> StaffActions::appoint(const StaffAct& act, const identity::Position& position) {
  return carry_out(act, "identity.appoint",
                   [&](db::Tx& tx, journal::Entry& entry) -> StaffDone<PersonId> {
                     if (!administers(*act.who, position.unit))
                       return refuse(StaffTrouble{Why::not_yours});
                     if (const auto trouble = identity::trouble_with(tx, position)) {
                       return refuse(StaffTrouble{.why = Why::position, .position = trouble});
                     }
                     if (needs_two(tx, act, position)) {
                       return refuse(StaffTrouble{Why::two_people});
                     }
                     auto made = position;
                     made.id = identity::appoint(db_, tx, position, act.now);
                     entry.facts = identity::position_facts(made);
                     return made.person;
                   });
}

StaffDone<PersonId> StaffActions::ask(const identity::Visit& visit, std::string_view kind,
                                      base::json::object facts, PersonId concerned,
                                      std::string_view reason) {
  return db_.write([&](db::Tx& tx) -> StaffDone<PersonId> {
    const auto asked = two_person_.ask(tx, visit, kind, std::move(facts), concerned, reason);
    if (!asked) return refuse(StaffTrouble{Why::asked});
    return concerned;
  });
}

StaffDone<PersonId> StaffActions::change(const StaffAct& act, const identity::Position& to_be,
                                         int version, bool confirmed) {
  return carry_out(act, "identity.change_position",
                   [&](db::Tx& tx, journal::Entry& entry) -> StaffDone<PersonId> {
                     const auto held = identity::held_position(tx, to_be.id);
                     if (!held || held->taken_back) return refuse(StaffTrouble{Why::gone});
                     const auto& was = held->position;
                     if (!administers(*act.who, was.unit))
                       return refuse(StaffTrouble{Why::not_yours});
                     if (held->version != version) return refuse(StaffTrouble{Why::changed});
                     auto next = was;
                     next.title = to_be.title;
                     next.from = to_be.from;
                     next.to = to_be.to;
                     if (const auto trouble = identity::trouble_with(tx, next)) {
                       return refuse(StaffTrouble{.why = Why::position, .position = trouble});
                     }
                     if (!confirmed && leaves_empty(tx, was, next))
                       return refuse(StaffTrouble{Why::leaves_empty});
                     const bool same_days = next.from == was.from && next.to == was.to;
                     if (!same_days && needs_two(tx, act, next)) {
                       return refuse(StaffTrouble{Why::two_people});
                     }
                     base::must(identity::change_position(tx, next, version));
                     entry.facts = identity::position_facts(next);
                     entry.facts["was_from"] = was.from.iso();
                     if (was.to) entry.facts["was_to"] = was.to->iso();
                     return was.person;
                   });
}

StaffDone<PersonId> StaffActions::take_back(const StaffAct& act, base::PositionId id, int version) {
  return carry_out(act, "identity.take_back_position",
                   [&](db::Tx& tx, journal::Entry& entry) -> StaffDone<PersonId> {
                     const auto held = identity::held_position(tx, id);
                     if (!held || held->taken_back) return refuse(StaffTrouble{Why::gone});
                     if (!administers(*act.who, held->position.unit))
                       return refuse(StaffTrouble{Why::not_yours});
                     if (held->version != version) return refuse(StaffTrouble{Why::changed});
                     if (!identity::may_be_taken_back(*held, act.now.local().date)) {
                       return refuse(StaffTrouble{Why::too_late});
                     }
                     if (needs_two(tx, act, held->position)) {
                       return refuse(StaffTrouble{Why::two_people});
                     }
                     base::must(identity::take_back(tx, *held, act.now));
                     entry.facts = identity::position_facts(held->position);
                     return held->position.person;
                   });
}

StaffDone<PersonId> StaffActions::correct(const StaffAct& act, PersonId id,
                                          const identity::PersonFacts& facts, int version) {
  return carry_out(act, "identity.correct_person",
                   [&](db::Tx& tx, journal::Entry& entry) -> StaffDone<PersonId> {
                     const auto person = identity::person(tx, id);
                     if (!person) return refuse(StaffTrouble{Why::gone});
                     if (!facts.number.empty()) {
                       const auto other = identity::person_by_number(tx, facts.number);
                       if (other && *other != id) {
                         return refuse(StaffTrouble{.why = Why::number_taken, .person = *other});
                       }
                     }
                     if (!identity::correct_person(tx, id, facts, version, act.now)) {
                       return refuse(StaffTrouble{Why::changed});
                     }
                     entry.facts = {{"version", version + 1}};
                     return id;
                   });
}

StaffDone<PersonId> StaffActions::add_paper(const StaffAct& act, const identity::Paper& paper,
                                            std::string_view number) {
  return carry_out(act, "identity.add_paper",
                   [&](db::Tx& tx, journal::Entry& entry) -> StaffDone<PersonId> {
                     const auto added = identity::add_paper(db_, tx, paper, number, act.now);
                     if (!added)
                       return refuse(StaffTrouble{.why = Why::paper, .paper = added.error()});
                     entry.facts = {{"paper", added->str()}, {"kind", identity::code(paper.kind)}};
                     return paper.person;
                   });
}

StaffDone<PersonId> StaffActions::remove_paper(const StaffAct& act, PersonId person,
                                               identity::PaperId paper) {
  return carry_out(act, "identity.remove_paper",
                   [&](db::Tx& tx, journal::Entry& entry) -> StaffDone<PersonId> {
                     if (!identity::remove_paper(tx, person, paper))
                       return refuse(StaffTrouble{Why::gone});
                     entry.facts = {{"paper", paper.str()}};
                     return person;
                   });
}

StaffDone<PersonId> StaffActions::delegate(const StaffAct& act,
                                           const identity::Delegation& delegation) {
  return carry_out(
      act, "identity.delegate", [&](db::Tx& tx, journal::Entry& entry) -> StaffDone<PersonId> {
        const auto trouble = identity::trouble_with(tx, delegation, act.now.local().date);
        if (trouble) return refuse(StaffTrouble{.why = Why::delegation, .delegation = trouble});
        if (needs_two(tx, act, identity::held_position(tx, delegation.position)->position)) {
          return refuse(StaffTrouble{Why::two_people});
        }
        const auto id = identity::delegate(db_, tx, delegation, act.now);
        entry.facts = identity::delegation_facts(id, delegation);
        return delegation.from;
      });
}

StaffDone<PersonId> StaffActions::revoke(const StaffAct& act, identity::DelegationId id) {
  return carry_out(
      act, "identity.revoke_delegation",
      [&](db::Tx& tx, journal::Entry& entry) -> StaffDone<PersonId> {
        const auto delegation = identity::delegation(tx, id);
        if (!delegation || !identity::revoke(tx, id, act.now))
          return refuse(StaffTrouble{Why::gone});
        entry.facts = {{"delegation", id.str()}, {"position", delegation->position.str()}};
        return delegation->from;
      });
}

StaffDone<PersonId> StaffActions::hand_over(const StaffAct& act,
                                            const identity::Handover& handover) {
  return carry_out(
      act, "identity.hand_over", [&](db::Tx& tx, journal::Entry& entry) -> StaffDone<PersonId> {
        const auto trouble = identity::trouble_with(tx, handover, act.now.local().date);
        if (trouble) return refuse(StaffTrouble{.why = Why::handover, .handover = trouble});
        const auto plan = identity::plan(tx, handover);
        if (!administers(*act.who, plan)) return refuse(StaffTrouble{Why::not_yours});
        if (needs_two(tx, act, plan)) return refuse(StaffTrouble{Why::two_people});
        const auto given = identity::hand_over(db_, tx, handover, act.now);
        base::json::array positions;
        for (const auto id : given) positions.push_back(base::json::value(id.str()));
        entry.facts = {{"to", handover.to.str()},
                       {"day", handover.day.iso()},
                       {"given", std::move(positions)},
                       {"ended", plan.ended.size()}};
        return handover.from;
      });
}

}  // namespace administration::office
