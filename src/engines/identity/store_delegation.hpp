// Rows of delegations.
#pragma once

#include "engines/identity/delegation.hpp"

namespace identity::store {

// One that is not revoked and shares a day with `d`: of the same position; given by that person;
// received by that person.
std::optional<Delegation> delegated(db::Tx& tx, const Delegation& d);
std::optional<Delegation> given_by(db::Tx& tx, base::PersonId person, const Delegation& d);
std::optional<Delegation> received_by(db::Tx& tx, base::PersonId person, const Delegation& d);
bool has_account(db::Tx& tx, base::PersonId person);

}  // namespace identity::store
