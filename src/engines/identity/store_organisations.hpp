// Rows of organisations and their representatives.
#pragma once

#include "engines/identity/organisations.hpp"

namespace identity::store {

std::optional<Organisation> by_tax_code(db::Tx& tx, std::string_view tax_code);
// Of the same person and organisation, sharing a day with this one.
std::optional<Representative> overlapping(db::Tx& tx, const Representative& one);

}  // namespace identity::store
