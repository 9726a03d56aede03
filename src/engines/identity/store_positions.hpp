// Rows of positions and roles.
#pragma once

#include "engines/identity/positions.hpp"

namespace identity::store {

// A position of the same person, unit and role that shares a day with this one.
std::optional<Position> overlapping(db::Tx& tx, const Position& position);
void keep_role(db::Tx& tx, const Role& role, int place);

// The columns id, person_id, unit_id, role, title_vi, title_en, valid_from, valid_to, in this order
// from column `first`.
Position position_in(const db::Row& row, int first = 0);

// For {in:$n}: a JSON array of the units, or NULL for everywhere.
std::optional<std::string> list_of(const std::optional<std::vector<base::UnitId>>& units);
// A LIKE pattern (ESCAPE '\\') of what holds these words, marks ignored.
std::string like(std::string_view words);

}  // namespace identity::store
