// Whoever may administer is made so by two people: one asks, another confirms.
#pragma once

#include "engines/identity/positions.hpp"
#include "engines/identity/two_person.hpp"

namespace identity {

inline constexpr std::string_view appoint_administrator_kind = "identity.appoint_administrator";

// Does holding this position let one give rights to others?
bool administers_others(const Position& position);

// Is there somebody who could confirm: another administrator of the whole city, today, with a live
// account, who is neither of these? The first administrator of a city has nobody yet.
bool has_a_second(db::Tx& tx, base::PersonId asks, base::PersonId concerned, base::Date today);

// What is asked for, told and done; for the constructor of TwoPerson.
TwoPerson::Kind appoint_administrator(db::Database& db, journal::Journal& journal);

// The facts such a request holds.
base::json::object asked_facts(const Position& position);

}  // namespace identity
