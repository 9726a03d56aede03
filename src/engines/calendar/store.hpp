// Rows of editions, for the engine's own use.
#pragma once

#include "engines/calendar/publish.hpp"

namespace calendar::store {

std::optional<Edition> last_of_pack(db::Tx& tx);
void insert(db::Tx& tx, const Edition& edition);

// Up to which id the running deadlines follow an edition.
std::int64_t moved_to(db::Tx& tx, int number);
// False when another has advanced it meanwhile.
bool advance(db::Tx& tx, int number, std::int64_t from, std::int64_t to, int moved, bool settled);

}  // namespace calendar::store
