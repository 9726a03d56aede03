// Whoever may administer is made, changed and unmade by two people: one asks, another confirms.
//
// What takes two, once there are two: appointing, lengthening, shortening or taking back such an
// office, delegating it, and of an administrator's account opening, locking, unlocking, a new
// password, its second factor and its end. Revoking a delegation only lessens, so one may.
#pragma once

#include "engines/identity/delegation.hpp"
#include "engines/identity/positions.hpp"
#include "engines/identity/two_person.hpp"

namespace identity {

inline constexpr std::string_view appoint_administrator_kind = "identity.appoint_administrator";
inline constexpr std::string_view change_administrator_kind = "identity.change_administrator";
inline constexpr std::string_view delegate_administrator_kind = "identity.delegate_administrator";

// Does holding this position let one give rights to others?
bool administers_others(const Position& position);

// Of whatever unit, now or to come, in an office of their own or standing in for somebody?
bool is_administrator(db::Tx& tx, base::PersonId person, base::Date today);

// Does such a change take a second person, when this one wants it? As soon as somebody else
// administers the whole city today. Whoever is locked counts, so locking makes nobody sole; so does
// the one it is about, who may not confirm: then a third has to, or the operator of the machine.
// Without an account, or with one that has ended, nobody decides anything, so they do not count.
bool takes_two(db::Tx& tx, base::PersonId asks, base::Date today);

// What of a position stands in the journal.
base::json::object position_facts(const Position& position);

// What a request holds, for TwoPerson::ask. `to_be` is the position with its title and days as they
// shall be; nothing: taken back, as if never held.
base::json::object asked_appointment(const Position& position);
base::json::object asked_change(const Held& held, const std::optional<Position>& to_be);
base::json::object asked_delegation(const Delegation& delegation);

// What is asked for, told and done; for the constructor of TwoPerson.
std::vector<TwoPerson::Kind> administrator_kinds(db::Database& db, journal::Journal& journal);

}  // namespace identity
